"""The same table in another kind of file: python3 convert.py IN.csv KIND OUT

KIND is gzip, tsv, ndjson, json (rows under data.items) or xlsx (numbers and dates as Excel has
them). Python's own writers and openpyxl, nothing of Holdfast.
"""

import csv
import gzip
import json
import re
import sys
from datetime import datetime

from read import csv_rows

NUMBER = re.compile(r"-?(0|[1-9]\d{0,12})(\.\d+)?")


def cell(text):
    """A cell as a spreadsheet program stores it when somebody opens a CSV file with it."""
    plain = text.strip().replace(",", "")
    if NUMBER.fullmatch(plain):
        return float(plain) if "." in plain else int(plain)
    try:
        return datetime.strptime(text, "%Y-%m-%d")
    except ValueError:
        return text


def write_json(rows, kind, out):
    objects = [dict(zip(rows[0], row)) for row in rows[1:]]
    with open(out, "w", encoding="utf-8") as file:
        if kind == "json":
            json.dump({"count": len(objects), "data": {"items": objects}}, file, indent=1)
        else:
            file.writelines(json.dumps(o, ensure_ascii=False) + "\n" for o in objects)


def write_xlsx(rows, out):
    import openpyxl

    book = openpyxl.Workbook()
    for number, row in enumerate(rows):
        book.active.append(row if number == 0 else [cell(text) for text in row])
    book.save(out)


def main(path, kind, out):
    if kind == "gzip":
        with open(path, "rb") as file, gzip.open(out, "wb") as packed:
            packed.write(file.read())
        return
    rows = [row for _, row in csv_rows(path)[0]]
    if kind == "tsv":
        with open(out, "w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter="\t").writerows(rows)
    elif kind == "xlsx":
        write_xlsx(rows, out)
    else:
        write_json(rows, kind, out)


if __name__ == "__main__":
    main(*sys.argv[1:])
