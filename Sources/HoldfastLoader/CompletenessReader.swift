import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads what the files of a dataset must hold, and which of their rows are none.
struct CompletenessReader {
  let problems: Problems

  func read(_ fields: inout Fields, into result: inout Dataset) {
    if var value = fields.fields("value", "'value' of \(fields.what)") {
      result.sharedBy = value.texts("per") ?? []
      value.finish()
    }
    if var rows = fields.fields("total_rows", "'total_rows' of \(fields.what)") {
      let column = rows.text("column")
      let cells = rows.texts("cells") ?? [Located("Total", at: rows.span)]
      let amount = rows.text("amount")
      rows.finish()
      if let column, let amount {
        result.totalRows = TotalRows(column: column, cells: cells.map(\.value), amount: amount)
      }
    }
    if var rows = fields.fields("duplicates", "'duplicates' of \(fields.what)") {
      let key = rows.texts("key") ?? []
      let rule: Duplicates.Rule? = rows.word("then")
      rows.finish()
      if key.isEmpty {
        problems.add(
          "'duplicates' names no key", at: rows.span,
          help: "name the columns that tell rows apart: key: [invoice, line]")
      }
      result.duplicates = Duplicates(key: key, then: rule ?? .report)
    }
    if let node = fields.node("expect") { result.expectation = expectation(node, result) }
    guard let node = fields.node("control_total") else { return }
    if case .sequence(let items) = node.kind {
      result.controlTotals = items.compactMap { controlTotal($0, result) }
    } else {
      result.controlTotals = [controlTotal(node, result)].compactMap { $0 }
    }
  }

  private func expectation(_ node: YAMLNode, _ dataset: Dataset) -> Expectation? {
    guard var fields = Fields(node, .expectation, "'expect'", problems) else { return nil }
    var result = Expectation()
    if let rows = fields.integer("rows") {
      result.rows = Located(rows, at: node.span)
    }
    let cadence: Expectation.Cadence? = fields.word("a_file_each")
    let from = month("from", &fields)
    let to = month("to", &fields)
    let by = fields.text("by") ?? dataset.periodBy
    fields.finish()
    guard let cadence else {
      if result.rows == nil || from != nil || to != nil {
        problems.add(
          "'expect' names nothing to expect", at: node.span,
          help: "write expect: { a_file_each: month, from: 2024-04, to: 2025-03 }, or rows: 1200")
      }
      return result
    }
    guard let from, let to, from <= to else {
      problems.add(
        "files each \(cadence.rawValue) are due from a month to a later one", at: node.span,
        help: "add from: 2024-04, to: 2025-03")
      return result
    }
    guard let by else {
      problems.add(
        "nothing says what time a file is about", at: node.span,
        help: "add by: with a date column, which may come from_file")
      return result
    }
    result.series = .init(cadence: cadence, from: from, to: to, by: by)
    return result
  }

  /// A month as `2024-04`, or a day of it.
  private func month(_ key: String, _ fields: inout Fields) -> CivilDate? {
    guard let text = fields.text(key) else { return nil }
    if let month = CivilDate(text.value + "-01") { return month }
    if let day = CivilDate(text.value), day.components.day == 1 { return day }
    problems.add("'\(text.value)' is no month", at: text.span, help: "write year-month: 2024-04")
    return nil
  }

  private func controlTotal(_ node: YAMLNode, _ dataset: Dataset) -> ControlTotal? {
    guard var fields = Fields(node, .controlTotal, "'control_total'", problems) else { return nil }
    let amounts = dataset.columns.filter { $0.type == .decimal && $0.currency != nil }
    var column = fields.text("column")
    if column == nil, amounts.count == 1 { column = Located(amounts[0].name, at: node.span) }
    let amount = fields.text("amount")
    let tolerance = fields.text("tolerance")
    let from = fields.date("from")
    let to = fields.date("to")
    let source = fields.text("source")?.value
    fields.finish()
    guard let column else {
      problems.add(
        "the control total names no column", at: node.span, help: "add column: amount")
      return nil
    }
    guard let amount, let (sum, unit) = Quantity.read(amount.value.trimmed), unit != .percent else {
      if let amount {
        problems.add(
          "'\(amount.value)' is no amount", at: amount.span, help: "write it as \"312.4m\"")
      }
      return nil
    }
    guard let margin = margin(tolerance, of: sum) else { return nil }
    if (from == nil) != (to == nil) || from.flatMap({ from in to.map { from > $0 } }) == true {
      problems.add(
        "the control total is about the days from one to another", at: node.span,
        help: "write from: 2024-04-01, to: 2025-03-31, or neither")
    }
    return ControlTotal(
      column: column, amount: sum, text: amount.value.trimmed, tolerance: margin,
      period: to.map { Period(from: from, to: $0) }, source: source, span: node.span)
  }

  /// How far off the sum may be: nothing, an amount, or a percentage of it.
  private func margin(_ text: Located<String>?, of sum: Decimal) -> Decimal? {
    guard let text else { return .zero }
    if let (number, unit) = Quantity.read(text.value.trimmed), number >= .zero {
      guard unit == .percent else { return number }
      let size = sum.signum < 0 ? try? sum.negated() : sum
      if let size, let part = try? number.multiplied(by: size) { return part }
    }
    problems.add(
      "'\(text.value)' is no tolerance", at: text.span, help: "write 0.5%, or an amount")
    return nil
  }
}
