import Diagnostics

/// A workbook of which one sheet is to be read: everything but the sheet itself.
struct Workbook {
  let archive: ZipArchive
  /// The part of the sheet.
  let sheet: ZipEntry
  let sharedTexts: SharedTexts
  let formats: [NumberFormat]
  let from1904: Bool
  /// Whether formulas have no values to rely on.
  let isUncomputed: Bool
  /// The names of all sheets of cells, in their order.
  let sheetNames: [String]
  /// What was chosen among the sheets, where nobody said.
  let notices: [Diagnostic]

  /// Reads what is around a sheet: the one with this name, or the first that is not hidden.
  init(_ archive: ZipArchive, sheet wanted: String?) throws(Diagnostic) {
    self.archive = archive
    let file = archive.file
    let parts = WorkbookFiles(archive)
    let main = try parts.main()
    let part = WorkbookPart()
    try parts.read(main, SheetLimit.part, part)
    let links = Relationships(of: main)
    try parts.read(Relationships.path(of: main), SheetLimit.part, links)
    let sheets = part.sheets.filter { sheet in
      links.links.contains { $0.id == sheet.relationship && $0.kind == "worksheet" }
    }
    sheetNames = sheets.map(\.name)
    let choice = try SheetChoice(sheets, wanted, file)
    notices = choice.notices
    let link = links.links.first { $0.id == choice.sheet.relationship }
    guard let path = link?.part else {
      throw XLSXMessage.elsewhere("the sheet '\(choice.sheet.name)'", file)
    }
    self.sheet = try parts.entry(path)
    sharedTexts = SharedTexts()
    try parts.read(links.first("sharedStrings"), SheetLimit.sharedXML, sharedTexts)
    let styles = StylesPart()
    try parts.read(links.first("styles"), SheetLimit.part, styles)
    formats = styles.formats
    (from1904, isUncomputed) = (part.from1904, part.isUncomputed)
  }
}
