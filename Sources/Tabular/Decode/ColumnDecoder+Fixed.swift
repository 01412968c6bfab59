import Diagnostics
import Patterns

extension ColumnDecoder {
  /// A decoder of a column that has the same cell in every row: a declared text, or what a pattern
  /// finds in the file's path. Throws where the pattern finds nothing, or the text cannot be read.
  convenience init(fixed schema: ColumnSchema, file: String) throws(Diagnostic) {
    let text = try Self.text(schema, file)
    // The type reads the text as it would read a cell; what is extracted is extracted already.
    var plain = schema
    plain.extract = nil
    let decoder = ColumnDecoder(plain, header: text, place: .fixed(.unknown), hidden: false)
    let bytes = Array(text.utf8)
    var faults: [CellFault] = []
    var tally = ColumnTally()
    let range = Blanks.trimmed(bytes.span, bytes.indices)
    let cell = decoder.cell(bytes, range, line: 0, &faults, &tally)
    if let fault = faults.first { throw Self.unreadable(fault, schema, text, file) }
    self.init(plain, header: text, place: .fixed(cell), hidden: false)
  }

  private static func text(_ schema: ColumnSchema, _ file: String) throws(Diagnostic) -> String {
    switch schema.origin {
    case .constant(let text): return text
    case .fileName(let pattern):
      if let text = pattern.firstGroup(in: file) { return text }
      throw Diagnostic(
        .error,
        "the pattern '\(pattern.text)' of the column '\(schema.name)' finds nothing in the "
          + "file's name", at: .file(file),
        help: "correct the pattern under \(schema.declaredAt), or rename the file")
    case .headers, .position: return ""
    }
  }

  private static func unreadable(
    _ fault: CellFault, _ schema: ColumnSchema, _ text: String, _ file: String
  ) -> Diagnostic {
    let shown = HeaderText.shown(text)
    var whence = "which is the column '\(schema.name)'"
    var help = "correct \(schema.declaredAt)"
    if case .fileName = schema.origin {
      whence = "from the file's name for '\(schema.name)'"
      help = "correct the pattern under \(schema.declaredAt), or rename the file"
    }
    return Diagnostic(
      .error, "'\(shown)', \(whence), cannot be read: \(fault.message)", at: .file(file),
      help: help)
  }
}
