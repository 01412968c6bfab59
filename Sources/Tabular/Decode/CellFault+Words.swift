import Diagnostics
import Exact

extension CellFault {
  /// What is wrong, in one sentence that never holds the cell.
  public var message: String {
    switch kind {
    case .notANumber: return "the cell is not \(wanted)"
    case .numberTooLarge: return "the number is too large to be added up exactly"
    case .tooManyDecimals(let scale, let found):
      return "the number has \(found) digits behind the point, and the column's scale is \(scale)"
    case .otherCurrency(let found, let declared):
      return "the amount has the sign \(found), and the column is in \(declared)"
    case .percentSign:
      return "the cell has a percent sign, and the column is declared to hold fractions"
    case .notWhole: return "the cell is not a whole number"
    case .integerTooLarge: return "the whole number has more than 18 digits"
    case .notABool: return "the cell is not 'true', 'false', 'yes' or 'no'"
    case .notAChoice: return "the cell is none of the values declared for the column"
    case .notADate: return "the cell is not a date of the form \(pattern)"
    case .notATimestamp: return "the cell is not a date with a time"
    }
  }

  /// What to do about it.
  public var help: String? {
    switch kind {
    case .notANumber, .notWhole: return cell.flatMap { Self.numberHint($0[...]) } ?? Self.numberHelp
    case .numberTooLarge, .integerTooLarge: return "check the cell, or declare the column as text"
    case .tooManyDecimals(_, let found):
      return found > ColumnDecoder.largestScale
        ? "round the cell to \(ColumnDecoder.largestScale) digits behind the point"
        : "raise `scale` to \(found) under columns.\(column), or correct the cell"
    case .otherCurrency:
      return "convert the amount, or give its column a currency of its own"
    case .percentSign: return "declare `written_as: points` under columns.\(column)"
    case .notABool:
      return "declare what the cell means under columns.\(column).values"
    case .notAChoice:
      let declare = "add the value under columns.\(column).values"
      return nearest.map { "did you mean '\($0)'? if not, \(declare)" } ?? declare
    case .notADate:
      return cell.flatMap { Self.dateHint($0[...], column: column) }
        ?? "correct the cell, or add it to unknown_tokens if it says nothing"
    case .notATimestamp: return "write it as 2024-04-01T09:30:00Z or 2024-04-01 09:30:00"
    }
  }

  private var wanted: String {
    if case .percent = type { return "a percentage" }
    return "a number in a form that can be read for certain"
  }

  private var nearest: String? {
    guard case .choice(let allowed) = type, let shown else { return nil }
    return Nearest.name(to: shown, in: allowed)
  }

  private var pattern: String {
    if case .date(let format) = type { return format.pattern }
    return DateFormat.iso.pattern
  }

  private static let numberHelp =
    "write it as in 1234.50, 1,234.50, -567, £1,234.50 or (1,234.50); "
    + "add it to unknown_tokens if it says nothing"
}

extension CellFault {
  /// What a cell that is no number seems to be.
  static func numberHint(_ cell: ArraySlice<UInt8>) -> String? {
    if cell.elementsEqual([UInt8(ascii: "-")]) {
      return "add '-' to unknown_tokens if it says nothing, or declare its value under values"
    }
    let digits = cell.count { isDigit($0) }
    guard digits > 0 else { return nil }
    if let comma = cell.lastIndex(of: UInt8(ascii: ",")) {
      let point = UInt8(ascii: ".")
      let (before, behind) = (cell[..<comma], cell[(comma + 1)...])
      let odd = behind.count != 3 || before.contains(point) || before.first == UInt8(ascii: "0")
      if odd, !behind.contains(point) {
        return "it seems to have a decimal comma: export the file with points, as in 1234.56"
      }
    }
    let letters = cell.filter { !isDigit($0) && !".+-".utf8.contains($0) }
    if letters.elementsEqual([0x65]) || letters.elementsEqual([0x45]) {
      return "a spreadsheet shortened it: format the column as a number before saving"
    }
    return nil
  }

  /// Which other form of dates a cell has.
  static func dateHint(_ cell: ArraySlice<UInt8>, column: String) -> String? {
    let fitting = commonDates.filter { $0.date(from: cell) != nil }.prefix(2).map(\.pattern)
    if !fitting.isEmpty {
      return "it fits \(fitting.joined(separator: " and ")): if all cells do, declare that as "
        + "columns.\(column).format"
    }
    if cell.count == 5, cell.allSatisfy(isDigit) {
      return "it seems to be a spreadsheet's day number: format the column as a date before saving"
    }
    let day = cell.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
    guard day.count < cell.count,
      let format = commonDates.first(where: { $0.date(from: day) != nil })
    else { return nil }
    return "it is a date of the form \(format.pattern) and more: save the column as dates alone"
  }

  private static let commonDates: [DateFormat] = [
    "yyyy-MM-dd", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "M/d/yy", "yyyy/MM/dd",
    "d-MMM-yy", "d-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy",
    "yyyyMMdd",
  ].compactMap { DateFormat($0) }
}
