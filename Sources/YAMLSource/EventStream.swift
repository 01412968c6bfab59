import Diagnostics

/// The steps through a text with their places in bytes, without those that libyaml should not
/// have let pass.
struct EventStream: ~Copyable {
  let source: SourceText
  private var reader: EventReader
  private let index: ScalarIndex
  private var layout: LayoutCheck

  /// The steps through a text whose bytes have been checked; nil where there is no memory for it.
  init?(_ source: SourceText, contentStart: Int) {
    guard let reader = EventReader(Self.text(source, contentStart)) else { return nil }
    self.source = source
    self.reader = reader
    index = ScalarIndex(source.utf8, from: contentStart)
    layout = LayoutCheck(source, contentStart: contentStart)
  }

  /// The bytes for libyaml, with a line end after a last line of blanks, which it would otherwise
  /// take for a line of the block above.
  private static func text(_ source: SourceText, _ start: Int) -> ArraySlice<UInt8> {
    let bytes = source.utf8[start...]
    let blanks = bytes.reversed().prefix(while: isBlank).count
    guard blanks > 0, blanks < bytes.count else { return bytes }
    let before = bytes[bytes.endIndex - blanks - 1]
    return before == 0x0A || before == 0x0D ? bytes + [0x0A] : bytes
  }

  /// The next step; after an error, do not call again.
  mutating func next() throws(Diagnostic) -> Event {
    let event: Event
    do throws(SyntaxProblem) { event = try reader.next() } catch { throw wording(error) }
    if let fault = layout.fault(in: event, at: place(event).range) { throw fault }
    return event
  }

  /// Where an event stands in the file.
  func place(_ event: Event) -> SourceSpan {
    let start = offset(ofScalar: event.start)
    return SourceSpan(source: source, range: start..<max(start, offset(ofScalar: event.end)))
  }

  /// The byte that a position of libyaml means.
  func offset(ofScalar position: Int) -> Int { index.offset(ofScalar: position) }

  private func wording(_ error: SyntaxProblem) -> Diagnostic {
    let problem = offset(ofScalar: error.problemIndex)
    let context = offset(ofScalar: error.contextIndex)
    return SyntaxWording(error, problem: problem, context: context, in: source).diagnostic
  }
}
