/// What the cases of a suite came to, as a person reads it.
struct Summary {
  private let suite: String
  private var passed = 0
  private var failed: [(id: String, reason: String)] = []
  private var skipped: [String: [String]] = [:]

  init(suite: String) { self.suite = suite }

  var hasFailures: Bool { !failed.isEmpty }

  mutating func add(_ outcome: Outcome, id: String) {
    switch outcome {
    case .passed: passed += 1
    case .failed(let reason): failed.append((id, reason))
    case .skipped(let reason): skipped[reason, default: []].append(id)
    }
  }

  /// The counts, then a line for each case that failed, then the skipped ones by reason.
  var text: String {
    let skips = skipped.values.reduce(0) { $0 + $1.count }
    var lines = ["\(suite): \(passed) passed, \(failed.count) failed, \(skips) skipped"]
    lines += failed.map { "failed \($0.id.oneLine): \($0.reason.oneLine)" }
    for (reason, ids) in skipped.sorted(by: { $0.key < $1.key }) {
      lines.append("skipped \(ids.count): \(reason)")
      lines += ids.map { "  \($0.oneLine)" }
    }
    return lines.joined(separator: "\n")
  }
}
