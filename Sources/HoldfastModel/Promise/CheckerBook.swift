public import Diagnostics

/// The checkers that packs may name: those that are built in, and those of the plugins of a run.
public struct CheckerBook: Sendable {
  /// What the checkers say of themselves, by keyword.
  private let declarations: [String: CheckerDeclaration]
  /// Plugins that could not say what they bring, and why, by name.
  private let failures: [String: Diagnostic]
  /// The keywords of all checkers, sorted.
  public let keywords: [String]

  /// A book of checkers, and of plugins of which nothing else is known than why they failed.
  public init(_ declarations: [CheckerDeclaration], failures: [String: Diagnostic] = [:]) {
    self.declarations = Dictionary(
      declarations.map { ($0.keyword, $0) }, uniquingKeysWith: { first, _ in first })
    self.failures = failures
    keywords = self.declarations.keys.sorted()
  }

  /// All of them, by keyword.
  public var all: [CheckerDeclaration] { keywords.compactMap { declarations[$0] } }

  /// What the checker of a keyword says of itself.
  ///
  /// A checker of a plugin that failed, or that a plugin does not have, is declared as one that
  /// takes whatever it is given: its commitments are errors by themselves, and keep no others from
  /// being evaluated.
  public subscript(keyword: String) -> CheckerDeclaration? {
    if let known = declarations[keyword] { return known }
    let parts = keyword.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty else { return nil }
    let plugin = String(parts[0])
    if let failure = failures[plugin] { return .failed(keyword, of: plugin, failure) }
    let others = declarations.values.filter { $0.outside?.plugin == plugin }.map(\.keyword).sorted()
    guard !others.isEmpty else { return nil }
    let failure = Diagnostic(
      .error, "the plugin '\(plugin)' has no checker '\(parts[1])'",
      help: Nearest.hint(for: keyword, in: others)
        ?? "its checkers are \(others.joined(separator: ", "))")
    return .failed(keyword, of: plugin, failure)
  }
}

extension CheckerDeclaration {
  /// A checker that cannot be asked anything, and why.
  fileprivate static func failed(
    _ keyword: String, of plugin: String, _ failure: Diagnostic
  ) -> CheckerDeclaration {
    let keys = Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0, Want.optional) })
    var result = CheckerDeclaration(
      keyword: keyword, summary: "nothing, as its plugin failed", keys: keys, unit: .number)
    // Whatever the target is written in is taken for what the checker measures in.
    result.unitOf = { commitment in
      let units = commitment.schedule.flatMap(\.target.quantities).compactMap(\.writtenUnit)
      if units.contains(.percent) { return .share }
      return units.contains(.plain) || units.isEmpty ? .number : .measure
    }
    var outside = OutsideDeclaration(plugin: plugin, readsRows: false, roles: [], digest: "") { _ in
      []
    }
    outside.failure = failure
    result.outside = outside
    return result
  }
}

extension Target.Quantity {
  /// What it is written in, as far as that can be seen.
  fileprivate var writtenUnit: TargetUnit? {
    switch self {
    case .number(_, let unit), .baseline(.plus(_, let unit)): unit
    case .baseline, .expression: nil
    }
  }
}
