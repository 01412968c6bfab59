"""One random institution with one random pack, in a folder of its own."""

import csv
import os
import subprocess

import files
from declarations import as_yaml, institution
from dice import Dice
from promises import random_pack
from world import random_world


class Case:
    """What is made up for a seed and a number, and how the program is run on it."""

    def __init__(self, seed, number, folder, count=40, rows=3000, least=None):
        self.dice = Dice(f"{seed}/{number}")
        self.name, self.folder = f"{seed}/{number}", folder
        self.world = random_world(self.dice, rows, least)
        self.pack = random_pack(self.dice, self.world, count)

    def write(self):
        """Writes the files that the program reads."""
        data = os.path.join(self.folder, "data")
        os.makedirs(os.path.join(data, "spend"))
        for name, table in self.world.tables.items():
            digests = self.world.digests if name == "spend" else {}
            for file in self.world.files[name]:
                with open(os.path.join(data, file.path), "wb") as out:
                    out.write(files.content(self.dice, table, file, digests))
        with open(os.path.join(data, "districts.csv"), "w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows([("Postcode", "District"), *self.world.lookup.items()])
        for path, value in [("data/institution.yaml", institution(self.world)),
                            ("pack.yaml", self.pack.declaration())]:
            with open(os.path.join(self.folder, path), "w", encoding="utf-8") as out:
                out.write(as_yaml(value).lstrip("\n") + "\n")

    def command(self, binary, *more):
        """How the program is run."""
        return [binary, "check", "pack.yaml", "--data", "data", "--as-of", str(self.world.as_of),
                "--reproducible", "--report", "json", *more]

    def run(self, binary, *more):
        """The text of the report."""
        done = subprocess.run(self.command(binary, *more), cwd=self.folder, capture_output=True)
        if not done.stdout:
            raise RuntimeError(done.stderr.decode(errors="replace")[:4000])
        return done.stdout.decode()


def result_of(text):
    """The part of a report that depends on rows, packs and as-of alone."""
    return text[:text.index('\n  "run": {')]
