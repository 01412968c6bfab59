import Diagnostics

/// What is said about files that cannot be split into records, all in one place.
enum ReadMessage {
  /// Why a file is refused by its first bytes; nil where it may be text.
  static func refusal(_ beginning: [UInt8], isEmpty: Bool, _ file: String) -> Diagnostic? {
    if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) {
      return refusal(.utf16, file)
    }
    guard isEmpty else { return nil }
    return Diagnostic(
      .error, "the file is empty", at: .file(file), help: "export it again, with its headers")
  }

  /// Why a file of another kind is refused.
  static func refusal(_ kind: NoTable, _ file: String) -> Diagnostic {
    switch kind {
    case .utf16:
      Diagnostic(
        .error, "the file is in UTF-16, which is not read", at: .file(file),
        help: "save it as CSV UTF-8")
    case .pdf:
      Diagnostic(
        .error, "this is a PDF, a document for printing, not CSV", at: .file(file),
        help: "ask for the table itself as CSV or Excel: figures in a PDF cannot be read for "
          + "certain")
    case .markup:
      Diagnostic(
        .error, "this is a web page, or a table saved as one, not CSV", at: .file(file),
        help: "open it in a spreadsheet program and save the table as CSV UTF-8; if it should have "
          + "been downloaded, look at what it says")
    }
  }

  static func split(_ error: SplitError, _ file: String, shown: String? = nil) -> Diagnostic {
    let place = "column \(error.position.column)"
    let (message, help) =
      switch error.kind {
      case .quoteInText:
        (
          "a quote stands inside a cell that has no quotes around it, at \(place)",
          "put the whole cell in quotes and double the quotes inside it"
        )
      case .textAfterQuote:
        (
          "text follows the closing quote of a cell, at \(place)",
          "double the quotes inside the cell"
        )
      case .unclosedQuote:
        (
          "the quote opened on line \(error.position.line), \(place), is never closed",
          "close it, or double it if it belongs to the text"
        )
      case .bareReturn:
        (
          "the file uses old Mac line ends, or a cell holds half of one, at \(place)",
          "save it with Windows or Unix line ends"
        )
      case .nullByte:
        (
          "this looks like a binary file: a zero byte stands at \(place)",
          "export the table as CSV in UTF-8"
        )
      case .tooLong(let limit, let inQuote):
        (
          inQuote
            ? "the quote opened at \(place) is not closed within \(limit) bytes"
            : "the record that begins here is longer than \(limit) bytes",
          "check the quotes and the delimiter of the file"
        )
      }
    return Diagnostic(
      .error, message,
      at: .record(file: file, line: error.position.line, column: nil, shown: shown), help: help)
  }

  /// A byte of another encoding, or a disk that stopped.
  static func stopped(
    _ error: TextBlocks.BlockError, _ here: Position, _ file: String, _ encoding: TextEncoding,
    shown: String? = nil
  ) -> Diagnostic {
    switch error {
    case .reading(let diagnostic): return diagnostic
    case .badByte(let bad):
      let byte = "0x" + (bad.byte < 16 ? "0" : "") + String(bad.byte, radix: 16, uppercase: true)
      let help =
        encoding == .utf8
        ? "declare encoding: windows-1252 if the line looks right as it is shown here, or if an "
          + "older Windows program wrote the file"
        : "declare the encoding that the file is in, or save it as UTF-8"
      return Diagnostic(
        .error,
        "byte \(byte) at column \(here.column) (byte offset \(bad.offset)) is not "
          + (encoding == .utf8 ? "UTF-8" : "windows-1252"),
        at: .record(file: file, line: here.line, column: nil, shown: shown), help: help)
    }
  }

  /// What was mended or inferred on the way.
  static func notices(
    _ mark: ByteOrderMark, asked: TextEncoding, used: TextEncoding, _ file: String
  ) -> [Diagnostic] {
    var notices: [Diagnostic] = []
    if case .mended = mark {
      notices.append(
        Diagnostic(
          .warning, "the first header began with a damaged byte order mark, which was removed",
          at: .file(file), help: "export the file again if letters in it look wrong"))
    }
    if asked == .auto, used == .windows1252 {
      notices.append(
        Diagnostic(
          .warning, "the file is not UTF-8 and was read as windows-1252", at: .file(file),
          help: "declare encoding: windows-1252 if that is right"))
    }
    return notices
  }
}
