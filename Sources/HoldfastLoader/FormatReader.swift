import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads how files are written.
struct FormatReader {
  let problems: Problems

  func format(_ outer: inout Fields) -> FileFormat {
    outer.fields("format", "the format of \(outer.what)").map(format) ?? FileFormat()
  }

  /// The path of the rows where it stands beside the format.
  func rows(_ fields: inout Fields, of format: FileFormat) -> String? {
    guard let rows = fields.text("rows") else { return nil }
    if format.kind != .json, format.kind != .ocds {
      problems.add(
        "rows says where the rows of JSON are", at: rows.span, help: "add format: { kind: json }")
    }
    return rows.value
  }

  func format(_ root: Fields) -> FileFormat {
    var fields = root
    var result = FileFormat(kind: fields.word("kind") ?? .csv)
    if result.kind == .tsv { result.delimiter = 0x09 }
    readText(&fields, into: &result)
    readHeader(&fields, into: &result)
    if let sheet = fields.text("sheet") {
      result.sheet = sheet.value
      if result.kind != .xlsx { misplaced("sheet", sheet.span, "xlsx") }
    }
    result.rows = rows(&fields, of: result)
    if let rule = fields.text("compile") {
      if result.kind != .ocds { misplaced("compile", rule.span, "ocds") }
      if rule.value != "latest" {
        problems.add("compile is latest, nothing else", at: rule.span)
      }
    }
    fields.finish()
    return result
  }

  private func misplaced(_ key: String, _ span: SourceSpan, _ kind: String) {
    problems.add("\(key) is for files of kind \(kind)", at: span, help: "add kind: \(kind)")
  }

  private func readText(_ fields: inout Fields, into result: inout FileFormat) {
    let isText = result.kind == .csv || result.kind == .tsv
    for key in ["delimiter", "quote", "encoding"] where !isText {
      if let node = fields.node(key) { misplaced(key, node.span, "csv") }
    }
    if let byte = byte(&fields, "delimiter") { result.delimiter = byte }
    if let byte = byte(&fields, "quote") { result.quote = byte }
    if result.delimiter == result.quote {
      problems.add("delimiter and quote must differ", at: fields.span)
    }
    result.encoding = fields.word("encoding") ?? .utf8
  }

  private func readHeader(_ fields: inout Fields, into result: inout FileFormat) {
    for key in ["header_row", "header_rows"] where !result.kind.hasHeaderRow {
      if let node = fields.node(key) {
        problems.add("files of kind \(result.kind.rawValue) have no \(key)", at: node.span)
      }
    }
    result.header = header(&fields)
    let span = fields.node("header_rows")?.span
    if let rows = fields.integer("header_rows") { result.headerRows = rows }
    if let span, result.header == .none {
      problems.add(
        "files without headers have no header_rows", at: span, help: "remove one of the two keys")
    }
  }

  private func header(_ fields: inout Fields) -> FileFormat.Header {
    switch fields.node("header_row")?.scalar?.text {
    case "auto": return .auto
    case "none": return .none
    default: break
    }
    let help = "or auto, to look for the headers; or none, for files without any"
    return .line(fields.integer("header_row", help: help) ?? 1)
  }

  private func byte(_ fields: inout Fields, _ key: String) -> UInt8? {
    guard let text = fields.text(key) else { return nil }
    let bytes = Array(text.value == "tab" || text.value == "\\t" ? "\t".utf8 : text.value.utf8)
    if bytes.count == 1, bytes[0] < 0x80, bytes[0] == 0x09 || bytes[0] >= 0x20 { return bytes[0] }
    problems.add(
      "\(key) must be one plain character, not '\(text.value)'", at: text.span,
      help: "write for example \(key): \";\", or tab")
    return nil
  }
}
