public import Exact
internal import JSONText

/// What is known of rows that were counted together.
public struct RowClass: Sendable, Hashable {
  /// Whether rows count.
  public enum Membership: String, Sendable {
    /// They do.
    case certain
    /// Nobody knows.
    case possible
  }

  /// What `where` says.
  public enum Condition: String, Sendable {
    /// It holds, or there is none.
    case holds
    /// It fails.
    case fails
    /// Nobody knows.
    case unknown
  }

  /// The sign of the measure.
  public enum Sign: String, Sendable {
    /// Below zero.
    case negative
    /// Zero.
    case zero
    /// Above zero.
    case positive
  }

  /// Whether rows count.
  public let membership: Membership
  /// What `where` says of them.
  public let condition: Condition
  /// The sign of their measures.
  public let sign: Sign

  /// Whether nobody knows if they are selected.
  public var isUncertain: Bool { membership == .possible || condition == .unknown }

  init(_ name: String?) throws(PluginError) {
    let words = (name ?? "").split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    guard words.count == 3, let membership = Membership(rawValue: words[0]),
      let condition = Condition(rawValue: words[1]), let sign = Sign(rawValue: words[2])
    else { throw PluginError(.unsupported, "there is no such class of rows") }
    (self.membership, self.condition, self.sign) = (membership, condition, sign)
  }
}

/// Rows of one class, or of one class and one key.
public struct Part: Sendable {
  /// The class.
  public let row: RowClass
  /// How many rows.
  public let rows: Int
  /// The ends between which their measures add up: equal where each is known.
  public let low: Decimal
  /// The upper of them.
  public let high: Decimal
  /// What tells them apart, where keys were asked for; nil where that is unknown.
  public let key: String?
}

/// Rows of one class whose measures are the same.
public struct Value: Sendable {
  /// The class.
  public let row: RowClass
  /// The measure.
  public let value: Decimal
  /// How many rows.
  public let rows: Int
}

/// What was counted of the rows of one group. Every row is in `sums`, `ranges` or `unmeasured`,
/// once.
public struct Slice: Sendable {
  /// Rows whose measures are known.
  public private(set) var sums: [Part] = []
  /// Rows whose measures lie between two numbers.
  public private(set) var ranges: [Part] = []
  /// Rows without a measure.
  public private(set) var unmeasured: [(row: RowClass, rows: Int)] = []
  /// Rows by key and class, if asked for.
  public private(set) var keys: [Part] = []
  /// Rows by measure and class, if asked for.
  public private(set) var values: [Value] = []

  /// All rows, by class.
  var counts: [(row: RowClass, rows: Int)] {
    (sums + ranges).map { ($0.row, $0.rows) } + unmeasured
  }
}

/// A group of rows.
public struct Group: Sendable {
  /// Its name; nil where the commitment has no `per`.
  public let name: String?
  /// What was counted of it.
  public let slice: Slice
}

extension Slice {
  init(_ json: JSONValue?) throws(PluginError) {
    for member in json?["sums"]?.members ?? [] {
      sums.append(try Part(member.value, member.key, low: "sum", high: "sum"))
    }
    for member in json?["ranges"]?.members ?? [] {
      ranges.append(try Part(member.value, member.key, low: "low", high: "high"))
    }
    for member in json?["unmeasured"]?.members ?? [] {
      unmeasured.append((try RowClass(member.key), try Self.rows(member.value)))
    }
    for item in json?["keys"]?.items ?? [] {
      keys.append(try Part(item, item["class"]?.text, low: "sum", high: "sum"))
    }
    for item in json?["values"]?.items ?? [] {
      values.append(
        Value(
          row: try RowClass(item["class"]?.text), value: try Self.decimal(item["value"]),
          rows: try Self.rows(item["rows"])))
    }
  }

  fileprivate static func rows(_ json: JSONValue?) throws(PluginError) -> Int {
    guard let rows = json?.whole, rows >= 0 else {
      throw PluginError(.unsupported, "a slice has a number of rows that is none")
    }
    return rows
  }

  fileprivate static func decimal(_ json: JSONValue?) throws(PluginError) -> Decimal {
    guard let number = (json?.text).flatMap({ Decimal($0) }) else {
      throw PluginError(.unsupported, "a slice has a sum that is none")
    }
    return number
  }
}

extension Part {
  fileprivate init(
    _ json: JSONValue, _ row: String?, low: String, high: String
  ) throws(PluginError) {
    self.row = try RowClass(row)
    rows = try Slice.rows(json["rows"])
    self.low = try Slice.decimal(json[low])
    self.high = try Slice.decimal(json[high])
    key = json["key"]?.text
  }
}

extension Group {
  init(_ json: JSONValue) throws(PluginError) {
    name = json["group"]?.text
    slice = try Slice(json["slice"])
  }
}
