import Exact
import HoldfastModel
import Testing

/// A rank holds every place that a number can take, and no other: held against every way in which
/// the numbers can turn out.
@Suite struct RankingTests {
  @Test(arguments: 0..<300) func isSharp(_ seed: Int) {
    let isFloor = seed % 2 == 0
    let count = 2 + seed % 3
    let bounds = (0..<count).map { place -> (Int, Int) in
      let a = (seed &* 7 &+ place &* 13 &+ seed / 5) % 5
      let b = (seed &* 11 &+ place &* 3 &+ seed / 9) % 5
      return (min(a, b), max(a, b))
    }
    let ranks = Self.matrix(bounds, isFloor).rows[0].cells.map(\.rank)
    #expect(ranks == Self.bruteForce(bounds, isFloor), "\(bounds)")
  }

  /// The places that each can take over all whole numbers within the bounds.
  private static func bruteForce(_ bounds: [(Int, Int)], _ isFloor: Bool) -> [ClosedRange<Int>?] {
    var ways: [[Int]] = [[]]
    for (low, high) in bounds { ways = ways.flatMap { way in (low...high).map { way + [$0] } } }
    return bounds.indices.map { place in
      let places = ways.map { way in
        1 + way.count { isFloor ? $0 > way[place] : $0 < way[place] }
      }
      return (places.min() ?? 0)...(places.max() ?? 0)
    }
  }

  private static func matrix(_ bounds: [(Int, Int)], _ isFloor: Bool) -> Matrix {
    let reports = bounds.enumerated().map { place, ends in
      report("I\(place)", finding(ends, isFloor))
    }
    return Matrix(JointReport(reports: reports, joint: []))
  }

  private static func report(_ name: String, _ finding: Finding) -> Report {
    Report(
      asOf: day("2025-04-30"), asOfIsGiven: true, institution: name, currency: "GBP",
      isPartial: false, choices: [], findings: [finding], upcoming: [], templates: [],
      datasets: [],
      run: RunInfo(version: "1", started: "", milliseconds: 0, packs: [], warnings: []))
  }

  private static func finding(_ ends: (Int, Int), _ isFloor: Bool) -> Finding {
    let promise = commitment("C")
    var result = Finding(
      pack: Pack(id: "p", title: "", version: "1", span: promise.span), commitment: promise,
      group: nil, verdict: .pass,
      definition: FindingDefinition(
        condition: nil, among: nil, measure: nil, definitions: [:], digest: ""))
    var measurement = Measurement(.sum, unit: .number)
    measurement.bounds = .init(Rational(ends.0), Rational(ends.1))
    result.measurement = measurement
    result.target = TargetLine(isFloor ? .atLeast : .atMost, [Rational(1)], text: "")
    return result
  }
}
