import Diagnostics
public import Exact

/// What the commitments of a pack should come to on some data.
public struct PackTest: Sendable {
  /// What the data is like.
  public var name: Located<String>
  /// The folders with the data, below that of the file: one, or those of institutions that hold
  /// promises together.
  public var data: [Located<String>]
  /// The day to judge for.
  public var asOf: CivilDate
  /// A parameters file, below the file's folder.
  public var parameters: Located<String>?
  /// The verdict of each commitment, in the order of the file.
  public var expected: [Expectation]

  /// A commitment and its verdict.
  public struct Expectation: Sendable {
    /// The commitment.
    public var id: Located<String>
    /// The worst verdict among its groups.
    public var verdict: Verdict

    /// An expectation.
    public init(id: Located<String>, verdict: Verdict) { (self.id, self.verdict) = (id, verdict) }
  }

  /// A test.
  public init(
    name: Located<String>, data: [Located<String>], asOf: CivilDate, parameters: Located<String>?,
    expected: [Expectation]
  ) {
    (self.name, self.data, self.asOf) = (name, data, asOf)
    (self.parameters, self.expected) = (parameters, expected)
  }
}

extension [Finding] {
  /// The verdict of each commitment of a pack, by its id: the worst among its groups, of which those
  /// that do not apply say nothing.
  public func verdicts(of pack: String) -> [String: Verdict] {
    var result: [String: Verdict] = [:]
    for finding in self where finding.pack == pack {
      let known = result[finding.id] ?? finding.verdict
      result[finding.id] = Verdict.worst(of: [known, finding.verdict])
    }
    return result
  }
}
