import Diagnostics
import HoldfastModel
import YAMLSource

/// Reads what the cells of a column mean: blanks, and declared values.
struct MeaningReader {
  let problems: Problems

  func read(_ fields: inout Fields, into result: inout Column) {
    if let blank = fields.text("blank")?.value {
      result.blank =
        blank == "exclude" ? .exclude : blank == "unknown" ? .unknown : .value(TextKey(blank))
    }
    if let node = fields.node("values"),
      ![.text, .choice, .bool, .postcode, .companyNumber].contains(result.type)
    {
      problems.add(
        "a column of type \(result.type.rawValue) takes no 'values'", at: node.span,
        help: "list cells that say nothing under unknown_tokens")
      return
    }
    readValues(&fields, into: &result)
  }

  private func readValues(_ fields: inout Fields, into result: inout Column) {
    guard let node = fields.node("values") else {
      if result.type == .choice {
        problems.add("a choice lists its values", at: fields.span, help: "add values: [a, b]")
      }
      return
    }
    if result.type == .choice, node.isEmpty {
      problems.add("a choice lists its values", at: node.span, help: "add values: [a, b]")
    }
    if case .sequence = node.kind {
      for item in fields.texts(node, "values") {
        result.values[TextKey(item.value)] = .text(item.value)
      }
      guard result.type == .bool else { return }
      problems.add(
        "the values of a bool say which cells are true and which are false", at: node.span,
        help: "write values: {\"Yes\": true, \"No\": false}")
      return
    }
    readMeanings(&fields, into: &result)
  }

  private func readMeanings(_ fields: inout Fields, into result: inout Column) {
    for (cell, meaning) in fields.pairs("values") {
      guard let scalar = meaning.scalar else {
        problems.add("the meaning of '\(cell.value)' must be a single value", at: meaning.span)
        continue
      }
      let key = TextKey(cell.value)
      switch (scalar.resolved, result.type) {
      case (.string("unknown"), _): result.values[key] = .unknown
      case (.bool(let value), .bool): result.values[key] = .bool(value)
      case (_, .bool):
        problems.add(
          "the meaning of '\(cell.value)' must be true, false or unknown", at: meaning.span)
      default: result.values[key] = .text(scalar.text)
      }
    }
  }
}
