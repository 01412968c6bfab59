import HoldfastExpressions
import HoldfastModel

/// The choices behind a commitment, each with what would have been without it: a blank that means
/// nothing, rows that are not left out, an area drawn as large and as small as it can be.
struct VariantPlan {
  let commitment: CheckedCommitment
  let dataset: Dataset
  let aggregates: Set<Aggregate>
  /// The same commitment with an area drawn otherwise, by area.
  let redrawn: [String: [CheckedCommitment]]

  func variants() -> [Tallier.Variant] {
    // Who reads rows would have to read them again for each.
    guard !commitment.readsOutside else { return [] }
    var result: [Tallier.Variant] = []
    for area in commitment.areas {
      result += (redrawn[area] ?? []).map { variant("areas.\(area)", judge($0)) }
    }
    for slot in commitment.slots {
      guard let column = commitment.schema.slots[slot].column, column.blank != .unknown else {
        continue
      }
      result.append(
        variant(Self.blankName(commitment.schema.slots[slot], dataset), judge(commitment), slot))
    }
    for (index, item) in commitment.commitment.leaveOut.enumerated() {
      result.append(
        variant(
          "\(commitment.promiseName).leave_out.\(item.id)",
          judge(commitment, withoutLeaveOut: index)))
    }
    return result
  }

  /// The name of the choice that says what a blank cell means.
  static func blankName(_ slot: RowSchema.Slot, _ dataset: Dataset) -> String {
    guard case .reference(let place, _) = slot.source, let column = slot.column else {
      return "\(dataset.name).\(slot.name).blank"
    }
    return "\(dataset.references[place].dataset.value).\(column.name).blank"
  }

  private func judge(_ commitment: CheckedCommitment, withoutLeaveOut: Int? = nil) -> Judge {
    Judge(
      commitment, aggregates: aggregates, references: dataset.references,
      hidesKeys: commitment.hidesKeys(in: dataset), withoutLeaveOut: withoutLeaveOut)
  }

  private func variant(_ choice: String, _ judge: Judge, _ blank: Int? = nil) -> Tallier.Variant {
    Tallier.Variant(choice: choice, judge: judge, openBlank: blank)
  }
}
