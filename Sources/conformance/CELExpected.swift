import CEL
import JSONText

/// What an expression must come to.
enum CELExpected {
  case value(Value)
  /// An error of the check or of the evaluation, whatever it says.
  case error
  /// Unknown, on whatever grounds.
  case unknown
  /// That it passes the check.
  case check

  init(_ json: JSONValue?) throws(CELUnreadable) {
    if let value = json?["value"] {
      self = .value(try CELValueText.value(value))
    } else if json?["error"] != nil {
      self = .error
    } else if json?["unknown"] != nil {
      self = .unknown
    } else if json?["check_only"]?.isTrue == true {
      self = .check
    } else {
      throw CELUnreadable(message: "what is expected")
    }
  }

  /// Whether it is an error.
  var isError: Bool {
    if case .error = self { true } else { false }
  }

  /// What differs where an expression was accepted, and is not evaluated; nil where nothing does.
  var differenceOfCheck: String? { isError ? "accepted, wanted an error" : nil }

  /// What differs in a value; nil where nothing does.
  func difference(from found: Value) -> String? {
    switch (self, found) {
    case (.error, .error), (.unknown, .unknown): nil
    case (.error, _): "\(words(found)), wanted an error"
    case (.unknown, _): "\(words(found)), wanted unknown"
    case (.check, _): "\(words(found)), wanted nothing but a check"
    case (.value(let wanted), _):
      CELComparison.areSame(found, wanted) ? nil : "\(words(found)), wanted \(words(wanted))"
    }
  }

  /// A value with its type, as numbers of different types are written alike.
  private func words(_ value: Value) -> String {
    switch value {
    case .error, .unknown: value.description
    default: "\(value.type.name) \(value)"
    }
  }
}

/// When a value is the one that a case wants: equality of the language would not do, as for it a
/// whole number equals a floating-point one, and NaN nothing.
enum CELComparison {
  static func areSame(_ found: Value, _ wanted: Value) -> Bool {
    switch (found, wanted) {
    case (.null, .null), (.bool, .bool), (.int, .int), (.uint, .uint), (.string, .string),
      (.bytes, .bytes), (.timestamp, .timestamp), (.duration, .duration):
      found.isEqual(to: wanted)
    case (.double(let a), .double(let b)): areSame(a, b)
    case (.type(let a), .type(let b)): a.name == b.name
    case (.list(let a), .list(let b)):
      a.count == b.count && zip(a, b).allSatisfy(areSame)
    case (.map(let a), .map(let b)): areSame(a, b)
    default: false
    }
  }

  /// NaN is NaN. The suite's own readers take zeros with and without a minus for the same; here
  /// one that is wanted with a minus must have it.
  private static func areSame(_ found: Double, _ wanted: Double) -> Bool {
    if wanted.isNaN { return found.isNaN }
    return found == wanted && (wanted.sign == .plus || found.sign == .minus)
  }

  /// The entries in any order.
  private static func areSame(_ found: MapValue, _ wanted: MapValue) -> Bool {
    found.count == wanted.count
      && wanted.entries.allSatisfy { entry in
        found.entries.contains {
          areSame($0.key, entry.key) && areSame($0.value, entry.value)
        }
      }
  }
}
