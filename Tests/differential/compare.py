"""Holds a report of the program against what was worked out."""

from decimal import Decimal

NUMBERS = ["numerator", "denominator", "unknown", "value", "lower", "upper", "known_rows_only"]
PLAIN = ["rows", "unknown_rows", "unknown_columns", "left_out", "unmatched", "outside_period",
         "credit_notes"]
SUMS = ["left_out_sum", "unmatched_sum"]


def differences(result, expected):
    """Every place where the report says something else."""
    code = expected.exit_code()
    verdict = ["pass", "fail", "indeterminate", "error"][code]
    if (result["exit"], result["verdict"]) != (code, verdict):
        yield f"exit: {result['exit']} {result['verdict']}, expected {code} {verdict}"
    found = [(item["id"], item["group"]) for item in result["findings"]]
    wanted = [(promise.id, item["group"]) for promise, item in expected.findings]
    if found != wanted:
        odd = [pair for pair in found + wanted if (pair in found) != (pair in wanted)]
        yield f"findings: {odd or 'another order'}"
        return
    for finding, (promise, own) in zip(result["findings"], expected.findings):
        own["decided_by"] = {what for what, choice in expected.choices.items()
                             if (promise.id, own["group"]) in choice["decides"]}
        for problem in finding_differences(finding, own, is_ragged(expected.world, promise)):
            yield f"{finding['finding_id']}: {problem}"
    yield from choice_differences(result, expected)
    yield from dataset_differences(result, expected)


def is_ragged(world, promise):
    """Whether the measure's decimals vary from row to row, as percentages do."""
    columns = dict(world.columns())
    return promise.measure is not None and any(
        columns[name].kind == "percent" for name in promise.measure.columns())


def finding_differences(finding, own, is_ragged):
    """Every field of a finding that is not as it was worked out."""
    if finding["verdict"] != own["verdict"]:
        yield f"verdict: {finding['verdict']}, expected {own['verdict']}"
    if finding["errors"] != own.get("errors", 0):
        yield f"errors: {finding['errors']}, expected {own.get('errors', 0)}"
    if set(finding["decided_by"]) != own["decided_by"]:
        yield f"decided_by: {finding['decided_by']}, expected {own['decided_by']}"
    for name in ("period", "enforcement"):
        if any(finding[name][key] != value for key, value in own.get(name, {}).items()):
            yield f"{name}: {finding[name]}, expected {own[name]}"
    told, wanted = finding["measurement"], own["measurement"]
    if told is None or wanted is None:
        if told != wanted:
            yield f"measurement: {told}, expected {wanted}"
        return
    for name in NUMBERS:
        if number(told[name]) != wanted[name]:
            yield f"{name}: {told[name]}, expected {wanted[name]}"
    for name in PLAIN:
        if told[name] != wanted[name]:
            yield f"{name}: {told[name]}, expected {wanted[name]}"
    for name in SUMS:
        sums = {key: number(text) for key, text in told[name].items()}
        if sums != wanted[name]:
            yield f"{name}: {told[name]}, expected {wanted[name]}"
    for name in ["headroom", "shortfall"]:
        if not is_ragged and number(finding[name]) != own[name]:
            yield f"{name}: {finding[name]}, expected {own[name]}"
    yield from row_differences(finding, own)


def row_differences(finding, own):
    """Rows that are shown and should not be, or the other way round."""
    lists = {"rows_shown": finding["rows_shown"], "pass": finding["settles"]["pass"],
             "fail": finding["settles"]["fail"]}
    for name, rows in lists.items():
        told = [(row["key"], row["digest"], number(row["measure"]), row["unknown"])
                for row in rows]
        if told != own[name]:
            yield f"{name}: {told}, expected {own[name]}"
    for name in ["pass_rows", "fail_rows"]:
        if finding["settles"][name] != own[name]:
            yield f"{name}: {finding['settles'][name]}, expected {own[name]}"


def number(text):
    return None if text is None else Decimal(text)


def choice_differences(result, expected):
    """Choices that are missing, count other rows or decide other findings."""
    names = {item["finding_id"]: (item["id"], item["group"]) for item in result["findings"]}
    told = {choice["what"]: choice for choice in result["choices"]}
    if set(told) != set(expected.choices):
        yield f"choices: {sorted(set(told) ^ set(expected.choices))}"
        return
    for what, wanted in expected.choices.items():
        choice = told[what]
        decides = {names.get(name, name) for name in choice["decides"]}
        if decides != wanted["decides"]:
            more, less = decides - wanted["decides"], wanted["decides"] - decides
            yield f"{what} decides too much {list(more)}, too little {list(less)}"
        changes = bool(wanted["decides"]) if wanted["weighed"] else None
        if choice["changes_verdict"] != changes:
            yield f"{what} changes_verdict: {choice['changes_verdict']}, expected {changes}"
        if "rows" in wanted and choice["rows"] != wanted["rows"]:
            yield f"{what} rows: {choice['rows']}, expected {wanted['rows']}"
        if "sum" in wanted and number(choice["sum"]) != wanted["sum"]:
            yield f"{what} sum: {choice['sum']}, expected {wanted['sum']}"


def dataset_differences(result, expected):
    """What is told otherwise of a table."""
    told = {item["name"]: item for item in result["datasets"]}
    for name, wanted in expected.datasets().items():
        for key, value in wanted.items():
            found = told.get(name, {}).get(key)
            if found != value:
                yield f"dataset {name}: {key}: {found}, expected {value}"
