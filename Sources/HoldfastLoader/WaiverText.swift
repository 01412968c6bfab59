public import Diagnostics
import Exact
public import HoldfastModel
import JSONText
import YAMLSource

/// A file of waivers with one more at its end: what stood there before stays byte for byte.
public struct WaiverText: Sendable {
  /// The file as it will be.
  public let source: SourceText
  /// The lines that are new.
  public let lines: String

  /// Puts a waiver at the end of a file; nil begins a new one.
  ///
  /// - Throws: where the list of the file is not written with an item a line, so that nothing can be
  ///   put at its end.
  public init(
    adding waiver: Waiver, to file: SourceText?, named name: String
  ) throws(DiagnosticList) {
    let layout = try file.map { file throws(DiagnosticList) in try Layout(of: file) } ?? Layout()
    let item = Self.item(waiver, margin: layout.margin)
    lines = (layout.hasList ? item : ["waivers:"] + item).map { $0 + layout.lineEnd }.joined()
    let old = file?.utf8 ?? []
    let isOpen = !old.isEmpty && old.last != UInt8(ascii: "\n")
    source = SourceText(
      name: name, utf8: old + Array((isOpen ? layout.lineEnd : "").utf8) + Array(lines.utf8))
  }

  /// Whether a file is of nothing but comments, and so no document yet.
  public static func isBare(_ file: SourceText) -> Bool {
    String(decoding: file.utf8, as: UTF8.self).split(whereSeparator: \.isNewline)
      .allSatisfy { line in
        let text = String(line).trimmed
        return text.isEmpty || text.hasPrefix("#")
      }
  }

  private static func item(_ waiver: Waiver, margin: Int) -> [String] {
    let keys: [(String, String?)] = [
      ("commitment", JSON.quoted(waiver.name.commitment)),
      ("group", waiver.name.group.map(JSON.quoted)),
      ("reason", JSON.quoted(waiver.reason)), ("approver", JSON.quoted(waiver.approver)),
      ("owner", JSON.quoted(waiver.owner)), ("issued", waiver.issued.description),
      ("expires", waiver.expires.description),
    ]
    let blanks = String(repeating: " ", count: margin)
    let said = keys.compactMap { key, value in value.map { "\(key): \($0)" } }
    return said.enumerated().map { index, line in
      blanks + (index == 0 ? "- " : "  ") + line
    }
  }

  /// How the list of a file is written.
  private struct Layout {
    /// How far its items stand in.
    var margin = 2
    var hasList = false
    var lineEnd = "\n"

    init() {}

    init(of file: SourceText) throws(DiagnosticList) {
      if file.utf8.contains(UInt8(ascii: "\r")) { lineEnd = "\r\n" }
      guard !WaiverText.isBare(file) else { return }
      let node = try YAML.parse(file)
      guard case .mapping(let entries) = node.kind, let list = entries.first?.value else {
        throw Self.refusal(file, node.span)
      }
      hasList = true
      guard case .sequence(let items) = list.kind, let first = items.first else {
        throw Self.refusal(file, list.span)
      }
      let start = first.span.start
      let before = file.line(start.line).unicodeScalars.prefix(start.column - 1)
      guard let dash = before.firstIndex(of: "-"), before[..<dash].allSatisfy({ $0 == " " }) else {
        throw Self.refusal(file, list.span)
      }
      margin = before.distance(from: before.startIndex, to: dash)
    }

    private static func refusal(_ file: SourceText, _ span: SourceSpan) -> DiagnosticList {
      DiagnosticList([
        Diagnostic(
          "nothing can be put at the end of this list, since it is not written with an item a line",
          at: span, help: "write 'waivers:' alone on a line, and below it each waiver after a '- '")
      ])
    }
  }
}
