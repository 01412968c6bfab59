public import Diagnostics
public import HoldfastCheckers
public import HoldfastExpressions
public import HoldfastModel

/// What plugins say of the commitments that name them, before there is a row.
public struct Rehearsal {
  /// Why plugins cannot be asked for some commitments.
  public private(set) var problems: [Diagnostic] = []

  /// Asks what each plugin wants counted, and opens what reads rows.
  public init(
    _ commitments: [CheckedCommitment], _ institution: Institution?, _ outside: OutsideCheckers
  ) {
    let asked = commitments.flatMap(\.counted).filter { $0.commitment.outside != nil }
    guard !asked.isEmpty else { return }
    problems = outside.settled { outside in
      asked.compactMap { commitment in
        do throws(Diagnostic) {
          try Self.ask(commitment, institution, outside)
          return nil
        } catch {
          return error
        }
      }
    }
  }

  private static func ask(
    _ commitment: CheckedCommitment, _ institution: Institution?, _ outside: OutsideCheckers
  ) throws(Diagnostic) {
    let checker = try outside.checker(of: commitment.commitment)
    let dataset = institution?.dataset(commitment.schema.dataset)
    // Whatever is not known to be no matter of persons may be one.
    let isPersonal = dataset.map(commitment.isPersonal) ?? true
    let context = OutsideContext(
      commitment.commitment, unit: commitment.currency.map(Measurement.Unit.money) ?? .number,
      isPersonal: isPersonal)
    _ = try checker.plan(context)
    guard commitment.readsOutside else { return }
    // Whoever is let go without rows is ended.
    _ = try checker.open(context, roles: commitment.columns.map(\.role), workers: 1)
  }
}
