import Diagnostics
import HoldfastModel
import Tabular

/// Writes the whole description.
struct InstitutionWriter {
  let folder: String
  let scan: FolderScan
  let datasets: [DraftDataset]
  let fit: PackFit?
  let wishes: InstitutionDraft.Wishes

  func page() -> Page {
    var page = Page()
    page.note(
      "Made by holdfast init from \(Lines.count(scan.tables.count, "file")). Read it through: what "
        + "the files do not say is asked behind QUESTION. Where it says \(Page.answer), nothing can be "
        + "read before somebody answers.")
    page.add("")
    writeHead(to: &page)
    writeAreas(to: &page)
    writeLost(to: &page)
    page.add("")
    page.add("datasets:")
    page.inside { page in
      for dataset in datasets {
        let own = Set(dataset.group.files.map(\.path))
        let foreign =
          scan.ignored.map(\.path) + scan.tables.map(\.path).filter { !own.contains($0) }
        DatasetWriter(dataset, foreign: foreign).write(to: &page)
      }
    }
    writeUnfit(to: &page)
    return page
  }

  private func writeHead(to page: inout Page) {
    if let name = wishes.name {
      page.add("institution: \(YAMLText.scalar(name))")
    } else {
      page.ask("what is the institution called? This is the folder's name.")
      page.add("institution: \(YAMLText.scalar(folderName))")
    }
    let currency = wishes.currency ?? currencyOfSigns
    if currency == nil {
      page.ask("in which currency are the amounts? Write its code, as GBP.", blocks: true)
    }
    page.add("currency: \(YAMLText.scalar(currency ?? Page.answer))")
    let isBritish = currency == "GBP"
    page.ask(
      "on which day does the financial year start? "
        + (isBritish
          ? "1 April is usual for public bodies; universities have 1 August (08-01)."
          : "1 January is taken."))
    page.add("fiscal_year_starts: \(isBritish ? "04-01" : "01-01")")
    if isBritish { page.add("time_zone: Europe/London") }
  }

  /// The places that packs speak of.
  private func writeAreas(to page: inout Page) {
    var names: [String] = []
    let parameters = wishes.packs.flatMap(\.parameters).filter { $0.kind == .area }
    for parameter in parameters {
      if case .text(let name)? = parameter.value, !names.contains(name) { names.append(name) }
    }
    guard !names.isEmpty else { return }
    page.add("")
    page.ask(
      "which places are \(Lines.quoted(names))? Name the postcodes, as [M3, \"M5 4\"]; or write "
        + "lookup: and codes: instead.", blocks: true)
    page.add("areas:")
    page.inside { page in
      for name in names { page.add("\(name): { postcodes: [\(Page.answer)] }") }
    }
  }

  /// What packs need and no file has, and what no pack needs.
  private func writeUnfit(to page: inout Page) {
    guard let fit else { return }
    for (name, needs) in fit.missing {
      page.add("")
      page.ask(
        "the packs need a dataset '\(name)' with \(Lines.joined(needs.map(NeedQuestions.words))), "
          + "and no file looks like it. Which file has it?")
    }
    guard !fit.unneeded.isEmpty else { return }
    page.add("")
    page.note(
      "Not needed by the packs: "
        + Lines.joined(
          fit.unneeded.map { dataset in
            "\(dataset.name) (\(DatasetWriter.size(dataset.group)))"
          }))
  }

  /// Files that look like tables and are in no dataset.
  private func writeLost(to page: inout Page) {
    for (path, problem) in scan.unreadable {
      page.add("")
      page.ask(
        "\(path) cannot be read, so that its columns are not known: \(problem.message). Mend the "
          + "file and run holdfast init again, or leave it out if it is no data of yours.")
    }
  }

  private var folderName: String {
    let parts = folder.split(separator: "/").filter { $0 != "." && $0 != ".." }
    return parts.last.map(String.init) ?? Page.answer
  }

  /// The currency of the commonest sign; of British postcodes, pounds.
  private var currencyOfSigns: String? {
    var count: [String: Int] = [:]
    for column in datasets.flatMap(\.columns) {
      for part in column.column.parts.values {
        count.merge(part.numbers.currencies, uniquingKeysWith: +)
        count["£", default: 0] += part.postcodes + part.addresses
      }
      let header = column.column.header
      if header.contains("£") { count["£", default: 0] += 1 }
    }
    let sign = count.filter { $0.value > 0 }.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    switch sign {
    case "£": return "GBP"
    case "€": return "EUR"
    case "$": return "USD"
    default: return nil
    }
  }
}
