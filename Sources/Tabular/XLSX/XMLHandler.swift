/// What takes the elements of an XML text as they come.
protocol XMLHandler: AnyObject {
  /// An element begins.
  func open(_ name: XMLName, _ attributes: XMLAttributes) throws(XMLFault)
  /// It ends.
  func close(_ name: XMLName) throws(XMLFault)
  /// Some text inside an element: one text may come in several pieces.
  func text(_ bytes: Span<UInt8>) throws(XMLFault)
}

/// Why an XML text is not read on.
enum XMLFault: Error, Hashable {
  /// It is no XML; in the parser's words, with the place in the text.
  case malformed(String, line: Int, column: Int)
  /// It declares a document type, which no workbook does and attacks need.
  case documentType
  /// It nests more deeply than any workbook does.
  case tooDeep
  /// One element or comment alone is larger than any workbook has.
  case tooLong
  /// There is no memory left.
  case noMemory
  /// It is XML, but not what a workbook says here. The row is that of the sheet.
  case unexpected(String, row: Int?, help: String?)

  /// What a workbook does not say.
  static func unexpected(_ what: String) -> XMLFault { .unexpected(what, row: nil, help: nil) }
}

/// The name of an element, told apart by its namespace and not by its prefix.
struct XMLName: Hashable {
  /// The namespaces that matter here. Each has two names, of the two editions of the standard.
  enum Space: Hashable { case sheet, package, other }

  let space: Space
  let local: String

  /// Whether it is an element of a sheet, workbook or list of styles.
  func isSheet(_ name: String) -> Bool { space == .sheet && local == name }
}
