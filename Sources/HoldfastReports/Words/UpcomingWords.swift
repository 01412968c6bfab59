import Exact
public import HoldfastModel
import JSONText

/// What will change on days to come, in words that every format takes.
public struct UpcomingWords {
  private let report: Report

  /// The words for what a report says is to come.
  public init(report: Report) { self.report = report }

  /// The heading; nil where nothing is to come.
  var heading: String? {
    guard !report.upcoming.isEmpty else { return nil }
    return report.upcoming.allSatisfy { $0.kind == .target } ? "Targets to come" : "To come"
  }

  /// A sentence each, by day.
  public var sentences: [String] { report.upcoming.map(sentence) }

  /// Heading and sentences for a terminal; nothing where nothing is to come.
  var lines: [String] {
    guard let heading else { return [] }
    return ["", heading] + sentences.flatMap { Layout.wrapped($0, indent: 2) }
  }

  private func sentence(_ item: Upcoming) -> String {
    let name = "\(item.from) \(item.commitment): "
    if let target = item.target {
      return name + target + (item.decides.map { " (decides in runs from \($0) on)" } ?? "")
    }
    return name + item.says + without(item)
  }

  /// What a waived finding would be.
  private func without(_ item: Upcoming) -> String {
    guard item.kind == .waiverEnds else { return "" }
    let entry = report.waivers?.entries.first {
      $0.state == .used && $0.waiver.name.text == item.commitment
    }
    let verdicts = report.findings.filter { entry?.waiver.name.covers($0) ?? false }
      .compactMap { $0.waiver?.otherwise }
    return Verdict.worst(of: verdicts).map { "; without it: \($0.words)" } ?? ""
  }

  /// The list as JSON, and a line end.
  public var document: String { JSON.array(report.upcoming.map(Self.json)).document }

  /// One of them as the JSON report has it.
  static func json(_ item: Upcoming) -> JSON {
    .object([
      ("kind", .text(item.kind.rawValue)), ("commitment", .text(item.commitment)),
      ("from", .text(item.from.description)), ("target", JSON(item.target)),
      ("decides", JSON((item.decides ?? item.from).description)),
      ("says", JSON(item.says.isEmpty ? nil : item.says)),
    ])
  }
}
