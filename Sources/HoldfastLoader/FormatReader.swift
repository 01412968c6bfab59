import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads how files are written.
struct FormatReader {
  let problems: Problems

  func format(_ outer: inout Fields) -> FileFormat {
    guard var fields = outer.fields("format", "the format of \(outer.what)") else {
      return FileFormat()
    }
    var result = FileFormat()
    if let kind = fields.text("kind"), kind.value != "csv" {
      problems.add("unknown kind of file '\(kind.value)'", at: kind.span, help: "use kind: csv")
    }
    if let byte = byte(&fields, "delimiter") { result.delimiter = byte }
    if let byte = byte(&fields, "quote") { result.quote = byte }
    if result.delimiter == result.quote {
      problems.add("delimiter and quote must differ", at: fields.span)
    }
    result.encoding = fields.word("encoding") ?? .utf8
    result.headerLine = headerLine(&fields)
    fields.finish()
    return result
  }

  private func headerLine(_ fields: inout Fields) -> Int? {
    guard let node = fields.node("header_row") else { return 1 }
    if node.scalar?.text == "auto" { return nil }
    return fields.integer("header_row", in: 1...10_000) ?? 1
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
