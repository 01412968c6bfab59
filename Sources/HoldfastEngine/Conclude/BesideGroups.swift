import HoldfastExpressions
import HoldfastModel

/// Commitments that a run does not judge and counts all the same: which groups of persons they hide
/// is hidden by others too, so that runs over some commitments each tell no more than one over all.
struct BesideGroups {
  private let names: Set<String>
  private let columns: Set<[String]>
  private let institution: Institution

  /// For the commitments that a run counts anyhow.
  init(_ some: [CheckedCommitment], of institution: Institution) {
    names = Set(some.map(\.name))
    columns = Set(some.flatMap { Self.columns(of: $0, institution) })
    self.institution = institution
  }

  /// Those of a run's commitments that are told by the same groups. What a checker outside the
  /// program counts is not asked for.
  func commitments(among all: [CheckedCommitment]) -> [CheckedCommitment] {
    guard !columns.isEmpty else { return [] }
    return all.filter { commitment in
      !names.contains(commitment.name) && commitment.commitment.outside == nil
        && Self.columns(of: commitment, institution).contains { columns.contains($0) }
    }
  }

  private static func columns(
    of commitment: CheckedCommitment, _ institution: Institution
  ) -> [[String]] {
    commitment.counted.compactMap { part in
      institution.dataset(part.schema.dataset).flatMap(part.columnOfPersons)
    }
  }
}

extension CheckedCommitment {
  /// The dataset and the column by whose groups it tells of persons; nil where it does not.
  func columnOfPersons(in dataset: Dataset) -> [String]? {
    guard let groupSlot, isPersonal(in: dataset) else { return nil }
    return [dataset.name, schema.slots[groupSlot].name]
  }
}
