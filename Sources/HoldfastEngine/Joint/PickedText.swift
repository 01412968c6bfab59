import HoldfastModel

extension ExpressionText {
  /// The column and the text of `column == "text"`, which picks an institution's rows out of a common
  /// file; nil of anything else.
  var pickedText: (column: String, text: String)? {
    let parts = text.split(separator: "==", omittingEmptySubsequences: false)
      .map { String($0).trimmingBlanks }
    guard parts.count == 2, parts[1].count > 2, let quote = parts[1].first, quote == parts[1].last,
      quote == "\"" || quote == "'"
    else { return nil }
    let inner = String(parts[1].dropFirst().dropLast())
    guard !parts[0].isEmpty, parts[0].unicodeScalars.allSatisfy(\.isOfName),
      !inner.contains(quote), !inner.contains("\\")
    else { return nil }
    return (parts[0], inner)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfName: Bool {
    self == "_" || self == "." || properties.isAlphabetic || ("0"..."9").contains(self)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
