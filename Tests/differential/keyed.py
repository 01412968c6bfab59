"""Commitments that tell values apart, over the rows and measures of random ones: what columns cannot
say of them is counted row by row."""

KINDS = [
    {"check": "median", "target": ">= 10"},
    {"check": "distinct", "by": None, "target": ">= 2"},
    {"check": "concentration", "by": None, "as": "hhi", "target": "<= 0.9"},
    {"check": "quantile", "at": "90%", "target": "<= 1000"},
    {"check": "unique", "by": None},
]


class Keyed:
    """A commitment of another check over what a random one is about."""

    def __init__(self, name, case, promise):
        kind = dict(case.dice.choice(KINDS))
        if "by" in kind:
            kind["by"] = case.dice.choice(
                [name for name, column in case.world.columns() if column.is_text])
        written = promise.declaration()
        kept = ["of", "where", "among", "leave_out", "period"]
        if "by" not in kind or kind["check"] == "concentration":
            kept.append("measure")
        self.written = {"id": name, "title": f"Promise {name}"}
        self.written |= {key: written[key] for key in kept if key in written} | kind

    def declaration(self):
        """The commitment as the pack writes it."""
        return self.written
