extension PatternParser {
  /// Reads `*`, `+`, `?` or `{n,m}`, and whether a `?` follows; nil where none comes next. Braces
  /// that hold something else are characters.
  mutating func repetition(_ scalar: Unicode.Scalar) throws(PatternError) -> Repetition? {
    let start = position
    var result: Repetition
    switch scalar {
    case "*": result = Repetition(least: 0, most: nil)
    case "+": result = Repetition(least: 1, most: nil)
    case "?": result = Repetition(least: 0, most: 1)
    case "{":
      guard let counted = try counted() else { return nil }
      result = counted
    default: return nil
    }
    if scalar != "{" { position += 1 }
    if level.pieces.isEmpty { throw .nothingToRepeat(written(from: start)) }
    result.isLazy = take("?") != level.flags.isLazy
    return result
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; where there is none, nothing.
  private mutating func counted() throws(PatternError) -> Repetition? {
    let start = position
    position += 1
    guard let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = peek() == "}" ? nil : number() ?? -1 }
    guard take("}"), most != -1 else {
      position = start
      return nil
    }
    guard least <= PatternLimits.copies, most ?? least <= PatternLimits.copies else {
      throw .repetitionTooLarge(written(from: start))
    }
    guard least <= most ?? least else { throw .repetitionWrongWay(written(from: start)) }
    return Repetition(least: least, most: most)
  }

  /// Digits without a needless zero in front. Numbers too large for any use are all alike.
  private mutating func number() -> Int? {
    if peek() == "0", let next = peek(1), ("0"..."9").contains(next) { return nil }
    var value: Int?
    while let digit = peek(), ("0"..."9").contains(digit) {
      value = min(100_000, (value ?? 0) * 10 + Int(digit.value) - 48)
      position += 1
    }
    return value
  }

  /// Repeats the last part that was read.
  mutating func repeatLast(_ repetition: Repetition) throws(PatternError) {
    guard let part = level.pieces.popLast() else { return }
    if part.copies(repetition) > PatternLimits.copies { throw .repetitionsMultiply }
    try limits.pay(steps: max(0, part.length(repetition) - part.code.count))
    level.pieces.append(part.repeated(repetition))
  }
}
