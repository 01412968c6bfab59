import CEL
import Diagnostics
import Exact
import HoldfastModel

/// Checks one commitment over the rows that it will be run on.
struct CommitmentCheck {
  let pack: Pack
  let commitment: Commitment
  let institution: Institution?
  let schema: RowSchema
  let compiler: ExpressionCompiler
  let checker: CheckerDeclaration?
  /// The parts that it is made of, checked.
  var components: [(name: String, commitment: CheckedCommitment)] = []

  /// The checked commitment; nil, with diagnostics, where something is wrong with it.
  func run(_ diagnostics: inout [Diagnostic]) -> CheckedCommitment? {
    var found: [Diagnostic] = []
    let isCounting = checker?.derive == nil
    // The expressions of what counts no rows itself are those of its parts.
    let own = isCounting ? commitment : commitment.withoutExpressions
    let among = compiler.part(own.among, "among", giving: [.bool], &found)
    let condition = compiler.part(own.condition, "where", giving: [.bool], &found)
    let measure = compiler.part(own.measure, "measure", giving: [.decimal, .int], &found)
    var leaveOut: [CheckedPart] = []
    for item in own.leaveOut {
      if let part = compiler.part(item.when, "when", giving: [.bool], &found) {
        leaveOut.append(part)
      }
    }
    let dataset = isCounting ? institution?.dataset(commitment.dataset.value) : nil
    let keep = keepPart(dataset, &found)
    let key = compiler.part(own.key, "by", giving: [.string], &found)
    let columns = columns(&found)
    let parts =
      [among, condition, measure, keep, key].compactMap { $0 } + leaveOut + columns.map(\.part)
    checkNeeds(parts, &found)
    checkParameters(parts, &found)
    checkPeriod(dataset, &found)
    let currency = currency(measure, &found)
    let group = isCounting ? groupSlot(&found) : nil
    let finder = finder(parts)
    checkAreas(finder, &found)
    let literals = freeLiterals(finder, &found)
    let resolver = TargetResolver(
      pack: pack, unit: checker?.unit(of: commitment) ?? .rows, keyword: checker?.keyword,
      currency: currency, isCurrencyKnown: institution != nil)
    checkTakesTarget(&found)
    checkEditions(finder, &found)
    checkColumnEditions(finder, &found)
    var lines: [(from: CivilDate?, aim: Aim)] = []
    for step in commitment.schedule {
      if let aim = resolver.aim(step.target, &found) { lines.append((step.from, aim)) }
    }
    let jointLines = (commitment.joint?.schedule ?? []).compactMap { step in
      resolver.aim(step.target, &found).map { (from: step.from, aim: $0) }
    }
    let stretch = commitment.stretch.flatMap { resolver.aim($0, &found) }
    checkBaseline(lines.map(\.aim) + [stretch].compactMap { $0 }, &found)
    if let value = commitment.baseline?.value {
      // What grows has a unit of its own, whatever its growth is told in.
      var difference = commitment
      difference.options["as"] = .word("difference")
      resolver.check(value, in: checker?.unit(of: difference) ?? .rows, commitment, &found)
    }
    let blockWhen = blockWhen(&found)
    diagnostics += found
    guard found.isEmpty else { return nil }
    return CheckedCommitment(
      pack: pack, commitment: commitment, schema: schema, keep: keep, among: among,
      condition: condition, measure: measure, key: key, columns: columns, leaveOut: leaveOut,
      blockWhen: blockWhen,
      slots: Set(parts.flatMap(\.program.slots) + [group].compactMap { $0 }).sorted(),
      groupSlot: group, lines: lines, jointLines: jointLines, stretch: stretch,
      components: components,
      isCounting: isCounting, literals: literals,
      areas: Set(finder.areas.compactMap(\.name) + components.flatMap(\.commitment.areas)).sorted(),
      areaTexts: areaTexts(finder), currency: currency,
      definitions: components.reduce(finder.definitions) { names, part in
        names.merging(part.commitment.definitions) { own, _ in own }
      })
  }

  /// A line drawn from a baseline wants one, and a baseline a line that is drawn from it.
  private func checkBaseline(_ aims: [Aim], _ found: inout [Diagnostic]) {
    let drawn = aims.compactMap(\.fromBaseline).first
    if let drawn, commitment.baseline == nil {
      found.append(
        Diagnostic(
          "the target speaks of a baseline, and '\(commitment.id)' has none", at: drawn.span,
          help: "add baseline: { period: previous }, or another"))
    }
    let isMeasured = checker?.keys[.baseline] == .required
    if let baseline = commitment.baseline, drawn == nil, !isMeasured, !aims.isEmpty {
      found.append(
        Diagnostic(
          "the baseline is not used: the target does not speak of it", at: baseline.span,
          help: "write for example target: \">= baseline\""))
    }
  }

  private func keepPart(_ dataset: Dataset?, _ found: inout [Diagnostic]) -> CheckedPart? {
    guard let keep = dataset?.keep else { return nil }
    return RowRules.part(keep, "keep", schema, &found)
  }

  /// Columns that the pack reads must stand in its needs, where it lists any of the dataset.
  private func checkNeeds(_ parts: [CheckedPart], _ found: inout [Diagnostic]) {
    let needs = pack.needs.filter { $0.dataset == commitment.dataset.value }.map(\.column)
    guard !needs.isEmpty, institution != nil else { return }
    let own = parts.filter { $0.source.span.source === commitment.span.source }
    let read = own.flatMap(\.expression.variables) + [commitment.per?.value].compactMap { $0 }
    let names = Set(read).filter { !$0.hasPrefix("params.") }
    for name in names.subtracting(needs).sorted() {
      found.append(
        Diagnostic(
          "'\(commitment.id)' reads '\(name)', which the pack's needs do not list",
          at: commitment.span, help: "add it under needs: \(commitment.dataset.value):"))
    }
  }

  func checkParameters(_ parts: [CheckedPart], _ found: inout [Diagnostic]) {
    let read = Set(parts.flatMap(\.expression.variables))
    for parameter in pack.parameters
    where parameter.value == nil && read.contains("params.\(parameter.name)") {
      found.append(
        Diagnostic(
          "parameter '\(parameter.name)' has no value", at: parameter.span,
          help: "give it a default, or a value in a parameters file"))
    }
  }

  private func checkPeriod(_ dataset: Dataset?, _ found: inout [Diagnostic]) {
    guard let dataset, commitment.period != nil, !dataset.isDated, dataset.snapshot == nil
    else { return }
    if dataset.name == CommitmentRegister.name, dataset.files.isEmpty {
      found.append(
        Diagnostic(
          "'\(commitment.id)' asks for a period, but the commitments of a run have no dates",
          at: commitment.span, help: "remove period:"))
      return
    }
    if commitment.id.contains("/") {
      found.append(
        Diagnostic(
          "'\(commitment.id)' asks for a period, but dataset '\(dataset.name)' has no dates",
          at: commitment.span,
          help: "write period: all in this part, or give the dataset period_by: or snapshot:"))
      return
    }
    found.append(
      Diagnostic(
        "'\(commitment.id)' asks for a period, but dataset '\(dataset.name)' has no dates",
        at: commitment.span,
        help: "add period_by: with a date column, or snapshot: with the day it describes"))
  }

  private func currency(_ measure: CheckedPart?, _ found: inout [Diagnostic]) -> String? {
    guard let measure else {
      // A difference is in the unit of what it is the difference of.
      return checker?.derive == nil ? nil : components.first?.commitment.currency
    }
    let codes = Set(
      measure.program.slots.compactMap { schema.slots[$0].column?.currency })
    guard codes.count > 1 else { return codes.first }
    found.append(
      Diagnostic(
        "the measure mixes the currencies \(codes.sorted().joined(separator: " and "))",
        at: measure.source.span))
    return nil
  }

  private func groupSlot(_ found: inout [Diagnostic]) -> Int? {
    guard let per = commitment.per else {
      if commitment.groups != nil {
        found.append(Diagnostic("'groups' needs 'per'", at: commitment.span))
      }
      return nil
    }
    let names = schema.slots.filter { $0.column != nil }.map(\.name)
    guard let slot = schema.slot(per.value), schema.slots[slot].column != nil else {
      found.append(
        Diagnostic(
          "there is no column '\(per.value)' to group by", at: per.span,
          help: Nearest.hint(for: per.value, in: names)))
      return nil
    }
    guard schema.slots[slot].type == .string else {
      found.append(Diagnostic("groups come from a column of texts", at: per.span))
      return nil
    }
    return slot
  }
}

extension Commitment {
  /// The promise without what it says of rows.
  fileprivate var withoutExpressions: Commitment {
    var result = self
    (result.measure, result.condition, result.among, result.key) = (nil, nil, nil, nil)
    result.leaveOut = []
    return result
  }
}
