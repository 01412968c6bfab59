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
  }

  private let commitment: CheckedCommitment
  private let purpose: Purpose
  private let period: Period?
  private let direction: CheckerContext.Direction?
  /// Whether texts are told as digests.
  private let hidesTexts: Bool
  private let roles: [OutsideDeclaration.Role]

  /// How many rows there were.
  private(set) var rows = 0
  /// How many of them count for certain.
  private(set) var certain = 0
  /// Rows that lack a cell that the checker cannot do without.
  private(set) var lacking = 0
  /// The first column that they lack.
  private(set) var lackedColumn: String?
  /// Rows to show.
  private(set) var witnesses: [Witness] = []
  /// What keeps rows from being sent.
  private(set) var failure: Diagnostic?

  init(
    _ commitment: CheckedCommitment, _ dataset: Dataset, _ period: Period, _ purpose: Purpose
  ) {
    self.commitment = commitment
    self.purpose = purpose
    self.period = dataset.periodBy == nil ? nil : period
    direction = commitment.direction(on: period.to)
    hidesTexts = commitment.hidesKeys(in: dataset)
    let all = commitment.commitment.outside?.declaration.roles ?? []
    roles = commitment.columns.compactMap { column in all.first { $0.name == column.role } }
  }

  /// Takes a row, where it is one of the commitment's.
  func take(
    _ outcome: RowOutcome, _ row: RowView, _ bucket: Tally.Bucket, at place: Diagnostic.Place,
    _ witness: ([String]) -> Witness?
  ) {
    guard failure == nil, case .counted(var membership, let condition, _) = outcome.fate,
      // A row that is counted stands for itself, whatever amounts its columns hold.
      let settled = commitment.commitment.missing.settled(
        RowClass(membership, condition, .positive), direction)?.condition
    else { return }
    switch bucket {
    case .starting(let day): guard period?.contains(day) ?? true else { return }
    case .dateUnknown: membership = .possible
    case .undated: break
    }
    defer { rows += 1 }
    if membership == .certain { certain += 1 }
    switch purpose {
    case .showing(let wanted):
      if wanted.contains(rows), let shown = witness([]) { witnesses.append(shown) }
    case .sending(let session):
      do throws(Diagnostic) {
        guard let cells = try cells(row, at: place, witness) else { return }
        for (column, cell) in cells.enumerated() { session.append(cell, to: column) }
        try session.endRow(membership, settled)
      } catch {
        failure = error
      }
    }
  }

  /// The cells of a row; nil where one is unknown that has to be known. From there on rows are only
  /// counted: nothing can be concluded from some of them.
  private func cells(
    _ row: RowView, at place: Diagnostic.Place, _ witness: ([String]) -> Witness?
  ) throws(Diagnostic) -> [OutsideCell]? {
    var result: [OutsideCell] = []
    for (column, role) in zip(commitment.columns, roles) {
      let cell = try cell(column.part.program.evaluate(row), role, at: place)
      if cell == .unknown, !role.isNullable {
        lacking += 1
        lackedColumn = lackedColumn ?? role.name
        if witnesses.count < 20, let shown = witness([column.part.source.text]) {
          witnesses.append(shown)
        }
        return nil
      }
      result.append(cell)
    }
    return lacking == 0 ? result : nil
  }

  private func cell(
    _ value: Value, _ role: OutsideDeclaration.Role, at place: Diagnostic.Place
  ) throws(Diagnostic) -> OutsideCell {
    switch (value, role.type) {
    case (.unknown, _): return .unknown
    case (.string(let text), .text): return .text(hidesTexts ? hexadecimal(digest(text)) : text)
    case (.decimal(let number), .decimal): return .decimal(number)
    case (.int(let number), .decimal): return .decimal(Decimal(number))
    case (.date(let day), .date): return .date(day)
    case (.bool(let flag), .bool): return .bool(flag)
    case (.int(let number), .integer) where abs(number) < 1 << 53: return .integer(Int(number))
    case (.error(let error), _): throw wrong(role, error.discreetMessage, place)
    default: throw wrong(role, "it is no \(role.type.rawValue) that can be sent", place)
    }
  }

  private func wrong(
    _ role: OutsideDeclaration.Role, _ message: String, _ place: Diagnostic.Place
  ) -> Diagnostic {
    Diagnostic(
      .error, "the column '\(role.name)' cannot be evaluated: \(message)", at: place,
      help: "correct the cells that the expression reads, or the expression")
  }
}
