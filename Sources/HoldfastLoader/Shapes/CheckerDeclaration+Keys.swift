import HoldfastModel

/// Which of the keys that shapes declare for all commitments a checker takes: readers refuse the
/// others, and schemas leave them out.
extension CheckerDeclaration {
  /// The keys that speak of rows, beyond those that checkers declare one by one.
  static let rowKeys = ["among", "leave_out", "may_be_empty", "counted_once_with"]

  /// The keys of which one says the line to reach.
  static let targetKeys = ["target", "schedule", "joint"]

  /// The further keys that say a line to reach; the check of targets refuses them.
  static let lineKeys = ["schedule", "stretch"]

  /// Whether a commitment may leave the dataset away: the checker knows it itself, or its parts do.
  var mayLackDataset: Bool { isWithoutRows || isWithoutDataset || !partNames.isEmpty }

  /// Whether it may be that of a part: it counts rows itself, and takes no parameters.
  var mayBePart: Bool { derive == nil && outside == nil }

  /// Whether what rows of several institutions come to can be told from what each adds.
  private var mayBeJoint: Bool {
    guard derive == nil, keys[.target] != nil else { return false }
    return outside.map { !$0.readsRows && !comparesGroups } ?? true
  }

  /// What a part has to say to it. A part says nothing of the line, and its groups are those of the
  /// whole.
  var neededInParts: [String] {
    Key.allCases.filter { keys[$0] == .required && Self.isForParts($0) }.map(\.rawValue)
  }

  /// The ways of `missing` that a part may have: which side hurts is a matter of the line.
  var missingInParts: [MissingRule] { missingRules.filter { $0 != .worst } }

  /// Whether a part says such a thing itself.
  static func isForParts(_ key: Key) -> Bool { ![.target, .baseline, .per].contains(key) }

  /// Whether it takes a key that every commitment may have.
  func takes(_ name: String) -> Bool {
    if let key = Key(rawValue: name) { return keys[key] != nil }
    if name == "of" { return !isWithoutRows && !isWithoutDataset }
    if Self.rowKeys.contains(name) { return !isWithoutRows }
    if Self.lineKeys.contains(name) { return keys[.target] != nil }
    if name == "joint" { return mayBeJoint }
    if name == "score" { return unit == .share || unitOf != nil }
    return true
  }
}
