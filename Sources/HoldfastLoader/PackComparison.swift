import Exact
public import HoldfastModel

/// What is other in one pack than in another, commitment by commitment.
public struct PackComparison {
  private let old: Pack
  private let new: Pack

  /// Two packs, of two versions or of two authors.
  public init(_ old: Pack, _ new: Pack) { (self.old, self.new) = (old, new) }

  /// All that is other, under names for the two.
  public func difference(names: (String, String)) -> Difference {
    Difference(names: names, entries: head + definitions + commitments)
  }

  private var head: [Difference.Entry] {
    let details = [
      Difference.Detail("pack", old.id, new.id), .init("title", old.title, new.title),
      .init("version", old.version, new.version),
      .init("effective", old.effective?.description, new.effective?.description),
      .init("until", old.until?.description, new.until?.description),
    ].compactMap { $0 }
    return details.isEmpty ? [] : [Difference.Entry("Pack", new.id, "changed", details)]
  }

  private var definitions: [Difference.Entry] {
    let (was, now) = (Self.texts(old), Self.texts(new))
    return Set(was.keys).union(now.keys).sorted().compactMap { name in
      Difference.Detail(name, was[name], now[name]).map {
        Difference.Entry(
          "Definitions and parameters", name,
          $0.before == nil ? "new" : $0.after == nil ? "gone" : "changed", [$0])
      }
    }
  }

  private static func texts(_ pack: Pack) -> [String: String] {
    let definitions = pack.definitions.map { ($0.name, $0.expression.text) }
    let parameters = pack.parameters.map {
      ("params.\($0.name)", $0.value.map(Self.text) ?? "open")
    }
    return Dictionary(definitions + parameters, uniquingKeysWith: { first, _ in first })
  }

  private static func text(_ value: Parameter.Value) -> String {
    switch value {
    case .decimal(let number): number.description
    case .integer(let number): String(number)
    case .text(let text): text
    case .date(let day): day.description
    case .bool(let flag): String(flag)
    }
  }

  private var commitments: [Difference.Entry] {
    var entries: [Difference.Entry] = []
    for before in old.commitments {
      guard let after = new.commitments.first(where: { $0.id == before.id }) else {
        entries.append(Difference.Entry("Commitments", before.id, "gone"))
        continue
      }
      let details = CommitmentText(before).details(to: CommitmentText(after))
      guard !details.isEmpty else { continue }
      entries.append(
        Difference.Entry("Commitments", before.id, way(before, after, details), details))
    }
    let known = Set(old.commitments.map(\.id))
    return entries
      + new.commitments.filter { !known.contains($0.id) }.map {
        Difference.Entry("Commitments", $0.id, "new")
      }
  }

  /// Whether a commitment asks more or less than it did, where that can be decided.
  private func way(
    _ before: Commitment, _ after: Commitment, _ details: [Difference.Detail]
  ) -> String {
    let words: Set = ["title", "owner", "source", "quote"]
    if details.allSatisfy({ words.contains($0.what) }) { return "worded otherwise" }
    guard details.allSatisfy({ words.contains($0.what) || $0.what == "target" }) else {
      return "changed; whether it asks more or less cannot be decided"
    }
    switch (
      TighteningRule(parent: before, child: after).isAimTighter,
      TighteningRule(parent: after, child: before).isAimTighter
    ) {
    case (true, false): return "tightened"
    case (false, true): return "loosened"
    default: return "changed; whether it asks more or less cannot be decided"
    }
  }
}

/// What a commitment says, by key.
private struct CommitmentText {
  let texts: [(what: String, text: String?)]

  init(_ promise: Commitment) {
    let schedule = promise.schedule.map { step in
      step.target.text + (step.from.map { " from \($0)" } ?? "")
    }.joined(separator: "; ")
    let exclusions = promise.leaveOut.map { "\($0.id): \($0.when.text)" }.joined(separator: "; ")
    texts = [
      ("title", promise.title), ("owner", promise.owner),
      ("source", promise.citation?.reference), ("quote", promise.citation?.says),
      ("check", promise.check.value), ("of", promise.dataset.value),
      ("measure", promise.measure?.text), ("where", promise.condition?.text),
      ("among", promise.among?.text), ("by", promise.key?.text),
      ("leave_out", exclusions.isEmpty ? nil : exclusions),
      ("missing", promise.missing.rawValue), ("period", promise.period?.text),
      ("per", promise.per?.value), ("groups", promise.groups?.joined(separator: ", ")),
      ("target", schedule.isEmpty ? nil : schedule), ("stretch", promise.stretch?.text),
      ("due", promise.due?.description), ("may_be_empty", promise.mayBeEmpty ? "true" : nil),
      ("enforcement.check", promise.enforcement.check.rawValue),
      ("enforcement.gate", promise.enforcement.gate.rawValue),
      ("block_when", promise.blockWhen?.text),
      (
        "options",
        promise.options.isEmpty
          ? nil
          : promise.options.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            .joined(separator: "; ")
      ),
    ]
  }

  func details(to other: CommitmentText) -> [Difference.Detail] {
    zip(texts, other.texts).compactMap { Difference.Detail($0.what, $0.text, $1.text) }
  }
}
