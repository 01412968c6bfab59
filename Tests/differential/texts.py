"""Random conditions over columns of texts."""

import json

from amounts import SIGNS
from tree import Constant, Name, Written

# Patterns that two libraries read alike, each with texts that it fits and that it does not.
PATTERNS = ["^F", "[0-9]+", "(?i)food", "^I000[0-9]*[02468]$", "é", "lines$", "o{2}|x", "^$",
            r"\bM5\b", "[^A-Za-z]"]
PIECES = ["Food", "o", "F", "", "é", "\n", '"', "old", "I000", "1", "M", "5 4", "%", "_"]


class Texts:
    """Conditions; for a class that picks columns and declares parameters."""

    def text(self, column):
        """A text to compare a column with: mostly one that it holds."""
        if column.kind == "choice":
            return self.dice.choice(sorted(column.declared_texts))
        texts = sorted({text for text in column.held if isinstance(text, str)})
        return self.dice.choice(texts) if texts and self.dice.chance(0.97) else "Fodo"

    def text_equal(self):
        """A text column that is, or is not, a text or a parameter."""
        name, column = self.pick("text", "choice", "postcode")
        text = self.text(column)
        cel = json.dumps(text, ensure_ascii=False)
        if column.kind == "text" and self.dice.chance(0.1):
            text, cel = self.parameters["word"][1], "params.word"
        sign = self.dice.choice(["==", "==", "!="])
        sides = "{0} " + sign + " {1}" if self.dice.chance(0.8) else "{1} " + sign + " {0}"
        return Written(sides, "{0} " + SIGNS[sign] + " {1}", Name(name), Constant(cel, text),
                       literals=[(name, text)])

    def text_in(self):
        """A text column that is one of a list."""
        name, column = self.pick("text", "choice", "postcode")
        count = self.dice.choice([1, 2, 3, 4, 12])
        items = list(dict.fromkeys(self.text(column) for _ in range(count)))
        constants = [Constant(json.dumps(item, ensure_ascii=False), item) for item in items]
        holes = ", ".join(f"{{{place + 1}}}" for place in range(len(items)))
        return Written("{0} in [" + holes + "]", "{0} IN (" + holes + ")", Name(name), *constants,
                       literals=[(name, item) for item in items])

    def text_part(self):
        """A text column that begins with, ends with or holds a piece."""
        name, _ = self.pick("text", "choice", "postcode")
        piece = self.dice.choice(PIECES)
        word, function = self.dice.choice(
            [("startsWith", "starts_with"), ("endsWith", "suffix"), ("contains", "contains")])
        return Written("{0}." + word + "({1})", function + "({0}, {1})", Name(name),
                       Constant(json.dumps(piece, ensure_ascii=False), piece))

    def pattern(self):
        """A text column that a pattern fits."""
        name, _ = self.pick("text", "postcode")
        pattern = self.dice.choice(PATTERNS)
        return Written("{0}.matches({1})", "regexp_matches({0}, {1})", Name(name),
                       Constant(json.dumps(pattern, ensure_ascii=False), pattern))

    def text_size(self):
        """A text column by its number of letters."""
        name, _ = self.pick("text", "postcode")
        sign = self.dice.choice(list(SIGNS))
        return Written("size({0}) " + sign + " {1}", "length({0}) " + SIGNS[sign] + " {1}",
                       Name(name), self.whole(self.dice.randint(0, 12)))

    def any_of(self):
        """A text column that holds one of several pieces, through a macro."""
        name, _ = self.pick("text")
        items = self.dice.some(PIECES, 1, 3)
        listed = ", ".join(json.dumps(item, ensure_ascii=False) for item in items)
        return Written("[{1}].exists(piece, {0}.contains(piece))",
                       " OR ".join(f"contains({{0}}, {{{place + 2}}})"
                                   for place in range(len(items))),
                       Name(name), Constant(listed, ""), *[Constant("", item) for item in items])
