import CEL
import Diagnostics
import HoldfastModel

/// Holds what a pack asks for against what an institution maps.
struct NeedsCheck {
  let pack: Pack
  let institution: Institution?

  func diagnostics() -> [Diagnostic] {
    guard let institution else { return [] }
    let used = Set(pack.commitments.map(\.dataset.value))
    return pack.needs.compactMap { need in
      guard used.contains(need.dataset), let dataset = institution.dataset(need.dataset) else {
        return nil
      }
      return problem(need, dataset, institution)
    }
  }

  private func problem(
    _ need: Need, _ dataset: Dataset, _ institution: Institution
  ) -> Diagnostic? {
    let schema = RowSchema(dataset: dataset, institution: institution, pack: pack)
    let what = "column '\(need.column)' of '\(need.dataset)'"
    guard let slot = schema.slot(need.column), let column = schema.slots[slot].column else {
      let means = need.means.map { " (\($0))" } ?? ""
      let names = schema.slots.filter { $0.column != nil }.map(\.name)
      return Diagnostic(
        "the pack '\(pack.id)' needs \(what)\(means), which the institution does not map",
        at: dataset.span,
        help: Nearest.hint(for: need.column, in: names) ?? "declare it under columns:")
    }
    if column.type.cel != need.type.cel {
      return Diagnostic(
        "the pack '\(pack.id)' needs \(what) as \(need.type.rawValue), but it is declared as "
          + column.type.rawValue, at: column.span,
        help: "declare it with type: \(need.type.rawValue)")
    }
    if !need.bases.isEmpty, !need.bases.contains(column.basis ?? "") {
      let bases = need.bases.joined(separator: " or ")
      return Diagnostic(
        "the pack '\(pack.id)' needs \(what) with its basis, \(bases)", at: column.span,
        help: "say whether the amounts include tax: basis: \(need.bases[0])")
    }
    return nil
  }
}
