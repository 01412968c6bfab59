internal import Exact
internal import HoldfastModel
internal import JSONText

/// What a measurement is held against.
struct MeasurementFrame {
  /// The mode and the unit that the plugin said of the checker.
  let checker: PluginChecker
  /// How many rows the plugin was given, and how many of them count for certain.
  let selected: Int
  let certain: Int
  /// Above every number of a row that was sent.
  let rowEnd: Int
}

extension Replies {
  private static let numbers: Set<String> = ["numerator", "denominator"]
  private static let always: Set<String> = [
    "type", "unit", "rows", "unknown_rows", "selected", "certain", "remarks",
  ]

  /// The measurement, where all in it agrees with itself and with what was counted here.
  static func measurement(
    _ reply: JSONValue, _ frame: MeasurementFrame
  ) throws(PluginFault) -> PluginMeasurement {
    let isOfRows = frame.checker.mode == .rows
    let own: Set<String> = isOfRows ? ["witnesses", "rows_seen"] : []
    let isUnbounded = reply["unbounded"] != nil
    let object = try ReplyObject(
      reply, "the measurement",
      wanted: always.union(own).union(isUnbounded ? ["unbounded"] : ["lower", "upper"]),
      optional: numbers)
    let reason = isUnbounded ? try reason(try object.value("unbounded")) : nil
    let bounds = isUnbounded ? nil : try bounds(object)
    let numerator = try decimal("numerator", object)
    let denominator = try decimal("denominator", object)
    guard try object.text("unit", longest: 100) == frame.checker.unit.rawValue else {
      throw .reply(.value, "it measures in another unit than it said of the checker")
    }
    let counts = try counts(object, frame)
    return PluginMeasurement(
      bounds: bounds, reason: reason, numerator: numerator, denominator: denominator,
      rows: counts.rows, unknownRows: counts.unknown, selected: frame.selected,
      certain: frame.certain, remarks: try remarks(object),
      witnesses: isOfRows ? try witnesses(object, below: frame.rowEnd) : [])
  }

  private static func reason(_ value: JSONValue) throws(PluginFault) -> String {
    try ReplyObject(value, "'unbounded'", wanted: ["reason"]).text("reason", longest: 500)
  }

  private static func bounds(_ object: ReplyObject) throws(PluginFault) -> Measurement.Bounds {
    let lower = try ExactNumber.number(try object.value("lower"), "the lower bound")
    let upper = try ExactNumber.number(try object.value("upper"), "the upper bound")
    guard lower <= upper else {
      throw .reply(.value, "its lower bound is above its upper one")
    }
    return Measurement.Bounds(lower, upper)
  }

  private static func decimal(
    _ key: String, _ object: ReplyObject
  ) throws(PluginFault) -> Decimal? {
    guard object.has(key) else { return nil }
    return try ExactNumber.decimal(try object.value(key), "the \(key)")
  }

  private static func counts(
    _ object: ReplyObject, _ frame: MeasurementFrame
  ) throws(PluginFault) -> (rows: Int, unknown: Int) {
    var wanted = [("selected", frame.selected), ("certain", frame.certain)]
    if frame.checker.mode == .rows { wanted.append(("rows_seen", frame.selected)) }
    for (key, count) in wanted {
      let own = try object.count(key)
      guard own == count else {
        throw .reply(.count, "it says \(key) \(own), and \(count) were counted here")
      }
    }
    let (rows, unknown) = (try object.count("rows"), try object.count("unknown_rows"))
    guard unknown <= rows, rows <= frame.selected else {
      throw .reply(.count, "its unknown_rows, rows and selected do not rise in this order")
    }
    return (rows, unknown)
  }

  private static func remarks(_ object: ReplyObject) throws(PluginFault) -> [String] {
    var result: [String] = []
    for remark in try object.list("remarks", most: 20) {
      result.append(try ReplyObject.text(remark, "a remark", longest: 500))
    }
    return result
  }

  private static func witnesses(
    _ object: ReplyObject, below end: Int
  ) throws(PluginFault) -> [Int] {
    var result: [Int] = []
    for witness in try object.list("witnesses", most: 20) {
      let row = try ReplyObject.count(witness, "a witness")
      guard row < end, result.last.map({ $0 < row }) ?? true else {
        throw .reply(.shape, "its witnesses are not numbers of rows that were sent, rising")
      }
      result.append(row)
    }
    return result
  }
}
