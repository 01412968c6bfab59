/// What the part `workbook.xml` says.
final class WorkbookPart: XMLHandler {
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// The id of the relationship that leads to its part.
    let relationship: String
  }

  private(set) var sheets: [Sheet] = []
  /// Whether days are counted from 1904.
  private(set) var from1904 = false
  /// Whether the values of formulas are to be computed by whoever opens the workbook.
  private(set) var isUncomputed = false
  private var path: [String] = []

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    path.append(name.space == .sheet ? name.local : "")
    switch path.count {
    case 1:
      guard name.isSheet("workbook") else { throw .unexpected("it is no Excel workbook") }
    case 2 where name.isSheet("workbookPr"): from1904 = Self.isTrue(attributes["date1904"])
    case 2 where name.isSheet("calcPr"): isUncomputed = Self.isTrue(attributes["fullCalcOnLoad"])
    case 3 where path == ["workbook", "sheets", "sheet"]:
      guard let name = attributes["name"], let id = attributes.relationship else {
        throw .unexpected("a sheet has no name or no part")
      }
      let state = attributes["state"] ?? "visible"
      sheets.append(Sheet(name: name, isHidden: state != "visible", relationship: id))
    default: break
    }
  }

  func close(_ name: XMLName) { path.removeLast() }

  func text(_ bytes: Span<UInt8>) {}

  private static func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" }
}

/// How numbers are shown, by the number of a cell's style.
final class StylesPart: XMLHandler {
  private(set) var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var styles: [Int] = []
  private var path: [String] = []

  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault) {
    path.append(name.space == .sheet ? name.local : "")
    if path.count == 1, !name.isSheet("styleSheet") { throw .unexpected("it is no list of styles") }
    guard path.count == 3 else { return }
    if path == ["styleSheet", "numFmts", "numFmt"] {
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }),
        let code = attributes["formatCode"]
      else { throw .unexpected("a number format has no number or no code") }
      codes[id] = NumberFormat(code: code)
    } else if path == ["styleSheet", "cellXfs", "xf"] {
      styles.append(attributes["numFmtId"].flatMap { Int($0) } ?? 0)
    }
  }

  func close(_ name: XMLName) {
    path.removeLast()
    if path.isEmpty { formats = styles.map { codes[$0] ?? NumberFormat(builtIn: $0) } }
  }

  func text(_ bytes: Span<UInt8>) {}
}
