import Diagnostics

/// What is said about files that libyaml itself would accept.
enum Wording {
  static func noMemory(_ source: SourceText) -> Diagnostic {
    Diagnostic(.error, "there is not enough memory to read the file", at: .file(source.name))
  }

  static func empty(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, "the file is empty", at: .file(source.name), help: "write at least one 'key: value'")
  }

  static func tooLarge(_ source: SourceText, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, "the file has \(source.utf8.count) bytes, and at most \(limit) are read",
      at: .file(source.name), help: "split the file, or move long lists into a CSV file")
  }

  static func utf16(_ source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, "the file is written in UTF-16, and not all of it can be read",
      at: .file(source.name),
      help: "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)")
  }

  static func encoding(_ fault: ByteCheck.Fault, in source: SourceText) -> Diagnostic {
    switch fault {
    case .notUTF8(let at):
      return Diagnostic(
        "the byte 0x\(hex(UInt32(source.utf8[at]), digits: 2)) is no UTF-8 text here",
        at: SourceSpan(source: source, range: at..<at + 1),
        help: "save the file as UTF-8 (in Notepad: Save as, Encoding, UTF-8)")
    case .character(let scalar, let range):
      return Diagnostic(
        "an invisible character (U+\(hex(scalar.value, digits: 4))) stands here",
        at: SourceSpan(source: source, range: range),
        help: "delete it, or write it as an escape such as \"\\x09\" in double quotes")
    }
  }

  static func tagDirective(_ range: Range<Int>, in source: SourceText) -> Diagnostic {
    Diagnostic(
      "%TAG lines are not used here", at: SourceSpan(source: source, range: range),
      help: "remove the line")
  }

  static func secondDocument(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "a second document begins here, and a file holds only one", at: place,
      help: "remove the line '---', or move what follows into a file of its own")
  }

  static func tooDeep(_ place: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      "lists and mappings are nested more than \(limit) deep here", at: place,
      help: "check for brackets that are never closed")
  }

  static func tooManyNodes(_ place: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      "the file holds more than \(limit) values", at: place,
      help: "split the file, or move long lists into a CSV file")
  }

  static func tooManyAliased(_ place: SourceSpan, limit: Int) -> Diagnostic {
    Diagnostic(
      "the aliases up to this one stand for more than \(limit) values", at: place,
      help: "repeat fewer or smaller parts with * aliases")
  }

  static func comment(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "a comment begins here without a space before it", at: place,
      help: "put a space before the #, or put the text in quotes if # belongs to it")
  }

  static func directive(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "a line that begins with % stands inside a document", at: place,
      help: "write a line '...' before it, or put the text in quotes")
  }

  static func dash(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "a dash alone is no text in brackets", at: place, help: "write '-' in quotes, or remove it")
  }

  static func name(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "this sign stands directly behind the name of an anchor or alias", at: place,
      help: "put a space before it, or put the value in quotes if it is an expression")
  }

  static func indent(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "this value is indented no further than its key", at: place,
      help: "indent it with two more spaces than the key, or write it on the line of the key")
  }

  static func indentInQuotes(_ place: SourceSpan, opened: SourceSpan) -> Diagnostic {
    Diagnostic(
      "the text in quotes that begins on line \(opened.start.line) goes on in this line, which is "
        + "indented no further than its key", at: place,
      help: "close the quote on line \(opened.start.line), or indent this line further")
  }

  static func indentInBrackets(_ place: SourceSpan, opened: SourceSpan) -> Diagnostic {
    let sign = String(decoding: opened.source.utf8[opened.range.prefix(1)], as: UTF8.self)
    return Diagnostic(
      "the \(sign) on line \(opened.start.line) is still open in this line, which is indented no "
        + "further than its key", at: place,
      help: "close it on line \(opened.start.line), or indent this line further")
  }

  static func blankLines(_ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "blank lines above this one are indented further than it, so that it is not known what "
        + "belongs to the text after | or >", at: place,
      help: "remove the blanks of the blank lines above")
  }

  static func unexpectedEnd(_ place: SourceSpan) -> Diagnostic {
    Diagnostic("a value is missing here", at: place, help: "write the value, or remove its key")
  }

  static func duplicate(_ key: YAMLNode, first: SourceSpan) -> Diagnostic {
    var name = "this key"
    if case .scalar(let scalar) = key.kind {
      name = "the key '\(Diagnostic.printable(scalar.text, limit: 60))'"
    }
    return Diagnostic(
      "\(name) appears twice in the same mapping", at: key.span,
      help: "remove or rename one of the two; the first is on line \(first.start.line)")
  }

  static func cycle(_ name: String, _ place: SourceSpan) -> Diagnostic {
    Diagnostic(
      "the alias *\(name) stands inside the very value that it repeats", at: place,
      help: "write the value out instead of the alias")
  }

  static func unknownAlias(_ name: String, _ place: SourceSpan) -> Diagnostic {
    let value = ValuePlace(at: place.range.lowerBound, in: place.source)
    return Diagnostic(
      "a value that begins with * repeats one marked &\(name), and none is marked so above",
      at: place, help: "if it is an expression, write \(value.quoted())")
  }

  static func tagMismatch(_ text: String, _ place: SourceSpan) -> Diagnostic {
    let tag = String(decoding: place.source.utf8[place.range], as: UTF8.self)
    return Diagnostic(
      "the tag \(Diagnostic.printable(tag, limit: 60)) does not fit the value "
        + "'\(Diagnostic.printable(text, limit: 60))'", at: place,
      help: "remove the tag, or correct the value")
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
