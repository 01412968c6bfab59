/// Words that stand in cells in place of a value, the world over. Only these are ever named in a
/// description that is made from files: any other cell may be somebody's.
public enum CellWord: Sendable, Hashable {
  /// Says that nothing is known: `N/A`.
  case nothing
  /// Says nothing in a column of numbers or dates, and may mean something in others: `Nil`.
  case doubtful
  /// Says that something was taken out: `REDACTED PERSONAL DATA`.
  case redacted
  /// Says that the row adds up others: `Total`.
  case total

  /// What a text is; nil for every text that may be a value.
  public init?(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// What a cell is; nil for every cell that may be a value.
  init?(_ cell: ArraySlice<UInt8>) {
    // Most cells are told by their length or their first letter, before any text is made of them.
    let mayRedact = cell.count <= 60 && Self.mayRedact(cell)
    guard cell.count <= Self.longest || mayRedact else { return nil }
    let text = String(decoding: cell.map(Self.lowered), as: UTF8.self)
    if let known = Self.table[text] {
      self = known
    } else if mayRedact, Self.isRedaction(text) {
      self = .redacted
    } else {
      return nil
    }
  }

  private static let table: [String: CellWord] = {
    var result: [String: CellWord] = [:]
    for (word, texts) in lists { for text in texts { result[text] = word } }
    return result
  }()

  private static let longest = table.keys.map(\.utf8.count).max() ?? 0

  private static func mayRedact(_ cell: ArraySlice<UInt8>) -> Bool {
    cell.first.map(lowered) == UInt8(ascii: "r") || cell.suffix(2).map(lowered) == Array("ed".utf8)
  }

  private static let lists: [(CellWord, [String])] = [
    (
      .nothing,
      [
        "-", "--", "---", "?", "??", ".", "n/a", "#n/a", "n.a.", "null", "(null)", "(blank)",
        "not available", "not yet available", "not known", "unknown", "not recorded",
        "not provided", "not supplied", "not stated", "no data", "missing", "nan", "undefined",
        "tbc", "tba", "tbd", "to be confirmed", "#ref!", "#value!", "#name?", "#div/0!", "#null!",
        "#num!",
      ]
    ),
    (
      .doubtful,
      [
        "na", "nil", "none", "not applicable", "various", "exempt", "pending", "ongoing",
        "multiple", "x",
      ]
    ),
    (.redacted, ["withheld", "name withheld", "details withheld"]),
    (
      .total,
      [
        "total", "totals", "total:", "grand total", "grand totals", "sub total", "subtotal",
        "sub-total", "overall total",
      ]
    ),
  ]

  /// `redacted` in front, or behind a few words, as a word of its own: REDACTA LIMITED is a firm.
  private static func isRedaction(_ text: String) -> Bool {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    let redacted = "redacted".utf8
    guard let first = words.first, let last = words.last else { return false }
    return first.elementsEqual(redacted) || (words.count <= 4 && last.elementsEqual(redacted))
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
