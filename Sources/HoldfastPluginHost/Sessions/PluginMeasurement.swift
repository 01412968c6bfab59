public import Exact
public import HoldfastModel

/// What a plugin measured: its bounds are in order, and its counts are those of the host.
public struct PluginMeasurement: Sendable {
  /// The bounds; nil where there are none.
  public let bounds: Measurement.Bounds?
  /// Why there are none, in the plugin's words.
  public let reason: String?
  /// What of the value is certain, above the line.
  public let numerator: Decimal?
  /// What of the value is certain, below the line.
  public let denominator: Decimal?
  /// The rows that the number speaks of.
  public let rows: Int
  /// Those of them of which something is unknown that could move it.
  public let unknownRows: Int
  /// The rows that the plugin was given.
  public let selected: Int
  /// Those of them that count for certain.
  public let certain: Int
  /// What is worth knowing about the number, in the plugin's words.
  public let remarks: [String]
  /// The numbers of rows to look at, as they were sent, rising.
  public let witnesses: [Int]

  /// The same as the engine has measurements; rows to show are left to it.
  ///
  /// - Parameter unit: What the value is counted in, with the currency where it is money.
  public func measurement(_ unit: Measurement.Unit) -> Measurement {
    var result = Measurement(.claimed, unit: unit)
    result.bounds = bounds
    result.unbounded = reason.map { .claimed($0) }
    result.numerator = numerator ?? .zero
    result.denominator = denominator
    result.rows = rows
    result.unknownRows = unknownRows
    result.selected = selected
    result.certain = certain
    result.remarks = remarks
    return result
  }
}
