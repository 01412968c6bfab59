import Diagnostics
import HoldfastModel
import YAMLSource

extension YAMLNode {
  var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = kind else { return nil }
    return scalar
  }

  /// Whether nothing is written, or brackets with nothing inside.
  var isEmpty: Bool {
    switch kind {
    case .scalar(let scalar): scalar.resolved.isNull
    case .sequence(let items): items.isEmpty
    case .mapping(let entries): entries.isEmpty
    }
  }

  /// The kind in a reader's words.
  var kindName: String {
    switch kind {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

extension YAMLValue {
  var isNull: Bool {
    guard case .null = self else { return false }
    return true
  }
}

extension YAMLScalar {
  /// The whole scalar's place.
  var span: SourceSpan { span(of: 0..<text.utf8.count) }

  /// The scalar as an expression that knows where each of its bytes stands.
  var expression: ExpressionText { ExpressionText(text) { self.span(of: $0) } }
}
