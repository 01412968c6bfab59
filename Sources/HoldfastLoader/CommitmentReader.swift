import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads one commitment of a pack.
struct CommitmentReader {
  let checkers: CheckerBook
  let pack: Pack
  let problems: Problems

  /// The commitment; nil where too little of it could be read to go on.
  ///
  /// What it does not say itself is said by `base`, the same promise of a pack that is extended.
  func commitment(_ node: YAMLNode, over base: YAMLNode? = nil) -> Commitment? {
    guard var fields = Fields(node, over: base, .commitment, "the commitment", problems) else {
      return nil
    }
    let id = fields.text("id")
    fields = fields.renamed(id.map { "commitment \($0.value)" } ?? "the commitment")
    let title = fields.text("title")
    let check = fields.text("check")
    let declaration = checkers[check?.value ?? ""]
    if let declaration { fields.take(Key.own(of: declaration)) }
    // What is made of parts may leave the dataset to them.
    let isFree = declaration?.mayLackDataset ?? false
    let dataset = fields.text("of")
    if !isFree, fields.node("of") == nil {
      fields.reportMissing("of", help: "say which dataset is judged: of: spend")
    }
    if let dataset, declaration?.takes("of") == false {
      problems.add(
        "'\(check?.value ?? "")' knows itself what it judges, so it takes no dataset",
        at: dataset.span,
        help: "remove of:")
    }
    let placeholder = Located("", at: fields.span)
    var result = Commitment(
      id: id?.value ?? "?", title: title?.value ?? "", check: check ?? placeholder,
      dataset: dataset ?? placeholder, span: id?.span ?? fields.span)
    readOrigin(&fields, into: &result)
    readExpressions(&fields, into: &result)
    readTime(&fields, into: &result)
    readTargets(&fields, into: &result)
    noteUnit(of: &result)
    readConsequences(&fields, into: &result)
    readOptions(&fields, into: &result)
    // What is measured in is known once the checker's own keys are.
    readJoint(&fields, into: &result)
    readScore(&fields, into: &result)
    checkItems(result)
    readOutside(&fields, into: &result)
    readParts(&fields, into: &result)
    readBaseline(&fields, into: &result)
    if declaration?.isWithoutRows == true { refuseRows(&fields, result) }
    _ = fields.text("loosens")
    result.countedOnceWith = fields.texts("counted_once_with") ?? []
    checkKeys(&fields, result)
    fields.finish()
    return id == nil || check == nil || (dataset == nil && !isFree)
      ? nil : declaration?.rewrite?(result) ?? result
  }

  private func readOrigin(_ fields: inout Fields, into result: inout Commitment) {
    for (kind, node) in fields.pairs("tags") {
      if let text = node.scalar?.text {
        result.tags[kind.value] = text
      } else {
        problems.add("tag '\(kind.value)' must be a text", at: node.span)
      }
    }
    result.owner = fields.text("owner")?.value
    guard var source = fields.fields("source", "the source of \(fields.what)") else { return }
    let reference = source.text("ref")
    result.citation = Citation(
      reference: reference?.value ?? "", says: source.text("says")?.value,
      numberFrom: source.word("number_from"), reading: source.text("reading")?.value)
    source.finish()
    if let reference, pack.sources[reference.value] == nil {
      problems.add(
        "the pack has no source '\(reference.value)'", at: reference.span,
        help: Nearest.hint(for: reference.value, in: pack.sources.keys)
          ?? "list it under sources:")
    }
  }

  func readExpressions(
    _ fields: inout Fields, into result: inout Commitment, over parent: Commitment? = nil
  ) {
    result.measure = fields.expression("measure")
    result.condition = fields.expression("where")
    result.key = fields.expression("by")
    result.among = fields.expression("among") ?? parent?.among
    result.missing = fields.word("missing") ?? parent?.missing ?? .unknown
    if fields.node("leave_out") != nil { result.leaveOut = [] }
    var ids: Set<String> = []
    for item in fields.list("leave_out", "an item of leave_out") {
      var part = item
      let id = part.text("id")
      let when = part.expression("when")
      let because = part.text("because")
      part.finish()
      guard let id, let when, let because else { continue }
      if !ids.insert(id.value).inserted {
        problems.add("leave_out names '\(id.value)' twice", at: id.span)
      }
      result.leaveOut.append(LeaveOut(id: id.value, when: when, because: because.value))
    }
  }

  private func readTime(_ fields: inout Fields, into result: inout Commitment) {
    result.per = fields.text("per")
    result.groups = groups(&fields)
    result.due = fields.date("due")
    if let node = fields.node("period") { result.period = period(node) }
  }

  /// A time by its name or its days.
  func period(_ node: YAMLNode) -> PeriodRule? {
    if let word = node.scalar {
      let rule = PeriodRule.names.first { $0.key == word.text }?.value
      guard rule == nil else { return rule }
      let names = PeriodRule.names.map(\.key)
      problems.add(
        "unknown period '\(word.text)'", at: node.span,
        help: Nearest.hint(for: word.text, in: names)
          ?? "use one of \(names.joined(separator: ", ")), or {from: 2024-04-01, to: 2025-03-31}")
    } else if var dates = Fields(node, .days, "the period", problems) {
      let from = dates.date("from")
      let to = dates.date("to")
      dates.finish()
      guard let from, let to else { return nil }
      if to < from { problems.add("the period ends before it begins", at: node.span) }
      return .dates(from: from, to: to)
    }
    return nil
  }

  private func groups(_ fields: inout Fields) -> [String]? {
    guard let groups = fields.texts("groups") else { return nil }
    var seen: Set<TextKey> = []
    for group in groups where !seen.insert(TextKey(group.value)).inserted {
      problems.add("groups names '\(group.value)' twice", at: group.span)
    }
    return groups.map(\.value)
  }

  private func readConsequences(_ fields: inout Fields, into result: inout Commitment) {
    result.mayBeEmpty = fields.bool("may_be_empty") ?? false
    let basis = fields.text("legal_basis")
    result.blockWhen = fields.expression("block_when")
    let node = fields.node("enforcement")
    defer { checkBlockWhen(result) }
    guard let node else { return }
    if node.scalar != nil {
      let level: Enforcement.Level? = fields.word("enforcement")
      result.enforcement = Enforcement(
        check: level ?? .block, gate: level == .report ? .report : .warn)
    } else if var levels = fields.fields("enforcement") {
      result.enforcement = Enforcement(
        check: levels.word("check") ?? .block, gate: levels.word("gate") ?? .warn)
      levels.finish()
    }
    if result.enforcement.gate == .block, basis == nil {
      problems.add(
        "a commitment that blocks the gate needs a legal basis", at: node.span,
        help: "add legal_basis:, or write gate: warn")
    }
  }
  /// Where a miss blocks nothing, nobody needs to know when.
  private func checkBlockWhen(_ commitment: Commitment) {
    guard let text = commitment.blockWhen, commitment.enforcement.gate != .block else { return }
    problems.add(
      "'block_when' says which awards are blocked, but a miss blocks none", at: text.span,
      help: "write enforcement: { gate: block }, or remove block_when:")
  }
}
