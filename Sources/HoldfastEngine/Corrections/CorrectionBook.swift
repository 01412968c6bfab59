import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Every correction of a run, held against the description of the institution.
struct CorrectionBook: Sendable {
  /// What one correction puts into a cell.
  struct Fix: Sendable {
    let cell: Cell
    let line: Int
  }

  /// The corrections of one dataset: by the row's key, then by the column's place.
  struct Rows: Sendable {
    fileprivate(set) var byKey: [TextKey: [Int: Fix]] = [:]
  }

  /// The file's path below the data folder.
  let file: String
  let digest: String
  let unanswered: Int
  private(set) var warnings: [Diagnostic]
  private(set) var rows: [String: Rows] = [:]
  /// The corrections, in the order of the file.
  private(set) var items: [(correction: Correction, isPersonal: Bool)] = []

  /// Reads the corrections of an institution; nil where there are none. Throws everything that is
  /// wrong with them and can be seen without the rows.
  init?(_ institution: Institution, folder: String, today: CivilDate) throws(DiagnosticList) {
    guard let file = try CorrectionFile(institution, folder: folder) else { return nil }
    self.file = file.name
    digest = file.digest
    unanswered = file.unanswered
    warnings = file.warnings
    let check = CorrectionCheck(institution, file: file.name, today: today)
    var problems: [Diagnostic] = []
    var wrong = 0
    for line in file.lines {
      do throws(DiagnosticList) {
        try add(try check.checked(line))
      } catch {
        wrong += 1
        if wrong <= Faults.kept { problems += error.items }
      }
    }
    if wrong > Faults.kept {
      problems.append(
        Diagnostic(
          .error, "\(wrong) corrections cannot be applied; the first \(Faults.kept) are listed",
          at: .file(file.name), help: "most of them may be wrong in the same way"))
    }
    try DiagnosticList(problems).throwIfErrors()
  }

  private static let kept = 1000

  private mutating func add(_ found: CorrectionCheck.Checked) throws(DiagnosticList) {
    let name = found.correction.dataset
    let key = TextKey(found.rowKey)
    if let earlier = rows[name]?.byKey[key]?[found.column] {
      let isSame = earlier.cell == found.cell
      let problem = CorrectionMessage.twice(earlier.line, isSame: isSame, found.place)
      guard isSame else { throw DiagnosticList([problem]) }
      if warnings.count < Self.kept { warnings.append(problem) }
      return
    }
    rows[name, default: Rows()].byKey[key, default: [:]][found.column] =
      Fix(cell: found.cell, line: found.place.line)
    items.append((found.correction, found.place.isHidden))
  }

  /// Where a correction stands.
  func place(_ fix: Fix, in dataset: Dataset) -> CorrectionMessage.Place {
    CorrectionMessage.Place(file: file, line: fix.line, isHidden: dataset.hidesKey)
  }
}

extension Dataset {
  /// Whether a row's key may not be shown.
  var hidesKey: Bool {
    isPersonal || key.contains { column($0.value)?.isPersonal == true }
  }
}
