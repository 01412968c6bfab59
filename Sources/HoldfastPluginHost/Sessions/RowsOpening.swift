public import JSONText

/// What a plugin is told before it is sent rows.
public struct RowsOpening: Sendable {
  /// The checker.
  public var checker: PluginChecker
  /// What stands under `with:`, as `ParameterSchema.prepared` gave it.
  public var parameters: JSONValue
  /// The roles that the pack names, in the order in which batches have them.
  public var roles: [String]
  /// Whether the commitment has a `where`.
  public var hasWhere: Bool
  /// Which of several processes this is, from 0.
  public var worker = 0
  /// How many there are.
  public var workers = 1

  /// An opening of the only process.
  public init(
    _ checker: PluginChecker, parameters: JSONValue, roles: [String], hasWhere: Bool
  ) {
    self.checker = checker
    self.parameters = parameters
    self.roles = roles
    self.hasWhere = hasWhere
  }
}

/// What a plugin learnt of some rows, for another process of it.
public struct PluginState: Sendable {
  /// How many rows.
  public let rows: Int
  /// How many of them count for certain.
  public let certain: Int
  /// Above every number of a row.
  let rowEnd: Int
  /// The state in the plugin's own words, as JSON.
  let json: [UInt8]
}
