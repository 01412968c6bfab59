import Diagnostics

/// Collects everything wrong with a file, so that its author sees every mistake in one go.
final class Problems {
  private(set) var items: [Diagnostic] = []

  func add(_ message: String, at span: SourceSpan, help: String? = nil) {
    items.append(Diagnostic(message, at: span, help: help))
  }

  func add(_ diagnostic: Diagnostic) { items.append(diagnostic) }

  func warn(_ message: String, at span: SourceSpan, help: String? = nil) {
    items.append(Diagnostic(.warning, message, at: .span(span), help: help))
  }
}
