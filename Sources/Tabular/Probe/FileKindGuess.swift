import Diagnostics

/// Tells what kind of file it is by its name and its first bytes, and looks at it accordingly.
struct FileKindGuess {
  private let path: String
  private let shownAs: String

  init(_ path: String, _ shownAs: String) {
    self.path = path
    self.shownAs = shownAs
  }

  /// Names of files that are text with a table in it, if anything.
  private static let texts: Set<String> = ["csv", "tsv", "tab", "txt", "dat"]
  private static let json: Set<String> = ["json", "ndjson", "jsonl"]
  private static let workbooks: Set<String> = ["xlsx", "xlsm"]
  /// Names of spreadsheets that are not read.
  private static let otherSheets: Set<String> = ["xls", "xlsb", "ods", "numbers"]

  func probe() throws(Diagnostic) -> TableProbe.Outcome {
    let name = Self.ending(of: shownAs)
    if Self.otherSheets.contains(name) {
      return .noTable("a spreadsheet of a kind that is not read: save it as .xlsx or CSV")
    }
    if Self.workbooks.contains(name) { return try WorkbookProbe(path, shownAs).probe() }
    if Self.json.contains(name) { return try probeJSON() }
    guard Self.texts.contains(name) else { return .noTable("no table, by its name") }
    return try TextProbe(path, shownAs).probe()
  }

  private func probeJSON() throws(Diagnostic) -> TableProbe.Outcome {
    guard let kind = try JSONGuess.kind(path, shownAs) else {
      return .noTable("JSON without a list of objects")
    }
    let file = JSONFile(path: path, shownAs: shownAs, schema: [], hidden: true, observe: nil)
    switch kind {
    case .ndjson: return try pass(file.lines(), kind)
    case .json(let rows): return try pass(file.list(at: rows), kind)
    case .ocds(let rows): return try pass(file.releases(at: rows), kind)
    case .csv, .xlsx: return .noTable("no JSON")
    }
  }

  private func pass<Source: TableSource>(
    _ source: Source, _ kind: TableProbe.Kind
  ) throws(Diagnostic) -> TableProbe.Outcome {
    var pass = ProbePass(source: source, kind: kind)
    return .table(try pass.run())
  }

  /// The part of a name behind the last dot, `.gz` left out, in lower case.
  private static func ending(of name: String) -> String {
    let file = name.utf8.split(separator: UInt8(ascii: "/")).last ?? name.utf8[...]
    var parts = file.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 2, parts.last?.elementsEqual("gz".utf8) == true { parts.removeLast() }
    guard parts.count > 1, let last = parts.last else { return "" }
    return String(decoding: last, as: UTF8.self).lowercased()
  }
}
