public import CEL
public import Diagnostics
import Exact
public import HoldfastModel

/// Checks a pack against an institution, or against its own needs where there is none.
public struct PackChecker {
  private let pack: Pack
  private let institution: Institution?
  private let checkers: CheckerBook
  private let areas: [String: AreaTest]
  private let zones: ZoneFinder?

  /// A checker of a pack. `areas` gives the tests of the institution's areas; those that are
  /// missing are taken to answer "unknown". `zones` finds the rules of named time zones.
  public init(
    pack: Pack, institution: Institution?, checkers: CheckerBook,
    areas: [String: AreaTest] = [:], zones: ZoneFinder? = nil
  ) {
    self.zones = zones
    self.pack = pack
    self.institution = institution
    self.checkers = checkers
    let declared = (institution?.areas ?? []).map { ($0.name, { _ in nil } as AreaTest) }
    self.areas = areas.merging(declared) { given, _ in given }
  }

  /// The commitments that can run, and every mistake.
  public func check() -> (commitments: [CheckedCommitment], diagnostics: [Diagnostic]) {
    var diagnostics = NeedsCheck(pack: pack, institution: institution).diagnostics()
    var rows: [String: Rows] = [:]
    let result = check(pack.commitments, over: &rows, &diagnostics)
    diagnostics += unusable(rows.sorted { $0.key < $1.key }.map(\.value.compiler))
    return (result, diagnostics)
  }

  /// Commitments that were found in order, once more: over areas that are drawn otherwise, say.
  public func check(
    only ids: Set<String>
  ) -> (commitments: [CheckedCommitment], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var rows: [String: Rows] = [:]
    let wanted = pack.commitments.filter { ids.contains($0.id) }
    return (check(wanted, over: &rows, &diagnostics), diagnostics)
  }

  /// What expressions over a dataset can read, and what compiles them.
  private struct Rows {
    let schema: RowSchema
    let compiler: ExpressionCompiler
  }

  private func check(
    _ commitments: [Commitment], over rows: inout [String: Rows],
    _ diagnostics: inout [Diagnostic]
  ) -> [CheckedCommitment] {
    commitments.compactMap { commitment in
      let checked = check(commitment, over: &rows, &diagnostics)
      return commitment.isTemplate ? nil : checked
    }
  }

  /// A commitment, its parts first.
  private func check(
    _ commitment: Commitment, over rows: inout [String: Rows],
    _ diagnostics: inout [Diagnostic]
  ) -> CheckedCommitment? {
    let checker = checkers[commitment.check.value]
    var components: [(name: String, commitment: CheckedCommitment)] = []
    var isWhole = true
    // A baseline has the mistakes of what it is the baseline of; they are told once.
    var known = DiagnosticSet()
    for part in checker?.parts(of: commitment) ?? [] {
      var found: [Diagnostic] = []
      if let checked = check(part.commitment, over: &rows, &found) {
        components.append((part.name, checked))
      } else {
        isWhole = false
      }
      diagnostics += found.filter { known.insert($0) }
    }
    var found: [Diagnostic] = []
    let check = check(commitment, components, over: &rows, &found)
    let checked = check?.run(&found)
    diagnostics += found.filter { known.insert($0) }
    return isWhole ? checked : nil
  }

  /// What checks a commitment's own expressions; nil where nothing is known of its rows.
  private func check(
    _ commitment: Commitment,
    _ components: [(name: String, commitment: CheckedCommitment)],
    over rows: inout [String: Rows], _ diagnostics: inout [Diagnostic]
  ) -> CommitmentCheck? {
    let checker = checkers[commitment.check.value]
    if checker?.derive != nil {
      // It reads no rows itself.
      var bare = pack
      bare.needs = []
      let schema = components.first?.commitment.schema ?? RowSchema(dataset: "", needs: bare)
      return CommitmentCheck(
        pack: pack, commitment: commitment, institution: institution, schema: schema,
        compiler: ExpressionCompiler(schema: schema, areas: [:], definitions: []),
        checker: checker, components: components)
    }
    let name = commitment.dataset.value
    if rows[name] == nil, let schema = schema(commitment, &diagnostics) {
      let compiler = ExpressionCompiler(
        schema: schema, areas: areas, definitions: pack.definitions, zones: zones)
      rows[name] = Rows(schema: schema, compiler: compiler)
    }
    guard let rows = rows[name] else {
      diagnostics += syntaxProblems(commitment)
      return nil
    }
    return CommitmentCheck(
      pack: pack, commitment: commitment, institution: institution, schema: rows.schema,
      compiler: rows.compiler, checker: checker, components: components)
  }

  /// What can be said of expressions whose columns nobody knows: whether they are expressions.
  private func syntaxProblems(_ commitment: Commitment) -> [Diagnostic] {
    let texts =
      [commitment.among, commitment.condition, commitment.measure, commitment.key].compactMap { $0 }
      + commitment.leaveOut.map(\.when)
    return texts.flatMap { text -> [Diagnostic] in
      do throws(IssueList) {
        _ = try Environment().parse(text.text)
        return []
      } catch {
        return error.diagnostics(in: text)
      }
    }
  }

  /// Mistakes in definitions that no dataset of the pack can do anything with.
  private func unusable(_ compilers: [ExpressionCompiler]) -> [Diagnostic] {
    guard let first = compilers.first else { return [] }
    return pack.definitions.flatMap { definition -> [Diagnostic] in
      compilers.allSatisfy { $0.broken[definition.name] != nil }
        ? first.broken[definition.name] ?? [] : []
    }
  }

  private func schema(_ commitment: Commitment, _ diagnostics: inout [Diagnostic]) -> RowSchema? {
    let name = commitment.dataset.value
    guard let institution else {
      if pack.needs.contains(where: { $0.dataset == name }) {
        return RowSchema(dataset: name, needs: pack)
      }
      if name == CommitmentRegister.name {
        var pack = pack
        pack.needs += CommitmentRegister([pack]).needs
        return RowSchema(dataset: name, needs: pack)
      }
      if name == EvidenceRegister.name {
        var pack = pack
        pack.needs += EvidenceRegister().needs(at: commitment.span)
        return RowSchema(dataset: name, needs: pack)
      }
      let known = Set(pack.needs.map(\.dataset))
      diagnostics.append(
        Diagnostic(
          "the pack's needs say nothing of the dataset '\(name)'", at: commitment.dataset.span,
          help: Nearest.hint(for: name, in: known)
            ?? "list its columns under needs:, or check the pack with --data"))
      return nil
    }
    guard let dataset = institution.dataset(name) else {
      let names = institution.datasets.map(\.name)
      diagnostics.append(
        Diagnostic(
          "the institution has no dataset '\(name)'", at: commitment.dataset.span,
          help: Nearest.hint(for: name, in: names) ?? "it has \(names.joined(separator: ", "))"))
      return nil
    }
    return RowSchema(dataset: dataset, institution: institution, pack: pack)
  }
}

/// What was said already.
private struct DiagnosticSet {
  private var texts: Set<String> = []

  /// Takes a message; false where it was said already.
  mutating func insert(_ diagnostic: Diagnostic) -> Bool {
    guard case .span(let span) = diagnostic.place else { return true }
    return texts.insert("\(span.start.line):\(span.start.column) \(diagnostic.message)").inserted
  }
}
