import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// What is said about corrections, all in one place.
enum CorrectionMessage {
  /// Where a correction stands, for its messages.
  struct Place {
    let file: String
    let line: Int
    /// Whether no cell of it may be shown.
    var isHidden = false

    func diagnostic(
      _ message: String, _ column: String? = nil, shown: String? = nil, help: String?,
      severity: Diagnostic.Severity = .error
    ) -> Diagnostic {
      Diagnostic(
        severity, message,
        at: .record(file: file, line: line, column: column, shown: isHidden ? nil : shown),
        help: help)
    }
  }

  static func severalFiles(_ pattern: Located<String>, _ count: Int) -> Diagnostic {
    Diagnostic(
      "'\(pattern.value)' names \(count) files", at: pattern.span,
      help: "keep all corrections in one file")
  }

  static func noHeaders(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "no line of the file has the headers of corrections", at: .file(file),
      help: "the first line has to be: " + CorrectionFile.columns.joined(separator: ",")
        + "; `holdfast unknowns --csv` writes such a file")
  }

  static func notUTF8(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "the file is not UTF-8 and was read as windows-1252", at: .file(file),
      help: "save it as CSV UTF-8, so that no letter of a key is lost")
  }

  static func tooMany(_ file: String, _ limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "the file has more than \(Decimal(limit).grouped) corrections", at: .file(file),
      help: "correct the source of the data")
  }

  static func noCell(_ column: String, _ place: Place) -> Diagnostic {
    let help =
      switch column {
      case "by": "write who says so"
      case "on": "write the day, such as 2026-03-31"
      case "because": "write how it is known, such as: supplier's invoice 4711"
      default: "say which cell is meant, or remove the value"
      }
    return place.diagnostic("the correction has a value and no '\(column)'", column, help: help)
  }

  static func noDataset(_ name: String, _ names: [String], _ place: Place) -> Diagnostic {
    place.diagnostic(
      "there is no dataset '\(name)'", "dataset", shown: name,
      help: Nearest.hint(for: name, in: names)
        ?? "the datasets are " + names.joined(separator: ", "))
  }

  static func noColumn(_ name: String, _ dataset: Dataset, _ place: Place) -> Diagnostic {
    let names = dataset.columns.map(\.name)
    return place.diagnostic(
      "the dataset '\(dataset.name)' has no column '\(name)'", "column", shown: name,
      help: Nearest.hint(for: name, in: names) ?? "its columns are " + names.joined(separator: ", ")
    )
  }

  static func isKey(_ column: Column, _ dataset: Dataset, _ place: Place) -> Diagnostic {
    place.diagnostic(
      "'\(column.name)' is part of the key of '\(dataset.name)', by which corrections find rows",
      "column", shown: column.name, help: "correct the file itself")
  }

  static func isShared(_ column: Column, _ place: Place) -> Diagnostic {
    place.diagnostic(
      "'\(column.name)' says which rows share a value, and is read before corrections are applied",
      "column", shown: column.name, help: "correct the file itself")
  }

  static func noDate(_ text: String, _ format: DateFormat, _ place: Place) -> Diagnostic {
    let isISO = format.pattern == DateFormat.iso.pattern
    return place.diagnostic(
      "'on' is no date of the form yyyy-MM-dd" + (isISO ? "" : " or \(format.pattern)"), "on",
      shown: text,
      help: "write 2026-03-31, or declare in institution.yaml how the file writes days: "
        + "corrections: { file: corrections.csv, date_format: d/M/yyyy }")
  }

  static func inFuture(
    _ day: CivilDate, _ text: String, _ place: Place
  ) -> Diagnostic {
    place.diagnostic(
      "the correction is of \(day), which is yet to come", "on", shown: text,
      help:
        "correct the date, or declare how the file writes days: corrections: { date_format: d/M/yyyy }"
    )
  }

  static func wrongValue(_ fault: CellFault, _ text: String, _ place: Place) -> Diagnostic {
    place.diagnostic(fault.message, "value", shown: text, help: fault.help)
  }

  static func saysNothing(_ column: Column, _ text: String, _ place: Place) -> Diagnostic {
    place.diagnostic(
      "the value is one that says nothing in '\(column.name)'", "value", shown: text,
      help: "leave it blank until it is known")
  }

  static func noPostcode(_ text: String, _ place: Place) -> Diagnostic {
    place.diagnostic(
      "the value is not a British postcode", "value", shown: text,
      help: "write it as in M5 4WT; leave it blank where there is none")
  }
}

extension CorrectionMessage {
  /// The cell was corrected on an earlier line.
  static func twice(_ earlier: Int, isSame: Bool, _ place: Place) -> Diagnostic {
    isSame
      ? place.diagnostic(
        "the cell is corrected on line \(earlier) already, to the same value",
        help: "remove one of the two lines", severity: .warning)
      : place.diagnostic(
        "the cell is corrected on line \(earlier) already, to another value", "value",
        help: "keep the line that is right")
  }

  static func noRow(_ key: String, _ dataset: Dataset, _ place: Place) -> Diagnostic {
    place.diagnostic(
      "no row of '\(dataset.name)' has the key", "key", shown: key,
      help: dataset.key.isEmpty
        ? "copy the key from `holdfast unknowns --csv`; a row that was changed has another"
        : "write the cells of \(keyNames(dataset)) as they stand in the data")
  }

  /// Rows that corrections made, for nobody: a warning, since a supplier may come back next year.
  static func idle(_ keys: [TextKey], of name: String, isHidden: Bool, in file: String)
    -> Diagnostic
  {
    let first = isHidden ? "" : ", the first being '\(keys.first?.text ?? "")'"
    return Diagnostic(
      .warning,
      "\(keys.count) corrected key(s) of '\(name)' stand in no file, and no judged row has them"
        + first, at: .file(file), help: "check the spelling of the keys")
  }

  static func severalRows(
    _ key: String, _ count: Int, _ dataset: Dataset, _ place: Place
  ) -> Diagnostic {
    let help =
      dataset.valid != nil
      ? "correct the file itself: its rows hold at different times"
      : dataset.key.isEmpty
        ? "declare a key for '\(dataset.name)' that tells its rows apart"
        : "\(keyNames(dataset)) does not tell the rows apart: add a column to key:"
    return place.diagnostic(
      "\(count) rows of '\(dataset.name)' have the key", "key", shown: key, help: help)
  }

  private static func keyNames(_ dataset: Dataset) -> String {
    dataset.key.map(\.value).joined(separator: " / ")
  }
}
