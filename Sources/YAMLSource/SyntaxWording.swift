import Diagnostics

/// libyaml's complaints in words for the person who wrote the file.
struct SyntaxWording {
  private let raw: SyntaxProblem
  private let problem: Int
  private let context: Int
  private let source: SourceText

  /// A complaint with its two places as byte offsets.
  init(_ raw: SyntaxProblem, problem: Int, context: Int, in source: SourceText) {
    self.raw = raw
    self.problem = problem
    self.context = context
    self.source = source
  }

  /// The complaint, with the line and what to do.
  var diagnostic: Diagnostic {
    if byte(problem) == 0x09 { return tab }
    if raw.context.hasSuffix("a quoted scalar") { return inQuotes }
    // What was being scanned begins at the value itself; what was being parsed begins far above.
    if raw.context.hasPrefix("while scanning"), let advice = Quoting.advice(at: context, in: source)
    {
      return advice
    }
    if let advice = Quoting.advice(at: problem, in: source) { return advice }
    switch raw.problem {
    case "mapping values are not allowed in this context": return colon
    case "did not find expected ',' or ']'": return unclosed("[", "]")
    case "did not find expected ',' or '}'": return unclosed("{", "}")
    case "could not find expected ':'":
      return say(
        "a colon and a value are missing after this", context,
        "write 'key: value', or indent the line further to continue the text above it")
    case "block sequence entries are not allowed in this context":
      return say(
        "a list cannot begin on the line of its key", problem,
        "begin the list on the next line, or put the text in quotes")
    case "did not find expected key", "did not find expected '-' indicator": return layout
    case "found incompatible YAML document", "found unknown directive name",
      "found duplicate %YAML directive":
      return say("only one line %YAML 1.2 may begin with a % sign", problem, "remove the line")
    case "did not find expected node content" where [0x5D, 0x7D].contains(byte(problem)):
      return say("this bracket closes nothing", problem, "remove it, or open it first")
    default: return other
    }
  }

  private var tab: Diagnostic {
    say("a tab is used for indentation here", problem, "indent with spaces, two for each level")
  }

  private var inQuotes: Diagnostic {
    switch raw.problem {
    case "found unexpected end of stream":
      return say(
        "the quote that is opened here is never closed", context,
        "write the closing quote at the end of the text")
    case "found unknown escape character", "found invalid Unicode character escape code",
      "did not find expected hexdecimal number":
      let backslash = source.utf8[..<min(problem + 1, source.utf8.count)].lastIndex {
        $0 == UInt8(ascii: "\\")
      }
      return say(
        "this backslash begins no escape that YAML knows", backslash ?? problem,
        "write \\\\ for a backslash, or use single quotes, in which it means itself")
    default: return other
    }
  }

  private var colon: Diagnostic {
    let value = ValuePlace(at: problem, in: source)
    if value.key != nil, value.start < problem {
      return say("a text with a colon in it must be quoted", problem, "write \(value.quoted())")
    }
    if let missing = colonWithoutSpace {
      return say("a space is missing after this colon", missing, "write 'key: value'")
    }
    return say(
      "this line cannot have a key of its own: it continues the value above it",
      min(value.start, problem),
      "align it with the other keys of its mapping, or put the text in quotes")
  }

  /// The colon of `key:value` at the start of the line above, which YAML reads as one text.
  private var colonWithoutSpace: Int? {
    let bytes = source.utf8
    guard let end = bytes[..<min(problem, bytes.count)].lastIndex(of: 0x0A) else { return nil }
    let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    let line = bytes[start..<end].drop { isBlank($0) || $0 == UInt8(ascii: "-") }
    let word = line.prefix { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || byte == UInt8(ascii: "_")
    }
    let colon = word.endIndex
    guard !word.isEmpty, colon + 1 < end, bytes[colon] == UInt8(ascii: ":"),
      bytes[colon + 1] > 0x20
    else { return nil }
    return colon
  }

  private func unclosed(_ open: String, _ close: String) -> Diagnostic {
    let help = "close it with \(close), or put a comma between its values"
    guard source.utf8[min(problem, source.utf8.count)...].contains(where: { $0 > 0x20 }) else {
      return say("the \(open) that is opened here is never closed", context, help)
    }
    let line = source.position(at: context).line
    return say(
      "the \(open) on line \(line) is not closed before this", problem, help)
  }

  private var layout: Diagnostic {
    let before = source.utf8[..<min(problem, source.utf8.count)].last { !isBlank($0) }
    if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") {
      return say(
        "the text goes on after its closing quote", problem,
        "check that every quote on this line and above is closed")
    }
    guard before == nil || before == 0x0A || before == 0x0D else {
      return say(
        "nothing more was expected on this line (\(raw.problem))", problem,
        "put the whole value in quotes")
    }
    return say(
      "the indentation of this line fits nothing above it", problem,
      "align it with the other keys or items that it belongs to")
  }

  private var other: Diagnostic {
    let during = raw.context.isEmpty ? "" : " \(raw.context)"
    return say(
      "the YAML cannot be read here (\(raw.problem)\(during))", problem,
      "if the line holds an expression or a text with signs, put it in quotes")
  }

  private func say(_ message: String, _ offset: Int, _ help: String) -> Diagnostic {
    let start = min(offset, source.utf8.count)
    let end = min(start + 1, source.utf8.count)
    return Diagnostic(message, at: SourceSpan(source: source, range: start..<end), help: help)
  }

  private func byte(_ offset: Int) -> UInt8? {
    source.utf8.indices.contains(offset) ? source.utf8[offset] : nil
  }
}
