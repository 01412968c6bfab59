"""The YAML of this repository by kind of file, as schemas see it."""

import datetime
import pathlib
import re

from ruamel.yaml import YAML

ROOT = pathlib.Path(__file__).resolve().parents[2]
SEEDS = pathlib.Path(__file__).resolve().parent / "seeds"
#: Where files of a kind stand: in packs, examples and tests.
PLACES = {
    "pack": ["Rules/*/pack.yaml", "examples/*/pack.yaml", "Benchmarks/*/pack.yaml",
             "Tests/CommandLineTests/Fixtures/**/pack.yaml"],
    "institution": ["Rules/*/data/**/institution.yaml", "examples/*/institution.yaml",
                    "Benchmarks/*/institution.yaml", "Tests/CommandLineTests/**/institution.yaml"],
    "tests": ["Rules/*/tests.yaml"],
    "evidence": ["Rules/*/data/**/evidence.yaml", "examples/*/evidence.yaml"],
    "parameters": ["Rules/*/parameters*.yaml"],
    "project": ["examples/*/holdfast.yaml"],
    "plugin": ["Plugins/**/plugin.yaml"],
    "waivers": ["Rules/*/data/**/waivers.yaml", "examples/*/waivers.yaml"],
    "responses": ["Rules/*/data/**/responses.yaml", "examples/*/responses.yaml"],
    "proposal": ["examples/*/proposals/*.yaml"],
}
#: The one that takes over what it does not say.
EXTENDING = "stricter.yaml"
#: The seeds of mutations, which say every key that there is.
SEED_FILES = {
    "pack": ["pack.yaml", EXTENDING, "judged/pack.yaml"],
    "institution": ["institution.yaml", "judged/data/institution.yaml"],
    "tests": ["judged/tests.yaml"],
    "evidence": ["judged/data/evidence.yaml"],
    "parameters": ["judged/parameters.yaml"],
    "project": ["project/holdfast.yaml"],
    "plugin": ["plugin/plugin.yaml"],
    "waivers": ["judged/data/waivers.yaml"],
    "responses": ["judged/data/responses.yaml"],
    "proposal": ["gate/proposal.yaml", "gate/alternatives.yaml"],
}
BLOCK = re.compile(r"^```yaml[^\n]*title=[^\n]*\n(.*?)^```", re.M | re.S)


def paths(kind):
    """The files of a kind, seeds included."""
    found = [path for place in PLACES[kind] for path in sorted(ROOT.glob(place))]
    return found + [SEEDS / name for name in SEED_FILES[kind]]


def in_pages(folder):
    """Files of the documentation's pages, written into a folder: kind and path of each."""
    pages = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
    blocks = [block for page in pages for block in BLOCK.findall(page.read_text())]
    for number, block in enumerate(blocks):
        kind = next((kind for kind in PLACES if re.search(rf"^{kind}:", block, re.M)), None)
        if kind is None or block.rstrip().endswith(":"):  # A part of a file.
            continue
        path = folder / f"page-{number}.yaml"
        path.write_text(block)
        yield kind, path


def tree(path):
    """What a file says, with days as texts."""
    return with_texts(YAML(typ="safe").load(path.read_text()))


def with_texts(node):
    """The same with every day as a text."""
    if isinstance(node, dict):
        return {key: with_texts(value) for key, value in node.items()}
    if isinstance(node, list):
        return [with_texts(item) for item in node]
    return node.isoformat() if isinstance(node, datetime.date) else node


def keys(node):
    """Every key that stands anywhere in a tree."""
    if isinstance(node, dict):
        return set(node) | {key for value in node.values() for key in keys(value)}
    return {key for item in node for key in keys(item)} if isinstance(node, list) else set()


def declared(schema):
    """Every key that a schema declares."""
    if isinstance(schema, list):
        return {key for item in schema for key in declared(item)}
    if not isinstance(schema, dict):
        return set()
    own = set(schema["properties"]) if isinstance(schema.get("properties"), dict) else set()
    return own | {key for value in schema.values() for key in declared(value)}
