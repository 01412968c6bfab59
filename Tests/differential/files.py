"""Writes the rows of a table into files, in one of the ways that exports are written."""

import gzip
import hashlib
import json
from dataclasses import dataclass, field


@dataclass
class File:
    """A file of a table: how it is written, and which rows it has."""
    path: str
    rows: list = field(default_factory=list)
    delimiter: str = ","
    line_end: str = "\n"
    encoding: str = "utf-8"
    has_mark: bool = False
    ends: bool = True
    quotes_all: bool = False
    is_packed: bool = False
    is_lines: bool = False
    preface: list = field(default_factory=list)
    patterns: dict = field(default_factory=dict)
    extra: str = None
    order: list = None
    blank_lines: float = 0.0


def random_file(dice, path):
    """A file without rows, written in a random way."""
    result = File(path, delimiter=dice.choice([",", ",", ",", ";", "\t", "|"]))
    result.line_end = dice.choice(["\n", "\n", "\r\n"])
    result.encoding = dice.choice(["utf-8", "utf-8", "utf-8", "windows-1252", "auto"])
    result.has_mark = result.encoding != "windows-1252" and dice.chance(0.2)
    result.ends = dice.chance(0.8)
    result.quotes_all = dice.chance(0.2)
    result.is_packed = dice.chance(0.1)
    result.is_lines = dice.chance(0.08)
    result.extra = dice.choice([None, None, "Remark"])
    result.blank_lines = dice.choice([0, 0, 0.02])
    if dice.chance(0.1):
        result.preface = ["Northgate Council", ""]
    return result


def format_of(file):
    """What the institution says of the file's format."""
    if file.is_lines:
        return {"kind": "ndjson"}
    delimiter = "tab" if file.delimiter == "\t" else file.delimiter
    return {"kind": "csv", "delimiter": delimiter, "encoding": file.encoding,
            "header_row": "auto" if file.preface else 1}


def content(dice, table, file, digests):
    """The bytes of a file; `digests` takes up what tells each row from others."""
    columns = [column for column in table.columns if column.constant is None]
    dice.shuffle(columns)
    if file.order:
        columns.sort(key=lambda column: file.order.index(column.name))
    names = [dice.choice(column.headers) for column in columns] + ([file.extra] * bool(file.extra))
    rows = [[row[column.name].text for column in columns] + [""] * bool(file.extra)
            for row in file.rows]
    for row, cells in zip(file.rows, rows):
        digests[row[table.key].value] = digest(cells)
    text = as_lines(names, rows) if file.is_lines else as_csv(dice, names, rows, file)
    data = encoded(text, file)
    return gzip.compress(data, mtime=0) if file.is_packed else data


def digest(cells):
    """What reports show of a row that has to be found again: a digest of its cells."""
    text = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def encoded(text, file):
    """The text in the file's encoding; with a mark in front where it has one."""
    code = "cp1252" if file.encoding == "windows-1252" and not file.is_lines else "utf-8"
    if file.encoding == "auto" and not file.is_lines:
        code = "cp1252" if is_western(text) and not text.isascii() else "utf-8"
    mark = "\ufeff" if file.has_mark and code == "utf-8" and not file.is_lines else ""
    return (mark + text).encode(code)


def is_western(text):
    """Whether Windows has a byte for every letter."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def as_lines(names, rows):
    """A JSON object a line; a blank cell is null, or an empty text, or not there."""
    lines = []
    for row in rows:
        cells = {name: text or None for name, text in zip(names, row)}
        lines.append(json.dumps(cells, ensure_ascii=len(row[0]) % 2 == 0) + "\n")
    return "".join(lines)


def as_csv(dice, names, rows, file):
    """A table as text: headers, then rows, cells in quotes where they need them or at random."""
    lines = [[line] for line in file.preface] + [names] + rows
    text = ""
    for index, line in enumerate(lines):
        if index > len(file.preface) and dice.chance(file.blank_lines):
            text += file.line_end
        text += file.delimiter.join(quoted(dice, cell, file) for cell in line)
        if index + 1 < len(lines) or file.ends:
            text += file.line_end
    return text


def quoted(dice, cell, file):
    """A cell, in quotes where it holds what would end it."""
    if file.quotes_all or dice.chance(0.02) or any(
            sign in cell for sign in (file.delimiter, '"', "\n", "\r")):
        return '"' + cell.replace('"', '""') + '"'
    return cell
