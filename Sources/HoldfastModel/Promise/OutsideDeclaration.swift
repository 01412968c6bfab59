public import Diagnostics

/// What a checker outside the program says of itself, beyond what every checker does.
public struct OutsideDeclaration: Sendable {
  /// What the cells of a column are.
  public enum ColumnType: String, Sendable, CaseIterable {
    /// Texts.
    case text
    /// Exact numbers.
    case decimal
    /// Days.
    case date
    /// True or false.
    case bool
    /// Whole numbers.
    case integer
  }

  /// A column that it is sent: an expression of the pack's, by what it stands for.
  public struct Role: Sendable {
    /// What it stands for: `supplier_name`.
    public var name: String
    /// What its cells are.
    public var type: ColumnType
    /// Whether a cell may be unknown, and the whole column be left out.
    public var isNullable: Bool
    /// What belongs there, in a sentence.
    public var means: String

    /// A column.
    public init(name: String, type: ColumnType, isNullable: Bool, means: String) {
      self.name = name
      self.type = type
      self.isNullable = isNullable
      self.means = means
    }
  }

  /// What is wrong with parameters, and where.
  public struct Fault: Sendable {
    /// A step into a value.
    public enum Step: Sendable, Hashable {
      /// To the value of a key.
      case key(String)
      /// To an item of a list.
      case index(Int)
    }

    /// The way from the whole to what is wrong.
    public var path: [Step]
    /// What is wrong, in a sentence without its end.
    public var message: String
    /// What to do.
    public var help: String?

    /// A fault.
    public init(path: [Step], message: String, help: String?) {
      self.path = path
      self.message = message
      self.help = help
    }
  }

  /// The plugin that brings it, with its version, for reports.
  public var plugin: String
  /// Whether it reads rows; else it concludes from aggregates.
  public var readsRows: Bool
  /// The columns that it is sent, in their order; empty where it reads no rows.
  public var roles: [Role]
  /// What is wrong with parameters, which are given as JSON.
  public var faults: @Sendable (String) -> [Fault]
  /// A digest of all that can change what it measures: its own files.
  public var digest: String
  /// Why it cannot be asked anything; nil where it can.
  public var failure: Diagnostic?

  /// A declaration.
  public init(
    plugin: String, readsRows: Bool, roles: [Role], digest: String,
    faults: @escaping @Sendable (String) -> [Fault]
  ) {
    self.plugin = plugin
    self.readsRows = readsRows
    self.roles = roles
    self.digest = digest
    self.faults = faults
  }
}

/// What a commitment says to a checker outside the program.
public struct OutsideCall: Sendable {
  /// What the checker says of itself.
  public var declaration: OutsideDeclaration
  /// The parameters as JSON, the keys as they were written.
  public var parameters: String
  /// The expressions of the columns, in the order of the checker's roles.
  public var columns: [(role: String, expression: ExpressionText)]
  /// Whether the groups are what the checker compares, so that they have no findings of their own.
  public var comparesGroups: Bool
  /// Whether digests of texts about persons will not do.
  public var needsTexts: Bool

  /// A call of the checker with such a declaration.
  public init(
    _ declaration: OutsideDeclaration, of checker: CheckerDeclaration, parameters: String,
    columns: [(role: String, expression: ExpressionText)]
  ) {
    self.declaration = declaration
    self.parameters = parameters
    self.columns = columns
    comparesGroups = checker.comparesGroups
    needsTexts = checker.needsTexts
  }
}
