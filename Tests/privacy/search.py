"""What may stand nowhere: cells of persons, and what few of them come to together."""
import base64
import re
from decimal import Decimal
from itertools import chain

from world import MARK


def amounts(value):
    """The ways in which a number is written."""
    return {f"{value:.2f}", f"{value:,.2f}"}


def forbidden(worlds):
    """Bytes that no output holds, each with what it is."""
    result = {}
    for world in worlds:
        for person in world.people:
            told = [person.born, person.postcode] if person.postcode else [person.born]
            for text in chain(amounts(person.pay), told):
                result[text] = "a cell of a person"
        for column in ("team", "site"):
            for name, people in world.small(column).items():
                total = sum((p.pay for p in people), Decimal(0))
                for text in amounts(total) | amounts(total / len(people)):
                    result.setdefault(text, f"the pay of {len(people)} in {name}")
                disabled = sum((p.pay for p in people if p.disabled), Decimal(0))
                if disabled:
                    for text in amounts(disabled):
                        result.setdefault(text, f"the pay of those disabled in {name}")
    return {text.encode(): why for text, why in result.items()}


class Search:
    """Looks through bytes for what may not be there, but for texts that a pack says itself."""

    def __init__(self, worlds):
        self.forbidden = forbidden(worlds)
        self.pattern = re.compile(rb"(?<![\d.,])(?:" + b"|".join(
            re.escape(text) for text in sorted(self.forbidden)) + rb")(?!\d)")
        self.mark = re.compile(re.escape(MARK.encode()), re.I)

    def found(self, data, known=()):
        """What is wrong with some output; `known` are marked texts that the command itself says."""
        # What is signed stands in an envelope.
        for packed in re.findall(rb'"payload":\s*"([A-Za-z0-9+/=]+)"', data):
            data += base64.b64decode(packed)
        for text in known:
            data = data.replace(text, b"")
        mark = self.mark.search(data)
        if mark:
            yield f"a name: {around(data, mark)}"
        for match in self.pattern.finditer(data):
            yield f"{self.forbidden[match[0]]}: {around(data, match)}"
            return


def around(data, match):
    return data[max(0, match.start() - 60):match.end() + 30]
