"""How a world is looked at in SQL: as declared, or with one choice made otherwise."""

from tables import POSTCODES


class Book:
    """Expressions that the database works out once, for all promises that use them."""

    # How many questions are put at a time.
    batch = 25

    def __init__(self):
        self.names, self.layers, self.questions, self.keys = {}, {}, {}, []

    def name(self, text, layer):
        """The name of an expression; one of a higher layer may use those of lower ones."""
        if text not in self.names:
            self.names[text] = f"e{len(self.names)}"
            self.layers.setdefault(layer, []).append(text)
        return self.names[text]

    def ask(self, expressions):
        """Notes expressions whose values are wanted row by row."""
        self.questions[expressions] = None

    def answer(self, expressions):
        """The values of such expressions, a tuple a row."""
        return self.questions[expressions]

    def work_out(self, base):
        """Answers all questions about the rows to judge."""
        tables = "judged"
        self.keys = [key for key, in base.execute('SELECT "invoice" FROM judged').fetchall()]
        for layer, texts in sorted(self.layers.items()):
            columns = ", ".join(f"({text}) AS {self.names[text]}" for text in texts)
            base.execute(f"CREATE TABLE layer_{layer} AS SELECT {columns} FROM {tables}")
            tables += f" POSITIONAL JOIN layer_{layer}"
        asked = list(self.questions)
        for start in range(0, len(asked), self.batch):
            self.fetch(base, tables, asked[start:start + self.batch])

    def fetch(self, base, tables, asked):
        """Answers some questions with one query."""
        columns = ", ".join(text for expressions in asked for text in expressions)
        rows = base.execute(f"SELECT {columns} FROM {tables}").fetchall()
        end = 0
        for expressions in asked:
            start, end = end, end + len(expressions)
            self.questions[expressions] = [row[start:end] for row in rows]


class Lens:
    """The columns of a world in SQL. With a book long expressions stand in it under a name."""

    def __init__(self, world, book=None, open_blank=None, area=None, is_inside=None, kept_in=None):
        self.world, self.book = world, book
        self.by_name = dict(world.columns())
        self.bits = {name: 1 << place for place, name in enumerate(self.by_name)}
        self.open_blank, self.kept_in = open_blank, kept_in
        self.area, self.is_inside = area, is_inside

    def kept(self, text, layer):
        """An expression, or the name under which it was worked out."""
        if self.book is None or len(text) < 20:
            return f"({text})"
        return self.book.name(text, layer)

    def column(self, name):
        """A column's value."""
        column = self.by_name[name]
        if column.blank != "value" or name == self.open_blank:
            return f'"{name}"'
        return f'CASE WHEN "{name}__blank" THEN {literal(column.blank_meaning)} ELSE "{name}" END'

    def halves(self, name):
        """The two halves of a column of postcodes, those of its declared blank included."""
        column, result = self.by_name[name], []
        meant = POSTCODES.get(column.blank_meaning) or (None, None)
        for part, text in zip(["out", "in"], meant):
            half = f'"{name}__{part}"'
            if column.blank == "value" and name != self.open_blank:
                half = f'CASE WHEN "{name}__blank" THEN {literal(text)} ELSE {half} END'
            result.append(self.kept(half, 0))
        return result

    def excludes(self, name):
        """Whether a row is left out for its blank in a column; nothing where none is."""
        if self.by_name[name].blank != "exclude" or name == self.open_blank:
            return None
        return f'coalesce("{name}__blank", false)'

    def missing(self, names):
        """The bits of those of the columns that are unknown."""
        tests = [f"CASE WHEN ({self.column(name)}) IS NULL THEN {self.bits[name]} ELSE 0 END"
                 for name in sorted(names)]
        return " | ".join(self.kept(test, 0) for test in tests) or "0"


def literal(value):
    """A value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"{value}::HUGEINT"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return f"DATE '{value}'"
