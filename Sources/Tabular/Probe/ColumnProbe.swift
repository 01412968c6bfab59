/// What the cells of one column look like, all rows counted.
public struct ColumnProbe: Sendable {
  /// How many lines of misfits are kept.
  public static let linesKept = 5
  /// How many spellings of words that stand for nothing are kept.
  static let spellingsKept = 12

  /// The header, blanks around it removed; empty where there is none.
  public let header: String
  /// The header as headers are compared: letters and digits in lower case.
  public let folded: [UInt8]
  /// The place of the column, from 1.
  public let position: Int
  /// Which of the columns with this header it is, from 1; nil where it is the only one.
  public let nth: Int?

  /// Cells without content.
  public private(set) var blanks = 0
  /// Cells with content that is none of the words that stand for nothing.
  public private(set) var values = 0
  /// The words that stand for nothing or for something taken out, as they are spelt.
  public private(set) var words: [String: (kind: CellWord, count: Int)] = [:]
  /// The lines of cells that say `Total`.
  public private(set) var totals: [Int] = []
  /// The values as numbers.
  public private(set) var numbers = NumberProbe()
  /// How many cells are different days read as day/month and as month/day.
  public var ambiguousDates: Int { dateTally.ambiguous }
  /// How many have a time of day behind the date.
  public var times: Int { dateTally.times }
  /// How many of those times are midnight.
  public var midnights: Int { dateTally.midnights }
  /// The forms of dates that values have, the commonest first.
  public var dates: [DateProbe] { dateTally.found }
  /// Moments with a date, a time and an offset.
  public private(set) var timestamps = 0
  /// `true`, `false`, `yes` or `no`.
  public private(set) var bools = 0
  /// `y`, `n`, as they are spelt.
  public private(set) var letterBools: [String: Int] = [:]
  /// Full postcodes and nothing else.
  public private(set) var postcodes = 0
  /// Texts with one full postcode inside.
  public private(set) var addresses = 0
  /// Cells with a code before a name: `NHS0000RJ701 : St Georges`.
  public private(set) var codedNames = 0
  /// Cells of the shape of a company number.
  public private(set) var companyNumbers = 0
  /// The lines of the first cells that do not have it.
  public private(set) var companyMisfits: [Int] = []
  /// The length of the longest cell in bytes.
  public private(set) var longest = 0
  /// Which values there are.
  public private(set) var sketch = ValueSketch()
  private var dateTally = DateTally()

  init(header: String, position: Int, nth: Int?) {
    self.header = header
    self.position = position
    self.nth = nth
    folded = HeaderText.folded(header)
  }

  /// Counts a cell.
  mutating func add(_ record: borrowing Record, field: Int) {
    guard field < record.fieldCount else {
      blanks += 1
      return
    }
    let bytes = record.storage.span
    let range = Blanks.trimmed(bytes, record.range(field))
    guard !range.isEmpty else {
      blanks += 1
      return
    }
    longest = max(longest, range.count)
    let cell = record.storage[range]
    if let word = CellWord(cell), !isTotal(word, record.line) {
      note(word, cell)
      return
    }
    values += 1
    numbers.add(bytes, range, line: record.line)
    dateTally.add(cell, line: record.line)
    sketch.add(cell)
    noteCodes(cell, bytes, range, line: record.line)
  }

  /// Whether it is still worth looking: of the first thousand values some had the shape.
  private func mayBe(_ found: Int) -> Bool { values <= 1000 || found * 20 >= values }

  private mutating func isTotal(_ word: CellWord, _ line: Int) -> Bool {
    guard case .total = word else { return false }
    if totals.count < Self.linesKept { totals.append(line) }
    return true
  }

  private mutating func note(_ word: CellWord, _ cell: ArraySlice<UInt8>) {
    let spelling = String(decoding: cell, as: UTF8.self)
    if words[spelling] != nil || words.count < Self.spellingsKept {
      words[spelling, default: (word, 0)].count += 1
    }
  }

  private mutating func noteCodes(
    _ cell: ArraySlice<UInt8>, _ bytes: Span<UInt8>, _ range: Range<Int>, line: Int
  ) {
    if mayBe(timestamps), TimestampCell(bytes, range) != nil { timestamps += 1 }
    if CodeShape.isCodedName(cell) { codedNames += 1 }
    if mayBe(companyNumbers) {
      if CompanyNumber.normal(cell) != nil {
        companyNumbers += 1
      } else if companyMisfits.count < Self.linesKept {
        companyMisfits.append(line)
      }
    }
    if mayBe(postcodes + addresses) {
      switch CodeShape.postcode(cell) {
      case .whole: postcodes += 1
      case .inside: addresses += 1
      case .none: break
      }
    }
    guard cell.count <= 5 else { return }
    let text = String(decoding: cell, as: UTF8.self)
    switch text.lowercased() {
    case "true", "false", "yes", "no": bools += 1
    case "y", "n": letterBools[text, default: 0] += 1
    default: break
    }
  }
}
