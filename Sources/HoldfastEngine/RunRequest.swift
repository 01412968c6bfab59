import Diagnostics
public import Exact
public import HoldfastCheckers
public import HoldfastExpressions
public import HoldfastModel

/// What a run is asked to do.
public struct RunRequest: Sendable {
  /// The packs, in the order of the report.
  public var packs: [Pack]
  /// Whose data is judged.
  public var institution: Institution
  /// The folder below which its files stand.
  public var folder: String
  /// The day that the run speaks about.
  public var asOf: CivilDate
  /// Whether that is not the day of the run.
  public var asOfIsGiven: Bool
  /// The day on which the run is made: nobody can have corrected anything later.
  public var today: CivilDate
  /// Ids and tags of the commitments to evaluate; empty evaluates all.
  public var only: [String]
  /// Where the output of each dataset's command is, by dataset.
  public var outputs: [String: String] = [:]
  /// The checkers outside the program that commitments may name.
  public var outside = OutsideCheckers.none
  /// How rows are read.
  public var reading = ReadingRules()
  /// The commitments of the packs as they were checked over this institution, wherever its areas
  /// lie; nil where the run is to check them itself.
  public var checked: [CheckedCommitment]?
  /// Whether the cells for want of which rows cannot be judged are to be listed.
  var asksForUnknowns = false
  /// Whether all is written down that a tally needs beside its numbers: digests of what is read, and
  /// the keys that rows look others up by.
  var keepsAccount = false
  /// Whether the numbers are to be written to a file of tallies.
  var makesBook = false
  /// Where what files said is kept from run to run.
  public var cache: CacheSettings?
  /// Which commitments are evaluated, where some judge the others.
  var stage = RunStage.first
  /// Tallies that stand in for the rows of datasets.
  var tallies: TallyService?
  /// Whether the tallies are known by other means to be those of the data, so that nothing is read to
  /// hold them against: neither what rows point to nor what areas are looked up in.
  var believesTallies = false
  /// Which files of datasets are read, as patterns; nil reads all.
  public var files: [String]?
  /// The dated exceptions of the institution; nil where it has no file of them.
  public var waivers: WaiverBook?
  /// The attestations of the institution, where a commitment asks for any.
  public var attestations: [Attestation] = []
  /// How many days ahead the report looks for what will change.
  public var horizon = Upcoming.horizon
  /// What parties answered; nil where there is no file of that.
  public var responses: ResponseBook?
  /// What people set right in the data.
  var corrections: CorrectionBook?
  /// The circumstances, as far as they are known at the start.
  public var run: RunInfo

  /// The same without a cache.
  var withoutCache: RunRequest {
    var request = self
    request.cache = nil
    return request
  }

  /// A request.
  public init(
    packs: [Pack], institution: Institution, folder: String, asOf: CivilDate, asOfIsGiven: Bool,
    only: [String] = [], run: RunInfo
  ) {
    self.packs = packs
    self.institution = institution
    self.folder = folder
    self.asOf = asOf
    self.asOfIsGiven = asOfIsGiven
    today = asOf
    self.only = only
    self.run = run
  }
}

extension RunRequest {
  /// Whether the digest of every file is wanted.
  var takesDigests: Bool { keepsAccount || reading.takesDigests }
}

/// Where what files said is kept from run to run.
public struct CacheSettings: Sendable {
  /// The folder.
  public var folder: String
  /// Whether files are known by their bytes alone, and not by their stamps.
  public var rehash: Bool

  /// A folder.
  public init(folder: String, rehash: Bool) {
    self.folder = folder
    self.rehash = rehash
  }
}

extension Commitment {
  /// Whether one of the words given with `--only` names it: its id, a tag, or `kind=tag`.
  func isNamed(by words: [String]) -> Bool {
    words.isEmpty
      || words.contains { word in
        word == id || tags.contains { $0.value == word || "\($0.key)=\($0.value)" == word }
      }
  }
}
