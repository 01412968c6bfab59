import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Everything that is known about one commitment after its rows were read.
struct Judgement {
  let commitment: CheckedCommitment
  let reading: DatasetReading
  /// The commitment's place among those of the dataset.
  let index: Int
  let calendar: FiscalCalendar
  let asOf: CivilDate
  /// The promise in full, the same for all of its findings.
  let definition: FindingDefinition
  /// What draws the lines that rest on measurements.
  let draw: LineDrawing
  /// The checkers outside the program.
  let outside: OutsideCheckers
  /// Groups that are hidden since another commitment hides them.
  var hiddenElsewhere: Set<TextKey> = []

  init(
    commitment: CheckedCommitment, reading: DatasetReading, index: Int, calendar: FiscalCalendar,
    asOf: CivilDate, outside: OutsideCheckers, draw: @escaping LineDrawing
  ) {
    self.draw = draw
    self.outside = outside
    self.commitment = commitment
    self.reading = reading
    self.index = index
    self.calendar = calendar
    self.asOf = asOf
    definition = commitment.definition(over: reading.dataset, of: reading.institution)
  }

  /// The findings, by group.
  func findings() -> [Finding] { conclusion().findings(tally) }

  /// What is known by the day of the run.
  var tally: Tally { tallies.tally.known(by: asOf) }

  var tallies: AggregateTally { reading.aggregate(of: index) }

  /// Whether it rests on cells about persons.
  var isAboutPersons: Bool { commitment.isPersonal(in: reading.dataset) }

  func conclusion(missing: MissingRule? = nil, draw other: LineDrawing? = nil) -> Conclusion {
    var result = Conclusion(
      commitment: commitment, definition: definition, dataset: reading.dataset,
      calendar: calendar, asOf: asOf,
      missingLiteral: missingLiteral(), doubts: reading.doubts, errors: errors(),
      draw: other ?? draw, outside: outside,
      aggregates: reading.plan.talliers[index].aggregates, claim: reading.claims[index],
      missing: missing)
    result.hiddenElsewhere = hiddenElsewhere
    return result
  }

  /// What could not be read or evaluated of all that the commitment needs.
  private func errors() -> ErrorTally {
    var result = ErrorTally()
    if let failure = reading.failure { result.add(failure) }
    for column in ownColumns.sorted() { result.add(reading.faults.byColumn[column]) }
    for (place, columns) in referenceColumns.sorted(by: { $0.key < $1.key }) {
      switch reading.tables[place] {
      case .success(let table):
        for column in columns.sorted() { result.add(table.faults.byColumn[column]) }
      case .failure(let problems): result.add(problems)
      }
    }
    // A cell that cannot be read is said once, by the cell, and not again by each expression.
    if result.count == 0 {
      for failures in tally.failures.values {
        for error in failures.first { result.add(error, standingFor: 1) }
        result.count += failures.count - failures.first.count
      }
    }
    return result
  }

  /// The dataset's own columns that the commitment names, the date and the keys it needs included.
  private var ownColumns: Set<String> {
    var result: Set<String> = []
    for slot in commitment.slots {
      if case .column = commitment.schema.slots[slot].source {
        result.insert(commitment.schema.slots[slot].name)
      }
    }
    result.formUnion(commitment.schema.dates)
    for place in referenceColumns.keys { result.insert(reading.dataset.references[place].by.value) }
    return result
  }

  private var referenceColumns: [Int: Set<String>] {
    var result: [Int: Set<String>] = [:]
    for slot in commitment.slots {
      guard case .reference(let place, _) = commitment.schema.slots[slot].source,
        let column = commitment.schema.slots[slot].column
      else { continue }
      result[place, default: []].insert(column.name)
      if case .success = reading.tables[place] {
        result[place]?.formUnion(reading.keyName(of: place))
      }
    }
    return result
  }

  /// The texts that were met in a column.
  private func values(of slot: RowSchema.Slot, _ column: Column) -> TextValues? {
    switch slot.source {
    case .column(let place): return reading.tally.texts[place]
    case .reference(let place, _):
      guard case .success(let table) = reading.tables[place] else { return nil }
      return table.columns.texts(of: column.name)
    case .parameter: return nil
    }
  }

  /// Whether nobody read what a column of another table says.
  private func isUnread(_ slot: RowSchema.Slot) -> Bool {
    guard case .reference(let place, _) = slot.source,
      case .success(let table) = reading.tables[place]
    else { return false }
    return table.isUnread
  }

  /// The first literal that its column never holds.
  private func missingLiteral() -> Cause? {
    for use in commitment.literals {
      let slot = commitment.schema.slots[use.slot]
      guard let column = slot.column, column.blank != .value(TextKey(use.literal)),
        !isUnread(slot)
      else { continue }
      let values = values(of: slot, column) ?? TextValues()
      guard !values.holds(use.literal, by: asOf) else { continue }
      let isHidden = column.isPersonal || reading.dataset.isPersonal
      return .literalNeverHeld(
        literal: use.literal, column: slot.name,
        nearest: isHidden ? nil : values.nearest(to: use.literal, by: asOf))
    }
    return nil
  }
}

extension DatasetReading {
  /// The key column of the dataset that a reference leads to.
  func keyName(of place: Int) -> Set<String> {
    let target = institution.dataset(dataset.references[place].dataset.value)
    return Set((target?.key ?? []).map(\.value))
  }
}
