import Diagnostics
import Tabular

/// A workbook that a test writes: plain unless told otherwise.
struct XLSXSample {
  struct Sheet {
    var name: String
    var rows: String
    var state: String?
    /// Everything in the part, where it is not only rows.
    var xml: String?
    var kind = "worksheet"
  }

  var sheets: [Sheet]
  var shared: [String] = []
  /// Codes of number formats; style 1 is the first, style 0 is plain.
  var formats: [String] = []
  /// Numbers of built-in formats, of the styles after those.
  var builtIn: [Int] = []
  /// Attributes of `workbookPr` and of `calcPr`.
  var properties = ""
  var calculation = ""
  /// Parts that are there instead of, or beside, the usual ones; nil for one that is missing.
  var parts: [String: String?] = [:]
  var isStrict = false
  var isDeflated = true

  init(_ rows: String, shared: [String] = [], formats: [String] = []) {
    sheets = [Sheet(name: "Spend", rows: rows)]
    self.shared = shared
    self.formats = formats
  }

  private var main: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
      : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  }
  private var office: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  }

  /// The parts in the order in which they are written.
  var contents: [(name: String, xml: String)] {
    var all: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", links([("rId1", "officeDocument", "xl/workbook.xml")])),
      ("xl/workbook.xml", workbook), ("xl/_rels/workbook.xml.rels", links(targets)),
    ]
    for (index, sheet) in sheets.enumerated() {
      let xml = sheet.xml ?? "<sheetData>\(sheet.rows)</sheetData>"
      let root = sheet.kind
      all.append(
        ("xl/\(root)s/sheet\(index + 1).xml", "<\(root) xmlns=\"\(main)\">\(xml)</\(root)>"))
    }
    let texts = shared.map { $0.hasPrefix("<") ? "<si>\($0)</si>" : "<si><t>\($0)</t></si>" }
    all.append(("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(texts.joined())</sst>"))
    all.append(("xl/styles.xml", styles))
    let usual = Set(all.map(\.0))
    all = all.compactMap { name, xml in
      parts[name].map { replaced in replaced.map { (name, $0) } } ?? (name, xml)
    }
    return all
      + parts.sorted { $0.key < $1.key }.compactMap { name, xml in
        usual.contains(name) ? nil : xml.map { (name, $0) }
      }
  }

  func packer() -> ZipPacker {
    var packer = ZipPacker()
    for part in contents { packer.add(part.name, part.xml, isDeflated: isDeflated) }
    return packer
  }

  func bytes() -> [UInt8] { packer().bytes() }

  private var workbook: String {
    let list = sheets.enumerated().map { index, sheet in
      let state = sheet.state.map { " state=\"\($0)\"" } ?? ""
      return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"s\(index)\"/>"
    }
    return "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><workbookPr \(properties)/>"
      + "<sheets>\(list.joined())</sheets><calcPr \(calculation)/></workbook>"
  }

  private var targets: [(String, String, String)] {
    sheets.enumerated().map { ("s\($0)", $1.kind, "\($1.kind)s/sheet\($0 + 1).xml") }
      + [("a", "sharedStrings", "/xl/sharedStrings.xml"), ("b", "styles", "../xl/styles.xml")]
  }

  func links(_ links: [(id: String, kind: String, target: String)]) -> String {
    let list = links.map { id, kind, target in
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + "\(list.joined())</Relationships>"
  }

  private var styles: String {
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code)\"/>"
    }
    let ids = [0] + formats.indices.map { 164 + $0 } + builtIn
    let styles = ids.map { "<xf numFmtId=\"\($0)\"/>" }
    return "<styleSheet xmlns=\"\(main)\"><numFmts>\(codes.joined())</numFmts>"
      + "<cellXfs>\(styles.joined())</cellXfs></styleSheet>"
  }
}

/// What reading a workbook gave: every record as texts.
struct XLSXReading {
  var rows: [[String]] = []
  var lines: [Int] = []
  var summary: FileSummary?
  var errors: [Diagnostic] = []

  var message: String? { errors.first?.message }
  /// All that was said, as a person reads it.
  var rendered: String {
    DiagnosticList(errors + (summary?.notices ?? [])).rendered()
  }

  init(_ sample: XLSXSample, _ format: XLSXFormat = XLSXFormat()) throws {
    try self.init(sample.bytes(), .xlsx(format))
  }

  /// Reads bytes as a file; without a schema all that matters is in the records.
  init(
    _ bytes: [UInt8], _ format: TableFormat = .xlsx(XLSXFormat()), schema: [ColumnSchema] = [],
    observing observe: ((ArraySlice<UInt8>) -> Void)? = nil
  ) throws {
    let folder = try Workdir()
    let path = try folder.write("t.xlsx", bytes)
    self.init(path: path, format, schema: schema, observing: observe)
  }

  init(
    path: String, _ format: TableFormat = .xlsx(XLSXFormat()), schema: [ColumnSchema] = [],
    isPersonal: Bool = false, observing observe: ((ArraySlice<UInt8>) -> Void)? = nil
  ) {
    let reader = TableReader(
      path: path, shownAs: "t.xlsx", format: format, schema: schema, isPersonal: isPersonal)
    do throws(DiagnosticList) {
      summary = try reader.read(observing: observe) { row in
        rows.append(
          (0..<row.record.fieldCount).map { index in
            String(decoding: row.record.field(index) ?? [], as: UTF8.self)
          })
        lines.append(row.line)
      }
    } catch {
      errors = error.sorted()
    }
  }
}
