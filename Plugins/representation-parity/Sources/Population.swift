import Exact
import HoldfastPluginKit

/// The population served, by group: whole numbers in the proportion that the pack gives.
struct Population {
  /// The groups, by the bytes of their names.
  let names: [String]
  let weights: [Int128]
  /// All of them together.
  let whole: Int128

  init(_ parts: [String: Decimal]) throws(PluginError) {
    guard parts.count > 1, parts.count <= 1000 else {
      throw PluginError(.params, "population names 2 to 1,000 groups, and a part for each")
    }
    names = parts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let places = parts.values.reduce(0) { max($0, $1.normalized.scale) }
    var weights: [Int128] = []
    for name in names {
      guard let part = parts[name]?.normalized, part.signum > 0, places <= 9,
        part < Decimal(10_000_000_000)
      else {
        throw PluginError(
          .params,
          "each part of the population is above 0, below 10,000,000,000 and has at most 9 decimals; "
            + "leave out a group that has no people")
      }
      weights.append((part.scale..<places).reduce(part.coefficient) { value, _ in value * 10 })
    }
    self.weights = weights
    whole = weights.reduce(0, +)
  }

  /// A group's part of the rows over its part of the population.
  func ratio(_ group: Int, _ count: Int, of rows: Int) throws(PluginError) -> Rational {
    do throws(ExactError) {
      return try Rational(Int128(count) * whole, Int128(rows) * weights[group])
    } catch {
      throw PluginError(.data, "there are too many rows to divide by exactly")
    }
  }

  /// Whether one group is further from its part than another.
  func isBelow(_ group: Int, _ count: Int, _ other: Int, _ otherCount: Int) -> Bool {
    Int128(count) * weights[other] < Int128(otherCount) * weights[group]
  }
}
