"""Writes 10 MiB to standard error before it answers `finish`; that alone is no failure."""
import sys

import _wire


def flood(_, rows):
    for number in range(160):
        sys.stderr.write("%065535d\n" % number)
    return _wire.measured(rows)


_wire.serve({"finish": flood})
