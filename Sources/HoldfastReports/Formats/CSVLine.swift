/// A line of a CSV file that a spreadsheet opens.
enum CSVLine {
  /// The cells with commas between them, and a Windows line end.
  static func text(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// A cell in quotes, where it needs them.
  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { byte in
      [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D].contains(byte)
    }
    guard needsQuotes else { return cell }
    var result = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
