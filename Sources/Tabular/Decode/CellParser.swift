/// Reads single cells as a column's own are read: what a person wrote in place of a cell.
///
/// Dates may be written `yyyy-MM-dd` beside the column's format, and nothing is extracted: the
/// text is the value.
public struct CellParser: Sendable {
  private let decoder: ColumnDecoder

  /// A parser for the cells of a column.
  public init(_ schema: ColumnSchema) {
    var plain = schema
    plain.extract = nil
    decoder = ColumnDecoder(
      plain, header: schema.name, place: .fixed(.unknown), hidden: schema.isPersonal,
      isoDates: true)
  }

  /// The cell that a text stands for; throws where it is none of the column's type. `line` is
  /// where the text stands, for the fault.
  public func cell(_ text: String, line: Int) throws(CellFault) -> Cell {
    let bytes = Array(text.utf8)
    var faults: [CellFault] = []
    var tally = ColumnTally()
    let range = Blanks.trimmed(bytes.span, bytes.indices)
    let cell = decoder.cell(bytes, range, line: line, &faults, &tally)
    if let fault = faults.first { throw fault }
    return cell
  }
}

extension CellFault: Error {}
