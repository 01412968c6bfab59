public import Diagnostics
public import Exact

/// All findings of a run with where they come from.
public struct Report: Sendable {
  /// The day that the run speaks about.
  public var asOf: CivilDate
  /// Whether that is not the day of the run.
  public var asOfIsGiven: Bool
  /// The institution's name.
  public var institution: String
  /// The code of its currency.
  public var currency: String
  /// Whether only some of the packs' commitments were evaluated.
  public var isPartial: Bool
  /// The decisions of the institution that can move a verdict.
  public var choices: [Choice]
  /// The findings: by pack as given, commitment as written, group by code point.
  public var findings: [Finding]
  /// What will change within a year though no row does, by day.
  public var upcoming: [Upcoming]
  /// Commitments whose target is for others to supply, and that nobody supplied.
  public var templates: [String]
  /// Commitments that rest on those, and wait with them.
  public var waiting: [String] = []
  /// The data that was read.
  public var datasets: [DatasetSummary]
  /// What people set right over the data; nil where nobody did.
  public var corrections: CorrectionReport?
  /// The dated exceptions of the institution; nil where it has no file of them.
  public var waivers: WaiverReport?
  /// What parties answered; nil where there is no file of that.
  public var responses: ResponseReport?
  /// The earlier report that it is held against; nil where there is none.
  public var earlier: EarlierRun?
  /// The circumstances of the run.
  public var run: RunInfo

  /// A report.
  public init(
    asOf: CivilDate, asOfIsGiven: Bool, institution: String, currency: String, isPartial: Bool,
    choices: [Choice], findings: [Finding], upcoming: [Upcoming], templates: [String],
    datasets: [DatasetSummary],
    run: RunInfo
  ) {
    self.asOf = asOf
    self.asOfIsGiven = asOfIsGiven
    self.institution = institution
    self.currency = currency
    self.isPartial = isPartial
    self.choices = choices
    self.findings = findings
    self.upcoming = upcoming
    self.templates = templates
    self.datasets = datasets
    self.run = run
  }

  /// The exit code of the run: 3 error, 1 a `block` failed, 2 a `block` is indeterminate, nothing was
  /// evaluated or something that an earlier report speaks of is gone, else 0.
  public var exitCode: Int32 {
    let code = ExitRule.code(of: findings)
    return code == 0 && earlier?.gone.isEmpty == false ? 2 : code
  }

  /// The verdict of the run as the exit code has it.
  public var verdict: Verdict { ExitRule.verdict(of: exitCode) }
}

/// A decision of the institution that can move a verdict.
public struct Choice: Sendable, Hashable {
  /// What was decided: `areas.home`, `spend.amount.blank`, `CLE-1.leave_out.financing`.
  public var what: String
  /// What it was decided to be.
  public var value: String
  /// Who decided, where said.
  public var by: String?
  /// When, where said.
  public var on: CivilDate?
  /// The rows that it concerns, where they can be counted, with their measures.
  public var rows: RowSum?
  /// The findings whose verdict would differ without the choice: blanks unknown, rows not left out,
  /// an area as large or as small as it can be drawn.
  public var decides: [String]
  /// Whether the findings were worked out without the choice, so that `decides` says something.
  public var isWeighed: Bool

  /// A decision.
  public init(
    what: String, value: String, by: String? = nil, on: CivilDate? = nil, rows: RowSum? = nil,
    decides: [String] = [], isWeighed: Bool = false
  ) {
    self.what = what
    self.value = value
    self.by = by
    self.on = on
    self.rows = rows
    self.decides = decides
    self.isWeighed = isWeighed
  }
}

/// What was read of a dataset.
public struct DatasetSummary: Sendable {
  /// The dataset's name.
  public var name: String
  /// The records of its files.
  public var rows: Int
  /// Rows that `keep` dropped.
  public var dropped: Int
  /// Rows after the as-of date.
  public var later: Int
  /// Headers that no column is declared for, by name.
  public var unmapped: [String]
  /// The files, in the order of reading.
  public var files: [FileInfo]
  /// Rows of a reference that lead nowhere, by reference.
  public var unmatched: [String: Int]
  /// Whether a number below zero was met in a column of money.
  public var notes: [String]

  /// A dataset of which nothing was read yet.
  public init(name: String) {
    self.name = name
    rows = 0
    dropped = 0
    later = 0
    unmapped = []
    files = []
    unmatched = [:]
    notes = []
  }
}

/// A file that was read.
public struct FileInfo: Sendable, Hashable {
  /// Its path below the data folder.
  public var path: String
  /// Its size.
  public var bytes: Int
  /// Its records.
  public var rows: Int
  /// The encoding that it was read in.
  public var encoding: String
  /// The SHA-256 digest of its bytes as hexadecimal digits, where somebody wanted it.
  public var digest: String?
  /// Whether this run read it, and did not know it from earlier.
  public var isRead = true

  /// A file.
  public init(path: String, bytes: Int, rows: Int, encoding: String) {
    self.path = path
    self.bytes = bytes
    self.rows = rows
    self.encoding = encoding
  }
}

/// The circumstances of a run: what may differ between two runs of the same result.
public struct RunInfo: Sendable {
  /// Holdfast's version.
  public var version: String
  /// The moment of the start, RFC 3339 in UTC; the first moment of 1970 in reproducible runs.
  public var started: String
  /// How long it took, in milliseconds; 0 in reproducible runs.
  public var milliseconds: Int
  /// The packs' files.
  public var packs: [String]
  /// Warnings of the loader and the readers.
  public var warnings: [Diagnostic]
  /// The plugins that were asked, by name.
  public var plugins: [PluginUse] = []

  /// Circumstances.
  public init(
    version: String, started: String, milliseconds: Int, packs: [String], warnings: [Diagnostic]
  ) {
    self.version = version
    self.started = started
    self.milliseconds = milliseconds
    self.packs = packs
    self.warnings = warnings
  }
}
