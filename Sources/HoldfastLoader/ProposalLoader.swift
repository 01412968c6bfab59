public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// Reads what an award would add, from a file that people write; JSON is read as well.
public struct ProposalLoader {
  /// A loader.
  public init() {}

  /// Reads a proposal and reports every mistake in it.
  public func load(_ source: SourceText) -> Loaded<Proposal> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard !WholeFile.proposal.isMistaken(node, problems),
        let fields = Fields(node, .proposal, "the proposal", problems)
      else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let proposal = proposal(fields, problems)
      return Loaded(value: proposal, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func proposal(_ root: Fields, _ problems: Problems) -> Proposal? {
    var fields = root
    let id = fields.text("proposal")
    let title = fields.text("title")
    let stage: Proposal.Stage? = fields.word("stage")
    let value = value(&fields, problems)
    let base: Proposal.Base? = fields.word("base")
    let replaces = rows("replaces", &fields, problems)
    let items = fields.list("alternatives", "the alternative")
    let isMissing = fields.node("alternatives") == nil
    let own = alternative(named: id?.value ?? "award", nil, &fields, problems)
    fields.finish()
    let alternatives = isMissing ? [own] : items.compactMap { alternative($0, problems) }
    if !isMissing, !own.lots.isEmpty || !own.new.isEmpty || own.supplier != nil {
      problems.add(
        "the proposal has alternatives, and says beside them what is added", at: root.span,
        help: "put rows:, lots:, new: and supplier: into the alternatives that they belong to")
    }
    var seen: Set<TextKey> = []
    for item in alternatives where !seen.insert(TextKey(item.id)).inserted {
      problems.add("two alternatives are called '\(item.id)'", at: root.span)
    }
    if !isMissing, items.isEmpty {
      problems.add(
        "the proposal has no alternatives", at: root.span,
        help: "write them after a '- ', or rows: for a proposal of one")
    }
    check(alternatives, problems)
    guard let id, let stage, !alternatives.isEmpty else { return nil }
    return Proposal(
      id: id.value, title: title?.value, stage: stage, value: value, base: base ?? .period,
      replaces: replaces, alternatives: alternatives)
  }

  private func alternative(_ root: Fields, _ problems: Problems) -> Proposal.Alternative? {
    var fields = root
    let id = fields.text("id")
    let title = fields.text("title")
    let value = value(&fields, problems)
    var result = alternative(named: id?.value ?? "", title?.value, &fields, problems)
    result.value = value
    fields.finish()
    return id == nil ? nil : result
  }

  /// What an award is made of, under the keys that a proposal and an alternative share.
  private func alternative(
    named id: String, _ title: String?, _ fields: inout Fields, _ problems: Problems
  ) -> Proposal.Alternative {
    let supplier = fields.text("supplier")
    let new = rows("new", &fields, problems)
    let rows = rows("rows", &fields, problems)
    let lots = fields.list("lots", "the lot").map { lot($0, problems) }
    return Proposal.Alternative(
      id: id, title: title, supplier: supplier?.value, new: new,
      lots: (rows.isEmpty ? [] : [Proposal.Lot(rows: rows)]) + lots, place: .span(fields.span))
  }

  private func lot(_ root: Fields, _ problems: Problems) -> Proposal.Lot {
    var fields = root
    let id = fields.text("id")
    let year = fields.integer("year", help: "the first year of the award is 1")
    let supplier = fields.text("supplier")
    let value = value(&fields, problems)
    let rows = rows("rows", &fields, problems)
    fields.finish()
    return Proposal.Lot(
      id: id?.value, year: year ?? 1, supplier: supplier?.value, value: value, rows: rows)
  }

  /// An award without rows would be judged on nothing.
  private func check(_ alternatives: [Proposal.Alternative], _ problems: Problems) {
    for item in alternatives where item.lots.allSatisfy(\.rows.isEmpty) {
      guard case .span(let span) = item.place else { continue }
      problems.add(
        "'\(item.id)' adds no rows, so there is nothing to judge", at: span,
        help: "write the rows that it adds: rows: { spend: [{ amount: 1000.00 }] }")
    }
  }

  private func value(_ fields: inout Fields, _ problems: Problems) -> Decimal? {
    guard let text = fields.text("value") else { return nil }
    if let value = Decimal(text.value.trimmed), value.signum > 0 { return value }
    problems.add(
      "'\(text.value)' is no amount above zero", at: text.span,
      help: "write it in plain digits: 450000.00")
    return nil
  }
}

/// Rows, each a mapping of columns to cells.
extension ProposalLoader {
  private func rows(
    _ key: String, _ fields: inout Fields, _ problems: Problems
  ) -> [ProposedRow] {
    fields.pairs(key).flatMap { dataset, node -> [ProposedRow] in
      guard case .sequence(let items) = node.kind else {
        problems.add(
          "the rows of '\(dataset.value)' must be a list, each row after a '- ', "
            + "not \(node.kindName)", at: node.span)
        return []
      }
      return items.compactMap { row($0, of: dataset.value, problems) }
    }
  }

  private func row(
    _ node: YAMLNode, of dataset: String, _ problems: Problems
  ) -> ProposedRow? {
    let what = "a row of '\(dataset)'"
    guard let entries = Fields.entries(node, what, problems) else { return nil }
    guard !entries.isEmpty else {
      problems.add(
        "\(what) is empty", at: node.span, help: "write its cells: { amount: 1000.00 }")
      return nil
    }
    let cells = Fields.pairs(entries, what, problems).compactMap { column, node in
      cell(column, node, problems)
    }
    return ProposedRow(dataset: dataset, cells: cells, place: .span(node.span))
  }

  /// A cell as it is written; nil, which nobody knows, where nothing is.
  private func cell(
    _ column: Located<String>, _ node: YAMLNode, _ problems: Problems
  ) -> ProposedCell? {
    guard let scalar = node.scalar else {
      problems.add(
        "'\(column.value)' must be a single value, not \(node.kindName)", at: node.span)
      return nil
    }
    guard !scalar.resolved.isNull else { return nil }
    return ProposedCell(column: column.value, text: scalar.text, place: .span(scalar.span))
  }
}
