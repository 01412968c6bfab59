extension Library {
  /// The string extension of cel-go, by characters (code points).
  public static let stringExtension = Library(
    name: "strings_ext",
    functions: [
      Function(
        name: "charAt", doc: "The character at a place, from 0; empty at the end.",
        example: "'abc'.charAt(1) // 'b'",
        overloads: [
          .many("string_char_at_int", [.string, .int], .string, member: true) { arguments in
            guard let (text, place) = textAndPlace(arguments) else { return .noSuchOverload }
            guard (0...text.count).contains(place) else { return outOfRange(place) }
            return .string(text[place...].prefix(1))
          }
        ]),
      Function(
        name: "indexOf", doc: "Where a text first stands in another, from 0; -1 for nowhere.",
        example: "'tacocat'.indexOf('c') // 2",
        overloads: search("index_of") { text, part, place in
          guard (0...text.count).contains(place ?? 0) else { return outOfRange(place ?? 0) }
          return .int(Int64(text.firstRange(of: part, from: place ?? 0)?.lowerBound ?? -1))
        }),
      Function(
        name: "lastIndexOf", doc: "Where a text last stands in another, from 0; -1 for nowhere.",
        example: "'tacocat'.lastIndexOf('c') // 4",
        overloads: search("last_index_of") { text, part, place in
          let last = place ?? text.count
          guard (0...text.count).contains(last) else { return outOfRange(last) }
          return .int(Int64(text.lastRange(of: part, upTo: last)?.lowerBound ?? -1))
        }),
      Function(
        name: "substring", doc: "The part from a place, up to but without another place.",
        example: "'tacocat'.substring(0, 4) // 'taco'",
        overloads: [
          .many("string_substring_int", [.string, .int], .string, member: true, substring),
          .many(
            "string_substring_int_int", [.string, .int, .int], .string, member: true, substring),
        ]),
      mapped(
        "lowerAscii", "The text with A to Z in small letters.", "'Éa B'.lowerAscii() // 'Éa b'"
      ) { $0.map { ("A"..."Z").contains($0) ? shifted($0, by: 32) : $0 } },
      mapped(
        "upperAscii", "The text with a to z in capitals.", "'éa b'.upperAscii() // 'éA B'"
      ) { $0.map { ("a"..."z").contains($0) ? shifted($0, by: -32) : $0 } },
      mapped("reverse", "The characters in reverse order.", "'abc'.reverse() // 'cba'") {
        $0.reversed()
      },
      mapped("trim", "The text without blanks around it.", "'  a b '.trim() // 'a b'") { text in
        let blank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let rest = text.drop(while: blank).reversed().drop(while: blank)
        return rest.reversed()
      },
    ] + pieces)

  private static func outOfRange(_ place: Int) -> Value {
    .failure("index out of range: \(place)")
  }

  private static func shifted(_ scalar: Unicode.Scalar, by distance: Int) -> Unicode.Scalar {
    UInt8(exactly: Int(scalar.value) + distance).map { Unicode.Scalar($0) } ?? scalar
  }

  private static func textAndPlace(_ arguments: [Value]) -> ([Unicode.Scalar], Int)? {
    guard arguments.count >= 2, case .string(let text) = arguments[0],
      case .int(let place) = arguments[1]
    else { return nil }
    return (Array(text.unicodeScalars), Int(place))
  }

  private static let substring: @Sendable ([Value]) -> Value = { arguments in
    guard let (text, start) = textAndPlace(arguments) else { return .noSuchOverload }
    guard (0...text.count).contains(start) else { return outOfRange(start) }
    guard arguments.count == 3 else { return .string(text[start...]) }
    guard case .int(let last) = arguments[2] else { return .noSuchOverload }
    guard (0...Int64(text.count)).contains(last) else { return outOfRange(Int(last)) }
    guard start <= last else {
      return .failure("invalid substring range. start: \(start), end: \(last)")
    }
    return .string(text[start..<Int(last)])
  }

  private static func search(
    _ id: String,
    _ body: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar], Int?) -> Value
  ) -> [Overload] {
    let call: @Sendable ([Value]) -> Value = { arguments in
      guard arguments.count >= 2, case .string(let text) = arguments[0],
        case .string(let part) = arguments[1]
      else { return .noSuchOverload }
      var place: Int?
      if arguments.count == 3 {
        guard case .int(let given) = arguments[2] else { return .noSuchOverload }
        place = Int(given)
      }
      return body(Array(text.unicodeScalars), Array(part.unicodeScalars), place)
    }
    return [
      .many("string_\(id)_string", [.string, .string], .int, member: true, call),
      .many("string_\(id)_string_int", [.string, .string, .int], .int, member: true, call),
    ]
  }

  private static func mapped(
    _ name: String, _ doc: String, _ example: String,
    _ body: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .one("string_\(name)", .string, .string, member: true) { value in
          guard case .string(let text) = value else { return .noSuchOverload }
          return .string(body(Array(text.unicodeScalars)))
        }
      ])
  }
}

extension Value {
  /// A text from characters.
  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> Value {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return .string(String(text))
  }
}
