public import HoldfastModel

/// What a plugin says of one of its checkers.
public struct PluginChecker: Sendable {
  /// What it works from.
  public enum Mode: String, Sendable, CaseIterable {
    /// From sums by class.
    case aggregates
    /// From the rows themselves.
    case rows
  }

  /// What it measures in.
  public enum Unit: String, Sendable, CaseIterable {
    /// A part of a whole, as a fraction.
    case share
    /// Money, in the currency of the institution.
    case money
    /// A plain number.
    case number
    /// A number of rows.
    case rows
  }

  /// What the cells of a column are.
  public typealias ColumnType = OutsideDeclaration.ColumnType

  /// A column that it reads; a pack says which by an expression.
  public struct Column: Sendable, Hashable {
    /// What the column is for: the key under `columns:`.
    public let role: String
    /// What its cells are.
    public let type: ColumnType
    /// Whether cells may be unknown, and the whole column be left out.
    public let isNullable: Bool
    /// What belongs there, in a sentence.
    public let means: String
  }

  /// The name of the plugin.
  public let plugin: String
  /// The name of the checker.
  public let name: String
  /// What it measures, in a sentence.
  public let summary: String
  /// What it works from.
  public let mode: Mode
  /// What it measures in.
  public let unit: Unit
  /// The keys that it takes of `measure`, `where`, `by` and `per`; a commitment may have no other.
  public let keys: [CheckerDeclaration.Key: CheckerDeclaration.Want]
  /// Whether digests of texts about persons will not do.
  public let needsTexts: Bool
  /// Whether its rows may be split among processes.
  public let isMergeable: Bool
  /// Whether it is given all groups at once and measures them together.
  public let comparesGroups: Bool
  /// The columns that it reads.
  public let columns: [Column]
  /// What may stand under `with:`.
  public let parameters: ParameterSchema

  /// The word behind `check:`.
  public var keyword: String { "\(plugin)/\(name)" }

  /// What it says of itself, as built-in checkers do.
  public var declaration: CheckerDeclaration {
    let unit: CheckerDeclaration.Unit =
      switch unit {
      case .share: .share
      case .money: .measure
      case .number: .number
      case .rows: .rows
      }
    var all = keys
    (all[.target], all[.missing]) = (.required, .optional)
    var result = CheckerDeclaration(keyword: keyword, summary: summary, keys: all, unit: unit)
    result.keys[.per] = keys[.per]
    result.needsTexts = needsTexts
    result.comparesGroups = comparesGroups
    return result
  }
}
