import Diagnostics

/// Collects everything wrong with a file, so that its author sees every mistake in one go.
final class Problems {
  private(set) var items: [Diagnostic] = []
  private var seen: Set<Seen> = []

  /// What makes two messages one.
  private struct Seen: Hashable {
    let message: String
    let place: Range<Int>
  }

  func add(_ message: String, at span: SourceSpan, help: String? = nil) {
    // Settings that hold for several files are read for each, and said once.
    guard seen.insert(Seen(message: message, place: span.range)).inserted else { return }
    items.append(Diagnostic(message, at: span, help: help))
  }

  func add(_ diagnostic: Diagnostic) { items.append(diagnostic) }

  /// Something that no author can have done.
  func addDefect(_ message: String, at span: SourceSpan) {
    add(message, at: span, help: "this is a defect of the program: report it")
  }

  func warn(_ message: String, at span: SourceSpan, help: String? = nil) {
    items.append(Diagnostic(.warning, message, at: .span(span), help: help))
  }
}
