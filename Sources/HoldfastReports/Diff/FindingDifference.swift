import Exact
import HoldfastModel
import JSONText

/// What is other in a finding.
struct FindingDifference {
  private let old: JSONValue
  private let new: JSONValue

  /// Below so many persons no difference is told.
  private static let fewest = 10

  init(_ old: JSONValue, _ new: JSONValue) { (self.old, self.new) = (old, new) }

  /// The verdict of a finding in words.
  static func words(_ finding: JSONValue) -> String {
    finding["verdict"]?.text.flatMap(Verdict.init(rawValue:))?.words ?? "unknown"
  }

  /// The entry; nil where nothing is other.
  func entry(_ name: String) -> Difference.Entry? {
    let details = terms + (isTelling ? [] : numbers)
    let hidden = isTelling ? "; how its numbers moved could tell of single persons" : ""
    guard let verdict else {
      guard !details.isEmpty || isTelling else { return nil }
      let isOfDays = terms.allSatisfy { $0.what == "days" }
      let what =
        terms.isEmpty ? "the numbers moved" : isOfDays ? "other days" : "held to other terms"
      return Difference.Entry("Findings", name, what + hidden, details)
    }
    return Difference.Entry("Findings", name, verdict + hidden, details)
  }

  /// Whether the verdict is other, and which way it went.
  private var verdict: String? {
    let verdicts = [old, new].map { $0["verdict"]?.text.flatMap(Verdict.init(rawValue:)) }
    guard verdicts[0] != verdicts[1] else { return nil }
    let order: [Verdict] = [.pass, .waived, .indeterminate, .fail, .error]
    let ranks = verdicts.map { verdict in verdict.flatMap { order.firstIndex(of: $0) } }
    var way = "changed"
    if let then = ranks[0], let now = ranks[1] { way = now > then ? "worse" : "better" }
    return "\(way), from \(Self.words(old)) to \(Self.words(new))"
  }

  /// What the promise is held to.
  private var terms: [Difference.Detail] {
    let definition = ["where", "among", "measure", "definitions"].compactMap { key in
      detail(key) { $0["definition"]?[key] }
    }
    var result =
      definition
      + [
        detail("check") { $0["check"] }, detail("pack version") { $0["pack_version"] },
        detail("target") { $0["target"]?["text"] }, Difference.Detail("days", days(old), days(new)),

        detail("enforcement") { $0["enforcement"]?["check"] }, detail("waiver") { $0["waiver"] },
        detail("errors") { $0["errors"] },
      ].compactMap { $0 }
    let digests = [old, new].map { $0["terms_digest"]?.text }
    // Areas, blanks, exclusions: what no text above shows.
    if definition.isEmpty, digests[0] != digests[1],
      let detail = Difference.Detail("terms", digests[0], digests[1])
    {
      result.append(detail)
    }
    return result
  }

  private func days(_ finding: JSONValue) -> String? {
    finding["period"]?["to"]?.text.map { to in
      "\(finding["period"]?["from"]?.text ?? "the first") to \(to)"
    }
  }

  private static let measured = [
    "lower", "upper", "numerator", "denominator", "unknown", "rows", "unknown_rows",
  ]

  private var numbers: [Difference.Detail] {
    Self.measured.compactMap { key in detail(key) { $0["measurement"]?[key] } }
  }

  /// Whether how the numbers moved could tell of single persons: they are about persons, and moved by
  /// fewer of them than may be told of.
  private var isTelling: Bool {
    let isPersonal = [old, new].contains { finding in
      // A report that does not say so is of an older version.
      if case .bool(false)? = finding["about_persons"]?.kind { return false }
      return true
    }
    guard isPersonal, !numbers.isEmpty else { return false }
    guard let then = Self.rows(old), let now = Self.rows(new), then.count == now.count else {
      return true
    }
    let moves = zip(then, now).map { ($1 - $0).magnitude }
    return moves.allSatisfy { $0 == 0 } || moves.contains { $0 > 0 && $0 < Self.fewest }
  }

  /// How many rows a number is made of, part by part; nil where that is not told.
  private static func rows(_ finding: JSONValue) -> [Int]? {
    let parts = finding["parts"]?.items ?? []
    let counts = (parts.isEmpty ? [finding] : parts).map { item -> Int? in
      guard case .number(let text)? = item["measurement"]?["rows"]?.kind else { return nil }
      return Int(text)
    }
    return counts.contains(nil) ? nil : counts.compactMap { $0 }
  }

  private func detail(
    _ what: String, _ find: (JSONValue) -> JSONValue?
  ) -> Difference.Detail? {
    Difference.Detail(what, ReportDifference.text(find(old)), ReportDifference.text(find(new)))
  }
}
