public import Exact

/// What a run counts, before it counts it.
public struct PlanSummary: Sendable {
  /// Whose data.
  public var institution: String
  /// The day that the run speaks about.
  public var asOf: CivilDate
  /// The datasets that are read, in the order of the description.
  public var datasets: [DatasetCounts]

  /// What is counted of some datasets.
  public init(institution: String, asOf: CivilDate, datasets: [DatasetCounts]) {
    self.institution = institution
    self.asOf = asOf
    self.datasets = datasets
  }
}

/// What a run counts of a dataset.
public struct DatasetCounts: Sendable {
  /// Columns that are read through a reference.
  public struct Reference: Sendable {
    /// The reference's name.
    public var name: String
    /// The dataset pointed to.
    public var dataset: String
    /// The columns read there.
    public var columns: [String]

    /// Columns behind a reference.
    public init(name: String, dataset: String, columns: [String]) {
      self.name = name
      self.dataset = dataset
      self.columns = columns
    }
  }

  /// The dataset.
  public var name: String
  /// A digest of its declaration, as hexadecimal digits.
  public var digest: String
  /// Its own columns that are read.
  public var columns: [String]
  /// The columns read through references.
  public var references: [Reference]
  /// What is counted, each thing once.
  public var aggregates: [AggregateCounts]

  /// What is counted of a dataset.
  public init(
    name: String, digest: String, columns: [String], references: [Reference],
    aggregates: [AggregateCounts]
  ) {
    self.name = name
    self.digest = digest
    self.columns = columns
    self.references = references
    self.aggregates = aggregates
  }
}

/// Something that is counted for one or more commitments.
public struct AggregateCounts: Sendable {
  /// A digest of all that can change its numbers, as hexadecimal digits.
  public var digest: String
  /// What is counted.
  public var counts: [String]
  /// The stretches of time that are told apart.
  public var buckets: String
  /// The commitments that want it.
  public var commitments: [String]
  /// Whether it is about persons, so that no file of tallies holds it.
  public var isPersonal: Bool

  /// Something that is counted.
  public init(
    digest: String, counts: [String], buckets: String, commitments: [String], isPersonal: Bool
  ) {
    self.digest = digest
    self.counts = counts
    self.buckets = buckets
    self.commitments = commitments
    self.isPersonal = isPersonal
  }
}
