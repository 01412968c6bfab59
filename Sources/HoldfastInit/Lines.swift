/// Numbers and lists for comments.
enum Lines {
  /// A number of things: `1 file`, `2 files`.
  static func count(_ number: Int, _ thing: String) -> String {
    "\(number) \(thing)\(number == 1 ? "" : "s")"
  }

  /// Numbers: `3, 5 and 8`.
  static func text(_ numbers: [Int]) -> String { joined(numbers.map(String.init)) }

  /// Headers: `'A', 'B' and 'C'`, at most 40.
  static func quoted(_ headers: [String]) -> String {
    let shown = headers.prefix(40).map { "'\($0)'" }
    let more = headers.count > 40 ? ["\(headers.count - 40) more"] : []
    return joined(shown + more)
  }

  static func joined(_ texts: [String]) -> String {
    guard let last = texts.last, texts.count > 1 else { return texts.first ?? "" }
    return texts.dropLast().joined(separator: ", ") + " and " + last
  }
}
