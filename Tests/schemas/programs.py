"""What the program and check-jsonschema say of a file."""

import json
import pathlib
import re
import shutil
import subprocess
import sys

from documents import ROOT, SEEDS

CHECKER = pathlib.Path(sys.executable).parent / "check-jsonschema"
#: Messages about the shape of a file, which its schema has to refuse too.
SHAPE = re.compile(
    r"error: (unknown key '"
    r"|.* must be a mapping of keys to values"
    r"|.* must be a list"
    r"|.* must be a text, not"
    r"|.* has no '[a-z_0-9]+'$"
    r"|.* must be one of "
    r"|'[a-z]+' takes no ('|target)"
    r"|'[a-z]+' needs '"
    r"|there is no checker '"
    r"|.* must be true or false"
    r"|.* must be a whole number from"
    r"|'[a-z_0-9]+' of .* is empty$"
    r"|.* is not a date$"
    r"|unknown period '"
    r"|.* says nothing without '"
    r"|.* cannot be an? .*: use "
    r"|a target begins with"
    r"|'[a-z]+' cannot take missing)", re.M)

#: Of these, what can be told of a pack without that which it extends.
SHAPE_ALONE = re.compile(
    r"error: (unknown key 'zzz'|.* must be (a mapping of keys|a list|a text, not|one of) "
    r"|there is no checker '|.* is not a date$)", re.M)


class Program:
    """The program, with a folder in which a file of each kind has its place."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        shutil.copytree(SEEDS, folder)

    def command(self, kind, seed):
        """The file that a mutant is written to, and the arguments that read it."""
        place = self.folder / seed
        judged = self.folder / "judged"
        check = ["check", judged / "pack.yaml", "--data", judged / "data", "--as-of", "2025-06-30"]
        gate = self.folder / "gate"
        return place, {
            "pack": ["lint", place, "--plugins", ROOT / "Plugins/local-multiplier"],
            "institution": ["lint", "--institution", place],
            "tests": ["test", judged],
            "evidence": check,
            "waivers": check,
            "responses": check,
            "parameters": ["lint", judged / "pack.yaml", "--parameters", place],
            "project": ["lint"],
            "plugin": ["plugins", "list", self.folder / "plugin"],
            "proposal": ["gate", place, gate / "pack.yaml", "--data", gate / "data",
                         "--as-of", "2025-06-30"],
        }[kind]

    def says(self, kind, seed, text):
        """Nothing where the program takes a file, else its messages."""
        place, arguments = self.command(kind, seed)
        original = place.read_text()
        place.write_text(text)
        # A project is that of the folder in which a command is run.
        done = subprocess.run(
            [self.binary, *arguments], capture_output=True, text=True, cwd=place.parent)
        place.write_text(original)
        if done.returncode not in (0, 1, 2, 3):
            raise SystemExit(f"{kind}: ended with {done.returncode}:\n{text}\n{done.stderr}")
        return done.stderr if done.returncode == 3 else ""


def refused(schema, files):
    """What check-jsonschema refuses of some files, by name, with the first reason."""
    if not files:
        return {}
    done = subprocess.run(
        [CHECKER, "--output-format", "json", "--schemafile", schema, *files],
        capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"check-jsonschema ended with {done.returncode}:\n{done.stderr}")
    answer = json.loads(done.stdout)
    if answer.get("parse_errors"):
        raise SystemExit(f"check-jsonschema cannot read: {answer['parse_errors'][0]}")
    found = {}
    for error in answer.get("errors", []):
        found.setdefault(str(error["filename"]), f"{error['path']}: {error['message']}")
    return found


def unsound(schemas):
    """What is wrong with schemas by the schema of schemas."""
    done = subprocess.run(
        [CHECKER, "--check-metaschema", *schemas], capture_output=True, text=True)
    return done.stdout + done.stderr if done.returncode else ""
