extension PatternParser {
  /// What a backslash and what follows stand for outside of brackets.
  mutating func escape() throws(PatternError) -> PatternNode {
    if take("\\Q") { return try verbatim() }
    let assertions: [(String, Assertion)] = [
      ("\\A", .textStart), ("\\z", .textEnd), ("\\b", .wordEdge), ("\\B", .noWordEdge),
    ]
    for (spelling, assertion) in assertions where take(spelling) { return .assertion(assertion) }
    if let set = try escapedClass() { return .set(set) }
    return .set(.one(try escapedScalar(), ignoringCase: flags.ignoresCase))
  }

  private mutating func verbatim() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let scalar = peek(), !take("\\E") {
      nodes.append(.set(.one(scalar, ignoringCase: flags.ignoresCase)))
      position += 1
    }
    return .sequence(nodes)
  }

  /// `\d`, `\p{L}` and their like; nil where the escape is a single character.
  private mutating func escapedClass() throws(PatternError) -> ScalarSet? {
    let classes: [(String, ScalarSet)] = [
      ("\\d", .digit), ("\\D", ScalarSet.digit.negated), ("\\s", .space),
      ("\\S", ScalarSet.space.negated), ("\\w", .word), ("\\W", ScalarSet.word.negated),
    ]
    for (spelling, set) in classes where take(spelling) { return set }
    guard peek() == "\\", let letter = peek(1), letter == "p" || letter == "P" else { return nil }
    position += 2
    var negated = letter == "P"
    var name = ""
    if take("{") {
      if take("^") { negated.toggle() }
      while let scalar = peek(), scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw PatternError("a '\\p{' has no '}' after it") }
    } else if let scalar = peek() {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    if name == "Any" { return negated ? ScalarSet.any.negated : .any }
    guard let categories = ScalarSet.categories[name] else {
      throw PatternError(
        "'\\p{\(name)}' is not supported", help: "use a category such as \\p{L}, \\p{Lu} or \\p{N}")
    }
    return ScalarSet(categories: categories, negated: negated)
  }

  /// The one character that an escape stands for.
  private mutating func escapedScalar() throws(PatternError) -> Unicode.Scalar {
    position += 1
    guard let scalar = peek() else {
      throw PatternError("it ends with a backslash", help: "write '\\\\' for the character")
    }
    position += 1
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "a": "\u{07}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}",
    ]
    if let known = plain[scalar] { return known }
    if scalar == "x", let known = hexadecimal() { return known }
    if scalar == "0" || (scalar >= "1" && scalar <= "7" && isOctal(peek())) {
      return octal(first: scalar)
    }
    guard scalar.value < 128, !ScalarSet.word.contains(scalar) || scalar == "_" else {
      throw PatternError("'\\\(scalar)' is not supported", help: "write '\\\\' for a backslash")
    }
    return scalar
  }

  private mutating func hexadecimal() -> Unicode.Scalar? {
    let isLong = take("{")
    var value: UInt32 = 0
    var count = 0
    while let digit = peek().flatMap({ Character($0).hexDigitValue }), isLong || count < 2,
      count < 8, peek()?.isASCII == true
    {
      value = value << 4 | UInt32(digit)
      count += 1
      position += 1
    }
    guard isLong ? count > 0 && take("}") : count == 2 else { return nil }
    return Unicode.Scalar(value)
  }

  private func isOctal(_ scalar: Unicode.Scalar?) -> Bool {
    scalar.map { $0 >= "0" && $0 <= "7" } ?? false
  }

  private mutating func octal(first: Unicode.Scalar) -> Unicode.Scalar {
    var value = first.value - 48
    for _ in 0..<2 {
      guard let next = peek(), isOctal(next) else { break }
      value = value * 8 + next.value - 48
      position += 1
    }
    return Unicode.Scalar(value) ?? "\0"
  }

  /// `[...]`: characters, ranges and classes.
  mutating func bracketed() throws(PatternError) -> ScalarSet {
    position += 1
    let negated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var subsets: [ScalarSet] = []
    var isFirst = true
    while let next = peek(), next != "]" || isFirst {
      isFirst = false
      if let set = try classInside() {
        subsets.append(set)
        continue
      }
      let low = try single()
      var high = low
      if peek() == "-", let after = peek(1), after != "]" {
        position += 1
        high = try single()
      }
      guard low <= high else {
        throw PatternError("the range '\(low)-\(high)' is the wrong way round")
      }
      ranges.append(low.value...high.value)
    }
    guard take("]") else {
      throw PatternError("a '[' has no ']' after it", help: "write '\\[' for the character")
    }
    return ScalarSet(
      ranges, subsets: subsets, negated: negated, ignoringCase: flags.ignoresCase)
  }

  private mutating func single() throws(PatternError) -> Unicode.Scalar {
    guard let scalar = peek() else { throw PatternError("a '[' has no ']' after it") }
    if scalar == "\\" { return try escapedScalar() }
    position += 1
    return scalar
  }

  private mutating func classInside() throws(PatternError) -> ScalarSet? {
    if peek() == "\\" { return try escapedClass() }
    let start = position
    guard take("[:") else { return nil }
    let negated = take("^")
    var name = ""
    while let scalar = peek(), ScalarSet.word.contains(scalar) {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take(":]") else {
      position = start
      return nil
    }
    guard let set = ScalarSet.named[name] else {
      throw PatternError(
        "'[:\(name):]' is not a class", help: "use [:alpha:], [:digit:] or [:space:]")
    }
    return negated ? set.negated : set
  }
}
