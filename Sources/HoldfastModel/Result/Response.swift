public import Exact

/// A party's answer to a finding, shown beside it. It changes no verdict.
public struct Response: Sendable {
  /// What is answered to.
  public var name: FindingName
  /// Who answers: an institution, a department, a supplier.
  public var party: String
  /// The person who wrote it; nil where nobody says.
  public var by: String?
  /// The day of the answer.
  public var on: CivilDate
  /// The answer.
  public var says: String
  /// Where more can be read: a path or an address.
  public var document: String?

  /// An answer.
  public init(name: FindingName, party: String, on: CivilDate, says: String) {
    (self.name, self.party, self.on, self.says) = (name, party, on, says)
  }
}

/// The responses of a file, and those that stand beside no finding of the run.
public struct ResponseReport: Sendable {
  /// The file, by the path that the reader knows.
  public var file: String
  /// The SHA-256 digest of its bytes, as hexadecimal digits.
  public var digest: String
  /// How many stand beside a finding.
  public var shown: Int
  /// Those whose finding is not in this run, in the order of the file.
  public var unused: [Response]
  /// Those given after the day of the run, in the order of the file.
  public var later: [Response]

  /// The responses of a file.
  public init(file: String, digest: String, shown: Int, unused: [Response], later: [Response]) {
    (self.file, self.digest, self.shown) = (file, digest, shown)
    (self.unused, self.later) = (unused, later)
  }
}
