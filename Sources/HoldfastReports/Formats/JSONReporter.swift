import Diagnostics
import Exact
public import HoldfastModel
import JSONText

/// The whole report for programs: `result` depends on rows, packs and as-of alone, `run` on the
/// circumstances. Numbers are texts, never binary floating point.
public struct JSONReporter: Reporter {
  /// The format's name.
  public let name = "json"

  /// A reporter.
  public init() {}

  /// Writes one JSON object and a line end.
  public func render(_ report: Report, to sink: inout some TextOutputStream) {
    let document = JSON.object([
      ("holdfast", .text("1")), ("result", result(report)), ("run", run(report)),
    ])
    document.write(to: &sink)
    sink.write("\n")
  }

  func result(_ report: Report) -> JSON {
    .object(
      [
        ("as_of", .text(report.asOf.description)), ("institution", .text(report.institution)),
        ("currency", .text(report.currency)), ("verdict", .text(report.verdict.rawValue)),
        ("exit", .integer(Int(report.exitCode))), ("partial", .bool(report.isPartial)),
        ("choices", .array(report.choices.map(choice))),
        ("findings", .array(report.findings.map { FindingJSON(finding: $0).value })),
        ("templates", .array(report.templates.map(JSON.text))),
        ("waiting", .array(report.waiting.map(JSON.text))),
        ("upcoming", .array(report.upcoming.map(UpcomingWords.json))),
        ("datasets", .array(report.datasets.map(dataset))),
      ] + EarlierWords(report: report).result + CorrectionJSON(report: report).result
        + WaiverJSON(report: report).result
        + ResponseJSON(report: report).result)
  }

  private func choice(_ choice: Choice) -> JSON {
    .object([
      ("what", .text(choice.what)), ("value", .text(choice.value)), ("by", JSON(choice.by)),
      ("on", JSON(choice.on?.description)),
      ("rows", choice.rows.map { .integer($0.rows) } ?? .null),
      (
        "sum", JSON(choice.rows.flatMap { $0.total.signum == 0 ? nil : $0.total.description })
      ),
      ("changes_verdict", choice.isWeighed ? .bool(!choice.decides.isEmpty) : .null),
      ("decides", .array(choice.decides.map(JSON.text))),
    ])
  }

  private func dataset(_ dataset: DatasetSummary) -> JSON {
    .object([
      ("name", .text(dataset.name)), ("rows", .integer(dataset.rows)),
      ("not_kept", .integer(dataset.dropped)), ("after_as_of", .integer(dataset.later)),
      (
        "unmatched",
        .object(dataset.unmatched.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
      ),
      ("unmapped_headers", .array(dataset.unmapped.map(JSON.text))),
      ("notes", .array(dataset.notes.map(JSON.text))),
    ])
  }

  func run(_ report: Report) -> JSON {
    let files = report.datasets.flatMap { dataset in
      dataset.files.map { file -> JSON in
        .object(
          [
            ("dataset", .text(dataset.name)), ("path", .text(file.path)),
            ("bytes", .integer(file.bytes)), ("rows", .integer(file.rows)),
            ("encoding", .text(file.encoding)),
          ] + (file.digest.map { [("sha256", .text($0))] } ?? [])
            + (file.isRead ? [] : [("read", .bool(false))]))
      }
    }
    return .object(
      [
        ("version", .text(report.run.version)), ("started", .text(report.run.started)),
        ("milliseconds", .integer(report.run.milliseconds)),
        ("as_of_given", .bool(report.asOfIsGiven)),
        ("packs", .array(report.run.packs.map(JSON.text))), ("files", .array(files)),
        ("plugins", .array(report.run.plugins.map(plugin))),
        ("warnings", .array(report.run.warnings.map { .text($0.rendered()) })),
        ("errors", .array(report.findings.flatMap(errors))),
        ("rows", .array(report.findings.flatMap(places))),
      ] + CorrectionJSON(report: report).run + WaiverJSON(report: report).run
        + ResponseJSON(report: report).run)
  }

  private func plugin(_ plugin: PluginUse) -> JSON {
    .object([
      ("name", .text(plugin.name)), ("version", .text(plugin.version)),
      ("digest", .text(plugin.digest)), ("confined_by", .text(plugin.confinement)),
    ])
  }

  /// What could not be evaluated, with places: like line numbers, no part of the result.
  private func errors(_ finding: Finding) -> [JSON] {
    finding.errors.map { error in
      .object([
        ("finding_id", .text(finding.findingID)), ("message", .text(error.rendered())),
      ])
    }
  }

  /// Where the rows that findings show stand: line numbers change when a file is split, so they
  /// are no part of the result.
  private func places(_ finding: Finding) -> [JSON] {
    finding.shownRows.map { row in
      .object([
        ("finding_id", .text(finding.findingID)), ("digest", .text(row.digest)),
        ("file", .text(row.file)), ("line", .integer(row.line)),
      ])
    }
  }
}

extension Finding {
  /// Every row that the finding shows, each once.
  var shownRows: [Witness] {
    let all =
      (measurement?.witnesses ?? []) + (settlesPass?.rows ?? []) + (settlesFail?.rows ?? [])
    var seen: Set<Witness> = []
    return all.filter { !$0.isHidden && seen.insert($0).inserted }
  }
}
