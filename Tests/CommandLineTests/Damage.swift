import Testing

/// What can be wrong with a file as a whole.
enum Damage: Sendable, Hashable, CaseIterable {
  case missing, folder, danglingLink, linkCircle, empty, binary, zeroByte, badUTF8, utf16,
    spreadsheet
  case headerOnly, blankLine, openQuote, quoteInText, tooFewCells, tooManyCells, wrongHeader

  /// What only a table can suffer.
  static let ofTables: [Damage] = [
    .headerOnly, .blankLine, .openQuote, .quoteInText, .tooFewCells, .tooManyCells, .wrongHeader,
  ]

  /// What any file can suffer.
  static let ofAll = allCases.filter { !ofTables.contains($0) }

  func apply(to file: String, in workdir: Workdir) throws {
    let text = try workdir.read(file)
    let header = String(text.prefix { $0 != "\n" }) + "\n"
    try workdir.remove(file)
    switch self {
    case .missing: break
    case .folder: try workdir.makeFolder(file)
    case .danglingLink: try workdir.link(file, to: "nowhere.csv")
    case .linkCircle: try workdir.link(file, to: String(file.split(separator: "/").last ?? ""))
    case .empty: try workdir.write(file, "")
    case .binary:
      try workdir.write(file, bytes: Array("\u{7F}ELF".utf8) + Array(UInt8.min...UInt8.max))
    case .zeroByte: try workdir.write(file, bytes: Array(text.utf8.prefix(30)) + [0, 10])
    case .badUTF8:
      try workdir.write(file, bytes: text.utf8.prefix(12) + [0xE9] + text.utf8.dropFirst(12))
    case .utf16:
      try workdir.write(
        file, bytes: [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    case .spreadsheet:
      try workdir.write(file, bytes: Array("PK\u{3}\u{4}".utf8) + Array(repeating: 65, count: 99))
    case .headerOnly: try workdir.write(file, header)
    case .blankLine: try workdir.write(file, "\n")
    case .openQuote: try workdir.write(file, text + "\"never closed\nand on it goes\n")
    case .quoteInText: try workdir.write(file, text + "a 6\" pipe,1\n")
    case .tooFewCells: try workdir.write(file, text + "alone\n")
    case .tooManyCells: try workdir.write(file, text + "a,b,c,d,e,f,g,h,i\n")
    case .wrongHeader: try workdir.write(file, "x" + text)
    }
  }
}
