/// How the dates of one file are written, declared once and never guessed per row.
///
/// A pattern of `d dd M MM MMM MMMM yy yyyy` and separators. One letter takes one or two digits,
/// two letters two digits; `MMM` is `Jan` to `Dec` and also `Sept`, `MMMM` `January` to `December`,
/// both in any letter case; `yy` is 2000 to 2068 or 1969 to 1999 (the POSIX rule). A pattern of
/// month and year alone is a month, and its first day stands for it. The pattern `serial` is the
/// number that a spreadsheet keeps for a day. Blanks around are ignored.
public struct DateFormat: Sendable, Hashable {
  /// The pattern as declared.
  public let pattern: String
  let form: Form

  /// What a cell is made of.
  enum Form: Sendable, Hashable {
    case written([Field])
    case serial
  }

  /// A part of a written date.
  enum Field: Sendable, Hashable {
    case day(exact: Bool)
    case month(exact: Bool)
    case monthName(full: Bool)
    case year(digits: Int)
    case literal(UInt8)
  }

  /// `yyyy-MM-dd`.
  public static let iso = DateFormat(
    pattern: "yyyy-MM-dd",
    form: .written([
      .year(digits: 4), .literal(UInt8(ascii: "-")), .month(exact: true),
      .literal(UInt8(ascii: "-")), .day(exact: true),
    ]))

  private init(pattern: String, form: Form) {
    self.pattern = pattern
    self.form = form
  }

  /// A format from its pattern; nil where the pattern has other letters, names a part twice, or
  /// lacks the month or the year.
  public init?(_ pattern: String) {
    if pattern == "serial" {
      self.init(pattern: pattern, form: .serial)
      return
    }
    var fields: [Field] = []
    var rest = Array(pattern.utf8)[...]
    while let letter = rest.first {
      let run = rest.prefix { $0 == letter }.count
      guard let field = Field(letter, run) else { return nil }
      fields += Array(repeating: field, count: field == .literal(letter) ? run : 1)
      rest = rest.dropFirst(run)
    }
    let days = fields.count { $0.isDay }
    guard fields.count(where: { $0.isMonth }) == 1, fields.count(where: { $0.isYear }) == 1,
      days <= 1
    else { return nil }
    self.init(pattern: pattern, form: .written(fields))
  }

  /// Whether a cell names a month and no day; the first day of the month stands for it.
  public var isMonth: Bool {
    guard case .written(let fields) = form else { return false }
    return !fields.contains { $0.isDay }
  }
}

extension DateFormat.Field {
  /// What a run of one letter or sign stands for in a pattern.
  fileprivate init?(_ letter: UInt8, _ run: Int) {
    switch (letter, run) {
    case (UInt8(ascii: "d"), 1...2): self = .day(exact: run == 2)
    case (UInt8(ascii: "M"), 1...2): self = .month(exact: run == 2)
    case (UInt8(ascii: "M"), 3...4): self = .monthName(full: run == 4)
    case (UInt8(ascii: "y"), 2), (UInt8(ascii: "y"), 4): self = .year(digits: run)
    case (UInt8(ascii: "A")...UInt8(ascii: "Z"), _), (UInt8(ascii: "a")...UInt8(ascii: "z"), _),
      (UInt8(ascii: "0")...UInt8(ascii: "9"), _), (0x80..., _):
      return nil
    default: self = .literal(letter)
    }
  }

  fileprivate var isDay: Bool { if case .day = self { true } else { false } }
  fileprivate var isYear: Bool { if case .year = self { true } else { false } }
  fileprivate var isMonth: Bool {
    switch self {
    case .month, .monthName: true
    case .day, .year, .literal: false
    }
  }
}
