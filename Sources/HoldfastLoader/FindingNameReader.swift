import Diagnostics
public import HoldfastModel

/// Reads a commitment, and perhaps its group, from a single text such as a command line's.
public struct FindingNameLoader {
  private let packs: [Pack]

  /// A loader over some packs.
  public init(packs: [Pack]) { self.packs = packs }

  /// The commitment that a text names, and everything wrong with it; its pack has to be there.
  public func load(_ text: Located<String>) -> Loaded<FindingName> {
    let problems = Problems()
    let reader = FindingNameReader(packs: packs, problems: problems)
    guard let name = reader.parsed(text) else {
      return Loaded(value: nil, diagnostics: problems.items)
    }
    if !packs.contains(where: { $0.id == name.pack }) {
      problems.add(
        "none of the packs named is called '\(name.pack)'", at: text.span,
        help: Nearest.hint(for: name.pack, in: packs.map(\.id))
          ?? "their names are \(packs.map(\.id).joined(separator: ", "))")
    }
    reader.check(name)
    return Loaded(value: name, diagnostics: problems.items)
  }
}

/// Reads what a waiver or a response speaks of, and holds it against the packs of the run.
struct FindingNameReader {
  /// The packs of the run; nil where they could not all be read, so that nothing can be held
  /// against them.
  let packs: [Pack]?
  let problems: Problems

  /// The commitment and group that fields name.
  func name(_ fields: inout Fields) -> FindingName? {
    let written = fields.text("commitment")
    let group = fields.text("group")
    guard let written, var name = parsed(written) else { return nil }
    if let group {
      if name.group != nil {
        problems.add(
          "the group stands twice, in 'commitment' and in 'group'", at: group.span,
          help: "remove one of the two")
      }
      (name.group, name.groupSpan) = (group.value, group.span)
    }
    check(name)
    return name
  }

  /// `cleveland/CLE-1` or `cleveland/CLE-1[Estates]`, as reports write it.
  fileprivate func parsed(_ text: Located<String>) -> FindingName? {
    var rest = text.value[...]
    var group: String?
    if rest.last == "]", let open = rest.firstIndex(of: "[") {
      group = String(rest[rest.index(after: open)...].dropLast())
      rest = rest[..<open]
    }
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, group != "" else {
      let like = packs?.first { $0.commitments.contains { $0.id == rest } }
      problems.add(
        "'\(text.value)' does not name a commitment with its pack", at: text.span,
        help: like.map { "write \($0.id)/\(rest)" }
          ?? "write it as reports do: cleveland/CLE-1, or cleveland/CLE-1[Estates] for one group")
      return nil
    }
    return FindingName(
      pack: String(parts[0]), id: String(parts[1]), group: group, span: text.span)
  }

  /// What is of a pack of this run has to be there; other packs may come in other runs.
  fileprivate func check(_ name: FindingName) {
    guard let pack = packs?.first(where: { $0.id == name.pack }) else { return }
    guard let commitment = pack.commitments.first(where: { $0.id == name.id }) else {
      problems.add(
        "pack '\(pack.id)' has no commitment '\(name.id)'", at: name.span,
        help: Nearest.hint(for: name.id, in: pack.commitments.map(\.id))
          ?? "holdfast packs lists the commitments of a pack")
      return
    }
    guard let group = name.group else { return }
    if !commitment.hasGroups {
      problems.add(
        "'\(name.commitment)' is not split into groups", at: name.groupSpan,
        help: "remove the group")
    } else if let groups = commitment.groups,
      !groups.contains(where: { TextKey($0) == TextKey(group) })
    {
      problems.add(
        "'\(name.commitment)' has no group '\(group)'", at: name.groupSpan,
        help: Nearest.hint(for: group, in: groups)
          ?? "its groups are \(groups.joined(separator: ", "))")
    }
  }
}

extension Commitment {
  /// Whether its findings may be of groups.
  fileprivate var hasGroups: Bool { per != nil || parts.values.contains { $0.per != nil } }
}
