/// What a number in a cell stands for, by the format that the spreadsheet program shows it in.
enum NumberFormat {
  /// A number, or a length of time, which is one here.
  case number
  /// A day, perhaps with a time.
  case date
  /// A time of the day alone.
  case time

  /// A format that every spreadsheet program knows by its number.
  init(builtIn id: Int) {
    switch id {
    case 14...17, 22, 27...31, 36, 50...58: self = .date
    case 18...21, 32...35, 45, 47: self = .time
    default: self = .number
    }
  }

  /// A format by its code, such as `dd/mm/yyyy` or `#,##0.00;[Red]-#,##0.00`.
  init(code: String) {
    let letters = Self.letters(code)
    if letters.contains(where: { "dyDY".unicodeScalars.contains($0) }) {
      self = .date
    } else if letters.contains(where: { "hsHS".unicodeScalars.contains($0) }) {
      self = .time
    } else {
      // Without hours and seconds it is the month.
      self = letters.contains(where: { "mM".unicodeScalars.contains($0) }) ? .date : .number
    }
  }

  /// The signs of the first section that mean something: nothing in quotes, behind an escape or in
  /// brackets. None where brackets hold a length of time, as in `[h]:mm`.
  private static func letters(_ code: String) -> [UnicodeScalar] {
    var result: [UnicodeScalar] = []
    var bracket: [UnicodeScalar]?
    var (isQuoted, isSkipped) = (false, false)
    for scalar in code.unicodeScalars {
      if isSkipped {
        isSkipped = false
      } else if isQuoted {
        isQuoted = scalar != "\""
      } else if let inside = bracket {
        bracket = scalar == "]" ? nil : inside + [scalar]
        if scalar == "]", isLength(inside) { return [] }
      } else {
        switch scalar {
        case ";": return result
        case "\"": isQuoted = true
        case "\\", "_", "*": isSkipped = true
        case "[": bracket = []
        default: result.append(scalar)
        }
      }
    }
    return result
  }

  private static func isLength(_ bracket: [UnicodeScalar]) -> Bool {
    guard let first = bracket.first else { return false }
    return "hmsHMS".unicodeScalars.contains(first)
      && bracket.allSatisfy { $0.properties.lowercaseMapping == first.properties.lowercaseMapping }
  }
}
