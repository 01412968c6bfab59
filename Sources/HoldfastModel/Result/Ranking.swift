import Exact

/// Orders the cells of a row of a matrix, where their numbers say something of each other.
struct Ranking {
  let institutions: [String]

  /// Gives each cell with a number its place, or says why none has one.
  func rank(_ row: inout Matrix.Row) {
    row.unranked = obstacles(row)
    guard row.unranked.isEmpty, let isFloor = isFloor(row) else { return }
    let all = row.cells.map { $0.finding?.toldBounds }
    for (place, bounds) in all.enumerated() {
      guard let bounds else { continue }
      let others = all.enumerated().filter { $0.offset != place }.map(\.element)
      // A number that nobody knows may be better than any other, and worse.
      let better = others.count { $0.map { Self.isBetter($0, bounds, isFloor) } ?? false }
      let worse = others.count { $0.map { Self.isNoBetter($0, bounds, isFloor) } ?? false }
      row.cells[place].rank = better + 1...others.count + 1 - worse
    }
  }

  /// Whether a number is better than another however the unknowns turn out.
  private static func isBetter(
    _ one: Measurement.Bounds, _ other: Measurement.Bounds, _ isFloor: Bool
  ) -> Bool {
    isFloor ? one.lower > other.upper : one.upper < other.lower
  }

  /// Whether a number is no better than another however the unknowns turn out; equal numbers share
  /// the better place.
  private static func isNoBetter(
    _ one: Measurement.Bounds, _ other: Measurement.Bounds, _ isFloor: Bool
  ) -> Bool {
    isFloor ? one.upper <= other.lower : one.lower >= other.upper
  }

  private func isFloor(_ row: Matrix.Row) -> Bool? {
    let lines = row.cells.compactMap { $0.finding?.target } + row.joint.compactMap(\.target)
    let floors = Set(
      lines.map { line -> Bool? in
        switch (line.minimum, line.maximum) {
        case (.some, nil): true
        case (nil, .some): false
        default: nil
        }
      })
    return floors.count == 1 ? floors.first ?? nil : nil
  }

  private func obstacles(_ row: Matrix.Row) -> [String] {
    let findings = zip(institutions, row.cells).flatMap { name, cell in
      cell.findings.map { (name: name, finding: $0) }
    }
    let measured = findings.filter { $0.finding.toldBounds != nil }
    if measured.count < 2 { return ["fewer than two institutions have a number"] }
    if findings.contains(where: { $0.finding.group != nil }) { return ["it is judged by group"] }
    if let hidden = measured.first(where: { $0.finding.isTakenBack }) {
      return ["the number of \(hidden.name) rests on incomplete data"]
    }
    let differing = differences(measured)
    if !differing.isEmpty { return differing }
    return isFloor(row) == nil ? ["no end of its target says which number is better"] : []
  }

  /// The terms that are not the same for all, with what they are for two that differ.
  private func differences(_ measured: [(name: String, finding: Finding)]) -> [String] {
    guard let first = measured.first else { return [] }
    var result: [String] = []
    if measured.contains(where: { $0.finding.definition.text != first.finding.definition.text }) {
      result.append("the definitions differ")
    }
    var seen: Set<String> = []
    for what in measured.flatMap({ $0.finding.terms.map(\.what) }) where seen.insert(what).inserted
    {
      let values = measured.map { $0.finding.values(of: what) }
      guard let place = values.firstIndex(where: { $0 != values[0] }) else { continue }
      result.append(
        "\(what) differs: \(measured[0].name) \(values[0]), \(measured[place].name) \(values[place])"
      )
    }
    return result
  }
}

extension Finding {
  /// Whether its data is known to lack something, so that its bounds do not hold the truth.
  fileprivate var isTakenBack: Bool {
    switch cause {
    case .filesMissing, .controlTotal, .literalNeverHeld: true
    default: false
    }
  }

  /// What a term is, in one text; an institution may have several of a name.
  fileprivate func values(of what: String) -> String {
    let values = terms.filter { $0.what == what }.map(\.value)
    return values.isEmpty ? "not said" : values.joined(separator: " and ")
  }
}

extension FindingDefinition {
  /// What is written, whatever columns it is read from.
  fileprivate var text: [String?] {
    [condition, among, measure, claim]
      + definitions.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
  }
}
