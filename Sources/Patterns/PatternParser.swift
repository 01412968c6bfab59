/// Reads RE2's syntax.
struct PatternParser {
  let scalars: [Unicode.Scalar]
  var position = 0
  var flags = Flags()
  /// The groups that capture, so far.
  private(set) var groups = 0
  private var depth = 0

  struct Flags {
    var ignoresCase = false
    var dotTakesNewline = false
    var isMultiline = false
    /// Whether a repetition is lazy where no `?` follows, and greedy where one does.
    var isLazy = false
  }

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    scalars.indices.contains(position + ahead) ? scalars[position + ahead] : nil
  }

  mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    guard scalars[position...].starts(with: wanted) else { return false }
    position += wanted.count
    return true
  }

  mutating func parse() throws(PatternError) -> PatternNode {
    let tree = try alternatives()
    guard peek() == nil else {
      throw PatternError("a ')' has no '(' before it", help: "write '\\)' for the character")
    }
    return tree
  }

  mutating func alternatives() throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth <= 100 else { throw PatternError("its brackets are nested too deep") }
    var options: [PatternNode] = [try sequence()]
    while take("|") { options.append(try sequence()) }
    return options.count == 1 ? options[0] : .alternatives(options)
  }

  private mutating func sequence() throws(PatternError) -> PatternNode {
    var nodes: [PatternNode] = []
    while let next = peek(), next != "|", next != ")" {
      let node = try atom()
      nodes.append(try repeated(node))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  private mutating func repeated(_ node: PatternNode) throws(PatternError) -> PatternNode {
    guard let (least, most) = try repetition() else { return node }
    let lazy = take("?") != flags.isLazy
    let again = position
    guard try repetition() == nil else {
      position = again
      throw PatternError(
        "two repetitions stand one after the other",
        help: "put the first in brackets, as in (?:a*)*")
    }
    return .repeated(node, least: least, most: most, lazy: lazy)
  }

  private mutating func repetition() throws(PatternError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    let start = position
    guard take("{"), let least = number() else {
      position = start
      return nil
    }
    var most: Int? = least
    if take(",") { most = number() }
    guard take("}") else {
      position = start
      return nil
    }
    guard least <= 1000, most ?? 0 <= 1000, most.map({ $0 >= least }) ?? true else {
      throw PatternError(
        "the repetition is out of range", help: "write {n,m} with n up to m and m up to 1000")
    }
    return (least, most)
  }

  private mutating func number() -> Int? {
    var value: Int?
    while let digit = peek()?.value, (48...57).contains(digit) {
      value = min(100_000, (value ?? 0) * 10 + Int(digit) - 48)
      position += 1
    }
    return value
  }

  private mutating func atom() throws(PatternError) -> PatternNode {
    guard let scalar = peek() else { return .empty }
    switch scalar {
    case "(": return try group()
    case "[": return .set(try bracketed())
    case "\\": return try escape()
    case "*", "+", "?":
      throw PatternError(
        "'\(scalar)' has nothing before it to repeat", help: "write '\\\(scalar)' for the character"
      )
    default: break
    }
    position += 1
    switch scalar {
    case ".": return .set(flags.dotTakesNewline ? .any : .notNewline)
    case "^": return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$": return .assertion(flags.isMultiline ? .lineEnd : .textEnd)
    default: return .set(.one(scalar, ignoringCase: flags.ignoresCase))
    }
  }

  /// Counts a group that captures, and gives its number.
  mutating func nextGroup() -> Int {
    groups += 1
    return groups
  }
}
