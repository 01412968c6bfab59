public import Diagnostics
public import HoldfastModel

/// The checkers outside the program that a run may ask.
public struct OutsideCheckers: Sendable {
  /// None: packs may name what is built in.
  public static let none = OutsideCheckers([])

  /// Every checker that packs may name, those that are built in included.
  public let book: CheckerBook
  private let checkers: [String: any OutsideChecker]
  /// Why all that a plugin said is worth nothing, by its name.
  private var failures: [String: Diagnostic] = [:]

  /// Some checkers, and plugins that could not say which they have, by name.
  public init(_ checkers: [any OutsideChecker], failures: [String: Diagnostic] = [:]) {
    self.checkers = Dictionary(
      checkers.map { ($0.declaration.keyword, $0) }, uniquingKeysWith: { first, _ in first })
    book =
      checkers.isEmpty && failures.isEmpty
      ? Checkers.book
      : CheckerBook(Checkers.declarations + checkers.map(\.declaration), failures: failures)
  }

  /// The checker of a commitment; throws why it cannot be asked.
  public func checker(
    of commitment: Commitment
  ) throws(Diagnostic) -> any OutsideChecker {
    let place = Diagnostic.Place.span(commitment.check.span)
    let plugin = commitment.outside?.declaration.plugin
    if let failure = commitment.outside?.declaration.failure ?? plugin.flatMap({ failures[$0] }) {
      throw Diagnostic(.error, failure.message, at: place, help: failure.help)
    }
    guard commitment.outside != nil, let found = checkers[commitment.check.value] else {
      throw Diagnostic(
        .error, "'\(commitment.check.value)' cannot be asked here", at: place,
        help: "name the folder of its plugin with --plugins FOLDER, and give it a commitment of "
          + "its own rather than a part of another")
    }
    return found
  }

  /// What `make` makes once the checkers that it asked have ended well; made once more, without
  /// those that have not.
  public func settled<Result, Failure: Error>(
    _ make: (OutsideCheckers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let result = try make(self)
    guard !checkers.isEmpty else { return result }
    var broken = self
    for checker in checkers.values.sorted(by: { $0.declaration.keyword < $1.declaration.keyword }) {
      guard let plugin = checker.declaration.outside?.plugin else { continue }
      do throws(Diagnostic) { try checker.close() } catch { broken.failures[plugin] = error }
    }
    return broken.failures.count == failures.count ? result : try make(broken)
  }
}
