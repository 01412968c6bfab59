/// Something wrong or noteworthy, with its place and what to do about it.
public struct Diagnostic: Error, Sendable {
  /// How much it matters.
  public enum Severity: String, Sendable {
    /// Nothing that rests on it can be evaluated.
    case error
    /// Worth the reader's time; the run goes on.
    case warning
  }

  /// Where it is.
  public enum Place: Sendable {
    /// A stretch of a text that a person wrote.
    case span(SourceSpan)
    /// A file or folder as a whole, by the path the user knows.
    case file(String)
    /// A record of a data file: line number from 1, the header of the column if one cell is
    /// meant, and the text found there unless the data is personal.
    case record(file: String, line: Int, column: String?, shown: String?)
    /// Nowhere in a file.
    case none
  }

  /// How much it matters.
  public var severity: Severity
  /// One sentence without a full stop, in the reader's words.
  public var message: String
  /// Where it is.
  public var place: Place
  /// What to do, as an order: "quote the expression".
  public var help: String?

  /// A message at a place.
  public init(
    _ severity: Severity = .error, _ message: String, at place: Place = .none, help: String? = nil
  ) {
    self.severity = severity
    self.message = message
    self.place = place
    self.help = help
  }

  /// An error at a stretch of a source text.
  public init(_ message: String, at span: SourceSpan, help: String? = nil) {
    self.init(.error, message, at: .span(span), help: help)
  }
}

/// Several diagnostics that end a phase together, so that a reader sees every mistake in one go.
public struct DiagnosticList: Error, Sendable {
  /// The diagnostics, in any order.
  public var items: [Diagnostic]

  /// A list, in any order; rendering sorts it.
  public init(_ items: [Diagnostic] = []) { self.items = items }

  /// Whether one of them is an error.
  public var hasErrors: Bool { items.contains { $0.severity == .error } }

  /// Throws the list if one of its items is an error.
  public func throwIfErrors() throws(DiagnosticList) {
    if hasErrors { throw self }
  }
}
