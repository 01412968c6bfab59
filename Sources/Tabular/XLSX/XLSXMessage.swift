import Diagnostics

/// What is said about Excel workbooks that cannot be read.
enum XLSXMessage {
  /// An XML text that is not what a part of a workbook should be.
  static func part(_ fault: XMLFault, _ part: String, _ file: String) -> Diagnostic {
    let again = "open the workbook in the spreadsheet program and save it again as .xlsx"
    switch fault {
    case .malformed(let words, let line, let column):
      return Diagnostic(
        .error,
        "the part '\(part)' of the workbook is damaged: \(words) at its line \(line), "
          + "column \(column)", at: .file(file), help: again)
    case .documentType:
      return Diagnostic(
        .error,
        "the part '\(part)' of the workbook declares a document type, which no workbook "
          + "does and attacks need", at: .file(file),
        help: "check where the file comes from; if it is right, " + again)
    case .tooDeep, .tooLong:
      return Diagnostic(
        .error,
        "the part '\(part)' of the workbook has an element that is "
          + (fault == .tooDeep ? "nested more deeply" : "larger") + " than any workbook has",
        at: .file(file), help: "check where the file comes from; if it is right, " + again)
    case .noMemory:
      return Diagnostic(
        .error, "there is no memory left to read the workbook", at: .file(file),
        help: "end other programs")
    case .unexpected(let what, let row, let help):
      return Diagnostic(
        .error, row == nil ? "the part '\(part)' of the workbook cannot be used: \(what)" : what,
        at: row.map { .record(file: file, line: $0, column: nil, shown: nil) } ?? .file(file),
        help: help ?? again)
    }
  }

  static func missingPart(_ part: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the workbook is damaged: its part '\(part)' is missing", at: .file(file),
      help: "open it in the spreadsheet program and save it again as .xlsx")
  }

  static func elsewhere(_ what: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "\(what) of the workbook is kept outside of it, and is not looked for there",
      at: .file(file), help: "open the workbook and save it again with everything inside")
  }

  static func noSheet(_ wanted: String, _ names: [String], _ file: String) -> Diagnostic {
    let listed = HeaderText.list(names)
    let near = Nearest.name(to: wanted, in: names)
    return Diagnostic(
      .error, "the workbook has no sheet '\(HeaderText.shown(wanted))': it has \(listed)",
      at: .file(file),
      help: near.map { "did you mean '\(HeaderText.shown($0))'? write it under format.sheet" }
        ?? "write one of these under format.sheet")
  }

  static func noVisibleSheet(_ names: [String], _ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      names.isEmpty
        ? "the workbook has no sheet of cells"
        : "all sheets of the workbook are hidden: \(HeaderText.list(names))", at: .file(file),
      help: names.isEmpty
        ? "check that it is the file you mean" : "name the one you mean under format.sheet")
  }

  /// Which of several sheets was read, where nobody said.
  static func chosen(_ name: String, _ others: [String], _ file: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "the workbook has \(others.count + 1) sheets and '\(HeaderText.shown(name))' was "
        + "read; not \(HeaderText.list(others))", at: .file(file),
      help: "write the one you mean under format.sheet")
  }

  static func hiddenFirst(_ hidden: String, _ name: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "the first sheet, '\(HeaderText.shown(hidden))', is hidden, and "
        + "'\(HeaderText.shown(name))' was read", at: .file(file),
      help: "write the one you mean under format.sheet")
  }

  static func noHeaderRow(_ row: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the headers should be on row \(row), and that row is blank",
      at: .record(file: file, line: row, column: nil, shown: nil),
      help: "set header_row to the row of the headers")
  }

  /// A formula without a value, or in a workbook that says its values are not to be relied on.
  static func uncomputed(
    _ cell: CellReference, isSaid: Bool, _ file: String
  ) -> Diagnostic {
    Diagnostic(
      .error,
      "cell \(cell) holds a formula, and "
        + (isSaid
          ? "the workbook says that its formulas are still to be computed"
          : "not what it comes to"),
      at: .record(file: file, line: cell.row, column: nil, shown: nil),
      help: "open the workbook in the spreadsheet program and save it, so that it is computed")
  }

  static func tooMuchText(row: Int, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "row \(row) holds more than \(SheetLimit.cell) bytes",
      at: .record(file: file, line: row, column: nil, shown: nil),
      help: "check the row; save the sheet as CSV UTF-8 if it is right")
  }

  static func tooMuchTextInAll(_ file: String) -> Diagnostic {
    Diagnostic(
      .error,
      "the cells of the sheet come to more than \(SheetLimit.allText >> 30) GiB, "
        + "which is more than is read", at: .file(file),
      help: "check where the file comes from; save the sheet as CSV UTF-8 if it is right")
  }
}
