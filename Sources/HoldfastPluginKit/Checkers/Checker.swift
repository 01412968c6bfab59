/// What a checker measures in.
public enum Unit: String, Sendable {
  /// A part of a whole, as a fraction; targets are in %.
  case share
  /// Money, in the currency of the institution.
  case money
  /// A plain number.
  case number
  /// A number of rows.
  case rows
}

/// A key that a commitment may have.
public enum Key: String, Sendable {
  /// What is added up.
  case measure
  /// The condition.
  case condition = "where"
  /// What rows are told apart by.
  case by
  /// What groups are made by.
  case per
}

/// Whether a key has to be there.
public enum Want: String, Sendable {
  /// It has to.
  case required
  /// It may.
  case optional
}

/// What checkers of both kinds say of themselves.
public protocol Checker: Sendable {
  /// The name behind the plugin's in `check: plugin/name`: small letters, digits and `_`.
  static var name: String { get }
  /// What it measures, in at most 200 characters.
  static var summary: String { get }
  /// What it measures in.
  static var unit: Unit { get }
  /// What a pack may say under `with`, each a `Parameter`.
  static var parameters: [any ParameterDeclaration] { get }
  /// Whether digests of texts about persons will not do.
  static var needsTexts: Bool { get }
}

extension Checker {
  /// No parameters, unless told otherwise.
  public static var parameters: [any ParameterDeclaration] { [] }
  /// Digests do, unless told otherwise.
  public static var needsTexts: Bool { false }
}

/// A checker that asks Holdfast to count, and concludes from what was counted. It sees no row.
public protocol AggregatesChecker: Checker {
  /// The keys that its commitments may have, and no others.
  static var keys: [(Key, Want)] { get }
  /// Whether it is given all groups of `per` at once, and measures them together.
  static var comparesGroups: Bool { get }

  /// A checker for one commitment; throws what is wrong with the parameters that a schema cannot
  /// say.
  init(_ parameters: Parameters, _ commitment: Commitment) throws(PluginError)

  /// What is to be counted; it may depend on the parameters and the commitment alone.
  func plan() -> Plan

  /// What was counted comes to; one group without a name where the commitment has none.
  func conclude(_ groups: [Group]) throws(PluginError) -> Measurement
}

extension AggregatesChecker {
  /// A group at a time, unless told otherwise.
  public static var comparesGroups: Bool { false }
}

/// A checker that reads rows; one is made for each session.
public protocol RowsChecker: Checker {
  /// The columns that it reads, each a `Column`; there is at least one.
  static var columns: [any ColumnDeclaration] { get }
  /// Whether its commitments may have a `where`; nil where they may not.
  static var condition: Want? { get }

  /// A checker that has seen no row; throws what is wrong with the parameters that a schema cannot
  /// say.
  init(_ parameters: Parameters) throws(PluginError)

  /// Takes some rows.
  mutating func take(_ batch: Batch) throws(PluginError)

  /// What all rows come to.
  func finish() throws(PluginError) -> Measurement
}

extension RowsChecker {
  /// None, unless told otherwise.
  public static var condition: Want? { nil }
}

/// A checker of rows that may be given its rows in several processes, any rows in any of them: its
/// state has to say the same however rows were split and ordered.
public protocol MergeableChecker: RowsChecker {
  /// What was learnt of the rows so far, as at most 1 MiB of JSON.
  func state() throws(PluginError) -> State

  /// Takes all states at once; called before any row, of a checker just made.
  mutating func merge(_ states: [State]) throws(PluginError)
}
