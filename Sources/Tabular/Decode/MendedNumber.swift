/// Numbers with something before, behind or between their digits that is not read for certain.
enum MendedNumber {
  /// How a cell should be written; nil where that cannot be told.
  static func hint(_ cell: [UInt8], _ type: CellType) -> String? {
    guard cell.count <= 40 else { return nil }
    let text = String(decoding: cell, as: UTF8.self)
    for (number, advice) in candidates(text) where isNumber(number, type) {
      return "\(advice): \(number)"
    }
    return nil
  }

  /// What the number may be, and what is to be done.
  private static func candidates(_ text: String) -> [(number: String, advice: String)] {
    var found: [(number: String, advice: String)] = []
    let letters = text.lowercased()
    let withoutTwo = Blanks.trimmed(String(text.dropLast(2)))
    let withoutFirst = String(text.dropFirst())
    if text.hasSuffix("-") { found.append(("-" + text.dropLast(), credit)) }
    if letters.hasSuffix("cr") { found.append(("-" + withoutTwo, credit)) }
    if letters.hasSuffix("dr") { found.append((withoutTwo, "write debits without letters")) }
    switch text.unicodeScalars.first {
    case "\u{2212}", "\u{2013}", "\u{2014}":
      found.append(("-" + withoutFirst, "the sign in front is a dash: write a minus"))
    case "'", "\u{2019}":
      found.append((withoutFirst, "remove the sign of a text in front"))
    case "+": found.append((withoutFirst, "write it without the plus"))
    default: break
    }
    found.append((withoutBlanks(text), "write it without blanks between the digits"))
    return found
  }

  private static let credit = "write credits with a minus in front"

  private static func withoutBlanks(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  private static func isNumber(_ text: String, _ type: CellType) -> Bool {
    let shapes: NumberCell.Shapes =
      switch type {
      case .integer: .init(plus: true, fraction: false)
      case .percent: .init()
      default: .init(brackets: true, currency: true)
      }
    let bytes = Array(text.utf8)
    return (try? NumberCell(bytes.span, bytes.indices, shapes)) != nil
  }
}
