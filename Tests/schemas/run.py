#!/usr/bin/env python3
"""Holds the schemas of `holdfast schema` against the program that reads the same files.

    run.py BINARY [--all] [--seed S]

Each schema has to be sound by the schema of schemas, and to take every file of this repository, and
every block of its pages, that the program takes. Of files with one mistake each it has to take all
that the program takes, and to refuse all that the program refuses for their shape: an unknown key,
a word that is none, a list for a text. --all tries every mistake and not some of each kind.
"""

import argparse
import collections
import json
import pathlib
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import documents  # noqa: E402
import mutations  # noqa: E402
from programs import SHAPE, SHAPE_ALONE, Program, refused, unsound  # noqa: E402

#: How many mistakes of one kind are tried in one file.
EACH = 16
#: As many mistakes of shape there have to be, or something is wrong with this test.
LEAST = 150


def takes_all(schemas, folder):
    """What a schema refuses that is in order."""
    files = {kind: documents.paths(kind) for kind in documents.PLACES}
    for kind, path in documents.in_pages(folder):
        files[kind].append(path)
    count = sum(map(len, files.values()))
    problems = [f"{kind}: {path} is refused: {why}" for kind in files
                for path, why in refused(schemas[kind], files[kind]).items()]
    print(f"schemas: {count} files that are in order")
    return problems + [f"only {count} files were found"] * (count < 200)


def lines():
    """Shipped files whose first line names no schema, or not their own."""
    for path in [*documents.ROOT.glob("Rules/*/*.yaml"), *documents.ROOT.glob("examples/*/*.yaml")]:
        if path.parent.name == "ci" and path.stem != "holdfast":
            continue  # Files of other programs, which have schemas of their own.
        first = path.read_text().split("\n", 1)[0]
        kind = {"holdfast": "project"}.get(path.stem, path.stem.split(".")[0].split("-")[0])
        place = first.removeprefix("# yaml-language-server: $schema=")
        if (path.parent / place).resolve() != documents.ROOT / f"docs/schemas/{kind}.schema.json":
            yield f"{path}: the first line does not name the schema for editors"


def unsaid(schemas):
    """Keys that a schema declares and no seed says, so that nobody knows that they are read."""
    for kind, names in documents.SEED_FILES.items():
        said = set().union(*(documents.keys(documents.tree(documents.SEEDS / name))
                             for name in names))
        for key in sorted(documents.declared(json.loads(schemas[kind].read_text())) - said):
            yield f"{kind}: no file below seeds says '{key}'"


def chosen(tree, given, label):
    """Mistakes of each kind: all of them, or some."""
    kinds = collections.defaultdict(list)
    for name, where, mutant in mutations.mutants(tree):
        kinds[name].append((name, where, mutant))
    for name, found in kinds.items():
        dice = random.Random(f"{given.seed} {label} {name}")
        yield from found if given.all else dice.sample(found, min(EACH, len(found)))


def compare(kind, seed, schema, program, given, folder, counts):
    """What the schema says otherwise than the program, of files with a mistake each."""
    cases = {}
    for name, where, mutant in chosen(documents.tree(documents.SEEDS / seed), given, seed):
        text = json.dumps(mutant, indent=1)
        path = folder / f"{kind}-{seed.replace('/', '-')}-{len(cases)}.json"
        path.write_text(text)
        cases[str(path)] = (name, where, program.says(kind, seed, text), text)
    reasons = refused(schema, list(cases))
    shape = SHAPE_ALONE if seed == documents.EXTENDING else SHAPE
    for path, (name, where, says, text) in cases.items():
        counts["tried"] += 1
        if not says:
            counts["taken"] += 1
            if path in reasons:
                yield f"{seed}: {name} at {where} is taken, and refused: {reasons[path]}"
        elif shape.search(says):
            counts["shape", name] += 1
            if path not in reasons:
                yield f"{seed}: {name} at {where} is let pass, though:\n{says}"
        else:
            counts["meaning"] += 1
            counts["meaning refused"] += path in reasons


def corrections(schema, folder):
    """Whether rows of corrections are judged as the program judges them."""
    row = {"dataset": "spend", "key": "1", "column": "amount", "value": "2", "by": "A", "on":
           "2024-04-01", "because": "seen"}
    rows = {"whole": (row, True), "unanswered": ({**row, "value": "", "by": ""}, True),
            "with more": ({**row, "rows": "3"}, True), "of nobody": ({**row, "by": ""}, False),
            "a number": ({**row, "value": 2}, False)}
    rows |= {f"without {key}": ({k: v for k, v in row.items() if k != key}, False) for key in row}
    for name, (content, _) in rows.items():
        (folder / f"{name}.json").write_text(json.dumps(content))
    found = refused(schema, [folder / f"{name}.json" for name in rows])
    return [f"corrections: a row {name} is judged wrongly" for name, (_, fine) in rows.items()
            if (str(folder / f"{name}.json") in found) == fine]


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("binary", type=lambda text: pathlib.Path(text).resolve())
    options.add_argument("--all", action="store_true", help="try every mistake")
    options.add_argument("--seed", default="1")
    given = options.parse_args()
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([given.binary, "schema", "--out", folder / "schemas"], check=True,
                       stdout=subprocess.DEVNULL)
        schemas = {path.name.split(".")[0]: path for path in (folder / "schemas").iterdir()}
        problems = [unsound(schemas.values())] if unsound(schemas.values()) else []
        problems += takes_all(schemas, folder) + list(unsaid(schemas)) + list(lines())
        problems += corrections(schemas["corrections"], folder)
        program = Program(given.binary, folder / "seeds")
        for kind, seeds in documents.SEED_FILES.items():
            for seed in seeds:
                if program.says(kind, seed, (documents.SEEDS / seed).read_text()):
                    problems.append(f"the program refuses {seed} as it is")
                problems += compare(kind, seed, schemas[kind], program, given, folder, counts)
    shapes = {key[1]: count for key, count in counts.items() if key[0] == "shape"}
    total = sum(shapes.values())
    print(f"schemas: {counts['tried']} files with a mistake: {counts['taken']} taken by both, "
          f"{total} refused for their shape, {counts['meaning']} for what they mean "
          f"({counts['meaning refused']} of these by the schema too)")
    print("\n".join(f"  {count:5}  {name}" for name, count in sorted(shapes.items())))
    if total < LEAST:
        problems.append(f"only {total} files were refused for their shape")
    print("\n".join(problems[:40]) or "schemas: as the program reads")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
