import Exact
import Foundation
import HoldfastModel
import HoldfastPluginHost
import JSONText
import Testing

/// The plugin `representation-parity` against every way that blanks can turn out.
@Suite struct ParityTests {
  /// A row as it is known: its group, and whether it counts.
  struct Row {
    /// Nil where nobody knows the group.
    var group: Int?
    var isUncertain: Bool
  }

  /// The smallest and the greatest value over all completions; nil where one has no row.
  static func bounds(_ rows: [Row], _ weights: [Int]) -> (Rational, Rational)? {
    var reached: Set<[Int]> = [weights.map { _ in 0 }]
    for row in rows {
      var next: Set<[Int]> = row.isUncertain ? reached : []
      for counts in reached {
        for group in row.group.map({ [$0] }) ?? Array(weights.indices) {
          var more = counts
          more[group] += 1
          next.insert(more)
        }
      }
      reached = next
    }
    let whole = weights.reduce(0, +)
    var values: [Rational] = []
    for counts in reached {
      let all = counts.reduce(0, +)
      guard all > 0 else { return nil }
      // Of each group, its part of the rows over its part of the population.
      let ratios = weights.indices.compactMap { group in
        try? Rational(Int128(counts[group]), Int128(all))
          .divided(by: Rational(Int128(weights[group]), Int128(whole)))
      }
      values.append(ratios.min() ?? .zero)
    }
    return values.min().flatMap { low in values.max().map { (low, $0) } }
  }

  static func slice(_ rows: [Row]) throws -> Slice {
    var slice = Slice()
    for row in rows {
      let place = RowClass(
        row.isUncertain ? .possible : .certain, .holds, .positive)
      let one = ManyTerms(total: Exact.Decimal(1), largest: Exact.Decimal(1))
      try slice.sums[place.index].add(1, one)
      let key = KeyedClass(row.group.map { TextKey("group \($0)") }, place)
      try slice.keys[key, default: RowSum()].add(1, one)
    }
    return slice
  }

  @Test func agreesWithEveryCompletion() throws {
    let host = try PluginHost.usual()
    let manifest = PluginManifest(
      program: "representation-parity", called: "representation-parity")
    let checker = try #require(try host.describe(manifest).first)
    let session = try host.aggregates(manifest, isPersonal: true)
    let facts = CommitmentFacts(
      id: "HR-1", hasMeasure: false, hasWhere: false, hasBy: true, hasPer: false, unit: .rows)
    var random = Seeded(2_024)
    var bounded = 0
    for _ in 0..<400 {
      let weights = (0..<Int.random(in: 2...4, using: &random)).map { _ in
        Int.random(in: 1...9, using: &random)
      }
      let rows = (0..<Int.random(in: 1...9, using: &random)).map { _ in
        Row(
          group: Int.random(in: 0..<3, using: &random) == 0
            ? nil : Int.random(in: weights.indices, using: &random),
          isUncertain: Int.random(in: 0..<3, using: &random) == 0)
      }
      let population = weights.enumerated().map { "\"group \($0)\": \($1)" }.joined(separator: ",")
      let parameters = try checker.parameters.prepared(
        JSONValue("{\"population\": {\(population)}}"))
      let measured = try session.conclude(
        checker, parameters: parameters, facts, groups: [PluginGroup(nil, try Self.slice(rows))])
      let wanted = Self.bounds(rows, weights)
      #expect(measured.bounds?.lower == wanted?.0, "\(rows) \(weights)")
      #expect(measured.bounds?.upper == wanted?.1, "\(rows) \(weights)")
      #expect(measured.unknownRows == rows.count { $0.isUncertain || $0.group == nil })
      if wanted != nil { bounded += 1 }
    }
    try session.close()
    // Else nothing would have been compared.
    #expect(bounded > 200)
  }
}
