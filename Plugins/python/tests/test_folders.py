"""The plugins that are shipped: pinned, recorded, and as the pages say."""

from __future__ import annotations

import inspect
import textwrap
import unittest

import world  # noqa: F401
import dialogues
import holdfast_plugin
import pin
import shown
from host import Host
from world import ROOT, Made

FOLDERS = [ROOT / "Plugins/local-multiplier", ROOT / "Plugins/duplicate-suppliers",
           ROOT / "Plugins/python/examples/share"]


class FolderTests(unittest.TestCase):
    def test_every_file_is_as_it_was_pinned(self) -> None:
        for folder in FOLDERS:
            self.assertEqual(pin.problems(folder), [])

    def test_every_dialogue_goes_as_recorded(self) -> None:
        for folder in FOLDERS:
            paths = sorted((folder / "dialogues").glob("*.dialogue.jsonl"))
            self.assertTrue(paths)
            for path in paths:
                self.assertEqual(dialogues.problems(folder, path, accept=False), [])

    def test_the_page_shows_dialogues_as_they_go(self) -> None:
        text = (ROOT / "docs/plugin-protocol.md").read_text()
        self.assertEqual(shown.renewed(text), text)

    def test_the_example_of_the_sdk_works(self) -> None:
        text = inspect.getdoc(holdfast_plugin) or ""
        code = text[text.index("    from holdfast_plugin"):text.index("\nNumbers are exact")]
        with Made() as spare:
            folder = spare.process.folder
            (folder / "example.py").write_text(textwrap.dedent(code))
            with Host("notes", ["python3", "-BES", "example.py"], folder) as host:
                host.start()
                host.open("filled", ["note"])
                host.batch(3, 0, {"c": [["a", None, "b"]]})
                state = host.partial(3)
                host.merge([state, state])
                self.assertEqual(host.finish("filled", 6, 6)["lower"], "4")
                host.close()


class DescriptionTests(unittest.TestCase):
    def test_every_plugin_describes_itself_in_form(self) -> None:
        for folder in FOLDERS:
            name = "example" if folder.name == "share" else folder.name
            with Host(name, dialogues.manifest(folder)[0], folder) as host:
                self.assertTrue(host.start())
                host.close()


if __name__ == "__main__":
    unittest.main()
