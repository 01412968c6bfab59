import Diagnostics

/// The commitments of a run as a dataset, so that checkers can judge the commitments themselves:
/// `of: commitments`.
public struct CommitmentRegister: Sendable {
  /// The dataset's name.
  public static let name = "commitments"

  private let packs: [Pack]
  /// The kinds of tags that the packs use, sorted.
  private let tags: [String]

  /// The register of some packs.
  public init(_ packs: [Pack]) {
    self.packs = packs
    tags = Set(packs.flatMap { $0.commitments.flatMap(\.tags.keys) }).sorted()
  }

  private static let texts = [
    "id", "pack", "title", "owner", "check", "dataset", "number_from", "reading", "says", "source",
    "locator", "target", "inherited_from",
  ]
  private static let flags = ["is_template", "has_due", "has_baseline", "has_stretch"]
  private static let words: KeyValuePairs<String, [String]> = [
    "verdict": Verdict.allCases.map(\.rawValue),
    "enforcement": Enforcement.Level.allCases.map(\.rawValue),
  ]

  /// The names of the columns of a kind of tag and of all else.
  private var names: [String] {
    Self.texts + tags.map { "tag_\($0)" } + Self.words.map(\.key) + Self.flags
  }

  /// Whether a commitment of the packs asks for it.
  public var isWanted: Bool {
    packs.contains { pack in pack.commitments.contains(where: \.readsRegister) }
  }

  /// The dataset.
  public var dataset: Dataset {
    let span = packs.first?.span ?? SourceSpan(source: SourceText(name: "", text: ""), range: 0..<0)
    var result = Dataset(name: Self.name, span: span)
    result.columns = names.map { name in
      var column = Column(name: name, span: span)
      if let words = Self.words.first(where: { $0.key == name })?.value {
        column.type = .choice
        column.values = Dictionary(uniqueKeysWithValues: words.map { (TextKey($0), .text($0)) })
      } else if Self.flags.contains(name) {
        column.type = .bool
        column.values = [TextKey("yes"): .bool(true), TextKey("no"): .bool(false)]
      }
      return column
    }
    result.key = ["pack", "id"].map { Located($0, at: span) }
    result.show = result.key
    return result
  }

  /// What a pack needs of it, for packs that are read without an institution.
  public var needs: [Need] {
    dataset.columns.map { column in
      Need(
        dataset: Self.name, column: column.name, type: column.type, bases: [], means: nil,
        span: column.span)
    }
  }

  /// The commitments as rows of the dataset, with what each came to; those that judge others are
  /// not among them. A commitment that was not evaluated has no verdict.
  public func csv(_ findings: [Finding]) -> String {
    var verdicts: [String: Verdict] = [:]
    for finding in findings {
      let name = "\(finding.pack)/\(finding.id)"
      // The worst of its groups.
      verdicts[name] = Verdict.worst(of: [verdicts[name] ?? finding.verdict, finding.verdict])
    }
    var text = Self.line(names)
    for pack in packs {
      for commitment in pack.commitments where !commitment.judgesOthers {
        let verdict = verdicts["\(pack.id)/\(commitment.id)"]
        text += Self.line(cells(commitment, pack, verdict))
      }
    }
    return text
  }

  private func cells(_ commitment: Commitment, _ pack: Pack, _ verdict: Verdict?) -> [String] {
    let citation = commitment.citation
    let source = citation.flatMap { pack.sources[$0.reference] }
    let target = commitment.schedule.last?.target.text
    let texts = [
      commitment.id, pack.id, commitment.title, commitment.owner, commitment.check.value,
      commitment.dataset.value, citation?.numberFrom?.rawValue, citation?.reading, citation?.says,
      source?.title, source?.locator, target, commitment.inheritedFrom,
    ]
    let tagged = tags.map { commitment.tags[$0] }
    let words = [verdict?.rawValue, commitment.enforcement.check.rawValue]
    let flags = [
      commitment.isTemplate, commitment.due != nil, commitment.baseline != nil,
      commitment.stretch != nil,
    ].map { $0 ? "yes" : "no" }
    return (texts + tagged + words).map { $0 ?? "" } + flags
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
  }
}

extension Commitment {
  /// Whether it, or a part of it, judges the commitments of the run.
  public var readsRegister: Bool {
    dataset.value == CommitmentRegister.name || parts.values.contains(where: \.readsRegister)
      || baseline?.dataset?.value == CommitmentRegister.name
  }

  /// Whether it is about other commitments, and not about the institution's data.
  public var judgesOthers: Bool { readsRegister || !members("members").isEmpty }
}

extension Dataset {
  /// Whether the program makes its rows itself.
  public var isRegister: Bool { files.isEmpty && command == nil }
}

extension Institution {
  /// The institution with the registers of commitments and of evidence among its datasets, where
  /// packs ask for them and it has no datasets of those names itself.
  public func withRegisters(for packs: [Pack]) -> Institution {
    var result = self
    let register = CommitmentRegister(packs)
    if register.isWanted, dataset(CommitmentRegister.name) == nil {
      result.datasets.append(register.dataset)
    }
    let evidence = EvidenceRegister()
    if evidence.isWanted(by: packs), dataset(EvidenceRegister.name) == nil,
      let span = packs.first?.span
    {
      result.datasets.append(evidence.dataset(at: span))
    }
    return result
  }
}
