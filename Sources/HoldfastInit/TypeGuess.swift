import Exact
import HoldfastModel
import Tabular

/// The type of a column, from its header and all of its cells.
struct TypeGuess {
  /// The type.
  private(set) var type = ColumnType.text
  /// Further keys of the column, as YAML.
  private(set) var keys: [(key: String, value: String)] = []
  /// How the dates are written, of a date.
  private(set) var dates: DateGuess?
  /// The lines of cells that do not fit the type, by file.
  private(set) var misfits: [(file: Int, lines: [Int])] = []
  /// How many do not.
  private(set) var misfitCount = 0
  /// Whether it is money.
  private(set) var isMoney = false
  /// More digits behind the point than a decimal takes.
  private(set) var hasTooManyDigits = false

  private let column: GroupColumn
  private let words: HeaderWords
  private let values: Int

  /// The most digits behind the point that a column can be declared with.
  static let largestScale = 9

  init(_ column: GroupColumn) {
    self.column = column
    words = HeaderWords(column.header)
    values = column.values
    guard values > 0 else { return }
    switch column.role {
    case .companyNumber where fits(column.sum(\.companyNumbers), 7):
      type = .companyNumber
      noteMisfits(\.companyMisfits, \.companyNumbers)
    case .postcode: type = .postcode
    default: chooseByCells()
    }
  }

  /// Declares the type that a pack asks for, where the cells look like another.
  mutating func become(_ wanted: ColumnType) {
    let isSame =
      type == wanted || (wanted == .text && [.postcode, .companyNumber].contains(type))
      || (wanted == .decimal && type == .percent) || (wanted == .percent && type == .decimal)
    guard !isSame else { return }
    keys = wanted == .decimal && !isMoney ? [("currency", "none")] : []
    type = wanted == .choice ? .text : wanted
    (dates, misfits, misfitCount) = (nil, [], 0)
  }

  private mutating func chooseByCells() {
    let dates = DateGuess(column)
    let leading = column.sum(\.numbers.leadingZeros)
    if dates.isDate {
      chooseDate(dates)
    } else if fits(column.sum(\.timestamps), 10) {
      type = .timestamp
    } else if fits(column.sum(\.postcodes), 9) {
      type = .postcode
    } else if fits(column.sum { $0.bools + $0.letterBools.values.reduce(0, +) }, 10) {
      chooseBool()
    } else if fits(column.sum(\.numbers.fits), 9), leading == 0, !isCode {
      chooseNumber()
    }
  }

  /// Whether at least so many tenths of the values fit.
  private func fits(_ count: Int, _ tenths: Int) -> Bool { count * 10 >= values * tenths }

  private mutating func chooseDate(_ guess: DateGuess) {
    type = .date
    dates = guess
    for (file, part) in column.parts.sorted(by: { $0.key < $1.key }) {
      guard case .mostly = guess.answers[file], let best = part.dates.first else { continue }
      note(file, best.misfits, part.values - best.fits)
    }
    let (times, midnights) = (column.sum(\.times), column.sum(\.midnights))
    guard times > 0, times >= midnights else { return }
    keys.append(("extract", YAMLText.pattern("^([^ T]+)[ T]")))
    if times < values { keys.append(("no_match", "whole")) }
  }

  private mutating func chooseBool() {
    type = .bool
    let letters = Set(column.parts.values.flatMap(\.letterBools.keys))
    let pairs = [("Y", "N"), ("y", "n")].filter { letters.contains($0) || letters.contains($1) }
    let meanings = pairs.flatMap { yes, no in
      [(key: YAMLText.scalar(yes), value: "true"), (key: YAMLText.scalar(no), value: "false")]
    }
    if !meanings.isEmpty { keys.append(("values", YAMLText.mapping(meanings))) }
  }

  private mutating func chooseNumber() {
    let numbers = column.parts.values.map(\.numbers)
    let scale = numbers.map(\.scale).max() ?? 0
    let signs = column.sum { $0.numbers.currencies.values.reduce(0, +) }
    isMoney =
      signs > 0 || column.role == .money || column.header.contains { "£$€".contains($0) }
    let isPercent =
      !isMoney
      && (words.has("percent", "percentage", "pct") || column.sum(\.numbers.percentSigns) > 0)
    guard scale <= Self.largestScale else {
      hasTooManyDigits = true
      return
    }
    if isPercent {
      type = .percent
      let largest = numbers.compactMap(\.largest).max() ?? .zero
      keys.append(("written_as", largest > Decimal(1) ? "points" : "fraction"))
    } else if scale == 0, !isMoney {
      type = .integer
    } else {
      type = .decimal
      if scale > 2 { keys.append(("scale", String(scale))) }
      if !isMoney { keys.append(("currency", "none")) }
    }
    noteMisfits(\.numbers.misfits, \.numbers.fits)
  }

  private mutating func noteMisfits(
    _ lines: (ColumnProbe) -> [Int], _ fits: (ColumnProbe) -> Int
  ) {
    for (file, part) in column.parts.sorted(by: { $0.key < $1.key }) {
      note(file, lines(part), part.values - fits(part))
    }
  }

  private mutating func note(_ file: Int, _ lines: [Int], _ count: Int) {
    guard count > 0 else { return }
    misfits.append((file, lines))
    misfitCount += count
  }

  /// Numbers that name something and are not reckoned with.
  private var isCode: Bool {
    let areWhole = column.sum(\.numbers.fractions) == 0
    switch column.role {
    case .reference, .supplier, .supplierCode, .companyNumber, .person: return areWhole
    default: break
    }
    return areWhole
      && words.has(
        "id", "number", "no", "code", "ref", "reference", "account", "uri", "zip", "fips", "order",
        "registration", "postcode", "phone", "key", "seq", "uprn", "lsoa", "ward", "st")
  }
}
