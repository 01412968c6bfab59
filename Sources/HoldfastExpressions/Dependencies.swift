public import Diagnostics
import HoldfastModel

/// Which commitments rest on what others come to.
public struct Dependencies {
  private let commitments: [CheckedCommitment]
  private let places: [String: Int]
  /// What each rests on, by its place; those that rest on nothing are not there.
  private let names: [Int: [Located<String>]]

  /// For all commitments of a run.
  public init(_ commitments: [CheckedCommitment]) {
    self.commitments = commitments
    places = Dictionary(
      commitments.enumerated().map { ("\($1.pack.id)/\($1.commitment.id)", $0) },
      uniquingKeysWith: { first, _ in first })
    var names: [Int: [Located<String>]] = [:]
    for (place, commitment) in commitments.enumerated() {
      let own = commitment.dependencies
      if !own.isEmpty { names[place] = own }
    }
    self.names = names
  }

  /// Those that can run: what rests on a template waits for its target as the template does.
  public var runnable: [CheckedCommitment] {
    commitments.enumerated().filter { place, _ in
      reached(from: [place], withStart: true).allSatisfy { other in
        (names[other] ?? []).allSatisfy { places[$0.value] != nil }
      }
    }.map(\.element)
  }

  /// Whether a name is that of a template.
  private func isTemplate(_ name: String) -> Bool {
    commitments.contains { entry in
      entry.pack.commitments.contains { $0.isTemplate && "\(entry.pack.id)/\($0.id)" == name }
    }
  }

  /// Refuses what rests on commitments that are not there, or on itself.
  public func check() throws(DiagnosticList) {
    let problems = diagnostics
    try DiagnosticList(problems).throwIfErrors()
  }

  /// What is wrong with what commitments rest on. Templates are there, though they do not run.
  public var diagnostics: [Diagnostic] {
    var problems: [Diagnostic] = []
    for (place, names) in names.sorted(by: { $0.key < $1.key }) {
      for name in names where places[name.value] == nil && !isTemplate(name.value) {
        problems.append(missing(name, in: commitments[place]))
      }
    }
    guard problems.isEmpty else { return problems }
    return names.keys.sorted().filter(leadsBack).map { place in
      Diagnostic(
        "'\(commitments[place].commitment.id)' rests on itself",
        at: commitments[place].commitment.span,
        help: "take one of the commitments out of the circle")
    }
  }

  private func missing(_ name: Located<String>, in commitment: CheckedCommitment) -> Diagnostic {
    Diagnostic(
      "'\(commitment.commitment.id)' rests on '\(name.value)', which is not in this run",
      at: name.span,
      help: Nearest.hint(for: name.value, in: Array(places.keys))
        ?? "name its pack on the command line, or mend the id")
  }

  /// The names of those that are so, or rest on such.
  public func resting(where isSo: (CheckedCommitment) -> Bool) -> Set<String> {
    let names = commitments.enumerated().filter { place, _ in
      reached(from: [place], withStart: true).contains { isSo(commitments[$0]) }
    }
    return Set(names.map { "\($0.element.pack.id)/\($0.element.commitment.id)" })
  }

  private func leadsBack(_ place: Int) -> Bool {
    reached(from: [place], withStart: false).contains(place)
  }

  /// Some commitments and all that they rest on, in the order of the run.
  public func needed(for some: [CheckedCommitment]) -> [CheckedCommitment] {
    let start = some.compactMap { places["\($0.pack.id)/\($0.commitment.id)"] }
    return reached(from: start, withStart: true).sorted().map { commitments[$0] }
  }

  private func reached(from start: [Int], withStart: Bool) -> Set<Int> {
    var result: Set<Int> = withStart ? Set(start) : []
    guard !names.isEmpty else { return result }
    var next = start
    while let place = next.popLast() {
      for name in names[place] ?? [] {
        guard let other = places[name.value], result.insert(other).inserted else { continue }
        next.append(other)
      }
    }
    return result
  }
}
