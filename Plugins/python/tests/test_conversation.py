"""The SDK from the other side of the pipe."""

from __future__ import annotations

import os
import subprocess
import sys
import unittest
from typing import Any

import world
from failure import Failure
from host import encoded
from world import Made

PAYLOAD = {"c": [["x", None], ["1.5", "2"]]}


def measured(methods: str, payload: Any = PAYLOAD, **more: Any) -> Any:
    """What a checker with these methods says of two rows."""
    with Made(methods) as host:
        host.start()
        host.open("rows", ["a", "b"], **more)
        host.batch(2, 0, payload)
        result = host.finish("rows", 2, 2)
        host.close()
        return result


class ConversationTests(unittest.TestCase):
    def refused(self, words: str, methods: str, **more: Any) -> str:
        with self.assertRaises(Failure) as caught:
            measured(methods, **more)
        self.assertIn(words, caught.exception.message)
        return caught.exception.message

    def test_a_plugin_that_does_as_it_should(self) -> None:
        self.assertEqual(measured("")["lower"], "2")

    def test_what_is_printed_goes_to_standard_error(self) -> None:
        methods = ("def update(self, batch):\n    import os, subprocess\n    print('hello')\n"
                   "    os.write(1, b'raw')\n    subprocess.run(['echo', 'child'])\n"
                   "    self.rows += batch.rows")
        with Made(methods) as host:
            host.start()
            host.open("rows", ["a", "b"])
            host.batch(2, 0, PAYLOAD)
            self.assertEqual(host.finish("rows", 2, 2)["lower"], "2")
            host.close()
            for word in (b"hello", b"raw", b"child"):
                self.assertIn(word, host.process.errors)

    def test_input_is_out_of_reach(self) -> None:
        methods = ("def update(self, batch):\n    import sys\n"
                   "    assert sys.stdin.read() == ''\n    self.rows += 2")
        self.assertEqual(measured(methods)["rows"], 2)

    def test_an_exception_is_told_by_its_place_and_never_by_its_words(self) -> None:
        told = self.refused("ValueError at line ", "def update(self, batch):\n"
                            "    raise ValueError('cell of ' + batch['a'][0] + 'yz')")
        self.assertIn("plugin.py: this is a defect of the plugin", told)
        self.assertNotIn("xyz", told)

    def test_a_plugin_error_is_told_in_its_own_words(self) -> None:
        self.refused("data: row 1 is odd",
                     "def finish(self):\n    raise PluginError('data', 'row 1 is odd')")

    def test_rows_after_a_mistake_are_read_and_passed_over(self) -> None:
        with Made("def update(self, batch):\n    raise PluginError('data', 'odd')") as host:
            host.start()
            host.open("rows", ["a", "b"])
            for start in range(0, 200_000, 2):
                host.batch(2, start, PAYLOAD)
            with self.assertRaises(Failure) as caught:
                host.finish("rows", 200_000, 200_000)
            self.assertEqual(caught.exception.kind, "told")

    def test_decimals_never_round(self) -> None:
        self.refused("Inexact", "def finish(self):\n    from decimal import Decimal\n"
                                "    Decimal(1) / 3")

    def test_floats_are_refused(self) -> None:
        self.refused("TypeError", "def finish(self):\n"
                     "    return Measurement(0.5, 1, rows=2, unknown_rows=0)")

    def test_a_column_that_is_left_out_is_unknown_throughout(self) -> None:
        methods = ("def update(self, batch):\n    assert batch['b'] == [None, None]\n"
                   "    self.rows += 2")
        with Made(methods) as host:
            host.start()
            host.open("rows", ["a"])
            host.batch(2, 0, {"c": [["x", "y"]]})
            self.assertEqual(host.finish("rows", 2, 2)["rows"], 2)

    def test_membership_and_where_are_handed_on(self) -> None:
        methods = ("def update(self, batch):\n    assert batch.members == [True, None]\n"
                   "    assert batch.where == [None, False]\n    self.rows += 2")
        with Made(methods) as host:
            host.start()
            host.open("rows", ["a", "b"], where=True)
            host.batch(2, 0, {**PAYLOAD, "m": [True, None], "w": [None, False]})
            self.assertEqual(host.finish("rows", 2, 1)["certain"], 1)

    def test_batches_in_another_shape_are_refused(self) -> None:
        payloads: list[Any] = [{"c": [["x"], ["1", "2"]]}, {"c": [["x", "y"]]}, {}, []]
        for payload in payloads:
            self.refused("", "", payload=payload)

    def test_requests_out_of_turn_are_refused(self) -> None:
        for message in ({"type": "finish", "rows": 0}, {"type": "partial"}, {"type": "dance"},
                        {"type": "merge", "states": []}):
            with Made() as host:
                host.start()
                host.process.send(encoded(message), 60)
                self.assertIn(b'"unsupported"', host.process.line(60))

    def test_what_was_never_declared_is_refused(self) -> None:
        self.refused("there is no parameter 'm'", "", params={"m": 1})
        with Made() as host:
            with self.assertRaises(Failure):
                host.ask({"type": "plan", "checker": "rows", "params": {}, "commitment": {}})

    def test_another_version_is_refused(self) -> None:
        with Made() as host, self.assertRaises(Failure) as caught:
            host.ask({"type": "hello", "versions": [2, 3], "host": "holdfast/9"})
        self.assertIn("version", caught.exception.message)

    def test_a_lost_row_is_found_by_both_sides(self) -> None:
        with Made() as host:
            host.start()
            host.open("rows", ["a", "b"])
            host.batch(2, 0, PAYLOAD)
            with self.assertRaises(Failure) as caught:
                host.finish("rows", 3, 3)
            self.assertIn("2 rows came in, 3 were sent", caught.exception.message)

    def test_states_that_are_too_large_or_inexact_are_refused(self) -> None:
        for state, words in (("'x' * (1 << 20)", "1 MiB"), ("[0.5]", "TypeError"),
                             ("float('nan')", "TypeError")):
            with Made("def state(self):\n    return %s" % state) as host:
                host.start()
                host.open("rows", ["a", "b"])
                with self.assertRaises(Failure) as caught:
                    host.partial(0)
                self.assertIn(words, caught.exception.message)

    def test_sessions_follow_one_another(self) -> None:
        with Made() as host:
            host.start()
            for rows in (2, 4):
                host.open("rows", ["a", "b"])
                for start in range(0, rows, 2):
                    host.batch(2, start, PAYLOAD)
                self.assertEqual(host.finish("rows", rows, rows)["lower"], str(rows))
            host.close()

    def test_the_end_of_input_without_close_is_no_good_end(self) -> None:
        environment = dict(os.environ, HOLDFAST_PLUGIN="1")
        path = world.ROOT / "Plugins/python/examples/share/plugin.py"
        done = subprocess.run([sys.executable, str(path)], input=b'{"type":"hel', env=environment,
                              capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (1, b""))

    def test_started_by_hand_it_says_what_it_is(self) -> None:
        path = world.ROOT / "Plugins/python/examples/share/plugin.py"
        done = subprocess.run([sys.executable, str(path)], capture_output=True, check=False)
        self.assertEqual((done.returncode, done.stdout), (64, b""))
        self.assertIn(b"check: example/share", done.stderr.replace(b"CHECKER", b"share"))


if __name__ == "__main__":
    unittest.main()
