/// Gathers a text of a workbook: its runs joined, without the marks of how it is spoken.
struct RichText {
  private(set) var bytes: [UInt8] = []
  private var path: [String] = []
  private var isText = false

  /// Whether all that was opened is closed.
  var isClosed: Bool { path.isEmpty }

  mutating func open(_ name: XMLName) {
    path.append(name.space == .sheet ? name.local : "")
    isText = path == ["t"] || path == ["r", "t"]
  }

  mutating func close() {
    path.removeLast()
    isText = false
  }

  /// Takes text; false where there is more than a cell may hold.
  mutating func add(_ text: Span<UInt8>) -> Bool {
    guard isText else { return true }
    for index in text.indices { bytes.append(text[index]) }
    return bytes.count <= SheetLimit.cell
  }

  /// The text, ready for the next one.
  mutating func take() -> [UInt8] {
    let text = EscapedText.unescaped(bytes)
    bytes.removeAll(keepingCapacity: true)
    return text
  }
}

/// How large workbooks may be, so that a stranger's cannot fill the memory or take days.
enum SheetLimit {
  /// Bytes of a cell, and of a row.
  static let cell = 4 << 20
  /// Bytes of XML of a sheet, which is never in memory as a whole: a full one of 1,048,576 rows and
  /// 40 columns.
  static let sheet: Int64 = 2 << 30
  /// Bytes of XML, and of text, of all shared texts, which are.
  static let sharedXML: Int64 = 512 << 20
  static let sharedText = 256 << 20
  /// How many shared texts there may be.
  static let sharedCount = 32 << 20
  /// Bytes of XML of any other part.
  static let part: Int64 = 64 << 20
  /// Bytes that all cells together may unpack to.
  static let allText: Int64 = 8 << 30
}
