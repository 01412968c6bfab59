import YAMLSource

/// The files that people name on the command line, known by the key that each begins with.
enum WholeFile: String, CaseIterable {
  case pack, institution, proposal, waivers, responses, evidence, tests

  private var words: String {
    switch self {
    case .pack: "a pack"
    case .institution: "an institution's description"
    case .proposal: "a proposal"
    case .waivers: "a file of waivers"
    case .responses: "a file of responses"
    case .evidence: "a file of evidence"
    case .tests: "a file of a pack's tests"
    }
  }

  private var place: String {
    switch self {
    case .pack: "packs come after the command, and after the proposal of holdfast gate"
    case .institution: "it stands in the data folder: --data FOLDER, or --institution FILE"
    case .proposal: "it comes first after holdfast gate, before the packs"
    case .waivers, .responses, .evidence: "it is read where it stands in the data folder"
    case .tests: "it stands beside the pack: holdfast test PACK"
    }
  }

  /// Whether another file stands in the place of this one, which is then said, once: each of its
  /// keys would be a mistake.
  func isMistaken(_ node: YAMLNode, _ problems: Problems) -> Bool {
    guard case .mapping(let entries) = node.kind else { return false }
    let keys = Set(entries.compactMap { $0.key.scalar?.text })
    guard !keys.contains(rawValue),
      let other = Self.allCases.first(where: { keys.contains($0.rawValue) }),
      let entry = entries.first(where: { $0.key.scalar?.text == other.rawValue })
    else { return false }
    problems.add(
      "this is \(other.words), where \(words) is expected", at: entry.key.span, help: other.place)
    return true
  }
}
