"""Trees with one thing changed each."""

import copy

#: Keys that only some checkers take, with a value that they would take.
OTHERS = {
    "measure": "amount", "by": "supplier_id", "where": "local", "target": ">= 1", "at": "90%",
    "items": ["x"], "members": ["A-3"], "numerator": {}, "claim": "mission", "phases": ["north"],
    "as": "factor", "growth_of": "share", "quantity": "1", "baseline": {"period": "previous"},
    "missing": "worst", "schedule": [{"from": "2024-04-01", "target": ">= 1"}], "of": "spend",
}
CHECKERS = ["share", "every", "composite", "evidence", "ratio", "coverage", "growth", "shares"]


def nodes(tree, path=()):
    """Every node below the root with its path."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in children:
        yield path + (key,), value
        if isinstance(value, (dict, list)):
            yield from nodes(value, path + (key,))


def at(tree, path):
    """What stands at a path."""
    for key in path:
        tree = tree[key]
    return tree


def changed(tree, path, change):
    """A copy of the tree with a change made to what stands at a path."""
    result = copy.deepcopy(tree)
    change(at(result, path))
    return result


def replaced(tree, path, value):
    """A copy of the tree with another value at a path."""
    return changed(tree, path[:-1], lambda parent: parent.__setitem__(path[-1], value))


def respelt(tree, path, name):
    """A copy of the tree with another key at a path, in the same place."""
    def rename(parent):
        items = [(name if key == path[-1] else key, value) for key, value in parent.items()]
        parent.clear()
        parent.update(items)
    return changed(tree, path[:-1], rename)


def misspelt(word):
    """A word as fingers spell it."""
    return word[:-2] + word[:-3:-1] if len(word) > 2 and word[-1] != word[-2] else word + "s"


def of_value(tree, path, value):
    """What may go wrong with a value."""
    if isinstance(value, dict):
        others = {"a text for a mapping": "zzz", "a list for a mapping": [value]}
        others["a mapping without anything"] = {}
    elif isinstance(value, list):
        others = {"a text for a list": "zzz", "a mapping for a list": {"zzz": value}}
        others["a list without anything"] = []
    else:
        others = {"a list for a value": [value], "a mapping for a value": {"zzz": value},
                  "another word": "zzz", "a number": 7, "a fraction": 0.5, "a truth": True,
                  "a blank": " "}
    others["nothing"] = None
    for name, other in others.items():
        if other != value or isinstance(other, bool):
            yield name, replaced(tree, path, other)


def of_mapping(tree, path, mapping):
    """What may go wrong with the keys of a mapping."""
    yield "an unknown key", changed(tree, path, lambda node: node.update(zzz="zzz"))
    if "check" not in mapping and "commitments" not in path[:1]:
        return
    for key, value in OTHERS.items():
        if key not in mapping:
            yield "a key of another checker", changed(
                tree, path, lambda node, key=key, value=value: node.update({key: value}))
    for word in CHECKERS if "check" in mapping else []:
        yield "another checker", replaced(tree, path + ("check",), word)


def mutants(tree):
    """Every mutation of a tree: what was done, where, and what came of it."""
    for path, value in [((), tree), *nodes(tree)]:
        where = ".".join(map(str, path))
        if isinstance(value, dict):
            for name, mutant in of_mapping(tree, path, value):
                yield name, where, mutant
        if not path:
            continue
        for name, mutant in of_value(tree, path, value):
            yield name, where, mutant
        parent = at(tree, path[:-1])
        if isinstance(parent, dict):
            yield "a misspelt key", where, respelt(tree, path, misspelt(str(path[-1])))
            yield "a missing key", where, changed(
                tree, path[:-1], lambda node, key=path[-1]: node.pop(key))
