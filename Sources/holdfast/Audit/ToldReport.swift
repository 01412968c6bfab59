import HoldfastModel
import HoldfastReports
import JSONText

/// What a JSON report says, as far as two of them are held against each other byte for byte.
struct ToldReport {
  /// A finding of it.
  struct Told {
    /// The commitment, as `pack/id`.
    let commitment: String
    let verdict: String
    /// All that is said of it.
    let text: TextKey
  }

  private let json: JSONValue?

  /// The report of a file.
  init(_ bytes: [UInt8]) { json = try? JSONValue(parsing: bytes) }

  /// The report of a run.
  init(_ report: Report) {
    var text = ""
    JSONReporter().render(report, to: &text)
    self.init(Array(text.utf8))
  }

  /// All that does not depend on the circumstances; nil of what is no report.
  var result: TextKey? { json?["result"].map { TextKey($0.compactText) } }

  /// What was read, where rows and errors stand, and which parts there are; nil of what is no report.
  var circumstances: TextKey? {
    guard let json, let run = json["run"] else { return nil }
    let parts = ["version", "files", "rows", "errors"].map { run[$0]?.compactText ?? "" }
    let names = (json.members ?? []).map(\.key) + (run.members ?? []).map(\.key)
    return TextKey((parts + names).joined(separator: "\n"))
  }

  /// The findings by their names.
  var findings: [TextKey: Told] {
    let items = json?["result"]?["findings"]?.items ?? []
    return Dictionary(
      items.map { item in
        let commitment = "\(item["pack"]?.text ?? "")/\(item["id"]?.text ?? "")"
        return (
          TextKey(item["finding_id"]?.text ?? ""),
          Told(
            commitment: commitment, verdict: item["verdict"]?.text ?? "",
            text: TextKey(item.compactText))
        )
      }, uniquingKeysWith: { first, _ in first })
  }
}
