import Diagnostics
import YAMLSource

func parse(_ text: String, limits: YAMLLimits = .default) throws(DiagnosticList) -> YAMLNode {
  try YAML.parse(SourceText(name: "pack.yaml", text: text), limits: limits)
}

/// All messages of a text as a person sees them; empty where there are none.
func messages(_ bytes: [UInt8], limits: YAMLLimits = .default) -> String {
  do throws(DiagnosticList) {
    _ = try YAML.parse(SourceText(name: "pack.yaml", utf8: bytes), limits: limits)
    return ""
  } catch {
    return error.rendered()
  }
}

func messages(_ text: String, limits: YAMLLimits = .default) -> String {
  messages(Array(text.utf8), limits: limits)
}

/// A node in one line: `{"a": [1, ~, 2.5]}`; texts in quotes, everything else without.
func tree(_ node: YAMLNode) -> String {
  switch node.kind {
  case .scalar(let scalar): tree(scalar.resolved)
  case .sequence(let items): "[" + items.map(tree).joined(separator: ", ") + "]"
  case .mapping(let entries):
    "{" + entries.map { "\(tree($0.key)): \(tree($0.value))" }.joined(separator: ", ") + "}"
  }
}

func tree(_ value: YAMLValue) -> String {
  switch value {
  case .null: "~"
  case .bool(let value): "\(value)"
  case .integer(let value): value.map { String($0) } ?? "integer too large"
  case .float(let value): "\(value)f"
  case .string(let value): quoted(value)
  }
}

private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\0": result += "\\0"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

func scalars(_ node: YAMLNode) -> [YAMLScalar] {
  switch node.kind {
  case .scalar(let scalar): [scalar]
  case .sequence(let items): items.flatMap(scalars)
  case .mapping(let entries): entries.flatMap { scalars($0.key) + scalars($0.value) }
  }
}

func slice(_ span: SourceSpan) -> String {
  String(decoding: span.source.utf8[span.range], as: UTF8.self)
}
