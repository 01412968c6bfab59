public import Diagnostics
public import Exact

/// The organisation whose data is judged.
public struct Institution: Sendable {
  /// Its name.
  public var name: String
  /// The code of the currency that it accounts in: `GBP`.
  public var currency: String
  /// When its years begin.
  public var calendar: FiscalCalendar
  /// The zone in which it finds today.
  public var timeZone: String
  /// Its named places.
  public var areas: [Area]
  /// Tables that say in which place a postcode or code lies.
  public var lookups: [Lookup]
  /// Its data.
  public var datasets: [Dataset]
  /// Where corrections stand, if said.
  public var corrections: CorrectionsSource?
  /// Where its name stands.
  public var span: SourceSpan

  /// An institution without data.
  public init(
    name: String, currency: String, calendar: FiscalCalendar, timeZone: String, span: SourceSpan
  ) {
    self.name = name
    self.currency = currency
    self.calendar = calendar
    self.timeZone = timeZone
    self.span = span
    areas = []
    lookups = []
    datasets = []
  }

  /// The dataset of a name.
  public func dataset(_ name: String) -> Dataset? { datasets.first { $0.name == name } }
}

/// The file of corrections.
public struct CorrectionsSource: Sendable {
  /// Its path below the data folder.
  public var file: Located<String>
  /// How the days in it are written.
  public var dateFormat: DateFormat

  /// A file.
  public init(file: Located<String>, dateFormat: DateFormat) {
    self.file = file
    self.dateFormat = dateFormat
  }
}

/// A named place with an edition, as decided by somebody.
public struct Area: Sendable {
  /// How the place is known.
  public enum Extent: Sendable, Hashable {
    /// By postcode tokens: `M`, `M5`, `M5 4`, `M5 4WT`.
    case postcodes([Postcode.Token])
    /// By codes that a lookup gives for a postcode or another code.
    case lookup(name: String, codes: [String])
    /// By codes that the rows hold themselves.
    case codes([String])
  }

  /// What is said of a well-formed key that a lookup should know and does not.
  public enum Absent: String, Sendable, CaseIterable {
    /// It is elsewhere.
    case notLocal = "not_local"
    /// It is in the area.
    case local
    /// Nobody knows.
    case unknown
  }

  /// The name in expressions: `area("home")`.
  public var name: String
  /// How it is known.
  public var extent: Extent
  /// The edition of the geography.
  public var edition: String?
  /// What absent keys are.
  public var absent: Absent
  /// Who chose it.
  public var decidedBy: String?
  /// When.
  public var decidedOn: CivilDate?
  /// Where it is declared.
  public var span: SourceSpan

  /// An area.
  public init(
    name: String, extent: Extent, edition: String?, absent: Absent, decidedBy: String?,
    decidedOn: CivilDate?, span: SourceSpan
  ) {
    self.name = name
    self.extent = extent
    self.edition = edition
    self.absent = absent
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.span = span
  }
}

/// A table that gives the place of a postcode or code.
public struct Lookup: Sendable {
  /// What the keys of a lookup are.
  public enum KeyKind: String, Sendable, CaseIterable {
    /// British postcodes, compared without regard to blanks and letter case.
    case postcode
    /// Codes, compared as written.
    case code
  }

  /// The lookup's name.
  public var name: String
  /// Its files, as patterns below the data folder.
  public var files: [Located<String>]
  /// How they are written.
  public var format: FileFormat
  /// The header of the key column.
  public var key: String
  /// What the keys are.
  public var keyKind: KeyKind
  /// The header of the column with the codes.
  public var code: String
  /// The postcodes that it should know, as tokens; empty where it should know every key.
  public var covers: [Postcode.Token]
  /// The edition of the geography.
  public var edition: String?
  /// Where it is declared.
  public var span: SourceSpan

  /// A lookup.
  public init(
    name: String, files: [Located<String>], format: FileFormat, key: String, keyKind: KeyKind,
    code: String, covers: [Postcode.Token], edition: String?, span: SourceSpan
  ) {
    self.name = name
    self.files = files
    self.format = format
    self.key = key
    self.keyKind = keyKind
    self.code = code
    self.covers = covers
    self.edition = edition
    self.span = span
  }
}
