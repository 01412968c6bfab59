/// What is other in one report or pack than in another.
public struct Difference: Sendable {
  /// One thing that is other.
  public struct Entry: Sendable {
    /// What it belongs to: `Verdicts`, `Files`.
    public var section: String
    /// Its name: `cleveland/CLE-1`, `spend/2025-04.csv`.
    public var name: String
    /// What became of it, in words: `worse, from PASS to FAIL`.
    public var change: String
    /// What was and is said of it: a name, and the two texts, nil where there is none.
    public var details: [Detail]

    /// An entry.
    public init(_ section: String, _ name: String, _ change: String, _ details: [Detail] = []) {
      (self.section, self.name, self.change, self.details) = (section, name, change, details)
    }
  }

  /// Something that is said of an entry.
  public struct Detail: Sendable, Hashable {
    /// What it is: `lower`, `target`.
    public var what: String
    /// What was said; nil where nothing was.
    public var before: String?
    /// What is said now.
    public var after: String?

    /// A detail; nil where nothing changed.
    public init?(_ what: String, _ before: String?, _ after: String?) {
      guard before.map({ Array($0.utf8) }) != after.map({ Array($0.utf8) }) else { return nil }
      (self.what, self.before, self.after) = (what, before, after)
    }
  }

  /// What was compared: two names.
  public var names: (String, String)
  /// The differences, section by section.
  public var entries: [Entry]

  /// Differences.
  public init(names: (String, String), entries: [Entry]) {
    (self.names, self.entries) = (names, entries)
  }
}
