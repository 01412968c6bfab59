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
    case .notADate where isSerial: return "the cell is not a spreadsheet's number for a day"
    case .notADate: return "the cell is not a date of the form \(pattern)"
    case .noSuchDay: return "there is no such day"
    case .notATimestamp: return "the cell is not a date with a time"
    case .notACompanyNumber: return "the cell is not a British company number"
    case .nothingToExtract(let pattern): return "the pattern '\(pattern)' finds nothing in the cell"
    }
  }

  /// What to do about it.
  public var help: String? {
    if let hint = cell.flatMap({ Self.spreadsheetHint($0) }) { return hint }
    switch kind {
    case .notANumber, .notWhole:
      return cell.flatMap { Self.numberHint($0[...]) ?? MendedNumber.hint($0, type) } ?? numberHelp
    case .numberTooLarge, .integerTooLarge: return "check the cell, or declare the column as text"
    case .tooManyDecimals(_, let found):
      return found > ColumnDecoder.largestScale
        ? "round the cell to \(ColumnDecoder.largestScale) digits behind the point"
        : "raise `scale` to \(found) under columns.\(column), or correct the cell"
    case .otherCurrency:
      return "convert the amount, or name the column of currency codes under "
        + "columns.\(column).currency"
    case .percentSign: return "declare `written_as: points` under columns.\(column)"
    case .notABool:
      return "declare what the cell means under columns.\(column).values"
    case .notAChoice:
      let declare = "add the value under columns.\(column).values"
      return nearest.map {
        "did you mean \(Nearest.quoted($0, for: shown ?? ""))? if not, \(declare)"
      } ?? declare
    case .notADate:
      return cell.flatMap { Self.dateHint($0[...], column: column) }
        ?? "correct the cell, or add it to unknown_tokens if it says nothing"
    case .noSuchDay: return "correct the cell, or add it to unknown_tokens if nobody knows the day"
    case .notATimestamp: return "write it as 2024-04-01T09:30:00Z or 2024-04-01 09:30:00"
    case .notACompanyNumber:
      return "write it as in 01234567, SC012345 or IP01234R; add it to unknown_tokens if it says "
        + "nothing, or declare the column as text"
    case .nothingToExtract:
      return "correct the pattern, or declare `no_match: unknown` or `no_match: whole` under "
        + "columns.\(column)"
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

  /// Whether dates are the numbers that spreadsheets keep for them.
  private var isSerial: Bool {
    if case .date(let format) = type { format.pattern == "serial" } else { false }
  }

  private var numberHelp: String {
    let forms =
      switch type {
      case .integer: "1234, 1,234 or -567"
      case .percent: "12.5 or 12.5%"
      default: "1234.50, 1,234.50, -567, £1,234.50 or (1,234.50)"
      }
    return "write it as in \(forms); add it to unknown_tokens if it says nothing"
  }
}
