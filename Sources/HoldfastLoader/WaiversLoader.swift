public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// Reads an institution's dated exceptions, from a file `waivers.yaml`.
public struct WaiversLoader {
  /// The file, below the data folder.
  public static let file = "waivers.yaml"

  private let packs: [Pack]?

  /// A loader for runs of some packs; nil where these could not all be read, so that the names of
  /// commitments are not held against them.
  public init(packs: [Pack]?) { self.packs = packs }

  /// Reads the waivers and reports every mistake in them.
  public func load(_ source: SourceText) -> Loaded<[Waiver]> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .waivers, "the file of waivers", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let items = fields.list("waivers", "the waiver")
      fields.finish()
      let waivers = items.compactMap { waiver($0, problems) }
      checkOverlaps(waivers, problems)
      return Loaded(value: waivers, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func waiver(_ root: Fields, _ problems: Problems) -> Waiver? {
    var fields = root
    let name = FindingNameReader(packs: packs, problems: problems).name(&fields)
    let reason = fields.text("reason")
    let approver = fields.text("approver")
    let owner = fields.text("owner")
    let issued = fields.day("issued")
    let expires = fields.day("expires")
    fields.finish()
    if let approver, let owner { check(owner, isNot: approver, problems) }
    if let issued, let expires { check(expires, after: issued.value, problems) }
    guard let name, let reason, let approver, let owner, let issued, let expires else {
      return nil
    }
    return Waiver(
      name: name, reason: reason.value, approver: approver.value, owner: owner.value,
      issued: issued.value, expires: expires.value)
  }

  private func check(
    _ owner: Located<String>, isNot approver: Located<String>, _ problems: Problems
  ) {
    guard Self.person(owner.value) == Self.person(approver.value) else { return }
    problems.add(
      "'\(owner.value)' approved the waiver and answers for it", at: owner.span,
      help: "name another person as its owner: nobody approves an exception of their own")
  }

  /// A name without what may be written one way or another.
  private static func person(_ name: String) -> [String] {
    name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private func check(
    _ expires: Located<CivilDate>, after issued: CivilDate, _ problems: Problems
  ) {
    if expires.value < issued {
      problems.add(
        "the waiver expires on \(expires.value), before it is issued on \(issued)",
        at: expires.span, help: "expires is the last day on which it holds")
      return
    }
    let days = Int(expires.value.days) - Int(issued.days)
    guard days > Waiver.longest else { return }
    let last = issued.adding(days: Waiver.longest).map(\.description) ?? "an earlier day"
    problems.add(
      "the waiver holds for \(days) days after it is issued, and \(Waiver.longest) are the most",
      at: expires.span, help: "write \(last) or an earlier day, and have it approved again then")
  }

  /// Two waivers over one day would leave open which of them holds.
  private func checkOverlaps(_ waivers: [Waiver], _ problems: Problems) {
    for (index, waiver) in waivers.enumerated() {
      let other = waivers[..<index].first { other in
        other.name.overlaps(waiver.name) && other.issued <= waiver.expires
          && waiver.issued <= other.expires
      }
      guard let other else { continue }
      problems.add(
        "'\(waiver.name.text)' is waived twice between \(max(other.issued, waiver.issued)) and "
          + "\(min(other.expires, waiver.expires)): line \(other.name.span.start.line) waives "
          + "'\(other.name.text)'", at: waiver.name.span,
        help: "remove one of the two, or let one begin after the other has expired")
    }
  }
}
