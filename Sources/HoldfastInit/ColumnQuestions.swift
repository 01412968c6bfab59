import Exact
import HoldfastModel
import Tabular

/// What has to be asked about one column.
struct ColumnQuestions {
  private let column: DraftColumn
  private let dataset: DraftDataset
  private let files: [TableProbe]

  init(_ column: DraftColumn, _ dataset: DraftDataset) {
    self.column = column
    self.dataset = dataset
    files = dataset.group.files
  }

  func ask(on page: inout Page) {
    askAboutNeed(&page)
    askAboutDates(&page)
    askAboutMisfits(&page)
    askAboutRareWords(&page)
  }

  /// What a pack needs to be told about the column.
  private func askAboutNeed(_ page: inout Page) {
    guard let need = column.need else { return }
    if !column.rivals.isEmpty {
      page.ask(
        "which column is \(NeedQuestions.words(need))? "
          + "\(Lines.quoted([column.column.header] + column.rivals)) might be.", blocks: true)
    }
    if column.basis == Page.answer {
      page.ask(
        "do the amounts include VAT? The pack wants \(Lines.joined(need.bases)): write basis: "
          + "gross if they do, basis: net if not.", blocks: true)
    }
  }

  /// Files in which every date can be read in two ways.
  private func askAboutDates(_ page: inout Page) {
    guard let dates = column.type.dates else { return }
    var places: [String] = []
    var forms: (String, String)?
    for (file, part) in column.column.parts.sorted(by: { $0.key < $1.key }) {
      guard case .either(let first, let second) = dates.answers[file] else { continue }
      forms = (first, second)
      places.append(
        "\(files[file].path): all \(part.values) rows fit both, \(part.ambiguousDates) as "
          + "different days; \(range(part, first)), \(range(part, second))")
    }
    guard let forms else { return }
    let others = dates.main.map { " The dates of other files are \($0)." } ?? ""
    page.ask(
      "is '\(column.column.header)' day/month or month/day? \(places.joined(separator: ". "))."
        + "\(others) Write format: \(forms.0) or \(forms.1) in place of \(Page.answer).",
      blocks: true)
  }

  private func range(_ part: ColumnProbe, _ pattern: String) -> String {
    guard let probe = part.dates.first(where: { $0.format.pattern == pattern }),
      let first = probe.first, let last = probe.last
    else { return pattern }
    return "as \(pattern) they run from \(first) to \(last)"
  }

  /// Cells that do not fit the type.
  private func askAboutMisfits(_ page: inout Page) {
    guard column.type.misfitCount > 0 else { return }
    let count = column.type.misfitCount
    let orText =
      column.type.type == .companyNumber ? ", or leave out the type to take them as texts" : ""
    let places = column.type.misfits.prefix(3).map { file, lines in
      "\(files[file].path) line \(Lines.text(lines))"
    }
    let kind =
      column.type.type == .date
      ? "date of that form" : column.type.type == .companyNumber ? "company number" : "number"
    page.ask(
      "\(count) of \(column.column.values) cells under '\(column.column.header)' \(count == 1 ? "is" : "are") no "
        + "\(kind) (\(places.joined(separator: "; "))). Correct them, or list them under "
        + "unknown_tokens here if they say nothing\(orText); until then nothing that needs this "
        + "column is judged.")
  }

  /// Words that say nothing and stand in too few rows to be declared unseen.
  private func askAboutRareWords(_ page: inout Page) {
    guard ![.text, .postcode].contains(column.type.type) else { return }
    let count = column.column.words.filter {
      [.nothing, .doubtful].contains($0.kind) && !dataset.unknownTokens.contains($0.text)
        && !column.unknownTokens.contains($0.text)
    }.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    page.ask(
      "\(Lines.count(count, "cell")) under '\(column.column.header)' with a word or a "
        + "sign that says nothing, such as N/A or TBC. Find it with a filter, and add it under "
        + "unknown_tokens.")
  }
}
