import Diagnostics

/// Which sheet of a workbook is read.
struct SheetChoice {
  let sheet: WorkbookPart.Sheet
  /// What the reader should know of the choice.
  let notices: [Diagnostic]

  /// The sheet with a name, hidden or not; without a name the first that is not hidden.
  init(_ sheets: [WorkbookPart.Sheet], _ wanted: String?, _ file: String) throws(Diagnostic) {
    let names = sheets.map(\.name)
    if let wanted {
      let found = sheets.filter { $0.name.utf8.elementsEqual(wanted.utf8) }
      guard let sheet = found.first, found.count == 1 else {
        throw XLSXMessage.noSheet(wanted, names, file)
      }
      (self.sheet, notices) = (sheet, [])
      return
    }
    guard let first = sheets.first, let sheet = sheets.first(where: { !$0.isHidden }) else {
      throw XLSXMessage.noVisibleSheet(names, file)
    }
    self.sheet = sheet
    if first.isHidden {
      notices = [XLSXMessage.hiddenFirst(first.name, sheet.name, file)]
    } else if sheets.count > 1 {
      notices = [XLSXMessage.chosen(sheet.name, Array(names.dropFirst()), file)]
    } else {
      notices = []
    }
  }
}
