"""Writes much to standard error, and ends."""
import sys
sys.stderr.write("x" * 100_000 + "\n\x1b[2Jlast words\n")
sys.exit(9)
