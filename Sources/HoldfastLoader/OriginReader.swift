import Diagnostics
import HoldfastModel
import Patterns
import YAMLSource

/// Reads where a column's cells come from, and which part of them counts.
struct OriginReader {
  let problems: Problems

  func read(_ fields: inout Fields, into result: inout Column) {
    let given = Shape.column.alternatives.flatMap(\.names).filter { fields.node($0) != nil }
    if given.count > 1 {
      problems.add(
        "\(fields.what) has \(given.joined(separator: " and "))", at: fields.span,
        help: "keep the one that says where its cells come from")
    }
    if let node = fields.node("from") {
      if let origin = origin(node, &fields) { result.origin = origin }
    } else if let pattern = fields.text("from_file") {
      check(pattern, "from_file")
      result.origin = .fileName(pattern.value)
    } else if let text = fields.text("set") {
      result.origin = .constant(text.value)
    }
    readExtract(&fields, into: &result)
  }

  private func origin(_ node: YAMLNode, _ fields: inout Fields) -> ColumnOrigin? {
    if case .mapping = node.kind { return item(node) }
    guard case .sequence(let items) = node.kind else {
      return fields.text("from").map { .headers([.init($0.value)]) }
    }
    var headers: [ColumnOrigin.Header] = []
    for place in items {
      if place.scalar != nil {
        headers += fields.texts(place, "from").map { .init($0.value) }
      } else if case .headers(let more)? = item(place) {
        headers += more
      } else {
        problems.add(
          "a list under from holds headers", at: place.span,
          help: "write a position by itself: from: { position: 3 }")
      }
    }
    return headers.isEmpty ? nil : .headers(headers)
  }

  private func item(_ node: YAMLNode) -> ColumnOrigin? {
    guard var fields = Fields(node, .header, "'from'", problems) else { return nil }
    let position = fields.integer("position")
    let header = fields.text("header")
    let nth = fields.integer("nth")
    fields.finish()
    switch (position, header) {
    case (let position?, nil) where nth == nil: return .position(position)
    case (nil, let header?): return .headers([.init(header.value, nth: nth)])
    default:
      problems.add(
        "from is a header, or { position: 3 }, or { header: Supplier Name, nth: 2 }", at: node.span)
      return nil
    }
  }

  private func readExtract(_ fields: inout Fields, into result: inout Column) {
    let rule: Extract.NoMatch? = fields.word("no_match")
    guard let extract = fields.text("extract") else { return }
    if extract.value == "postcode" {
      result.extract = .postcode
    } else {
      check(extract, "extract")
      result.extract = .pattern(extract.value, noMatch: rule ?? .error)
    }
  }

  private func check(_ pattern: Located<String>, _ key: String) {
    PatternCheck(problems: problems).check(pattern, key)
  }
}

/// Refuses patterns that cannot be read.
struct PatternCheck {
  let problems: Problems

  func check(_ pattern: Located<String>, _ key: String) {
    do throws(PatternError) { _ = try Pattern(pattern.value) } catch {
      problems.add("\(key): \(error.message)", at: pattern.span, help: error.help)
    }
  }
}

/// Reads lists of whole cells: texts, and `{ matches: PATTERN }`.
struct TokenReader {
  let problems: Problems

  func tokens(_ key: String, _ fields: inout Fields) -> CellTokens {
    guard let node = fields.node(key) else { return CellTokens() }
    guard case .sequence(let items) = node.kind else {
      return item(node, key, fields)
    }
    return items.reduce(CellTokens()) { $0.adding(item($1, key, fields)) }
  }

  private func item(_ node: YAMLNode, _ key: String, _ outer: Fields) -> CellTokens {
    guard case .mapping = node.kind else {
      return CellTokens(texts: [outer.scalar(node, key)?.text].compactMap { $0 })
    }
    guard var fields = Fields(node, .matching, "an item of \(key)", problems) else {
      return CellTokens()
    }
    let pattern = fields.text("matches")
    fields.finish()
    guard let pattern else { return CellTokens() }
    PatternCheck(problems: problems).check(pattern, key)
    return CellTokens(patterns: [pattern.value])
  }
}
