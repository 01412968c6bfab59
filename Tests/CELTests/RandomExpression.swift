/// Writes random expressions over all forms that the language has, with brackets around every
/// operand that is not a single word, blanks, and brackets that nobody needs.
struct RandomExpression {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  private mutating func one(of choices: [String]) -> String { choices[below(choices.count)] }

  /// An expression with at most `depth` levels of operations.
  mutating func text(depth: Int) -> String {
    guard depth > 0 else { return word() }
    return switch below(12) {
    case 0: word()
    case 1, 2: binary(depth)
    case 3: chain(depth)
    case 4: "\(operand(depth)) ? \(operand(depth))\(blank()): \(operand(depth))"
    case 5: prefix(depth)
    case 6: selected(depth)
    case 7: call(depth)
    case 8: literalList(depth)
    case 9: literalMap(depth)
    case 10: macro(depth)
    default: "has(\(operand(depth)).\(field()))"
    }
  }

  private mutating func operand(_ depth: Int) -> String {
    let inner = text(depth: depth - 1)
    let isWord = inner.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    return isWord && below(4) > 0 ? inner : "(\(blank())\(inner)\(blank()))"
  }

  private mutating func blank() -> String { one(of: ["", "", " ", "\n", "\t ", "// é\n"]) }

  private mutating func name() -> String { one(of: ["a", "b1", "_c", "size", "math", "D_e"]) }

  private mutating func field() -> String {
    one(of: ["a", "if", "b_2", "`in`", "`x.y`", "`a b`", "`/`", "`-1`", "`null`"])
  }

  private mutating func word() -> String {
    one(of: [
      name(), "." + name(), "null", "true", "false", "0", "7", "-7", "0x1F", "42u", "0xfu", "1.50",
      "-.5", "1e3", "2.5E-2", "9223372036854775807", "-9223372036854775808",
      "18446744073709551615u", "''", "'a'", "\"it's\"", "'\"'", "'\\\\n\\n\\t\\x00\\x7f'",
      "r'\\d\\'", "'é😀\\u200b\\u2028\\u00ad'", "'''a\n'b''c'''", "'`?${}'", "b''", "b'a\\xff\\000'",
      "b\"\\\"é\"", "cel.index(1)", "cel.iterVar(0, 1)", "cel.accuVar(2, 0)",
    ])
  }

  private mutating func binary(_ depth: Int) -> String {
    let symbol = one(of: [
      "+", "-", "*", " / ", "%", "==", "!=", "<", "<=", ">", ">=", " in ",
    ])
    return operand(depth) + blank() + symbol + blank() + operand(depth)
  }

  private mutating func chain(_ depth: Int) -> String {
    let symbol = one(of: ["&&", "||"])
    return (0...below(3)).reduce(operand(depth)) { text, _ in
      text + blank() + symbol + operand(depth)
    }
  }

  private mutating func prefix(_ depth: Int) -> String {
    let symbol = one(of: ["!", "-"])
    return String(repeating: symbol, count: 1 + below(3)) + operand(depth)
  }

  private mutating func selected(_ depth: Int) -> String {
    let inner = operand(depth)
    return switch below(4) {
    case 0: inner + blank() + "." + blank() + field()
    case 1: inner + ".?" + field()
    case 2: inner + "[" + text(depth: depth - 1) + "]"
    default: inner + "[?" + text(depth: depth - 1) + "]"
    }
  }

  private mutating func several(_ depth: Int) -> String {
    (0..<below(4)).map { _ in text(depth: depth - 1) }.joined(separator: ",")
  }

  private mutating func call(_ depth: Int) -> String {
    let arguments = "(\(several(depth)))"
    return switch below(4) {
    case 0: name() + arguments
    case 1: ".size" + arguments
    case 2: operand(depth) + "." + one(of: ["f", "or", "startsWith", "if"]) + arguments
    default: "math." + one(of: ["greatest", "least", "abs"]) + arguments
    }
  }

  private mutating func literalList(_ depth: Int) -> String {
    let elements = (0..<below(4)).map { _ in one(of: ["", "?"]) + text(depth: depth - 1) }
    return "[" + elements.joined(separator: ", ") + one(of: ["", ","]) + "]"
  }

  private mutating func literalMap(_ depth: Int) -> String {
    let isMessage = below(2) == 0
    let entries = (0..<below(3)).map { _ in
      one(of: ["", "?"]) + (isMessage ? field() : text(depth: depth - 1)) + blank() + ":"
        + text(depth: depth - 1)
    }
    return (isMessage ? one(of: ["M", "a.b.C", ".a.C"]) : "") + "{"
      + entries.joined(separator: ",") + one(of: ["", ","]) + "}"
  }

  private mutating func macro(_ depth: Int) -> String {
    let range = operand(depth)
    let (first, second) = (text(depth: depth - 1), text(depth: depth - 1))
    return switch below(6) {
    case 0: range + "." + one(of: ["all", "exists", "exists_one", "existsOne"]) + "(x, \(first))"
    case 1: range + "." + one(of: ["all", "exists", "existsOne"]) + "(x, y, \(first))"
    case 2:
      range + "." + one(of: ["filter", "map", "sortBy", "optMap", "optFlatMap"])
        + "(x, \(first))"
    case 3: range + ".map(x, \(first), \(second))"
    case 4:
      range + "." + one(of: ["transformList", "transformMap", "transformMapEntry"])
        + "(k, v, " + one(of: ["", first + ", "]) + second + ")"
    default:
      one(of: ["cel.bind(x, \(range), \(first))", "cel.block([\(range), \(first)], \(second))"])
    }
  }
}
