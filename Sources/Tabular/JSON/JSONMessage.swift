import Diagnostics
import JSONText

/// What is said about JSON files that hold no table, all in one place.
enum JSONMessage {
  /// Why a file is refused by its first bytes; nil where it may be JSON.
  static func refusal(_ beginning: ArraySlice<UInt8>, _ file: String) -> Diagnostic? {
    if beginning.starts(with: [0x50, 0x4B, 3, 4])
      || beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return Diagnostic(
        .error, "this is a spreadsheet or an archive, not JSON", at: .file(file),
        help: "declare kind: xlsx for an Excel workbook; unpack an archive first")
    }
    let letters = beginning.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if letters.first == UInt8(ascii: "<") {
      return Diagnostic(
        .error, "this is a web page or XML, not JSON", at: .file(file),
        help: "open it in a browser: the portal may have sent an error page; fetch it again")
    }
    guard letters.isEmpty, beginning.count < 1024 else { return nil }
    return Diagnostic(
      .error, "the file is empty", at: .file(file), help: "fetch or export it again")
  }

  /// A path that is none.
  static func noPath(_ rows: String, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "'\(rows)' is no path of rows", at: .file(file),
      help: "write keys with points between them and [] behind lists: '[]', 'data.items[]'")
  }

  /// A row that is something else.
  static func noObject(_ value: JSONValue, _ file: String, hidden: Bool) -> Diagnostic {
    let help =
      value.items == nil
      ? "rows must be objects: { \"date\": \"2024-04-30\", \"amount\": 12.50 }"
      : "rows must be objects; if the file is one list, declare kind: json"
    return Diagnostic(
      .error, "\(value.words) stands where a row should",
      at: .record(
        file: file, line: value.place.line, column: nil, shown: hidden ? nil : value.excerpt),
      help: help)
  }

  /// A key on the way to the rows that leads to no list.
  static func notAList(
    _ value: JSONValue, _ path: String, _ file: String, hidden: Bool
  ) -> Diagnostic {
    Diagnostic(
      .error, "\(value.words) stands at '\(path)' where the list of rows should",
      at: .record(
        file: file, line: value.place.line, column: nil, shown: hidden ? nil : value.excerpt),
      help: "correct `rows` in the institution file, or the file")
  }

  /// A path that leads to nothing.
  static func noList(
    _ path: String, _ lists: [String], hidden: Bool, _ file: String
  ) -> Diagnostic {
    let what: String
    if lists.isEmpty {
      what = "the file has no lists at all"
    } else if hidden {
      what = "the file has lists elsewhere"
    } else {
      what = "the file has lists at " + lists.joined(separator: ", ")
    }
    return Diagnostic(
      .error, "there is no list at '\(path)': \(what)", at: .file(file),
      help: "set rows to the path of the list of rows; '[]' means that the file itself is one")
  }

  /// Two values that would be one cell.
  static func doublePath(_ path: String, _ value: JSONValue, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "two values of the row have the path '\(path)'",
      at: .record(file: file, line: value.place.line, column: nil, shown: nil),
      help: "a key with a point in it looks like a key inside an object: rename it")
  }

  /// A number that is longer than any amount, written out.
  static func longNumber(_ path: String, _ value: JSONValue, _ file: String) -> Diagnostic {
    Diagnostic(
      .error, "a number has more than 400 digits when it is written out",
      at: .record(file: file, line: value.place.line, column: path, shown: nil),
      help: "correct its exponent, or put it in quotes if it is a code")
  }

  /// Advice where a column is a list of objects.
  static func closedList(_ name: String) -> String {
    "'\(name)' is a list of objects, which no cell holds: open it with `rows`, or leave it out"
  }

  static func tooManyPaths(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the rows have more than \(PathTable.limit) different paths", at: .file(file),
      help: "check `rows`: keys that are data, such as dates or names, make a path each")
  }

  static func outOfProportion(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the table would be out of all proportion to the file", at: .file(file),
      help: "check `rows`: each row repeats what stands around it, and every path is a column")
  }

  /// Objects that gave no row.
  static func childless(_ count: Int, _ plan: RowPlan, _ file: String) -> Diagnostic {
    let list = (plan.steps.first ?? []).joined(separator: ".")
    let what = plan.keepsChildless ? "release" : "object"
    return Diagnostic(
      .warning,
      count == 1
        ? "1 \(what) has nothing in its list '\(list)' and gives no row"
        : "\(count) \(what)s have nothing in their list '\(list)' and give no row",
      at: .file(file))
  }
}

extension JSONValue {
  /// What it is, to begin a sentence.
  var words: String {
    switch kind {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// Its beginning, for a message.
  var excerpt: String { String(compactText.prefix(60)) }
}
