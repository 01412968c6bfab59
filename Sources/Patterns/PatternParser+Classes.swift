extension PatternParser {
  /// Reads `[...]`: characters, ranges and classes.
  mutating func bracketed() throws(PatternError) -> ScalarSet {
    position += 1
    let isNegated = take("^")
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while isFirst || peek() != "]" {
      isFirst = false
      if let set = try classInside() {
        try limits.pay(ranges: set.ranges.count)
        ranges += set.ranges
      } else {
        try limits.pay(ranges: 1)
        ranges.append(try range())
      }
    }
    position += 1
    return try folded(ScalarSet(ranges)).negated(if: isNegated)
  }

  /// A character, or two with `-` between.
  private mutating func range() throws(PatternError) -> ClosedRange<UInt32> {
    let start = position
    let low = try single()
    guard peek() == "-", let after = peek(1), after != "]" else { return low...low }
    let first = written(from: start)
    position += 1
    let middle = position
    let high = try single()
    guard low <= high else { throw .rangeWrongWay(first, written(from: middle)) }
    return low...high
  }

  private mutating func single() throws(PatternError) -> UInt32 {
    guard let scalar = peek() else { throw .unclosedClass }
    if scalar == "\\" { return try escapedCharacter() }
    position += 1
    return scalar.value
  }

  private mutating func classInside() throws(PatternError) -> ScalarSet? {
    try peek() == "\\" ? escapedClass() : asciiClass()
  }

  /// `[:alpha:]`. Once a `:]` follows anywhere it can be nothing else.
  private mutating func asciiClass() throws(PatternError) -> ScalarSet? {
    guard peek() == "[", peek(1) == ":", let end = endOfName(from: position + 2) else {
      return nil
    }
    let start = position
    position += 2
    let isNegated = take("^")
    let set = position <= end ? ScalarSet.named[text(position..<end)] : nil
    position = end + 2
    guard let set else { throw .unknownClass(written(from: start)) }
    return try folded(set).negated(if: isNegated)
  }

  /// Where the next `:]` is. Where none is left the rest is not searched again and again.
  private mutating func endOfName(from start: Int) -> Int? {
    guard let last = lastNameEnd, start <= last else { return nil }
    return (start...last).first { isNameEnd($0) }
  }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range]))
  }

  /// `\d`, `\p{L}` and their like; nil where the escape is a single character.
  mutating func escapedClass() throws(PatternError) -> ScalarSet? {
    let set: ScalarSet
    switch peek(1) {
    case "d", "D": set = .digit
    case "s", "S": set = .space
    case "w", "W": set = .word
    case "p", "P": return try unicodeClass()
    default: return nil
    }
    let isNegated = peek(1).map { ("A"..."Z").contains($0) } ?? false
    position += 2
    return try folded(set).negated(if: isNegated)
  }

  /// `\pL`, `\p{Greek}`, `\p{^Greek}` or `\P{Greek}`.
  private mutating func unicodeClass() throws(PatternError) -> ScalarSet {
    let start = position
    var isNegated = peek(1) == "P"
    position += 2
    let inBraces = take("{")
    let first = position
    if inBraces {
      while let scalar = peek(), scalar != "}" { position += 1 }
      if peek() == nil { throw .unclosedName }
    } else if peek() != nil {
      position += 1
    }
    var name = first..<position
    if inBraces { position += 1 }
    if !name.isEmpty, scalars[first] == "^" {
      isNegated.toggle()
      name = name.dropFirst()
    }
    guard let set = UnicodeSets.named(text(name)) else {
      throw .unknownName(written(from: start))
    }
    try limits.pay(ranges: set.ranges.count)
    return try folded(set).negated(if: isNegated)
  }

  /// With the other cases of its characters where case does not matter: before it is negated.
  private mutating func folded(_ set: ScalarSet) throws(PatternError) -> ScalarSet {
    guard level.flags.ignoresCase else { return set }
    try limits.pay(ranges: min(set.count, Cases.others.count))
    return set.ignoringCase
  }
}
