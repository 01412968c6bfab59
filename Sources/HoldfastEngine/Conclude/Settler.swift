package import Exact
package import HoldfastModel

/// Says what would change a verdict.
package struct Settler {
  package let measurement: Measurement
  package let line: TargetLine

  /// For a measurement and the line that it is held against.
  package init(measurement: Measurement, line: TargetLine) {
    self.measurement = measurement
    self.line = line
  }

  /// The fewest unknown rows that would settle a verdict one way, at most twenty.
  ///
  /// A value reaches a line where numerator less line times denominator is not below zero. That
  /// excess is a sum over rows, so the rows that move it most, taken in order, are the fewest.
  package func settlement(pass: Bool) throws(ExactError) -> Settlement? {
    guard let isFloor = line.isFloor, let end = line.minimum ?? line.maximum,
      let assignments = measurement.assignments, measurement.bounds != nil
    else { return nil }
    // The rows shown are those of the largest measures; of a mean, others may move more.
    if measurement.form == .mean, assignments.rows.count < measurement.unknownRows { return nil }
    let isLower = isFloor == pass
    let reach = try assignments.excess(over: end.value)
    var gap = isLower ? reach.least : reach.most
    var left = assignments
    var rows: [Assignments.Row] = []
    var chosen: [Assignments.Option] = []
    for (row, gain) in try ordered(assignments.rows, over: end.value) {
      if isSettled(gap, isLower: isLower, pass: pass, strict: end.strict) { break }
      guard rows.count < 20, gain.signum > 0 else { return nil }
      gap = isLower ? try gap.adding(gain) : try gap.subtracting(gain)
      let option = try extremeOption(row, over: end.value, most: isLower)
      left = try left.settling(row, on: option)
      rows.append(row)
      chosen.append(option)
    }
    guard isSettled(gap, isLower: isLower, pass: pass, strict: end.strict), !rows.isEmpty,
      let bound = try left.extreme(isLeast: isLower)
    else { return nil }
    return Settlement(
      rows: rows.map(\.witness), way: way(rows, chosen), bound: bound, isLowerBound: isLower)
  }

  /// The digits of the amounts behind the measurement; at least two where they are money.
  private var scale: Int {
    let sets = measurement.assignments?.sets.joined().map(\.numerator.scale).max() ?? 0
    var least = 0
    if case .money = measurement.unit { least = 2 }
    return max(
      least, sets, measurement.numerator.scale, measurement.denominator?.scale ?? 0,
      measurement.unknown.scale)
  }

  private func isSettled(_ gap: Rational, isLower: Bool, pass: Bool, strict: Bool) -> Bool {
    // To pass a strict line, and to fail one that is not, the line itself must be left behind.
    let needsMore = pass == strict
    if isLower { return needsMore ? gap.signum > 0 : gap.signum >= 0 }
    return needsMore ? gap.signum < 0 : gap.signum <= 0
  }

  /// The rows by how far each can move the excess, the farthest first.
  private func ordered(
    _ rows: [Assignments.Row], over line: Rational
  ) throws(ExactError) -> [(row: Assignments.Row, gain: Rational)] {
    var result: [(row: Assignments.Row, gain: Rational)] = []
    for row in rows {
      let (low, high) = try Assignments.reach(of: row.options, over: line)
      result.append((row, try high.subtracting(low)))
    }
    return result.sorted {
      $0.gain != $1.gain ? $0.gain > $1.gain : $0.row.witness.precedes($1.row.witness)
    }
  }

  private func extremeOption(
    _ row: Assignments.Row, over line: Rational, most: Bool
  ) throws(ExactError) -> Assignments.Option {
    var best: (option: Assignments.Option, excess: Rational)?
    for option in row.options {
      let excess = try option.excess(over: line)
      if best.map({ most ? excess > $0.excess : excess < $0.excess }) ?? true {
        best = (option, excess)
      }
    }
    return best?.option ?? .init(.zero, .zero)
  }

  private func way(
    _ rows: [Assignments.Row], _ chosen: [Assignments.Option]
  ) -> Settlement.Way {
    let isPlain = rows.allSatisfy { row in
      Set(row.options.map(\.denominator)).count == 1 && (row.witness.measure ?? .zero) > .zero
    }
    guard isPlain else { return .mixed }
    if chosen.allSatisfy({ $0.numerator != .zero }) { return .counted }
    return chosen.allSatisfy { $0.numerator == .zero } ? .notCounted : .mixed
  }

  /// The largest known further row after which the verdict is still pass: outside the condition
  /// for a floor, inside for a ceiling. Nil where any row would do, or none is allowed to matter.
  package func headroom() throws(ExactError) -> Decimal? {
    guard let isFloor = line.isFloor, let end = line.minimum ?? line.maximum,
      let assignments = measurement.assignments
    else { return nil }
    let reach = try assignments.excess(over: end.value)
    let room: Rational
    switch (measurement.form, isFloor) {
    case (.quotient, true):
      guard end.value.signum > 0 else { return nil }
      room = try reach.least.divided(by: end.value)
    case (.quotient, false):
      let rest = try Rational(1).subtracting(end.value)
      guard rest.signum > 0 else { return nil }
      room = try Rational.zero.subtracting(reach.most).divided(by: rest)
    case (.sum, false): room = try Rational.zero.subtracting(reach.most)
    default: return nil
    }
    return try rounded(room, .down, strict: end.strict)
  }

  /// What more inside the condition would make it pass; nil but for shares and sums with a floor.
  package func shortfall() throws(ExactError) -> Decimal? {
    guard line.isFloor == true, let end = line.minimum, let assignments = measurement.assignments
    else { return nil }
    let missing = try Rational.zero.subtracting(assignments.excess(over: end.value).least)
    switch measurement.form {
    case .quotient:
      let rest = try Rational(1).subtracting(end.value)
      guard rest.signum > 0 else { return nil }
      return try rounded(missing.divided(by: rest), .up, strict: end.strict)
    case .sum: return try rounded(missing, .up, strict: end.strict)
    default: return nil
    }
  }

  /// The least amount in the measure's own digits that reaches a distance, or passes it.
  package func step(_ distance: Rational, isStrict: Bool) throws(ExactError) -> Decimal {
    try rounded(distance, .up, strict: isStrict)
  }

  /// A distance in the measure's own digits, one step further where the line itself is outside.
  private func rounded(
    _ value: Rational, _ rounding: Rounding, strict: Bool
  ) throws(ExactError) -> Decimal {
    let scale = measurement.countsRows ? 0 : self.scale
    let result = try value.rounded(scale: scale, rounding)
    guard strict, Rational(result) == value else { return result }
    let step = Decimal(coefficient: 1, scale: scale)
    return rounding == .up ? try result.adding(step) : try result.subtracting(step)
  }
}
