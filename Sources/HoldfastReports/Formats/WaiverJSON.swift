import Exact
import HoldfastModel
import JSONText

/// An institution's waivers as the JSON report has them; nothing where there is no file of them.
struct WaiverJSON {
  let report: Report

  /// What depends on the waivers themselves.
  var result: [(String, JSON)] {
    guard let waivers = report.waivers else { return [] }
    let items = zip(waivers.entries, WaiverWords(report: report).sentences).map { entry, words in
      JSON.object(
        Self.keys(entry.waiver) + [
          ("state", .text(entry.state.rawValue)), ("expires_soon", .bool(entry.endsSoon)),
          ("findings", .array(entry.findings.map(JSON.text))), ("explanation", .text(words)),
        ])
    }
    return [("waivers", .array(items))]
  }

  /// The file that they stand in.
  var run: [(String, JSON)] {
    guard let waivers = report.waivers else { return [] }
    return [
      (
        "waivers",
        .object([("path", .text(waivers.file)), ("digest", .text(waivers.digest))])
      )
    ]
  }

  /// The waiver of a finding; null where none holds.
  static func value(_ applied: AppliedWaiver?) -> JSON {
    guard let applied else { return .null }
    return .object(
      keys(applied.waiver) + [
        ("verdict_without", .text(applied.otherwise.rawValue)),
        ("expires_soon", .bool(applied.endsSoon)),
      ])
  }

  private static func keys(_ waiver: Waiver) -> [(String, JSON)] {
    [
      ("commitment", .text(waiver.name.commitment)), ("group", JSON(waiver.name.group)),
      ("reason", .text(waiver.reason)), ("approver", .text(waiver.approver)),
      ("owner", .text(waiver.owner)), ("issued", .text(waiver.issued.description)),
      ("expires", .text(waiver.expires.description)),
    ]
  }
}
