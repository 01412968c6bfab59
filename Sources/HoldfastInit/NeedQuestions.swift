import HoldfastModel
import Tabular

/// What has to be asked so that a dataset answers what packs need.
struct NeedQuestions {
  private let dataset: DraftDataset

  init(_ dataset: DraftDataset) { self.dataset = dataset }

  /// What is asked for, in words: `amount (decimal, net of tax)`.
  static func words(_ need: Need) -> String {
    let parts = [need.type.rawValue, need.means].compactMap { $0 }
    return "'\(need.column)' (\(parts.joined(separator: ", ")))"
  }

  /// Asks about columns that several headers might be, and those that none is.
  func write(to page: inout Page) {
    let headers = Lines.quoted(dataset.columns.map(\.column.header))
    for need in dataset.gaps {
      page.ask(
        "which column is \(Self.words(need))? None of the headers seems to be: \(headers). Put it "
          + "in place of \(Page.answer), or remove the line if there is none; what needs it can "
          + "then not be judged.", blocks: true)
      let type = need.type == .text ? "" : ", type: \(need.type.rawValue)"
      page.add("\(NeedMatch(need).name): { from: \(Page.answer)\(type) }")
    }
    for (name, needs) in dataset.unmet {
      page.ask(
        "the pack needs \(Lines.joined(needs.map(Self.words))) of each row's \(name), and no file "
          + "has such a table. Make one with a column that names the \(name), describe it under "
          + "datasets, and point to it: references: { \(name): { to: \(name)s, by: COLUMN } }.")
    }
  }

  /// Asks which column leads to a table.
  func askAboutReferences(on page: inout Page) {
    for reference in dataset.references where reference.by == Page.answer {
      page.ask(
        "which column leads to \(reference.to)? Too few values of any are among its keys. Put its "
          + "name in place of \(Page.answer); \(reference.to) needs a key: as well.", blocks: true)
    }
  }
}
