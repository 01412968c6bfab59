internal import JSONText

/// What a checker wants counted, beyond rows and measures by class, which every plan has.
public struct Plan: Sendable {
  /// What can be counted besides.
  public enum Aggregate: Sendable, Hashable {
    /// Rows and measures by what `by` tells apart.
    case keys
    /// How often each measure stands in rows that may be selected.
    case values
    /// The same of rows of uncertain classes alone.
    case uncertainValues
    /// The heaviest rows of each uncertain class, for the report alone; 1 to 20.
    case uncertainRows(limit: Int)
    /// The heaviest rows that count and whose `where` fails, likewise.
    case failingRows(limit: Int)
  }

  private let needsAll: Bool
  private let more: [Aggregate]

  /// A plan.
  ///
  /// - Parameter all: Whether the measures of rows whose `where` fails are wanted too, as a
  ///   denominator does.
  public init(all: Bool = false, _ more: Aggregate...) { (needsAll, self.more) = (all, more) }

  var reply: JSONValue {
    let sums = JSONValue.object([("kind", .word("sums")), ("all", .flag(needsAll))])
    return .object([
      ("type", .word("plan")), ("aggregates", .list([sums] + more.map(\.json))),
    ])
  }
}

extension Plan.Aggregate {
  fileprivate var json: JSONValue {
    switch self {
    case .keys: .object([("kind", .word("keys"))])
    case .values: .object([("kind", .word("values"))])
    case .uncertainValues: .object([("kind", .word("uncertain_values"))])
    case .uncertainRows(let limit):
      .object([("kind", .word("uncertain_rows")), ("limit", .number(limit))])
    case .failingRows(let limit):
      .object([("kind", .word("failing_rows")), ("limit", .number(limit))])
    }
  }
}

/// What a checker may know of a commitment: neither its target nor its day.
public struct Commitment: Sendable {
  /// Its id.
  public let id: String
  /// Whether it has a measure; else each row measures 1.
  public let hasMeasure: Bool
  /// Whether it has a `where`.
  public let hasCondition: Bool
  /// Whether it has a `by`.
  public let hasBy: Bool
  /// Whether it has a `per`.
  public let hasPer: Bool
  /// What the measure is counted in: `money`, `number` or `rows`.
  public let unit: Unit

  init(_ json: JSONValue?) throws(PluginError) {
    guard let json, let id = json["id"]?.text, let measure = json["measure"]?.flag,
      let condition = json["where"]?.flag, let by = json["by"]?.flag, let per = json["per"]?.flag,
      let unit = (json["unit"]?.text).flatMap(Unit.init)
    else { throw PluginError(.unsupported, "the request says too little of the commitment") }
    (self.id, hasMeasure, hasCondition, hasBy, hasPer) = (id, measure, condition, by, per)
    self.unit = unit
  }
}
