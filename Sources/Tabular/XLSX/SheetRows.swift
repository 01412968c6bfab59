import Diagnostics

/// The rows of a sheet that hold something, in order.
final class SheetRows {
  private let part: SheetPart
  private let stream: PartStream
  private let entry: String
  private let file: String
  private var index = 0

  /// The number of the last column that the sheet says it has; 0 where it does not say.
  var width: Int { part.width }

  init(_ workbook: Workbook, isHidden: Bool) throws(Diagnostic) {
    part = SheetPart(
      CellReader(
        formats: workbook.formats, dates: SheetDate(from1904: workbook.from1904),
        sharedCount: workbook.sharedTexts.count, isUncomputed: workbook.isUncomputed,
        isHidden: isHidden))
    (entry, file) = (workbook.sheet.name, workbook.archive.file)
    stream = try PartStream(workbook.archive, workbook.sheet, SheetLimit.sheet, part)
  }

  /// The next row; nil at the end, when the sheet was found to be whole.
  func next() throws(Diagnostic) -> SheetRow? {
    while index == part.rows.count {
      part.rows.removeAll(keepingCapacity: true)
      index = 0
      guard try stream.advance() else {
        guard part.isComplete else {
          throw XLSXMessage.part(.unexpected("the sheet has no list of rows"), entry, file)
        }
        return nil
      }
    }
    index += 1
    return part.rows[index - 1]
  }
}
