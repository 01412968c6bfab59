public import Exact
internal import JSONText

/// What a checker measured: bounds that contain the truth however the unknowns turn out. Never a
/// verdict: Holdfast holds the target against the bounds.
public struct Measurement: Sendable {
  enum Value: Sendable {
    case between(Rational, Rational)
    case unbounded(String)
  }

  let value: Value
  let rows: Int
  let unknownRows: Int
  /// What of the value is certain, above the line; shown beside the bounds.
  public var numerator: Decimal?
  /// The same below the line.
  public var denominator: Decimal?
  /// What is worth knowing about the number: at most 20 texts of at most 500 characters.
  public var remarks: [String] = []
  /// Numbers of rows to look at, at most 20; rows checkers only.
  public var witnesses: [Int] = []

  private init(_ value: Value, _ rows: Int, _ unknownRows: Int) throws(PluginError) {
    guard 0 <= unknownRows, unknownRows <= rows else {
      throw PluginError(.internal, "a measurement wants 0 <= unknown rows <= rows")
    }
    (self.value, self.rows, self.unknownRows) = (value, rows, unknownRows)
  }

  /// A measurement with bounds. One with more than 38 digits is rounded outward.
  ///
  /// - Parameters:
  ///   - rows: The rows that the number speaks of.
  ///   - unknownRows: Those of them of which something is unknown that could move it.
  /// - Throws: Where the lower bound is above the upper one, or the counts do not rise.
  public static func between(
    _ lower: some ExactNumber, _ upper: some ExactNumber, rows: Int, unknownRows: Int
  ) throws(PluginError) -> Measurement {
    guard lower.rational <= upper.rational else {
      throw PluginError(.internal, "the lower bound is above the upper one")
    }
    return try Measurement(.between(lower.rational, upper.rational), rows, unknownRows)
  }

  /// A number of which nothing is unknown.
  public static func exactly(
    _ number: some ExactNumber, rows: Int
  ) throws(PluginError) -> Measurement {
    try between(number, number, rows: rows, unknownRows: 0)
  }

  /// A measurement without bounds: the commitment is "cannot tell".
  ///
  /// - Parameter reason: Why there are none, in at most 500 characters.
  public static func unbounded(
    _ reason: String, rows: Int, unknownRows: Int
  ) throws(PluginError) -> Measurement {
    try Measurement(.unbounded(Printable.text(reason)), rows, unknownRows)
  }
}

extension Measurement {
  /// The reply that the measurement is; throws where it contradicts itself or what came in.
  func reply(
    _ unit: Unit, selected: Int, certain: Int, rowsSeen: Int?
  ) throws(PluginError) -> JSONValue {
    guard rows <= selected else {
      throw PluginError(.internal, "a measurement speaks of more rows than there were")
    }
    guard remarks.count <= 20, remarks.allSatisfy(Printable.isFit) else {
      throw PluginError(.internal, "remarks are at most 20 texts of 1 to 500 printable characters")
    }
    var members: [(String, JSONValue)] = [("type", .word("measurement"))]
    switch value {
    case .between(let lower, let upper):
      members.append(("lower", .word(try NumberText.bound(lower, .down))))
      members.append(("upper", .word(try NumberText.bound(upper, .up))))
    case .unbounded(let reason):
      members.append(("unbounded", .object([("reason", .word(reason))])))
    }
    members.append(("unit", .word(unit.rawValue)))
    for (name, number) in [("numerator", numerator), ("denominator", denominator)] {
      guard let number else { continue }
      members.append((name, .word(try NumberText.decimal(number, name))))
    }
    members += [
      ("rows", .number(rows)), ("unknown_rows", .number(unknownRows)),
      ("selected", .number(selected)), ("certain", .number(certain)),
      ("remarks", .list(remarks.map(JSONValue.word))),
    ]
    guard let rowsSeen else { return .object(members) }
    let rising = Set(witnesses).sorted()
    guard rising.count <= 20 else {
      throw PluginError(.internal, "a measurement has at most 20 witnesses")
    }
    members += [
      ("witnesses", .list(rising.map(JSONValue.number))), ("rows_seen", .number(rowsSeen)),
    ]
    return .object(members)
  }
}
