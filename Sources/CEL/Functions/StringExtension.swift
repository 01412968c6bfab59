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
        overloads: search("index_of", from: 0) { text, part, place in
          part.isEmpty ? place : text.firstRange(of: part, from: place)?.lowerBound
        }),
      Function(
        name: "lastIndexOf", doc: "Where a text last stands in another, from 0; -1 for nowhere.",
        example: "'tacocat'.lastIndexOf('c') // 4",
        overloads: search("last_index_of", from: nil) { text, part, place in
          part.isEmpty ? place : text.lastStart(of: part, upTo: place)
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
        "lowerAscii", "lower_ascii", "The text with A to Z in small letters.",
        "'Éa B'.lowerAscii() // 'Éa b'"
      ) { $0.map { ("A"..."Z").contains($0) ? shifted($0, by: 32) : $0 } },
      mapped(
        "upperAscii", "upper_ascii", "The text with a to z in capitals.",
        "'éa b'.upperAscii() // 'éA B'"
      ) { $0.map { ("a"..."z").contains($0) ? shifted($0, by: -32) : $0 } },
      mapped("reverse", "reverse", "The characters in reverse order.", "'abc'.reverse() // 'cba'") {
        $0.reversed()
      },
      mapped("trim", "trim", "The text without blanks around it.", "'  a b '.trim() // 'a b'") {
        text in
        let blank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let rest = text.drop(while: blank).reversed().drop(while: blank)
        return rest.reversed()
      },
    ] + pieces + [format, quote])

  private static func outOfRange(_ place: Int) -> Value {
    .failure("index out of range: \(place)", discreet: "index out of range")
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
    var end = text.count
    if arguments.count == 3 {
      guard case .int(let given) = arguments[2] else { return .noSuchOverload }
      guard start <= given else {
        return .failure(
          "invalid substring range. start: \(start), end: \(given)",
          discreet: "invalid substring range")
      }
      end = Int(given)
    }
    guard (0...text.count).contains(start) else { return outOfRange(start) }
    guard (0...text.count).contains(end) else { return outOfRange(end) }
    return .string(text[start..<end])
  }

  /// The overloads of a search with and without a place to begin at; `first` is the place where
  /// none is given, nil for the end. An empty text stands at every place, any other at none past
  /// the end.
  private static func search(
    _ id: String, from first: Int?,
    _ body: @escaping @Sendable ([Unicode.Scalar], [Unicode.Scalar], Int) -> Int?
  ) -> [Overload] {
    let call: @Sendable ([Value]) -> Value = { arguments in
      guard arguments.count >= 2, case .string(let text) = arguments[0],
        case .string(let part) = arguments[1]
      else { return .noSuchOverload }
      let scalars = Array(text.unicodeScalars)
      var place = first ?? scalars.count
      if arguments.count == 3 {
        guard case .int(let given) = arguments[2] else { return .noSuchOverload }
        guard given >= 0 else { return outOfRange(Int(given)) }
        guard given < scalars.count || part.isEmpty else { return .int(-1) }
        place = min(Int(given), scalars.count)
      }
      return .int(Int64(body(scalars, Array(part.unicodeScalars), place) ?? -1))
    }
    return [
      .many("string_\(id)_string", [.string, .string], .int, member: true, call),
      .many("string_\(id)_string_int", [.string, .string, .int], .int, member: true, call),
    ]
  }

  private static func mapped(
    _ name: String, _ id: String, _ doc: String, _ example: String,
    _ body: @escaping @Sendable ([Unicode.Scalar]) -> [Unicode.Scalar]
  ) -> Function {
    Function(
      name: name, doc: doc, example: example,
      overloads: [
        .one("string_\(id)", .string, .string, member: true) { value in
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
