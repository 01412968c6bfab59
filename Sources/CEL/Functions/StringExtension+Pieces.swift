extension Library {
  /// Replacing, splitting and joining.
  static let pieces = [
    Function(
      name: "replace", doc: "The text with one part replaced by another, everywhere or so often.",
      example: "'a-b-c'.replace('-', '+', 1) // 'a+b-c'",
      overloads: [
        .many(
          "string_replace_string_string", [.string, .string, .string], .string, member: true,
          replace),
        .many(
          "string_replace_string_string_int", [.string, .string, .string, .int], .string,
          member: true, replace),
      ]),
    Function(
      name: "split", doc: "The parts between a separator, all or at most so many.",
      example: "'a b c'.split(' ', 2) // ['a', 'b c']",
      overloads: [
        .many("string_split_string", [.string, .string], .list(.string), member: true, split),
        .many(
          "string_split_string_int", [.string, .string, .int], .list(.string), member: true, split),
      ]),
    Function(
      name: "join", doc: "The texts of a list as one, with a separator between them.",
      example: "['a', 'b'].join('-') // 'a-b'",
      overloads: [
        .many("list_join", [.list(.string)], .string, member: true, join),
        .many("list_join_string", [.list(.string), .string], .string, member: true, join),
      ]),
  ]

  private static let replace: @Sendable ([Value]) -> Value = { arguments in
    guard arguments.count >= 3, case .string(let text) = arguments[0],
      case .string(let old) = arguments[1], case .string(let new) = arguments[2]
    else { return .noSuchOverload }
    var limit = Int.max
    if arguments.count == 4 {
      guard case .int(let given) = arguments[3] else { return .noSuchOverload }
      limit = given < 0 ? .max : Int(given)
    }
    return old.isEmpty
      ? interleaved(text, with: new, most: limit)
      : replaced(Array(text.utf8), Array(old.utf8), Array(new.utf8), most: limit)
  }

  private static func replaced(
    _ text: [UInt8], _ old: [UInt8], _ new: [UInt8], most: Int
  ) -> Value {
    let finder = PartFinder(old)
    var result: [UInt8] = []
    var start = 0
    var left = most
    while left > 0, let range = finder.first(in: text, from: start) {
      result += text[start..<range.lowerBound]
      result += new
      guard result.count <= Sizes.bytes else { return Sizes.tooLong }
      start = range.upperBound
      left -= 1
    }
    result += text[start...]
    return result.count > Sizes.bytes
      ? Sizes.tooLong : .string(String(decoding: result, as: UTF8.self))
  }

  /// The text with another before each character and at the end, at most so often.
  private static func interleaved(_ text: String, with new: String, most: Int) -> Value {
    var result = ""
    var left = most
    for scalar in text.unicodeScalars {
      if left > 0 { result += new }
      left -= left > 0 ? 1 : 0
      result.unicodeScalars.append(scalar)
      guard result.utf8.count <= Sizes.bytes else { return Sizes.tooLong }
    }
    if left > 0 { result += new }
    return result.utf8.count > Sizes.bytes ? Sizes.tooLong : .string(result)
  }

  private static let split: @Sendable ([Value]) -> Value = { arguments in
    guard arguments.count >= 2, case .string(let text) = arguments[0],
      case .string(let separator) = arguments[1]
    else { return .noSuchOverload }
    var limit = Int.max
    if arguments.count == 3 {
      guard case .int(let given) = arguments[2] else { return .noSuchOverload }
      limit = given < 0 ? .max : Int(given)
    }
    guard limit > 0 else { return .list([]) }
    let parts = cut(text, at: separator, most: min(limit, Sizes.elements + 1))
    return parts.count > Sizes.elements ? Sizes.tooMany : .list(parts.map(Value.string))
  }

  /// The parts of a text between a separator, at most so many; without one, its characters.
  private static func cut(_ text: String, at separator: String, most: Int) -> [String] {
    guard !separator.isEmpty else {
      let scalars = Array(text.unicodeScalars)
      let single = scalars.prefix(most - 1).map { String($0) }
      guard scalars.count > single.count else { return single }
      return single + [String(String.UnicodeScalarView(scalars[single.count...]))]
    }
    let (bytes, finder) = (Array(text.utf8), PartFinder(Array(separator.utf8)))
    var parts: [String] = []
    var start = 0
    while parts.count < most - 1, let range = finder.first(in: bytes, from: start) {
      parts.append(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self))
      start = range.upperBound
    }
    return parts + [String(decoding: bytes[start...], as: UTF8.self)]
  }

  private static let join: @Sendable ([Value]) -> Value = { arguments in
    guard case .list(let list)? = arguments.first else { return .noSuchOverload }
    var separator = ""
    if arguments.count == 2 {
      guard case .string(let given) = arguments[1] else { return .noSuchOverload }
      separator = given
    }
    var result = ""
    for (place, value) in list.enumerated() {
      guard case .string(let text) = value else { return .noSuchOverload }
      guard result.utf8.count + separator.utf8.count + text.utf8.count <= Sizes.bytes else {
        return Sizes.tooLong
      }
      result += (place == 0 ? "" : separator) + text
    }
    return .string(result)
  }
}
