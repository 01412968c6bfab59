import CEL
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel

/// The rows of one commitment on their way to a checker outside the program.
///
/// A class, as the pass that feeds it is a value.
final class RowFeed {
  /// What is done with rows.
  enum Purpose {
    /// They are sent.
    case sending(any OutsideRows)
    /// Those at some places, in the order of sending, are kept to be shown.
    case showing(Set<Int>)
    /// Some are drawn.
    case sampling(RowSampler, countsRows: Bool)
  }

  /// What becomes of a row that is sent: whether it counts, and what `where` says of it.
  struct Fate {
    let membership: RowClass.Membership
    let condition: RowClass.Condition
  }

  /// A cell as it is sent.
  enum Written {
    case cell([UInt8])
    /// It is unknown, and the checker cannot do without it.
    case lacking
    /// It cannot be worked out.
    case wrong
  }

  let commitment: CheckedCommitment
  private let purpose: Purpose
  private let period: Period?
  private let asOf: CivilDate
  private let direction: CheckerContext.Direction?
  /// Whether texts are told as digests.
  private let hidesTexts: Bool
  private let roles: [OutsideDeclaration.Role]

  /// How many rows there were.
  private(set) var rows = 0
  /// How many of them count for certain.
  private(set) var certain = 0
  /// How many lack a cell that the checker cannot do without, and the first of them.
  private(set) var lacking = (count: 0, first: [Int]())
  /// What the first of them lacks.
  private(set) var lackedColumn: String?
  /// Rows to show.
  private(set) var witnesses: [Witness] = []
  /// What keeps rows from being sent.
  private(set) var failure: Diagnostic?
  /// Whether rows have to be sent once more from the start, one by one.
  private(set) var isSpoilt = false

  init(
    _ commitment: CheckedCommitment, _ dataset: Dataset, _ period: Period, asOf: CivilDate,
    _ purpose: Purpose
  ) {
    self.commitment = commitment
    self.purpose = purpose
    self.period = dataset.periodBy == nil ? nil : period
    self.asOf = asOf
    direction = commitment.direction(on: period.to)
    hidesTexts = commitment.hidesKeys(in: dataset)
    let all = commitment.commitment.outside?.declaration.roles ?? []
    roles = commitment.columns.compactMap { column in all.first { $0.name == column.role } }
  }

  /// What is sent of each row.
  var columns: [CheckedPart] { commitment.columns.map(\.part) }

  /// Says that what was sent so far is worth nothing.
  func spoil() { isSpoilt = true }

  /// What becomes of a row; nil where it is none of the commitment's.
  func fate(_ outcome: RowOutcome, _ bucket: Tally.Bucket) -> Fate? {
    // A row that is counted stands for itself, whatever amounts its columns hold.
    guard case .counted(var membership, let condition, _) = outcome.fate,
      let settled = commitment.commitment.missing.settled(
        RowClass(membership, condition, .positive), direction)?.condition
    else { return nil }
    switch bucket {
    case .starting(let day): guard day <= asOf, period?.contains(day) ?? true else { return nil }
    case .dateUnknown: membership = .possible
    case .undated: break
    }
    return Fate(membership: membership, condition: settled)
  }

  /// Takes a row, where it is one of the commitment's.
  func take(
    _ outcome: RowOutcome, _ row: RowView, _ bucket: Tally.Bucket, at place: Diagnostic.Place,
    _ witness: () -> Witness?
  ) {
    guard let fate = fate(outcome, bucket) else { return }
    if case .showing(let wanted) = purpose {
      if wanted.contains(rows), let shown = witness() { witnesses.append(shown) }
      rows += 1
      return
    }
    if case .sampling(let sampler, let countsRows) = purpose {
      return draw(outcome, fate, countsRows, by: sampler, witness)
    }
    take(fate) { session in
      for (index, column) in columns.enumerated() {
        let value = column.program.evaluate(row)
        switch cell(value, roles[index]) {
        case .success(.unknown) where !roles[index].isNullable:
          lackedColumn = lackedColumn ?? roles[index].name
          return false
        case .success(let cell): session.append(cell, to: index)
        case .failure(let fault):
          failure = fault.diagnostic(roles[index], at: place)
          return false
        }
      }
      return true
    }
  }

  /// Gives a row its chance.
  private func draw(
    _ outcome: RowOutcome, _ fate: Fate, _ countsRows: Bool, by sampler: RowSampler,
    _ witness: () -> Witness?
  ) {
    guard case .counted(_, _, let amount) = outcome.fate else { return }
    var measure: Decimal? = countsRows ? Decimal(1) : nil
    if !countsRows, case .exact(let known) = amount { measure = known }
    let standing: RowSample.Standing =
      switch fate.condition {
      case .holds: .counted
      case .fails: .notCounted
      case .unknown: .unknown
      }
    do throws(ExactError) { try sampler.take(measure, standing, witness) } catch {
      failure = Diagnostic(.error, "a measure has more digits than rows can be weighed by")
    }
  }

  /// Takes a row whose cells `send` sends; it says whether all of them are there.
  func take(_ fate: Fate, _ send: (any OutsideRows) -> Bool) {
    guard failure == nil, !isSpoilt, case .sending(let session) = purpose else { return }
    defer { rows += 1 }
    if fate.membership == .certain { certain += 1 }
    // Nothing can be concluded from some of the rows: the others are only looked at.
    guard send(session) else {
      if failure == nil {
        lacking.count += 1
        if lacking.first.count < 20 { lacking.first.append(rows) }
      }
      session.abandon()
      return
    }
    guard lacking.count == 0 else { return session.abandon() }
    do throws(Diagnostic) {
      try session.endRow(fate.membership, fate.condition)
    } catch {
      failure = error
    }
  }
}

/// Why a value cannot be sent.
private struct CellFault: Error {
  let message: String

  func diagnostic(_ role: OutsideDeclaration.Role, at place: Diagnostic.Place) -> Diagnostic {
    Diagnostic(
      .error, "the column '\(role.name)' cannot be evaluated: \(message)", at: place,
      help: "correct the cells that the expression reads, or the expression")
  }
}

/// Cells as they are sent.
extension RowFeed {
  /// A value as it is sent again and again.
  func written(_ value: Value, in column: Int) -> Written {
    guard case .sending(let session) = purpose else { return .wrong }
    switch cell(value, roles[column]) {
    case .failure: return .wrong
    case .success(.unknown) where !roles[column].isNullable:
      lackedColumn = lackedColumn ?? roles[column].name
      return .lacking
    case .success(let cell): return .cell(session.written(cell))
    }
  }

  /// A number of so many decimal places, as the column wants it.
  func number(_ number: Int64, scale: Int, in column: Int) -> OutsideCell {
    roles[column].type == .integer
      ? .integer(Int(number)) : .decimal(Decimal(coefficient: Int128(number), scale: scale))
  }

  private func cell(
    _ value: Value, _ role: OutsideDeclaration.Role
  ) -> Result<OutsideCell, CellFault> {
    switch (value, role.type) {
    case (.unknown, _): return .success(.unknown)
    case (.string(let text), .text):
      return .success(.text(hidesTexts ? hexadecimal(digest(text)) : text))
    case (.decimal(let number), .decimal): return .success(.decimal(number))
    case (.int(let number), .decimal): return .success(.decimal(Decimal(number)))
    case (.date(let day), .date): return .success(.date(day))
    case (.bool(let flag), .bool): return .success(.bool(flag))
    case (.int(let number), .integer) where number.magnitude < 1 << 53:
      return .success(.integer(Int(number)))
    case (.error(let error), _): return .failure(CellFault(message: error.discreetMessage))
    default:
      return .failure(CellFault(message: "it is no \(role.type.rawValue) that can be sent"))
    }
  }
}
