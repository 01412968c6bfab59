"""Does what it should: the control."""
import _wire

_wire.serve()
