"""Rows, sums and dates of the real files, counted without Holdfast: python3 count.py DATA [BODY...]

Prints one JSON object: body -> table -> figures. Aggregates only, never a row nor a name.
"""

import fnmatch
import json
import os
import sys

import ocds
from bodies import BODIES
from columns import added, dates_of, known_of, months_of, numbers_of, place
from read import rows_of


def headers_of(rows, header, header_rows):
    """The headers, joined where they take two rows, and the rows below."""
    if header == 0:
        return [""] * len(rows[0][1]), rows
    at = next(i for i, (line, _) in enumerate(rows) if line >= header)
    names = [cell.strip() for cell in rows[at][1]]
    if header_rows == 2:
        below, carried = rows[at + 1][1], ""
        for i, name in enumerate(names):
            carried = name or carried
            if below[i].strip():
                names[i] = f"{carried} {below[i].strip()}"
    return names, rows[at + header_rows:]


def file_figures(path, name, part):
    rows, found = rows_of(path)
    headers, body = headers_of(rows, part["header"], part["header_rows"])
    filled = [row for _, row in body if any(cell.strip() for cell in row)]
    named = [header for header in headers if header]
    found |= {
        "file": name, "rows": len(filled), "blank_records": len(body) - len(filled),
        "header": part["header"], "nameless_headers": len(headers) - len(named),
        "repeated_headers": sorted({h for h in named if named.count(h) > 1}),
        "longer_rows": sum(len(row) > len(headers) for row in filled),
        "shorter_rows": sum(len(row) < len(headers) for row in filled),
        "repeated_rows": len(filled) - len(set(map(tuple, filled)))}
    found["numbers"] = {n: numbers_of(filled, place(headers, spelled), part, headers)
                        for n, spelled in part["numbers"].items()}
    found["dates"] = {n: dates_of(filled, place(headers, spelled), written, part["tokens"])
                      for n, (spelled, written) in part["dates"].items()}
    found["known"] = {n: known_of(filled, place(headers, spelled), wanted)
                      for n, (spelled, wanted) in part["known"].items()}
    found["months"] = months_of(name, filled, part, headers)
    return found


def table_figures(root, parts):
    """Figures of a table's files, and their sums."""
    names = sorted(os.path.relpath(os.path.join(folder, file), root)
                   for folder, _, files in os.walk(root) for file in files)
    files = [file_figures(os.path.join(root, name), name, part)
             for part in parts for name in names if fnmatch.fnmatch(name, part["glob"])]
    files.sort(key=lambda file: file["file"])
    total = {"rows": sum(file["rows"] for file in files)}
    total["numbers"] = {name: added([file["numbers"][name] for file in files])
                        for name in parts[0]["numbers"]}
    months = sorted({month for file in files for month in file["months"]})
    total["months"] = {month: added([file["months"][month] for file in files
                                     if month in file["months"]]) for month in months}
    known = sorted({name for file in files for name in file["known"]})
    total["known"] = {name: sum(file["known"].get(name, 0) for file in files) for name in known}
    if total["numbers"]:
        total["sum"] = next(iter(total["numbers"].values()))["sum"]
    return total | {"files": files}


def main(root, wanted):
    figures = {}
    for body in list(BODIES) + list(ocds.FILES):
        if wanted and body not in wanted:
            continue
        figures[body] = {name: table_figures(root, parts)
                         for name, parts in BODIES.get(body, {}).items()}
        for name, (count, path) in ocds.FILES.get(body, {}).items():
            figures[body][name] = count(os.path.join(root, path))
    json.dump(figures, sys.stdout, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
