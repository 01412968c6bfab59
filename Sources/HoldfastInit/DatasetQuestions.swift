import HoldfastModel
import Tabular

/// What has to be asked about a dataset as a whole.
struct DatasetQuestions {
  private let dataset: DraftDataset

  init(_ dataset: DraftDataset) { self.dataset = dataset }

  func ask(on page: inout Page) {
    askAboutShapes(&page)
    askAboutJoins(&page)
    askAboutGaps(&page)
    askAboutBasis(&page)
    askAboutPersons(&page)
    askAboutWords(&page)
  }

  /// Rows that the reader will refuse.
  private func askAboutShapes(_ page: inout Page) {
    for file in dataset.group.files {
      if !file.longRows.isEmpty {
        page.ask(
          "\(file.path) has rows with a cell beyond the headers (first line "
            + "\(file.longRows[0])). Give that column a header in the file; if its cells say "
            + "nothing, list them under unknown_tokens.", blocks: true)
      }
      if !file.shortRows.isEmpty {
        page.ask(
          "\(file.path) has rows with fewer cells than headers (line \(Lines.text(file.shortRows))"
            + "). Remove notes below the table, or mend the rows.", blocks: true)
      }
      if !file.loneCells.isEmpty {
        page.ask(
          "\(file.path) has rows with one filled cell, a number (line \(Lines.text(file.loneCells))"
            + "). If they add up the others, remove them: they would be counted twice.")
      }
    }
  }

  /// Columns with different headers that were taken for one.
  private func askAboutJoins(_ page: inout Page) {
    let pairs = dataset.declared.filter { $0.column.headers.count > 1 }.map {
      "\($0.name) (\(Lines.quoted($0.column.headers)))"
    }
    guard !pairs.isEmpty else { return }
    page.ask(
      "headers differ from file to file. Is each of these one column? They are taken for one: "
        + "\(pairs.joined(separator: "; ")).")
  }

  /// Columns that some files lack and that are blank there.
  private func askAboutGaps(_ page: inout Page) {
    let all = dataset.group.files.count
    let gaps = dataset.declared.filter { $0.column.parts.count < all }
    guard !gaps.isEmpty else { return }
    let list = gaps.map { "'\($0.name)' (in \($0.column.parts.count) of \(all) files)" }
    let names = Set(dataset.declared.map(\.name))
    let rest = dataset.columns.filter { !names.contains($0.name) && $0.column.parts.count < all }
    let others =
      rest.isEmpty
      ? ""
      : " If a file has it as \(Lines.quoted(rest.map(\.column.header))), add that to its from."
    page.ask(
      "not every file has \(Lines.joined(list)). Where it is missing it is set to blank, which "
        + "means not known.\(others)")
  }

  private func askAboutBasis(_ page: inout Page) {
    let columns = dataset.money.filter(\.needsBasis).map(\.name)
    guard !columns.isEmpty else { return }
    page.ask(
      "do the amounts in \(Lines.quoted(columns)) include VAT? Write basis: gross if they do, "
        + "basis: net if not.")
  }

  private func askAboutPersons(_ page: inout Page) {
    let columns = dataset.declared.filter(\.isPersonal).map(\.name)
    guard !columns.isEmpty else { return }
    page.ask(
      "are \(Lines.quoted(columns)) about persons? They are taken to be, so that no message "
        + "shows their cells. Where all rows are about persons, write personal: true here.")
  }

  /// Words in columns of numbers that may mean zero.
  private func askAboutWords(_ page: inout Page) {
    let columns = dataset.declared.filter { column in
      [.decimal, .integer, .percent].contains(column.type.type)
        && column.column.words.contains { Self.mayBeZero($0.text) }
    }
    guard !columns.isEmpty else { return }
    page.ask(
      "in \(Lines.quoted(columns.map(\.name))) some cells hold a dash or a word such as Nil. They "
        + "are taken for not known. If they mean nothing was spent, write blank: \"0\" there.")
  }

  private static func mayBeZero(_ text: String) -> Bool {
    ["-", "--", "---", "nil", "none"].contains(text.lowercased())
  }
}
