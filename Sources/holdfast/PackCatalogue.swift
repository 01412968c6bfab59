import Diagnostics
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// What packs hold, for readers.
struct PackCatalogue {
  let packs: [Pack]

  /// The columns that each commitment reads, by pack and id; throws what is wrong with expressions.
  private func columns() throws(DiagnosticList) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    let checked = Lint.checked(packs.map(Self.withoutTemplates), nil, Checkers.book)
    try DiagnosticList(checked.diagnostics).throwIfErrors()
    for entry in checked.commitments {
      let names = entry.counted.flatMap { part in
        part.slots.map { part.schema.slots[$0] }.filter {
          if case .parameter = $0.source { false } else { true }
        }.map {
          part.schema.dataset == entry.schema.dataset
            ? $0.name : "\(part.schema.dataset) \($0.name)"
        }
      }.withoutRepeats
      let dates = entry.commitment.period == nil ? [] : ["its date"]
      columns[Self.key(entry.pack, entry.commitment)] = names + dates
    }
    return columns
  }

  /// The same pack with its templates taken for commitments: what they read does not depend on their
  /// targets.
  private static func withoutTemplates(_ pack: Pack) -> Pack {
    var result = pack
    for index in result.commitments.indices { result.commitments[index].isTemplate = false }
    return result
  }

  private static func key(_ pack: Pack, _ commitment: Commitment) -> String {
    "\(pack.id)/\(commitment.id)"
  }

  /// A line for each commitment.
  var list: String {
    packs.map { pack in
      let width = pack.commitments.map(\.id.count).max() ?? 0
      return "\(pack.id) \(pack.version): \(pack.title)\n"
        + pack.commitments.map { commitment in
          let padding = String(repeating: " ", count: width - commitment.id.count)
          return "  \(commitment.id)\(padding)  \(commitment.title)"
            + " (\(commitment.check.value): \(Self.target(of: commitment)))\n"
        }.joined()
    }.joined(separator: "\n")
  }

  /// The whole of it as a page; throws what is wrong with expressions.
  func page() throws(DiagnosticList) -> String {
    let columns = try columns()
    return """
      # Packs

      Written by `holdfast packs Rules --markdown`. A target *yours to set* is a direction without a
      number in the source: the commitment runs once a parameters file says the number. A number is the
      source's unless the table says whose else. [The format](pack-format.md) says what each key means.

      """ + packs.map { Self.page($0, columns) }.joined()
  }

  private static func page(_ pack: Pack, _ columns: [String: [String]]) -> String {
    var text = "\n## \(pack.id): \(cell(pack.title))\n\n"
    if let purpose = pack.purpose { text += cell(purpose) + "\n\n" }
    for (name, document) in pack.sources.sorted(by: { $0.key < $1.key }) {
      let locator = document.locator.map { ", \($0)" } ?? ""
      text += "- \(name): \(cell(document.title + locator))\n"
    }
    text += "\n| id | commitment | the source says | check | target | data |\n"
    text += "|---|---|---|---|---|---|\n"
    return text
      + pack.commitments.map { row($0, reading: columns[key(pack, $0)] ?? []) }.joined()
  }

  private static func row(_ commitment: Commitment, reading names: [String]) -> String {
    let citation = commitment.citation
    let says = citation.flatMap { citation in
      citation.says.map { "\(citation.reference): “\($0)”" }
    }
    let reading = citation?.reading.map { " Read as: \($0)" } ?? ""
    let dataset = commitment.dataset.value
    let data = names.isEmpty ? dataset : "\(dataset): \(names.joined(separator: ", "))"
    let from = commitment.inheritedFrom.map { " (from \($0))" } ?? ""
    let cells = [
      commitment.id, commitment.title + from, (says ?? "") + reading, commitment.check.value,
      target(of: commitment) + origin(of: commitment), data,
    ]
    return "| " + cells.map(cell).joined(separator: " | ") + " |\n"
  }

  /// The line to reach, in words.
  private static func target(of commitment: Commitment) -> String {
    if commitment.isTemplate { return "yours to set" }
    if let joint = commitment.joint {
      let own = commitment.schedule.isEmpty ? "" : words(commitment.schedule) + ", "
      return "\(own)jointly \(words(joint.schedule))"
    }
    if commitment.schedule.isEmpty {
      switch commitment.check.value {
      case "coverage":
        return "all \(commitment.items("items").reduce(1) { $0 * $1.items.count }) items"
      case "composite": return "all \(commitment.members("members").count) members"
      case "milestone":
        return "all \(commitment.items("phases").reduce(0) { $0 + $1.items.count }) phases"
      case "evidence": return "a document in order"
      case "unique": return "no value twice"
      default: return "every row"
      }
    }
    return words(commitment.schedule)
  }

  private static func words(_ schedule: [ScheduledTarget]) -> String {
    schedule.map { step in
      step.target.text + (step.from.map { " from \($0)" } ?? "")
    }.joined(separator: ", ")
  }

  /// Who set the number, where that is not the source.
  private static func origin(of commitment: Commitment) -> String {
    switch commitment.citation?.numberFrom {
    case .ours? where !commitment.isTemplate: " (ours)"
    case .published?: " (published)"
    default: ""
    }
  }

  /// A text in a cell of a table.
  private static func cell(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      .replacing("|", with: "\\|").replacing("<", with: "&lt;").replacing("*", with: "\\*")
  }
}

extension [String] {
  /// The texts in their order, each once.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
