import Tabular

/// How files are written, as the keys of `format`.
enum FileFormats {
  static let order = [
    "kind", "rows", "sheet", "delimiter", "encoding", "header_row", "header_rows",
  ]
  static let defaults = [
    "kind": "csv", "encoding": "utf-8", "header_row": "1", "header_rows": "1", "delimiter": "\",\"",
  ]

  /// The format of a file, defaults left out.
  static func format(of file: TableProbe) -> [String: String] {
    var result: [String: String] = [:]
    switch file.kind {
    case .csv(0x09): result["delimiter"] = "tab"
    case .csv(let sign) where sign != UInt8(ascii: ","):
      result["delimiter"] = "\"\(String(decoding: [sign], as: UTF8.self))\""
    case .csv: break
    case .xlsx(let sheet):
      result["kind"] = "xlsx"
      result["sheet"] = sheet.map(YAMLText.scalar)
    case .ndjson: result["kind"] = "ndjson"
    case .json(let rows):
      result["kind"] = "json"
      if rows != "[]" { result["rows"] = YAMLText.scalar(rows) }
    case .ocds(let rows):
      result["kind"] = "ocds"
      if rows != "awards[].suppliers[]" { result["rows"] = YAMLText.scalar(rows) }
    }
    if file.encoding == .windows1252 { result["encoding"] = "windows-1252" }
    if file.headerLine > 1, file.kind.family == .sheet {
      result["header_row"] = "\(file.headerLine)"
    }
    if file.headerRows > 1 { result["header_rows"] = "\(file.headerRows)" }
    return result
  }

  /// What most files share. Text of both encodings is `auto`, for the files to come too; beside
  /// workbooks, which have neither encoding nor delimiter, each file says its own.
  static func common(_ files: [TableProbe]) -> [String: String] {
    let formats = files.map(format(of:))
    var result: [String: String] = [:]
    for key in order {
      var count: [String: Int] = [:]
      for format in formats { count[format[key] ?? defaults[key] ?? "", default: 0] += 1 }
      let most = count.max { ($0.value, $1.key) < ($1.value, $0.key) }
      if let most, most.key != defaults[key] ?? "" { result[key] = most.key }
    }
    let encodings = Set(formats.map { $0["encoding"] ?? "" })
    if Set(formats.map { $0["kind"] ?? "" }).contains("xlsx") {
      result["encoding"] = nil
      result["delimiter"] = nil
    } else if encodings.count > 1 {
      result["encoding"] = "auto"
    }
    return result
  }
}
