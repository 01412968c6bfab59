import Diagnostics
import HoldfastModel

/// Holds the new rows of awards to the rule that an award adds rows and changes none.
struct NewRows {
  private let base: GateBase

  init(_ base: GateBase) { self.base = base }

  /// What is wrong with the new rows of an award, in the light of those that are reserved.
  func problems(_ award: Award, _ reserved: [Award]) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for (name, items) in award.new.sorted(by: { $0.key < $1.key }) {
      var known: [TextKey: AwardRow] = [:]
      for other in reserved {
        for item in other.new[name] ?? [] where known[item.key] == nil {
          known[item.key] = item.row
        }
      }
      for item in items {
        let isHidden = base.request.institution.dataset(name)?.hidesKey ?? true
        if isTaken(item.key, in: name) {
          problems.append(AwardMessage.taken(item.key, item.row, isHidden: isHidden))
        } else if let other = known[item.key], !other.isSame(as: item.row) {
          problems.append(AwardMessage.differs(item.key, item.row, isHidden: isHidden))
        }
        known[item.key] = item.row
      }
    }
    return problems
  }

  private func isTaken(_ key: TextKey, in name: String) -> Bool {
    base.readings.values.contains { reading in
      zip(reading.dataset.references, reading.tables).contains { reference, table in
        guard reference.dataset.value == name, case .success(let table) = table else {
          return false
        }
        return table.holds(key)
      }
    }
  }
}

extension AwardRow {
  /// Whether it says the same as another.
  fileprivate func isSame(as other: AwardRow) -> Bool {
    cells.map(\.distinctBytes) == other.cells.map(\.distinctBytes)
  }
}
