extension RowPlan {
  /// The rows of a list within releases: `awards[].suppliers[]`, or `releases[]` for the releases
  /// themselves. Paths begin with the list's own key: `awards.value.amount`, `suppliers.name`.
  static func releases(_ path: RowsPath) -> RowPlan {
    let steps = path.steps.first == ["releases"] ? Array(path.steps.dropFirst()) : path.steps
    return RowPlan(
      steps: steps, prefixes: [""] + steps.map { ($0.last ?? "") + "." }, keepsChildless: true)
  }
}
