extension Library {
  /// Filling a text with values.
  static let format = Function(
    name: "format",
    doc: "The text with the values of a list in place of %s, %d, %f, %e, %b, %o, %x and %X.",
    example: "'%s: %.2f'.format(['total', 12.5]) // 'total: 12.50'",
    overloads: [
      .two("string_format", .string, .list(.dyn), .string, member: true) { text, arguments in
        guard case .string(let text) = text, case .list(let arguments) = arguments else {
          return .noSuchOverload
        }
        var formatter = Formatter(text, arguments)
        do throws(FormatError) {
          return .string(try formatter.filled())
        } catch {
          return error.value
        }
      }
    ])
}

/// Why a text cannot be filled. No message holds what stands in a value: it may be personal data.
enum FormatError: Error {
  /// The text is no format, in cel-go's words.
  case clause(String)
  /// A value is not of a type that its clause takes.
  case value(String)
  /// There are fewer values than clauses, or the text ends within one.
  case plain(String)
  case tooLong

  var value: Value {
    switch self {
    case .clause(let reason): .failure("could not parse formatting clause: \(reason)")
    case .value(let reason): .failure("error during formatting: \(reason)")
    case .plain(let reason): .failure(reason)
    case .tooLong: Sizes.tooLong
    }
  }
}

/// Replaces the clauses in a text with values, one after the other; `%%` stands for `%`.
private struct Formatter {
  private var scan: ByteScanner
  private let arguments: [Value]
  private var used = 0
  private var result: [UInt8] = []

  init(_ text: String, _ arguments: [Value]) {
    scan = ByteScanner(text)
    self.arguments = arguments
  }

  mutating func filled() throws(FormatError) -> String {
    while !scan.isAtEnd {
      let plain = scan.rest.prefix { $0 != UInt8(ascii: "%") }
      try append(plain)
      _ = scan.take(plain.count)
      if scan.take("%%") {
        try append("%".utf8)
      } else if scan.take("%") {
        try fill()
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private mutating func fill() throws(FormatError) {
    guard arguments.indices.contains(used) else { throw .plain("index \(used) out of range") }
    let clause = try FormatClause(&scan)
    try append(clause.text(of: arguments[used]).utf8)
    used += 1
  }

  private mutating func append(_ bytes: some Collection<UInt8>) throws(FormatError) {
    guard result.count + bytes.count <= Sizes.bytes else { throw .tooLong }
    result += bytes
  }
}
