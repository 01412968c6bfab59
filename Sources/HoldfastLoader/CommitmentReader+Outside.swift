import Diagnostics
import HoldfastModel
import JSONText
import YAMLSource

/// What a commitment says to a checker outside the program: parameters, and columns by their roles.
extension CommitmentReader {
  func readOutside(_ fields: inout Fields, into result: inout Commitment) {
    guard let checker = checkers[result.check.value], let outside = checker.outside else { return }
    let node = fields.node("with")
    let parameters = node.map(\.json) ?? "{}"
    for fault in outside.faults(parameters) {
      problems.add(
        fault.message, at: node?.place(of: fault.path) ?? result.check.span, help: fault.help)
    }
    var columns: [(role: String, expression: ExpressionText)] = []
    if outside.failure != nil {
      // Nobody knows what it would have taken.
      _ = fields.node("columns")
    } else if !outside.roles.isEmpty {
      columns = self.columns(&fields, outside, result)
    }
    result.outside = OutsideCall(
      outside, of: checker, parameters: parameters, columns: columns)
  }

  private func columns(
    _ fields: inout Fields, _ outside: OutsideDeclaration, _ commitment: Commitment
  ) -> [(role: String, expression: ExpressionText)] {
    let names = outside.roles.map(\.name)
    var written: [String: ExpressionText] = [:]
    for (name, node) in fields.pairs("columns") {
      if !names.contains(name.value) {
        problems.add(
          "'\(commitment.check.value)' has no column '\(name.value)'", at: name.span,
          help: Nearest.hint(for: name.value, in: names)
            ?? "its columns are \(names.joined(separator: ", "))")
      } else if let scalar = node.scalar {
        written[name.value] = scalar.expression
      } else {
        problems.add("column '\(name.value)' must be an expression", at: node.span)
      }
    }
    for role in outside.roles where !role.isNullable && written[role.name] == nil {
      problems.add(
        "'\(commitment.check.value)' needs the column '\(role.name)': \(role.means)",
        at: commitment.check.span, help: "write columns: { \(role.name): <expression> }")
    }
    return names.compactMap { name in written[name].map { (name, $0) } }
  }
}

extension YAMLNode {
  /// The same as JSON, with every number as it is written.
  fileprivate var json: String {
    switch kind {
    case .scalar(let scalar): return scalar.json
    case .sequence(let items): return "[\(items.map(\.json).joined(separator: ","))]"
    case .mapping(let entries):
      let members = entries.map { entry in
        "\(JSON.quoted(entry.key.scalar?.text ?? "")):\(entry.value.json)"
      }
      return "{\(members.joined(separator: ","))}"
    }
  }

  /// Where a part of it stands; as near as there is something.
  fileprivate func place(of path: [OutsideDeclaration.Fault.Step]) -> SourceSpan {
    guard let step = path.first else { return span }
    switch (step, kind) {
    case (.key(let key), .mapping(let entries)):
      let entry = entries.first { $0.key.scalar?.text == key }
      return entry?.value.place(of: Array(path.dropFirst())) ?? span
    case (.index(let index), .sequence(let items)):
      return items.indices.contains(index) ? items[index].place(of: Array(path.dropFirst())) : span
    default: return span
    }
  }
}

extension YAMLScalar {
  /// A number only where JSON would write it just so; whatever else is a text.
  fileprivate var json: String {
    switch resolved {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer, .float:
      return isPlainNumber ? text : JSON.quoted(text)
    default: return JSON.quoted(text)
    }
  }

  private var isPlainNumber: Bool {
    (try? JSONValue(parsing: Array(text.utf8))).map {
      if case .number = $0.kind { true } else { false }
    } ?? false
  }
}
