public import Exact
public import HoldfastModel

/// What the parts of a commitment came to, by name and group.
public struct PartMeasurements: Sendable {
  /// A part's measurement for a group; an empty group where there are none.
  public typealias Entry = (group: String, measurement: Measurement)

  private let parts: [String: [Entry]]

  /// The measurements of parts, each with its bounds.
  public init(_ parts: [String: [Entry]]) { self.parts = parts }

  /// The measurements of a part, group by group.
  public func groups(_ name: String) -> [Entry] { parts[name] ?? [] }

  /// The bounds of a part that has no groups, or only one is at hand.
  public func bounds(_ name: String) throws(PartsProblem) -> Measurement.Bounds {
    guard let bounds = parts[name]?.first?.measurement.bounds else {
      throw PartsProblem(.wrong("there is no \(name)", help: "name it"))
    }
    return bounds
  }

  /// The unit of a part.
  public func unit(_ name: String) -> Measurement.Unit {
    parts[name]?.first?.measurement.unit ?? .number
  }

  /// Every measurement.
  private var all: [Measurement] { parts.values.flatMap { $0.map(\.measurement) } }

  /// A measurement with bounds, and as many rows as those of the parts.
  public func measurement(
    _ unit: Measurement.Unit, _ bounds: Measurement.Bounds?
  ) -> Measurement {
    var result = Measurement(.parts, unit: unit)
    result.bounds = bounds
    for part in all {
      result.selected += part.selected
      result.certain += part.certain
      result.rows += part.rows
      result.unknownRows += part.unknownRows
      result.hasCredits = result.hasCredits || part.hasCredits
    }
    return result
  }
}

/// Why parts make no number.
public struct PartsProblem: Error {
  /// What is wrong.
  public enum Kind: Sendable {
    /// A number leaves 128 bits.
    case exact(ExactError)
    /// The parts make no sense together: what is wrong, and what to do.
    case wrong(String, help: String)
  }

  /// What is wrong.
  public var kind: Kind

  /// A problem.
  public init(_ kind: Kind) { self.kind = kind }
}

/// Works out numbers of parts, telling those that are too large.
func exactly<Value>(
  _ work: () throws(ExactError) -> Value
) throws(PartsProblem) -> Value {
  do throws(ExactError) { return try work() } catch { throw PartsProblem(.exact(error)) }
}
