"""Answers `finish` with a measurement that is not allowed; the argument says which."""
import sys

import _wire

FIFTY = "1" * 50
CHANGES = {
    # Numbers that are none, or not exact.
    "nan": {"lower": "NaN"}, "infinity": {"upper": "Infinity"}, "minus_infinity": {"lower": "-inf"},
    "crossed": {"lower": "3", "upper": "2"}, "float": {"lower": 2.5}, "integer": {"lower": 2},
    "null": {"upper": None}, "exponent": {"upper": "1e9"}, "plus": {"lower": "+1"},
    "zeros": {"lower": "007"}, "blank": {"lower": ""}, "space": {"lower": " 1"},
    "comma": {"upper": "1,000"}, "point": {"lower": ".5"}, "minus": {"lower": "-"},
    "fifty": {"upper": FIFTY}, "fifty_places": {"lower": "0." + FIFTY},
    "fifty_fraction": {"upper": FIFTY + "/1"}, "nothing": {"upper": "1/0"},
    "negative_below": {"upper": "1/-2"}, "other_digits": {"upper": "\u0663"},
    "fraction": {"numerator": "1/2"}, "large": {"rows": 1 << 60, "unknown_rows": 0},
    # Values that fit no other.
    "value": {"value": "99"}, "verdict": {"verdict": "pass"}, "unit": {"unit": "share"},
    "both": {"unbounded": {"reason": "for no reason"}}, "negative": {"unknown_rows": -1},
    "flag": {"rows": True}, "text": {"rows": "3"},
    # Lists that are none, or too long.
    "remarks": {"remarks": ["a remark"] * 21}, "remark": {"remarks": ["x" * 501]},
    "control": {"remarks": ["\u001b[2J"]}, "lines": {"remarks": ["one\ntwo"]},
    "number": {"remarks": [7]}, "words": {"remarks": "a remark"},
    "witnesses": {"witnesses": list(range(100_000))}, "beyond": {"witnesses": [3]},
    "before": {"witnesses": [-1]}, "again": {"witnesses": [1, 1]}, "order": {"witnesses": [2, 1]},
    "half": {"witnesses": ["1"]},
}
ABSENT = {"no_lower": "lower", "no_unit": "unit", "no_rows": "rows", "no_remarks": "remarks",
          "no_rows_seen": "rows_seen", "no_witnesses": "witnesses"}


def finish(_, rows):
    answer = _wire.measured(rows)
    if sys.argv[1] in ABSENT:
        del answer[ABSENT[sys.argv[1]]]
    if sys.argv[1] in ("nan_literal", "infinity_literal"):
        word = b"NaN" if sys.argv[1] == "nan_literal" else b"Infinity"
        return _wire.line(answer).replace(b'"lower":"%d"' % rows, b'"lower":' + word)
    answer.update(CHANGES.get(sys.argv[1], {}))
    return answer


_wire.serve({"finish": finish})
