import Exact

extension CellFault {
  /// What a spreadsheet wrote in place of a value.
  static func spreadsheetHint(_ cell: [UInt8]) -> String? {
    if cell.count > 1, cell.allSatisfy({ $0 == UInt8(ascii: "#") }) {
      return "the column was too narrow for it in the spreadsheet: widen it there and save again"
    }
    let errors = [
      "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#N/A",
    ]
    guard errors.contains(where: { cell.elementsEqual($0.utf8) }) else { return nil }
    return "it is an error of the spreadsheet: correct it there and save again, or add it to "
      + "unknown_tokens"
  }

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
      return "it seems to be a spreadsheet's number for a day: if all cells are, declare serial as "
        + "columns.\(column).format"
    }
    let day = cell.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "T") }
    guard day.count < cell.count,
      let format = commonDates.first(where: { $0.date(from: day) != nil })
    else { return nil }
    return "it is a date of the form \(format.pattern) and more: declare that as its format, and "
      + "extract: '^([^ T]+)' under columns.\(column)"
  }

  private static let commonDates: [DateFormat] = [
    "yyyy-MM-dd", "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yy", "M/d/yy", "yyyy/MM/dd",
    "d-MMM-yy", "d-MMM-yyyy", "d MMM yyyy", "d MMMM yyyy", "MMM d, yyyy", "MMMM d, yyyy",
    "yyyyMMdd", "MMM-yy", "MMM-yyyy", "MMM yyyy", "MMMM yyyy", "MM/yyyy", "yyyy-MM",
  ].compactMap { DateFormat($0) }
}
