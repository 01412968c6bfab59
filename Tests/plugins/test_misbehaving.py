"""Every way to misbehave ends as the protocol says, and never as a measurement.

The cases stand in misbehaving/cases.json, so that every host is held against the same ones:

- `command`: the script and its argument; every one calls itself `misbehaving`.
- `does`: the dialogue. `rows` is three rows and `finish`, `merge` the same by way of states,
  `flood` rows without end, `aggregates` a plan and a conclusion over three rows.
- `fails`: the kinds of failure that it may be found as, null where there is none.
- `sandbox`: the script probes the sandbox, and tells in its remarks what was allowed. A host with
  a sandbox asks that nothing was but what `allowed` lists. This one has none, so that probes are
  only held against their form, those that could do harm are left out, and `unconfined` says the
  kinds of failure.
"""

from __future__ import annotations

import json
import unittest
from pathlib import Path
from typing import Any, Optional

from failure import Failure
from host import Host
from process import Limits

FOLDER = Path(__file__).resolve().parent / "misbehaving"
CASES: list[dict[str, Any]] = json.loads((FOLDER / "cases.json").read_text())
#: Short, so that the tests are; the ones that are meant stand in the protocol.
SHORT = Limits(hello=1.5, reply=1.5, whole=6, close=0.5)
HARMFUL = ("forks_without_end", "fills_memory", "fills_disk")
PAYLOAD = {"c": [["a", None, "b"]]}
#: Three rows as aggregates, two of which count for certain.
SLICE = {"sums": {"certain/holds/positive": {"rows": 2, "sum": "2"},
                  "possible/holds/positive": {"rows": 1, "sum": "1"}},
         "unmeasured": {}, "ranges": {}, "keys": [], "values": []}
COMMITMENT = {"id": "A", "measure": False, "where": False, "by": False, "per": False,
              "unit": "rows"}


def converse(host: Host, does: str) -> dict[str, Any]:
    """A dialogue from the first word to the last; the measurement."""
    host.start()
    if does == "aggregates":
        _, measured = host.conclude("rows", COMMITMENT, [{"group": None, "slice": SLICE}])
        host.close()
        return measured
    host.open("rows", ["id"], {"path": "/etc/hostname"})
    for start in range(0, 3_000_000 if does == "flood" else 3, 3):
        host.batch(3, start, PAYLOAD)
    if does == "merge":
        host.merge([host.partial(3)])
    result = host.finish("rows", 3, 3)
    host.close()
    return result


class MisbehavingTests(unittest.TestCase):
    def run_case(self, case: dict[str, Any]) -> tuple[Optional[str], dict[str, Any]]:
        command = ["python3", "-BES", *case["command"]]
        try:
            with Host("misbehaving", command, FOLDER, SHORT) as host:
                return None, converse(host, case["does"])
        except Failure as failure:
            return failure.kind, {}

    def test_every_misbehaviour_is_found(self) -> None:
        for case in CASES:
            if not case.get("sandbox"):
                with self.subTest(case["name"]):
                    self.assertIn(self.run_case(case)[0], case["fails"] or [None])

    def test_probes_tell_what_they_could_do(self) -> None:
        for case in CASES:
            if case.get("sandbox") and case["name"] not in HARMFUL:
                with self.subTest(case["name"]):
                    kind, result = self.run_case(case)
                    self.assertIn(kind, case.get("unconfined", [None]))
                    for remark in result.get("remarks", []):
                        self.assertRegex(remark, "^[^:]+: .")

    def test_every_script_has_a_case(self) -> None:
        scripts = {path.name for path in FOLDER.glob("[a-z]*.py")}
        self.assertEqual(scripts, {case["command"][0] for case in CASES})

    def test_a_missing_program_is_a_failure(self) -> None:
        with self.assertRaises(Failure) as caught:
            Host("misbehaving", ["no-such-program"], FOLDER)
        self.assertEqual(caught.exception.kind, "start")

    def test_only_the_end_of_errors_is_kept(self) -> None:
        with Host("misbehaving", ["python3", "-BES", "floods_errors.py"], FOLDER, SHORT) as host:
            converse(host, "rows")
            self.assertLessEqual(len(host.process.errors), 64 << 10)
            self.assertIn(b"159\n", host.process.errors)

    def test_what_a_crash_says_is_kept(self) -> None:
        command = ["python3", "-BES", "crashes.py", "finish"]
        with Host("misbehaving", command, FOLDER, SHORT) as host:
            with self.assertRaises(Failure):
                converse(host, "rows")
            self.assertIn(b"about to crash", host.process.errors)


if __name__ == "__main__":
    unittest.main()
