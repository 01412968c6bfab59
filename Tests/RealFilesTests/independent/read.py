"""Bytes to rows with Python's own csv, json and openpyxl: nothing here knows Holdfast."""

import csv
import gzip
import io
import re

# A mark that one system read as letters and the next wrote in UTF-8, once or twice over.
MOJIBAKE_MARK = re.compile("[\u00c2\u00c3\u00ef\u00af\u00bb]{2,8}\u00bf")


def text_of(data):
    """The text of a file, the encoding that it turned out to have, and its byte order mark."""
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    mark = "none"
    if data.startswith(b"\xef\xbb\xbf"):
        data, mark = data[3:], "plain"
    for encoding in ("ascii", "utf-8", "windows-1252"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise ValueError("neither UTF-8 nor windows-1252")
    doubled = MOJIBAKE_MARK.match(text)
    return (text[doubled.end():], encoding, "doubled") if doubled else (text, encoding, mark)


def csv_rows(path):
    """Records of a CSV file as (line on which each ends, cells); empty lines are left out."""
    with open(path, "rb") as file:
        text, encoding, mark = text_of(file.read())
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = [(reader.line_num, row) for row in reader if row]
    ends = "CRLF" if "\r\n" in text else "LF"
    return rows, {"encoding": encoding, "mark": mark, "line_ends": ends}


def xlsx_rows(path):
    """Rows of a workbook's first sheet; numbers as the shortest decimal text for them."""
    import openpyxl

    sheet = openpyxl.load_workbook(path, data_only=True).worksheets[0]
    rows = []
    for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
        cells = ["" if v is None else v.date().isoformat() if hasattr(v, "date") else str(v)
                 for v in row]
        rows.append((number, cells))
    return rows, {"encoding": "xlsx", "mark": "none", "line_ends": "none"}


def rows_of(path):
    """Rows of a file, by the end of its name."""
    return xlsx_rows(path) if path.endswith(".xlsx") else csv_rows(path)
