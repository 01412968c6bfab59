import Diagnostics
import HoldfastModel
import Tabular

/// What is said where the rows of an award cannot be judged.
enum AwardMessage {
  static func noDataset(_ row: ProposedRow, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .error, "the institution has no dataset '\(row.dataset)'", at: row.place,
      help: Nearest.hint(for: row.dataset, in: names) ?? "it has \(names.joined(separator: ", "))")
  }

  static func noColumn(_ cell: ProposedCell, _ dataset: Dataset) -> Diagnostic {
    let names = dataset.columns.map(\.name)
    return Diagnostic(
      .error, "'\(dataset.name)' has no column '\(cell.column)'", at: cell.place,
      help: Nearest.hint(for: cell.column, in: names)
        ?? "its columns are \(names.joined(separator: ", "))")
  }

  static func dated(_ cell: ProposedCell, _ dataset: Dataset) -> Diagnostic {
    Diagnostic(
      .error,
      "'\(cell.column)' says when a row of '\(dataset.name)' counts, and the gate counts an award "
        + "in the period of each commitment", at: cell.place,
      help:
        "leave it out; where an award is paid over several years, give each its lot with year: 2")
  }

  static func register(_ row: ProposedRow) -> Diagnostic {
    Diagnostic(
      .error, "'\(row.dataset)' is made by the program, so that an award adds nothing to it",
      at: row.place, help: "leave these rows out")
  }

  static func notReferred(_ row: ProposedRow, _ institution: Institution) -> Diagnostic {
    let names = Set(
      institution.datasets.flatMap(\.references).map(\.dataset.value)
    ).sorted()
    return Diagnostic(
      .error, "no rows point to '\(row.dataset)', so that new: says nothing of it", at: row.place,
      help: names.isEmpty
        ? "write its rows under rows:"
        : "write its rows under rows:; new: takes rows of \(names.joined(separator: ", "))")
  }

  static func noKey(_ key: String, _ row: ProposedRow) -> Diagnostic {
    Diagnostic(
      .error, "the new row of '\(row.dataset)' has no '\(key)', by which others point to it",
      at: row.place, help: "give it one that is not taken yet: \(key): NEW-1")
  }

  static func fault(_ fault: CellFault, _ cell: ProposedCell, isHidden: Bool) -> Diagnostic {
    // A stretch of the file would show the cell.
    let place = isHidden ? Diagnostic.Place.file(cell.place.file) : cell.place
    return Diagnostic(
      .error, "'\(cell.column)': \(fault.message)", at: place, help: fault.help)
  }

  static func taken(
    _ key: TextKey, _ row: AwardRow, isHidden: Bool
  ) -> Diagnostic {
    let what = isHidden ? "a key" : "the key '\(Diagnostic.printable(key.text, limit: 80))'"
    return Diagnostic(
      .error,
      "\(what) is in '\(row.dataset)' already, and an award adds rows and changes none",
      at: row.place, help: "leave the row out of new:, or give the new one a key of its own")
  }

  static func differs(
    _ key: TextKey, _ row: AwardRow, isHidden: Bool
  ) -> Diagnostic {
    let what = isHidden ? "a key" : "the key '\(Diagnostic.printable(key.text, limit: 80))'"
    return Diagnostic(
      .error,
      "\(what) of '\(row.dataset)' was given to another row, in this award or a reserved one",
      at: row.place,
      help: "write the row as it stands there, or give the new one a key of its own")
  }

  static func dropped(_ row: AwardRow) -> Diagnostic {
    Diagnostic(
      .error,
      "the row would not belong to the institution: keep: of '\(row.dataset)' drops it",
      at: row.place, help: "write the cells that keep: asks for")
  }

  static func total(_ row: AwardRow) -> Diagnostic {
    Diagnostic(
      .error, "the row would be taken for a total of others in '\(row.dataset)'", at: row.place,
      help: "change the cell that total_rows: looks at")
  }

  static func repeated(_ row: AwardRow, _ names: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "a row of '\(row.dataset)' has the same \(names.joined(separator: ", ")) already",
      at: row.place, help: "leave these cells out: what is not bought yet has no number")
  }

  static func failed(_ row: AwardRow, _ problem: Diagnostic) -> Diagnostic {
    Diagnostic(.error, problem.message, at: row.place, help: problem.help)
  }

  static func unseen(_ row: AwardRow) -> Diagnostic {
    Diagnostic(
      .warning, "no commitment speaks of this row of '\(row.dataset)'", at: row.place,
      help: "look whether its cells are spelt as in the data")
  }

  static func strange(
    _ text: TextKey, _ place: Int, _ dataset: Dataset, nearest: String?, _ row: AwardRow
  ) -> Diagnostic {
    let column = dataset.columns[place].name
    let isHidden = dataset.isHidden(place)
    let what = isHidden ? "the text" : "'\(Diagnostic.printable(text.text, limit: 80))'"
    let hint = isHidden ? nil : nearest.map { "did you mean '\($0)'?" }
    return Diagnostic(
      .warning, "no row of '\(dataset.name)' has \(what) in '\(column)'", at: row.place,
      help: hint ?? "look whether it is spelt as in the data")
  }

  static func leadsNowhere(_ row: AwardRow, _ references: [String]) -> Diagnostic {
    Diagnostic(
      .warning,
      "the row leads to no known \(references.joined(separator: " and ")), so what is asked of it "
        + "is not known", at: row.place,
      help: "mend the key, or write the missing row under new:")
  }

  static func personal(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .error,
      "what the award does to \(TallyMessage.list(names)) would tell of single persons", at: .none,
      help: "leave its rows out of the proposal, or name the commitments to judge with --only")
  }

  static func blocksUnjudged(_ commitment: Commitment, since reason: String) -> Diagnostic {
    Diagnostic(
      "'\(commitment.id)' blocks awards and the gate cannot judge it: \(reason)",
      at: commitment.span,
      help: "write enforcement: { gate: warn }, or judge the others with --only")
  }
}
