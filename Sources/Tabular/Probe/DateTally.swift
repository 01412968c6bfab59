import Exact

/// Which forms of dates the cells of a column fit, and how many fit two with different days.
struct DateTally {
  /// A form with what a cell must hold to be worth trying.
  private struct Candidate {
    var probe: DateProbe
    let signs: Signs
  }

  /// The signs in a text, as bits, and whether letters are among them.
  private struct Signs: Equatable {
    private var bits: UInt8 = 0

    init(_ text: some Sequence<UInt8>) {
      for byte in text where !isDigit(byte) {
        switch byte {
        case UInt8(ascii: "/"): bits |= 1
        case UInt8(ascii: "-"): bits |= 2
        case UInt8(ascii: "."): bits |= 4
        case UInt8(ascii: " "): bits |= 8
        case UInt8(ascii: ","): bits |= 16
        case 0x41...0x5A, 0x61...0x7A: bits |= 32
        default: bits |= 64
        }
      }
    }

    /// Of a pattern; letters stand for numbers but for the names of months.
    init(pattern: String) {
      self.init(pattern.utf8.filter { !"dMy".utf8.contains($0) })
      if pattern.contains("MMM") { bits |= 32 }
    }
  }

  private var candidates: [Candidate]
  /// Cells that are different days read as day/month and as month/day.
  private(set) var ambiguous = 0
  /// Cells with a time of day behind the date, and those of them at midnight.
  private(set) var times = 0
  private(set) var midnights = 0
  private var cells = 0

  /// Forms by how common they are; of two that fit alike the first is taken.
  static let formats: [DateFormat] = [
    "yyyy-MM-dd", "d/M/yyyy", "M/d/yyyy", "d/M/yy", "M/d/yy", "d-M-yyyy", "M-d-yyyy", "d-M-yy",
    "d.M.yyyy", "d.M.yy", "yyyy/M/d", "yyyyMMdd", "d-MMM-yy", "d-MMM-yyyy", "d MMM yyyy",
    "d MMM yy", "d/MMM/yyyy", "d/MMM/yy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy", "MMM-yy",
    "MMM-yyyy", "MMM yyyy", "MMM yy", "MMMM yyyy", "MMMM-yy", "yyyy-MM", "MM/yyyy",
  ].compactMap { DateFormat($0) }

  init() {
    candidates = Self.formats.map {
      Candidate(probe: DateProbe($0), signs: Signs(pattern: $0.pattern))
    }
  }

  /// What was found, the best first.
  var found: [DateProbe] {
    candidates.map(\.probe).filter { $0.fits > 0 }.enumerated()
      .sorted { ($1.element.fits, $0.offset) < ($0.element.fits, $1.offset) }.map(\.element)
  }

  mutating func add(_ cell: ArraySlice<UInt8>, line: Int) {
    cells += 1
    guard !candidates.isEmpty else { return }
    let day = withoutTime(cell)
    let isPlausible = (5...20).contains(day.count) && day.contains(where: isDigit)
    let signs = isPlausible ? Signs(day) : nil
    var first: CivilDate?
    var isAmbiguous = false
    for index in candidates.indices {
      if candidates[index].signs == signs, let date = candidates[index].probe.format.date(from: day)
      {
        candidates[index].probe.note(date)
        if let first, first != date { isAmbiguous = true }
        first = date
      } else if candidates[index].probe.misfits.count < ColumnProbe.linesKept {
        candidates[index].probe.misfits.append(line)
      }
    }
    if isAmbiguous { ambiguous += 1 }
    // A form that half of a thousand cells do not have is not the column's.
    if cells == 1000 { candidates.removeAll { $0.probe.fits < 500 } }
  }

  /// The cell without a time of day: `2020-03-31 13:05:12`, `2016-07-07T00:00:00`.
  private mutating func withoutTime(_ cell: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard cell.count <= 40, let colon = cell.firstIndex(of: UInt8(ascii: ":")) else { return cell }
    let hour = cell[..<colon].reversed().prefix { isDigit($0) }.count
    let mark = colon - hour - 1
    guard (1...2).contains(hour), mark > cell.startIndex,
      cell[mark] == UInt8(ascii: " ") || cell[mark] == UInt8(ascii: "T")
    else { return cell }
    times += 1
    let isMidnight = cell[(mark + 1)...].allSatisfy { !isDigit($0) || $0 == UInt8(ascii: "0") }
    if isMidnight { midnights += 1 }
    return cell[..<mark]
  }
}

extension DateTally {
  /// Whether a cell has one of the forms.
  static func isDate(_ cell: ArraySlice<UInt8>) -> Bool {
    (5...20).contains(cell.count) && formats.contains { $0.date(from: cell) != nil }
  }
}
