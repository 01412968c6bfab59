import HoldfastModel

/// Fits the datasets that were found to what packs ask for.
struct PackFit {
  /// The datasets that answer a need, with the names that the packs use.
  private(set) var datasets: [DraftDataset] = []
  /// What no file looks like.
  private(set) var missing: [(dataset: String, needs: [Need])] = []
  /// Datasets that no pack asks for.
  private(set) var unneeded: [DraftDataset] = []

  init(_ found: [DraftDataset], _ needs: [Need]) {
    var left = found
    var order: [String] = []
    for need in needs where !order.contains(need.dataset) { order.append(need.dataset) }
    for name in order {
      fit(name, needs.filter { $0.dataset == name }, &left)
    }
    unneeded = left
  }

  /// Finds the dataset of some needs, and those that its references lead to.
  private mutating func fit(_ name: String, _ needs: [Need], _ left: inout [DraftDataset]) {
    let own = needs.filter { !$0.column.contains(".") }
    guard let index = Self.best(own.isEmpty ? needs : own, name, left) else {
      missing.append((name, needs))
      return
    }
    var dataset = left.remove(at: index)
    dataset.take(own, as: name)
    var targets: [DraftDataset] = []
    for (name, needs) in Self.references(needs) {
      targets += [follow(name, needs, from: &dataset, &left)].compactMap { $0 }
    }
    datasets += [dataset] + targets
  }

  /// The dataset that a reference leads to.
  private func follow(
    _ name: String, _ needs: [Need], from dataset: inout DraftDataset, _ left: inout [DraftDataset]
  ) -> DraftDataset? {
    let found = dataset.references.first { reference in
      left.contains { $0.name == reference.to }
    }
    let candidates = left.filter { found == nil || $0.name == found?.to }
    guard let best = Self.best(needs, name + "s", candidates),
      let index = left.firstIndex(where: { $0.name == candidates[best].name })
    else {
      dataset.unmet.append((name, needs))
      return nil
    }
    var target = left.remove(at: index)
    dataset.references.removeAll { $0.to == target.name }
    target.take(needs, as: name + "s")
    dataset.references.append((name, to: target.name, by: found?.by ?? Page.answer))
    return target
  }

  private static func references(_ needs: [Need]) -> [(name: String, needs: [Need])] {
    var result: [(name: String, needs: [Need])] = []
    for need in needs {
      guard let dot = need.column.firstIndex(of: ".") else { continue }
      let name = String(need.column[..<dot])
      if let index = result.firstIndex(where: { $0.name == name }) {
        result[index].needs.append(need)
      } else {
        result.append((name, [need]))
      }
    }
    return result
  }

  /// The dataset that answers most; one of the right name goes before.
  private static func best(_ needs: [Need], _ name: String, _ datasets: [DraftDataset]) -> Int? {
    let scores = datasets.map { dataset in
      needs.reduce(0) { $0 + (NeedMatch($1).best(of: dataset.columns)?.score ?? 0) }
        + (dataset.name == name ? 50 : 0)
    }
    guard let most = scores.max(), most > 0 else { return nil }
    return scores.firstIndex(of: most)
  }
}

extension DraftDataset {
  /// Gives columns the names that are asked for, and notes what is not there.
  mutating func take(_ needs: [Need], as name: String) {
    self.name = name
    isAsked = true
    var free = columns
    for need in needs {
      let match = NeedMatch(need)
      guard let best = match.best(of: free) else {
        gaps.append(need)
        continue
      }
      free.removeAll { $0.name == best.column.name }
      answer(need, named: match.name, with: best.column.name, rivals: best.rivals)
    }
  }
}
