import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Everything that is known about one commitment after its rows were read.
struct Judgement {
  let commitment: CheckedCommitment
  let pass: DatasetPass
  let tallier: Tallier
  let calendar: FiscalCalendar
  let asOf: CivilDate

  /// The findings, by group.
  func findings() -> [Finding] { conclusion().findings(tally) }

  /// What is known by the day of the run.
  var tally: Tally { tallier.tally.known(by: asOf) }

  /// The findings if a choice had been made otherwise, by the choice.
  func alternatives() -> [(choice: String, findings: [Finding])] {
    var result = tallier.variants.map {
      ($0.choice, conclusion().findings($0.tally.known(by: asOf)))
    }
    if commitment.commitment.missing != .unknown {
      result.append(
        (
          "\(commitment.name).missing",
          conclusion(missing: .unknown).findings(tally)
        ))
    }
    return result
  }

  private func conclusion(missing: MissingRule? = nil) -> Conclusion {
    Conclusion(
      commitment: commitment, dataset: pass.dataset, calendar: calendar, asOf: asOf,
      missingLiteral: missingLiteral(), doubts: pass.doubts, errors: errors(),
      missing: missing)
  }

  /// What could not be read or evaluated of all that the commitment needs.
  private func errors() -> ErrorTally {
    var result = ErrorTally()
    if let failure = pass.failure { result.add(failure) }
    for column in ownColumns.sorted() { result.add(pass.faults.byColumn[column]) }
    for (place, columns) in referenceColumns.sorted(by: { $0.key < $1.key }) {
      switch pass.tables[place] {
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
    for place in referenceColumns.keys { result.insert(pass.dataset.references[place].by.value) }
    return result
  }

  private var referenceColumns: [Int: Set<String>] {
    var result: [Int: Set<String>] = [:]
    for slot in commitment.slots {
      guard case .reference(let place, _) = commitment.schema.slots[slot].source,
        let column = commitment.schema.slots[slot].column
      else { continue }
      result[place, default: []].insert(column.name)
      if case .success = pass.tables[place] {
        result[place]?.formUnion(pass.keyName(of: place))
      }
    }
    return result
  }

  /// The first literal that its column never holds.
  private func missingLiteral() -> Cause? {
    for use in commitment.literals {
      let slot = commitment.schema.slots[use.slot]
      guard let column = slot.column, column.blank != .value(use.literal) else { continue }
      var values = pass.texts[use.slot] ?? TextValues()
      if case .reference(let place, _) = slot.source, case .success(let table) = pass.tables[place]
      {
        values = table.texts[column.name] ?? values
      }
      guard !values.holds(use.literal) else { continue }
      let isHidden = column.isPersonal || pass.dataset.isPersonal
      return .literalNeverHeld(
        literal: use.literal, column: slot.name,
        nearest: isHidden ? nil : values.nearest(to: use.literal))
    }
    return nil
  }
}

extension DatasetPass {
  /// The key column of the dataset that a reference leads to.
  func keyName(of place: Int) -> Set<String> {
    let target = institution.dataset(dataset.references[place].dataset.value)
    return Set((target?.key ?? []).map(\.value))
  }
}
