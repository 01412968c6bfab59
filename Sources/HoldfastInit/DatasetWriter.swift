import HoldfastModel
import Tabular

/// Writes one dataset with the questions about it.
struct DatasetWriter {
  let dataset: DraftDataset
  let files: FilesWriter

  init(_ dataset: DraftDataset, foreign: [String]) {
    self.dataset = dataset
    files = FilesWriter(dataset, foreign: foreign)
  }

  func write(to page: inout Page) {
    page.add("\(dataset.name):")
    page.inside { page in
      page.note(Self.size(dataset.group))
      DatasetQuestions(dataset).ask(on: &page)
      files.write(to: &page)
      writeTokens(to: &page)
      writePeriod(to: &page)
      writeTotals(to: &page)
      if let key = dataset.key { page.add("key: \(key)") }
      writeSharedValue(to: &page)
      writeColumns(to: &page)
      writeReferences(to: &page)
    }
  }

  static func size(_ group: TableGroup) -> String {
    "\(Lines.count(group.files.count, "file")), \(Lines.count(group.rows, "row"))"
  }

  private func writeTokens(to page: inout Page) {
    if !dataset.unknownTokens.isEmpty {
      page.add("unknown_tokens: \(YAMLText.list(dataset.unknownTokens))")
    }
    guard !dataset.redacted.isEmpty else { return }
    let patterns = dataset.redacted.map { "{ matches: \(YAMLText.pattern($0)) }" }
    page.add("redacted: [\(patterns.joined(separator: ", "))]")
  }

  private func writePeriod(to page: inout Page) {
    let period = dataset.period
    if let interval = period.interval {
      if period.openEnds > 0 {
        page.ask(
          "\(Lines.count(period.openEnds, "row")) without '\(interval.to)'. Does a contract without "
            + "a last day go on for ever (blank_to: open), or does nobody know (blank_to: unknown)?"
        )
      }
      page.add(
        "period_by: { from: \(interval.from), to: \(interval.to), blank_to: unknown }")
    } else if let by = period.by {
      if !period.others.isEmpty {
        page.ask(
          "which date says in which year a row counts? '\(by)' is taken; there "
            + (period.others.count == 1 ? "is also " : "are also ")
            + period.others.map { "'\($0)'" }.joined(separator: ", ") + ".")
      }
      page.add("period_by: \(by)")
    }
    guard let series = period.series else { return }
    let missing = series.missing.map(\.monthText).joined(separator: ", ")
    page.ask(
      (missing.isEmpty
        ? "there is a file for each month from \(series.from.monthText) to \(series.to.monthText)."
        : "there is no file for \(missing). Until it is there, or `from` and `to` are changed, "
          + "yearly results cannot be told.")
        + " Should there be earlier or later ones? If so, change from and to.")
    let by = series.by == period.by ? "" : ", by: \(series.by)"
    page.add(
      "expect: { a_file_each: month, from: \(series.from.monthText), "
        + "to: \(series.to.monthText)\(by) }")
  }

  /// Rows that say `Total` in a column of texts, where there is an amount that they may add up.
  private func writeTotals(to page: inout Page) {
    guard let amount = dataset.money.first else { return }
    let column = dataset.declared.first { column in
      column.type.type == .text
        && column.column.parts.values.contains {
          (1..<ColumnProbe.linesKept).contains($0.totals.count)
        }
    }
    guard let column else { return }
    let places = column.column.parts.sorted { $0.key < $1.key }.compactMap { file, part in
      part.totals.isEmpty
        ? nil : "\(dataset.group.files[file].path) line \(Lines.text(part.totals))"
    }
    page.ask(
      "'\(column.column.header)' says Total in \(places.joined(separator: "; ")). Do these rows "
        + "add up '\(amount.name)' of the rows above? They are taken for such, and held to it.")
    page.add(
      "total_rows: { column: \(column.name), cells: [Total, Totals, \"Total:\", Grand Total, "
        + "Subtotal, Sub Total, Sub-Total], amount: \(amount.name) }")
  }

  /// The value of an award stands in the row of each of its suppliers.
  private func writeSharedValue(to page: inout Page) {
    guard case .ocds? = dataset.group.files.first?.kind,
      let award = dataset.columns.first(where: { $0.column.header == "awards.id" })
    else { return }
    page.note("The value of an award with several suppliers is taken for nobody's.")
    page.add("value: { per: \(award.name) }")
  }

  private func writeColumns(to page: inout Page) {
    page.add("columns:")
    page.inside { page in
      if dataset.period.isFromPath, let by = dataset.period.by {
        page.note("No column holds a date, so the month is taken from the file's name.")
        page.add("\(by): { from_file: '(\\d{4}-\\d\\d)', type: date, format: yyyy-MM }")
      }
      writeNotes(to: &page)
      for column in dataset.declared {
        ColumnQuestions(column, dataset).ask(on: &page)
        page.add("\(column.name): \(column.declaration)")
        for derived in column.derived { page.add("\(derived.name): { \(derived.keys) }") }
      }
      NeedQuestions(dataset).write(to: &page)
      writeRest(to: &page)
    }
  }

  /// What somebody who uses the columns should know.
  private func writeNotes(to page: inout Page) {
    let silent = dataset.declared.filter { $0.column.values == 0 }.map(\.name)
    if !silent.isEmpty { page.note("Say nothing in any row: \(silent.joined(separator: ", ")).") }
    let long = dataset.declared.filter(\.type.hasTooManyDigits).map(\.name)
    guard !long.isEmpty else { return }
    page.note(
      "Taken as text, since a decimal has at most \(TypeGuess.largestScale) digits behind the "
        + "point; round them in the file to use them: \(long.joined(separator: ", ")).")
  }

  /// What is not declared.
  private func writeRest(to page: inout Page) {
    let names = Set(dataset.declared.map(\.name))
    let others = dataset.columns.filter { !names.contains($0.name) }
    let rare = others.filter(\.isRare).map(\.column.header)
    let usual = others.filter { !$0.isRare }.map(\.column.header)
    if !usual.isEmpty { page.note("Not needed by the pack: " + Lines.quoted(usual)) }
    if !rare.isEmpty { page.note("In few of the files, and not declared: " + Lines.quoted(rare)) }
    let nameless = Set(
      dataset.group.files.flatMap(\.columns).filter(\.header.isEmpty).map(\.position)
    ).sorted()
    guard !nameless.isEmpty else { return }
    page.note(
      "Without a header, and not declared: column \(Lines.text(nameless)). To use one, write for "
        + "example  detail: { from: { position: \(nameless[0]) } }")
  }

  private func writeReferences(to page: inout Page) {
    guard !dataset.references.isEmpty else { return }
    NeedQuestions(dataset).askAboutReferences(on: &page)
    page.add("references:")
    page.inside { page in
      for reference in dataset.references {
        page.add("\(reference.name): { to: \(reference.to), by: \(reference.by) }")
      }
    }
  }
}
