import Diagnostics
import Exact
import HoldfastModel

/// Holds the names that an institution's description uses against those that it declares.
struct InstitutionCheck {
  let institution: Institution
  let problems: Problems

  func run() {
    for dataset in institution.datasets {
      checkColumns(dataset)
      checkReferences(dataset)
      checkPeriod(dataset)
      RowRulesCheck(institution: institution, dataset: dataset, problems: problems).run()
    }
    for area in institution.areas {
      guard case .lookup(let name, _) = area.extent else { continue }
      guard let lookup = institution.lookups.first(where: { $0.name == name }) else {
        problems.add(
          "area '\(area.name)' uses an unknown lookup '\(name)'", at: area.span,
          help: Nearest.hint(for: name, in: institution.lookups.map(\.name))
            ?? "declare it under lookups:")
        continue
      }
      if let a = area.edition, let b = lookup.edition, a != b {
        problems.add(
          "area '\(area.name)' is of edition \(a), its lookup of edition \(b)", at: area.span,
          help: "two editions of one geography cannot be mixed")
      }
    }
  }

  private func checkColumns(_ dataset: Dataset) {
    let names = dataset.columns.map(\.name)
    for use in dataset.key + dataset.show + [dataset.periodBy].compactMap({ $0 })
      + dataset.references.map(\.by) where !names.contains(use.value)
    {
      problems.addUnknownColumn(use, of: dataset)
    }
    for reference in dataset.references where names.contains(reference.name) {
      problems.add(
        "'\(reference.name)' is both a column and a reference of '\(dataset.name)'",
        at: reference.dataset.span, help: "rename one of them")
    }
    for column in dataset.columns where column.name == "params" {
      problems.add("'params' is taken by the packs' parameters", at: column.span)
    }
    for column in dataset.columns {
      guard case .value(let text) = column.blank, !column.canHold(text.text) else { continue }
      problems.add(
        "blank stands for '\(text.text)', which is no value of column '\(column.name)'",
        at: column.span,
        help: "write a \(column.type.rawValue) that the column may hold, exclude, or unknown")
    }
  }

  private func checkReferences(_ dataset: Dataset) {
    for reference in dataset.references {
      guard let target = institution.dataset(reference.dataset.value) else {
        problems.add(
          "there is no dataset '\(reference.dataset.value)'", at: reference.dataset.span,
          help: Nearest.hint(
            for: reference.dataset.value, in: institution.datasets.map(\.name)))
        continue
      }
      if let keep = target.keep {
        problems.add(
          "'\(target.name)' is referred to, so 'keep' would not be applied to it", at: keep.span,
          help: "remove the rows from its files, or the 'keep'")
      }
      if target.valid != nil, !dataset.isDated, dataset.snapshot == nil {
        problems.add(
          "the rows of '\(target.name)' hold for a time, and nothing says of which day those of "
            + "'\(dataset.name)' are", at: reference.dataset.span,
          help: "add period_by: or snapshot: to '\(dataset.name)'")
      }
      for key in target.rowRules {
        problems.add(
          "'\(target.name)' is referred to, so '\(key)' would not be applied to it",
          at: target.span, help: "remove it, or declare the table twice")
      }
      if let by = dataset.column(reference.by.value), by.blank != .unknown {
        problems.add("a column that leads to another row takes no 'blank'", at: by.span)
      }
      checkEditions(dataset, reference, target)
      if target.key.count != 1 {
        problems.add(
          "a dataset that others refer to has a key of one column", at: target.span,
          help: "add key: to '\(target.name)'")
      }
    }
  }

  private func checkPeriod(_ dataset: Dataset) {
    guard let use = dataset.periodBy else { return }
    if let column = dataset.column(use.value), column.blank != .unknown {
      problems.add(
        "the column of period_by takes no 'blank'", at: column.span,
        help: "rows without a date widen the bounds of every period")
    }
    if let column = dataset.column(use.value), column.type != .date {
      problems.add(
        "period_by names '\(use.value)', which is no date", at: use.span,
        help: "declare the column with type: date")
    }
    if dataset.snapshot != nil {
      problems.add(
        "a dataset has period_by or snapshot, not both", at: use.span)
    }
  }

  /// Codes of two editions of one geography name different places.
  private func checkEditions(_ dataset: Dataset, _ reference: Reference, _ target: Dataset) {
    guard let key = target.key.first.flatMap({ target.column($0.value) })?.edition,
      let by = dataset.column(reference.by.value)?.edition, key != by
    else { return }
    problems.add(
      "'\(reference.by.value)' is of edition \(by), and the key of '\(target.name)' of edition "
        + key, at: reference.by.span, help: "two editions of one geography cannot be mixed")
  }
}

extension Column {
  /// Whether a text, as it stands in the description, is a value of the column's type.
  fileprivate func canHold(_ text: String) -> Bool {
    switch type {
    case .text, .postcode, .companyNumber: true
    case .choice: values[TextKey(text)] != nil
    case .bool: text == "true" || text == "false" || values[TextKey(text)] != nil
    case .integer: Int64(text) != nil
    case .decimal: Decimal(text).map { $0.scale <= scale } ?? false
    case .percent:
      Decimal(percentInPoints && text.hasSuffix("%") ? text.dropLast() : text[...])
        .map { $0.scale <= 9 } ?? false
    case .date: dateFormat.date(from: text.utf8) != nil
    case .timestamp: false
    }
  }
}

extension Problems {
  /// A name that the dataset has no column for.
  func addUnknownColumn(_ use: Located<String>, of dataset: Dataset) {
    add(
      "dataset '\(dataset.name)' has no column '\(use.value)'", at: use.span,
      help: Nearest.hint(for: use.value, in: dataset.columns.map(\.name))
        ?? "declare it under columns:")
  }
}

extension Dataset {
  /// What is said of its rows that only holds where they are judged.
  fileprivate var rowRules: [String] {
    var result: [String] = []
    if totalRows != nil { result.append("total_rows") }
    if duplicates != nil { result.append("duplicates") }
    if !sharedBy.isEmpty { result.append("value") }
    if expectation?.series != nil { result.append("expect") }
    if !controlTotals.isEmpty { result.append("control_total") }
    return result
  }
}
