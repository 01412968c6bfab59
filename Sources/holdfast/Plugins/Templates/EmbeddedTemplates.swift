// Written by Scripts/embed-templates from the files that are named; do not edit.

// swift-format-ignore-file

/// What `holdfast plugins new` begins a plugin with.
enum EmbeddedTemplates {
  /// Plugins/python/template/plugin.py
  static let pythonPlugin = ###"""
"""The part of the rows that are done: an example to begin with."""

from __future__ import annotations

from holdfast_plugin import Batch, Column, Measurement, RowsChecker, main


class DonePart(RowsChecker):
    """A checker is one class. This one reads rows, and may be run in several processes."""

    name = "done_part"
    summary = "the part of the rows that are done"
    unit = "share"
    mergeable = True
    columns = [Column("done", "bool", nullable=True, means="whether the row is done")]
    params_schema = {"minimum_rows": {
        "type": "integer", "default": 1, "minimum": 1, "maximum": 1000000,
        "description": "with fewer rows than these nothing is said"}}

    def start(self) -> None:
        #: Rows that count for certain: done, not done, unknown.
        self.certain = [0, 0, 0]
        #: The same of rows of which nobody knows whether they count.
        self.possible = [0, 0, 0]

    def update(self, batch: Batch) -> None:
        members = batch.members or [True] * batch.rows
        for done, counts in zip(batch["done"], members):
            place = 2 if done is None else 0 if done else 1
            (self.certain if counts else self.possible)[place] += 1

    def state(self) -> object:
        return self.certain + self.possible

    def merge(self, states: list) -> None:
        sums = [sum(column) for column in zip(*states)]
        self.certain, self.possible = sums[:3], sums[3:]

    def finish(self) -> Measurement:
        # The bounds hold whichever way each unknown turns out: at the least no unknown is done and
        # every row counts that is not, at the most the other way round.
        from fractions import Fraction

        certain, possible = self.certain, self.possible
        sure, rows = sum(certain), sum(certain) + sum(possible)
        unknown = certain[2] + sum(possible)
        minimum = self.params.get("minimum_rows", 1)
        if sure < minimum:
            return Measurement.unbounded("fewer than %d row(s) count for certain" % minimum,
                                         rows=rows, unknown_rows=unknown)
        most = certain[0] + certain[2] + possible[0] + possible[2]
        return Measurement(Fraction(certain[0], sure + possible[1] + possible[2]),
                           Fraction(most, sure + possible[0] + possible[2]),
                           rows=rows, unknown_rows=unknown)


if __name__ == "__main__":
    main("my-plugin", [DonePart])

"""###

  /// Plugins/python/template/plugin.yaml
  static let pythonManifest = ###"""
name: my-plugin
version: 1.0.0
protocol: holdfast-plugin/1
command: [python3, -BES, plugin.py]
files: {}
tests: dialogues

"""###

  /// Plugins/python/holdfast_plugin.py
  static let pythonKit = ###"""
"""What a Holdfast plugin in Python is made of: write a class for each checker and call `main`.

This file speaks holdfast-plugin/1 (docs/plugin-protocol.md) and needs nothing but Python 3.9 and
its standard library. Put a copy of it beside your plugin: a plugin can read only its own files.

    from holdfast_plugin import Batch, Column, Measurement, RowsChecker, main

    class Filled(RowsChecker):
        name, summary, unit, mergeable = "filled", "rows that have a note", "rows", True
        columns = [Column("note", "text", nullable=True, means="the note")]

        def start(self) -> None:
            self.rows = 0

        def update(self, batch: Batch) -> None:
            notes = batch["note"]
            self.rows += len(notes) - notes.count(None)

        def state(self) -> object:
            return self.rows

        def merge(self, states: list) -> None:
            self.rows = sum(states)

        def finish(self) -> Measurement:
            return Measurement(self.rows, self.rows, rows=self.rows, unknown_rows=0)

    main("notes", [Filled])

Numbers are exact: `int`, `decimal.Decimal` and `fractions.Fraction`. While a checker runs, a
Decimal operation that would round raises `decimal.Inexact`; a `float` is refused. What a checker
prints goes to standard error.

`typing`, `decimal` and the like are imported late or never: a plugin starts for every run.
"""

from __future__ import annotations

import os
import sys

try:
    # The half of `json` that is written in C: the other half takes longer to import than all else.
    from _json import encode_basestring_ascii, make_scanner
except ImportError:
    from json.encoder import encode_basestring_ascii
    from json.scanner import make_scanner

TYPE_CHECKING = False
if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction
    from typing import (Any, BinaryIO, Dict, List, NoReturn, Optional, Sequence, Tuple, Type,
                        TypeVar, Union)

    Number = Union[int, Decimal, Fraction]
    Message = Dict[str, Any]
    Kind = TypeVar("Kind", bound="Checker")

VERSION = 1
#: The most digits that Holdfast takes in a number.
DIGITS = 38
#: The longest reply with the line feed at its end, in bytes.
LONGEST_REPLY = 1 << 20


class PluginError(Exception):
    """What a checker raises to end as an error of the commitment, in its own words.

    The code says whose matter it is: `params` (what the pack says under `with`), `data` (what the
    rows say), `unsupported` or `internal`. The message must not hold a cell: rows may be about
    persons. Name the row by its number.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class Column:
    """A column that a checker of rows reads; packs say which by an expression.

    The type is `text`, `decimal`, `date`, `bool` or `integer`. Decimals and dates come as text
    (`"12.50"`, `"2024-04-01"`), unknown cells as None. A column that is not nullable never holds
    None; one that is may be left out of a pack, and is then None throughout.
    """

    def __init__(self, role: str, type: str, *, means: str, nullable: bool = False) -> None:
        self.role = role
        self.type = type
        self.nullable = nullable
        self.means = means

    def description(self) -> Message:
        """What `describe` says of the column."""
        return {"role": self.role, "type": self.type, "nullable": self.nullable,
                "means": self.means}


class Batch:
    """Some rows, column by column.

    `first_row` is the number of the first row; rows are numbered from 0 over all batches.
    `members` says of each row whether it counts: True, or None where nobody knows; it is None where
    all count for certain. `where` says whether the condition holds: True, False, or None where
    nobody knows; it is None where the commitment has none.
    """

    __slots__ = ("rows", "first_row", "columns", "members", "where")

    def __init__(self, columns: Dict[str, List[Any]], rows: int, first_row: int = 0,
                 members: Optional[List[Optional[bool]]] = None,
                 where: Optional[List[Optional[bool]]] = None) -> None:
        self.rows = rows
        self.first_row = first_row
        self.columns = columns
        self.members = members
        self.where = where

    def __getitem__(self, role: str) -> List[Any]:
        """The cells of a column; None throughout where the pack leaves it out."""
        cells = self.columns.get(role)
        return [None] * self.rows if cells is None else cells


class Measurement:
    """What a checker measured: bounds that contain the truth, however the unknowns turn out.

    `rows` are those that the number speaks of, `unknown_rows` those of them of which something is
    unknown that could move it. A bound with more than 38 digits is rounded outward. Never a
    verdict: Holdfast holds the target against the bounds.
    """

    def __init__(self, lower: Optional[Number], upper: Optional[Number], *, rows: int,
                 unknown_rows: int, numerator: Optional[Number] = None,
                 denominator: Optional[Number] = None, remarks: Sequence[str] = (),
                 witnesses: Sequence[int] = (), reason: str = "") -> None:
        self.rows = rows
        self.unknown_rows = unknown_rows
        self.bounds = None if lower is None or upper is None else (lower, upper)
        self.reason = reason
        self.numerator = numerator
        self.denominator = denominator
        self.remarks = remarks
        self.witnesses = witnesses

    @classmethod
    def unbounded(cls, reason: str, *, rows: int, unknown_rows: int, remarks: Sequence[str] = (),
                  witnesses: Sequence[int] = ()) -> Measurement:
        """A measurement without bounds, and why there are none: the verdict is "cannot tell"."""
        return cls(None, None, rows=rows, unknown_rows=unknown_rows, remarks=remarks,
                   witnesses=witnesses, reason=reason)

    def reply(self, unit: str, selected: int, certain: int) -> Message:
        """The measurement as it is sent; raises ValueError where it contradicts itself."""
        if not 0 <= self.unknown_rows <= self.rows <= selected:
            raise ValueError("a measurement wants 0 <= unknown_rows <= rows <= rows selected")
        if len(self.remarks) > 20 or len(self.witnesses) > 20:
            raise ValueError("a measurement has at most 20 remarks and 20 witnesses")
        if any(not 0 < len(text) <= 500 or not text.isprintable() for text in self.remarks):
            raise ValueError("a remark has 1 to 500 characters that can be printed")
        result: Message = {"type": "measurement"}
        if self.bounds is None:
            result["unbounded"] = {"reason": self.reason or "the checker gives no reason"}
        else:
            lower, upper = _ratio(self.bounds[0]), _ratio(self.bounds[1])
            if lower[0] * upper[1] > upper[0] * lower[1]:
                raise ValueError("the lower bound is above the upper one")
            result.update(lower=_bound(*lower, -1), upper=_bound(*upper, 1))
        result["unit"] = unit
        for name, value in (("numerator", self.numerator), ("denominator", self.denominator)):
            if value is not None:
                result[name] = _decimal(*_ratio(value))
                if result[name] is None:
                    raise ValueError("the %s is no decimal of 38 digits" % name)
        result.update(rows=self.rows, unknown_rows=self.unknown_rows, selected=selected,
                      certain=certain, remarks=list(self.remarks))
        return result


class Checker:
    """What checkers of both kinds say of themselves, as attributes of the class."""

    #: The name behind the plugin's: `check: plugin/name`.
    name: str
    #: What it measures, in a sentence.
    summary: str
    #: `share`, `money`, `number` or `rows`.
    unit: str
    #: What a pack may say under `with`, by name: JSON Schemas.
    params_schema: Message = {}
    #: The names of those that it has to say.
    required_params: Sequence[str] = ()
    #: Whether digests of texts about persons will not do.
    needs_texts: bool = False

    @classmethod
    def description(cls) -> Message:
        """What `describe` says of the checker."""
        return {"name": cls.name, "summary": cls.summary, "mode": "", "unit": cls.unit, "keys": {},
                "params": {"type": "object", "properties": cls.params_schema,
                           "required": list(cls.required_params), "additionalProperties": False},
                "needs_texts": cls.needs_texts}


class RowsChecker(Checker):
    """A checker that reads rows. Holdfast makes one of it for each session.

    A mergeable checker may be given its rows in several processes, any rows in any of them: its
    state must say the same however rows were split and ordered.
    """

    #: The columns that it reads.
    columns: Sequence[Column] = ()
    #: Whether `state` and `merge` are there.
    mergeable: bool = False
    #: `required` or `optional`; None where commitments may not have a `where`.
    where: Optional[str] = None

    def __init__(self, params: Message) -> None:
        self.params = params
        self.start()

    def start(self) -> None:
        """Called before the first row: read `self.params` here."""

    def update(self, batch: Batch) -> None:
        """Takes some rows."""
        raise NotImplementedError

    def state(self) -> object:
        """What was learnt of the rows so far, as JSON of at most 1 MiB without floats."""
        raise NotImplementedError

    def merge(self, states: List[Any]) -> None:
        """Takes all states at once; called before any row, of a checker just started."""
        raise NotImplementedError

    def finish(self) -> Measurement:
        """What all rows come to."""
        raise NotImplementedError

    @classmethod
    def description(cls) -> Message:
        return {**super().description(), "mode": "rows",
                "keys": {"where": cls.where} if cls.where else {}, "mergeable": cls.mergeable,
                "columns": [column.description() for column in cls.columns]}


class AggregatesChecker(Checker):
    """A checker that asks Holdfast to count, and concludes from what was counted."""

    #: `required` or `optional` for each of `measure`, `where`, `by` and `per` that it takes.
    keys: Dict[str, str] = {}
    #: Whether it is given all groups of `per` at once.
    compares_groups: bool = False

    def __init__(self, params: Message, commitment: Message) -> None:
        self.params = params
        self.commitment = commitment

    def plan(self) -> List[Message]:
        """The aggregates that it needs: those of this module, `sums` always among them."""
        raise NotImplementedError

    def conclude(self, groups: List[Group]) -> Measurement:
        """What was counted comes to; one group, without a name, where the commitment has none."""
        raise NotImplementedError

    @classmethod
    def description(cls) -> Message:
        return {**super().description(), "mode": "aggregates", "keys": cls.keys,
                "compares_groups": cls.compares_groups}


def sums(all: bool) -> Message:
    """Rows and measures by class; `all` wants the measures of rows whose `where` fails, too."""
    return {"kind": "sums", "all": all}


def rows_to_show(kind: str, limit: int = 20) -> Message:
    """Rows for the report, never for the plugin: `uncertain_rows` or `failing_rows`."""
    return {"kind": kind, "limit": limit}


#: What tells rows apart (`by`), with rows and measures.
KEYS: Message = {"kind": "keys"}
#: Each measure of the rows that may be selected.
VALUES: Message = {"kind": "values"}
#: Each measure of rows of uncertain classes.
UNCERTAIN_VALUES: Message = {"kind": "uncertain_values"}


class Part:
    """Rows of one class, or of one class and one key or value.

    `membership` is `certain` or `possible`, `condition` `holds`, `fails` or `unknown`, `sign`
    `negative`, `zero` or `positive`. `low` and `high` are the ends between which their measures add
    up: equal where each is known, None where they may be any number. `key` and `value` stand where
    rows are told apart.
    """

    __slots__ = ("membership", "condition", "sign", "rows", "low", "high", "key", "value")

    def __init__(self, name: str, rows: int, low: Optional[Decimal] = None,
                 high: Optional[Decimal] = None, key: Optional[str] = None,
                 value: Optional[Decimal] = None) -> None:
        self.membership, self.condition, self.sign = name.split("/")
        self.rows, self.low, self.high, self.key, self.value = rows, low, high, key, value

    @property
    def is_certain(self) -> bool:
        """Whether the rows count for certain."""
        return self.membership == "certain"


class Slice:
    """What was counted of the rows of one group."""

    def __init__(self, data: Message) -> None:
        from decimal import Decimal

        sums: Message = data["sums"]
        ranges: Message = data["ranges"]
        #: Rows whose measures are known, by class.
        self.sums = [Part(name, part["rows"], Decimal(part["sum"]), Decimal(part["sum"]))
                     for name, part in sums.items()]
        #: Rows whose measures lie between two numbers, by class with the sign zero.
        self.ranges = [Part(name, part["rows"], Decimal(part["low"]), Decimal(part["high"]))
                       for name, part in ranges.items()]
        #: Rows without a measure, by class with the sign zero.
        self.unmeasured = [Part(name, rows) for name, rows in data["unmeasured"].items()]
        #: Rows by key and class, if asked for.
        self.keys = [Part(part["class"], part["rows"], Decimal(part["sum"]), Decimal(part["sum"]),
                          key=part["key"]) for part in data["keys"]]
        #: Rows by measure and class, if asked for.
        self.values = [Part(part["class"], part["rows"], value=Decimal(part["value"]))
                       for part in data["values"]]

    @property
    def parts(self) -> List[Part]:
        """Every row once, by class."""
        return self.sums + self.ranges + self.unmeasured

    def total(self, membership: Optional[str] = None, condition: Optional[str] = None,
              sign: Optional[str] = None) -> Tuple[int, Decimal]:
        """How many rows of these classes have a measure, and what their measures add up to."""
        from decimal import Decimal

        parts = [part for part in self.sums if membership in (None, part.membership)
                 and condition in (None, part.condition) and sign in (None, part.sign)]
        return sum(part.rows for part in parts), sum((part.low for part in parts if part.low),
                                                     Decimal(0))


class Group:
    """A group of rows with its name; None where the commitment has no `per`."""

    __slots__ = ("name", "slice")

    def __init__(self, name: Optional[str], slice: Slice) -> None:
        self.name = name
        self.slice = slice


def _ratio(value: Number) -> Tuple[int, int]:
    """An exact number as a fraction in lowest terms; raises TypeError for one that is not exact."""
    if isinstance(value, (float, bool)) or not hasattr(value, "as_integer_ratio"):
        raise TypeError("a number has to be an int, a Decimal or a Fraction")
    top, bottom = value.as_integer_ratio()
    return top, bottom


def _decimal(top: int, bottom: int) -> Optional[str]:
    """A fraction as a decimal; None where it has no end or too many digits."""
    places = 0
    while places <= DIGITS and top * 10 ** places % bottom:
        places += 1
    return None if places > DIGITS else _digits(top * 10 ** places // bottom, places)


def _digits(value: int, places: int) -> Optional[str]:
    """A whole number with a point so many places from its right; None if it is too long."""
    digits = str(abs(value)).rjust(places + 1, "0")
    if len(digits) > DIGITS:
        return None
    sign = "-" if value < 0 else ""
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def _bound(top: int, bottom: int, outward: int) -> str:
    """A bound as text, exact if 38 digits hold it, else rounded down (-1) or up (1)."""
    text = _decimal(top, bottom)
    if text is None and len(str(abs(top))) <= DIGITS and len(str(bottom)) <= DIGITS:
        text = "%d/%d" % (top, bottom)
    places = DIGITS - 1 - len(str(abs(top) // bottom))
    if text is None and places >= 0:
        # `//` rounds down, so the upper bound is turned over and back.
        text = _digits(-outward * (-outward * top * 10 ** places // bottom), places)
    if text is None:
        raise PluginError("data", "the measurement has more than %d digits" % DIGITS)
    return text


class _Session:
    """The rows of one checker, from `open` to `finish`."""

    def __init__(self, checker: Type[RowsChecker], message: Message) -> None:
        self.type = checker
        self.params: Message = message["params"]
        self.roles = [column["role"] for column in message["columns"]]
        self.renew()

    def renew(self) -> None:
        self.checker = self.type(self.params)
        self.rows = self.certain = 0
        self.problem: Optional[Exception] = None

    def take(self, message: Message, payload: bytes) -> None:
        """Takes a batch. A batch has no reply, so what goes wrong is kept for the next one."""
        if self.problem is not None:
            return
        try:
            data = _read(payload)
            columns, rows, members = data["c"], message["rows"], data.get("m")
            if len(columns) != len(self.roles) or any(len(cells) != rows for cells in columns):
                raise PluginError("data", "a batch has other columns or rows than it says")
            self.rows += rows
            self.certain += rows if members is None else members.count(True)
            self.checker.update(Batch(dict(zip(self.roles, columns)), rows, message["first_row"],
                                      members, data.get("w")))
        except Exception as problem:
            self.problem = problem

    def partial(self) -> Message:
        state = {"certain": self.certain, "own": self.checker.state()}
        return {"type": "partial", "rows": self.rows, "state": state}

    def merge(self, message: Message) -> Message:
        self.renew()
        states = message["states"]
        self.rows = sum(each["rows"] for each in states)
        self.certain = sum(each["state"]["certain"] for each in states)
        self.checker.merge([each["state"]["own"] for each in states])
        return {"type": "merged", "rows": self.rows}

    def finish(self, message: Message) -> Message:
        if message["rows"] != self.rows:
            raise PluginError("data", "%d rows came in, %d were sent" % (self.rows,
                                                                         message["rows"]))
        measurement = self.checker.finish()
        result = measurement.reply(self.type.unit, self.rows, self.certain)
        result.update(witnesses=sorted(set(measurement.witnesses)), rows_seen=self.rows)
        return result


class _Conversation:
    """Reads requests and writes replies until `close`."""

    def __init__(self, name: str, checkers: Sequence[Type[Checker]]) -> None:
        self.name = name
        self.checkers = {checker.name: checker for checker in checkers}
        self.session: Optional[_Session] = None
        self.input, self.output = _take_streams()

    def run(self) -> NoReturn:
        while True:
            line = self.input.readline()
            message = _read(line) if line.endswith(b"\n") else {"type": "end"}
            kind = message["type"]
            if kind in ("close", "end"):
                # Whoever ends without `close` has no use for a result, and is told so.
                sys.exit(0 if kind == "close" else 1)
            if kind == "batch":
                self.batch(message)
            else:
                self.send(self.answer(kind, message))

    def batch(self, message: Message) -> None:
        payload = self.input.read(message["bytes"])
        if len(payload) != message["bytes"]:
            sys.exit(1)
        if self.session is not None:
            self.session.take(message, payload)

    def answer(self, kind: str, message: Message) -> bytes:
        try:
            return _line(self.reply(kind, message))
        except PluginError as problem:
            code, words = problem.code, problem.message[:500]
        except Exception as problem:
            # The log may hold cells: Holdfast does not show it where rows are about persons.
            sys.excepthook(type(problem), problem, problem.__traceback__)
            code, words = "internal", _place(problem)
        return _line({"type": "error", "code": code, "message": words})

    def reply(self, kind: str, message: Message) -> Message:
        if kind == "hello":
            if VERSION not in message["versions"]:
                raise PluginError("version", "this plugin speaks holdfast-plugin/1 only")
            return {"type": "hello", "version": VERSION, "name": self.name,
                    "encodings": ["json-columns"]}
        if kind == "describe":
            found = [checker.description() for checker in self.checkers.values()]
            return {"type": "description", "checkers": found}
        _refuse_rounding()
        if kind in ("plan", "conclude"):
            return self.aggregates(kind, message)
        if kind == "open":
            checker = self.checker(message, RowsChecker)
            self.session = _Session(checker, message)
            return {"type": "opened"}
        return self.rows(kind, message)

    def rows(self, kind: str, message: Message) -> Message:
        session = self.session
        if session is None or kind not in ("partial", "merge", "finish"):
            raise PluginError("unsupported", "'%s' is no request that can be answered here" % kind)
        if session.problem is not None:
            raise session.problem
        if kind == "finish":
            self.session = None
            return session.finish(message)
        return session.partial() if kind == "partial" else session.merge(message)

    def aggregates(self, kind: str, message: Message) -> Message:
        type = self.checker(message, AggregatesChecker)
        checker = type(message["params"], message["commitment"])
        if kind == "plan":
            return {"type": "plan", "aggregates": checker.plan()}
        groups = [Group(each["group"], Slice(each["slice"])) for each in message["groups"]]
        parts = [part for group in groups for part in group.slice.parts]
        return checker.conclude(groups).reply(
            type.unit, sum(part.rows for part in parts),
            sum(part.rows for part in parts if part.is_certain))

    def checker(self, message: Message, kind: Type[Kind]) -> Type[Kind]:
        checker = self.checkers.get(message["checker"])
        if checker is None or not issubclass(checker, kind):
            raise PluginError("unsupported", "there is no such checker of this kind: '%s'"
                              % message["checker"])
        for name in message["params"]:
            if name not in checker.params_schema:
                raise PluginError("params", "there is no parameter '%s'" % name)
        return checker

    def send(self, line: bytes) -> None:
        while line:
            line = line[os.write(self.output, line):]


def _take_streams() -> Tuple[BinaryIO, int]:
    """The two ends of the conversation, out of the reach of `print` and `input`."""
    requests, replies = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(requests, "rb", 1 << 18), replies


class _Plain:
    """How JSON is read: as `json.loads` does."""

    strict, object_hook, object_pairs_hook = True, None, None
    parse_float, parse_int, parse_constant = float, int, float
    memo: Message = {}


_scan = make_scanner(_Plain)  # type: ignore[arg-type]


def _read(data: bytes) -> Any:
    """The JSON of a line or payload; whoever sends it begins with the value, not with a space."""
    return _scan(data.decode(), 0)[0]


def _text(value: Any) -> str:
    """JSON without floats, in the shortest spelling."""
    if isinstance(value, str):
        return encode_basestring_ascii(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, int):
        return str(value)
    if isinstance(value, dict):
        return "{%s}" % ",".join(
            ["%s:%s" % (encode_basestring_ascii(key), _text(each)) for key, each in value.items()])
    if isinstance(value, (list, tuple)):
        return "[%s]" % ",".join([_text(each) for each in value])
    raise TypeError("a reply holds no %s; write a number that is not whole as text"
                    % type(value).__name__)


def _line(message: Message) -> bytes:
    """A reply as it is sent."""
    text = _text(message)
    if len(text) >= LONGEST_REPLY:
        raise PluginError("data", "the reply is longer than 1 MiB; a state must stay small")
    return text.encode() + b"\n"


def _refuse_rounding() -> None:
    """Makes a Decimal operation that would round raise an exception."""
    import decimal

    traps = [decimal.Inexact, decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow]
    decimal.setcontext(decimal.Context(prec=200, traps=traps))


def _place(problem: Exception) -> str:
    """Where an exception comes from. Its own words stay here: they may hold a cell."""
    trace = problem.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "line %d of %s" % (trace.tb_lineno, os.path.basename(
        trace.tb_frame.f_code.co_filename)) if trace else "an unknown place"
    return "%s at %s: this is a defect of the plugin" % (type(problem).__name__, place)


def main(name: str, checkers: Sequence[Type[Checker]]) -> NoReturn:
    """Answers Holdfast until it closes the conversation; does not return."""
    if os.environ.get("HOLDFAST_PLUGIN") != "1":
        print("%s is a plugin of Holdfast. Name its folder under `plugins:` in holdfast.yaml, and "
              "write `check: %s/CHECKER` in a pack. Checkers: %s."
              % (name, name, ", ".join(checker.name for checker in checkers)), file=sys.stderr)
        sys.exit(64)
    _Conversation(name, checkers).run()

"""###

  /// Plugins/swift/template/Sources/main.swift
  static let swiftPlugin = ###"""
import HoldfastPluginKit

/// The part of the rows that are done: an example to begin with.
///
/// A checker is one struct. This one reads rows, and may be run in several processes.
struct DonePart: MergeableChecker {
  static let name = "done_part"
  static let summary = "the part of the rows that are done"
  static let unit = Unit.share

  static let done = Column<Bool>("done", nullable: true, means: "whether the row is done")
  static let columns: [any ColumnDeclaration] = [done]

  static let minimum = Parameter<Int>(
    "minimum_rows", "with fewer rows than these nothing is said", default: 1, in: 1...1_000_000)
  static let parameters: [any ParameterDeclaration] = [minimum]

  /// Rows that count for certain: done, not done, unknown.
  private var certain = [0, 0, 0]
  /// The same of rows of which nobody knows whether they count.
  private var possible = [0, 0, 0]
  private let minimumRows: Int

  init(_ parameters: Parameters) throws(PluginError) {
    minimumRows = parameters[Self.minimum]
  }

  mutating func take(_ batch: Batch) throws(PluginError) {
    for (row, done) in try batch[Self.done].enumerated() {
      let place = done.map { $0 ? 0 : 1 } ?? 2
      if batch.isCertain(row) { certain[place] += 1 } else { possible[place] += 1 }
    }
  }

  func state() throws(PluginError) -> State {
    .list((certain + possible).map(State.count))
  }

  mutating func merge(_ states: [State]) throws(PluginError) {
    for state in states {
      for (place, count) in (state.items ?? []).compactMap(\.count).enumerated() {
        if place < 3 { certain[place] += count } else { possible[place - 3] += count }
      }
    }
  }

  /// The bounds hold whichever way each unknown turns out: at the least no unknown is done and
  /// every row counts that is not, at the most the other way round.
  func finish() throws(PluginError) -> Measurement {
    let sure = certain.reduce(0, +)
    let rows = sure + possible.reduce(0, +)
    let unknown = certain[2] + possible.reduce(0, +)
    guard sure >= minimumRows else {
      return try .unbounded(
        "fewer than \(minimumRows) row(s) count for certain", rows: rows, unknownRows: unknown)
    }
    let most = certain[0] + certain[2] + possible[0] + possible[2]
    return try .between(
      certain[0].over(sure + possible[1] + possible[2]),
      most.over(sure + possible[0] + possible[2]), rows: rows, unknownRows: unknown)
  }
}

Plugin("my-plugin", [DonePart.self]).run()

"""###

  /// Plugins/swift/template/plugin.yaml
  static let swiftManifest = ###"""
name: my-plugin
version: 1.0.0
protocol: holdfast-plugin/1
command: [./my-plugin]
files: {}
tests: dialogues

"""###

  /// Plugins/swift/template/package.txt
  static let swiftPackage = ###"""
// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "my-plugin",
  dependencies: [
    KIT-DEPENDENCY
  ],
  targets: [
    .executableTarget(
      name: "my-plugin",
      dependencies: [.product(name: "HoldfastPluginKit", package: "KIT-NAME")])
  ]
)

"""###

  /// Plugins/swift/template/build.txt
  static let swiftBuild = ###"""
#!/bin/sh
# Builds the plugin, puts it into the folder `plugin`, and pins what is there. The program needs
# nothing of Swift's own libraries, for it may not read them.
set -eu
cd "$(dirname "$0")"
swift build -c release --static-swift-stdlib
cp .build/release/my-plugin plugin/
"${HOLDFAST:-holdfast}" plugins pin --write plugin

"""###

  /// Plugins/template/dialogues/done_part.dialogue.jsonl
  static let dialogue = ###"""
{"send": {"type": "hello", "versions": [1], "host": "holdfast/0.1"}}
{"expect": {"type": "hello", "version": 1, "name": "my-plugin", "encodings": ["json-columns"]}}
{"send": {"type": "open", "session": "1", "checker": "done_part", "params": {"minimum_rows": 2}, "columns": [{"role": "done", "type": "bool"}], "where": false, "worker": 0, "workers": 1, "limits": {"memory_bytes": 4294967296, "file_bytes": 67108864, "reply_seconds": 60, "session_seconds": 600}}}
{"expect": {"type": "opened"}}
{"send": {"type": "batch", "rows": 4, "first_row": 0}}
{"payload": {"c": [[true, false, true, null]]}}
{"send": {"type": "batch", "rows": 2, "first_row": 4}}
{"payload": {"c": [[true, false]], "m": [null, true]}}
{"send": {"type": "finish", "rows": 6}}
{"expect": {"type": "measurement", "lower": "0.4", "upper": "2/3", "unit": "share", "rows": 6, "unknown_rows": 2, "selected": 6, "certain": 5, "remarks": [], "witnesses": [], "rows_seen": 6}}
{"send": {"type": "close"}}

"""###
}
