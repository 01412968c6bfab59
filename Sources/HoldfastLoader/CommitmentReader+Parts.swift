import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// What a commitment is made of: parts, and a baseline.
extension CommitmentReader {
  /// The parts that a checker's authors write, each a mapping of its own.
  func readParts(_ fields: inout Fields, into result: inout Commitment) {
    guard let declaration = checkers[result.check.value] else { return }
    for part in declaration.partNames {
      guard let node = fields.node(part.name) else {
        if part.want == .required {
          problems.add(
            "'\(declaration.keyword)' needs '\(part.name)'", at: result.check.span,
            help: "it is \(part.means)")
        }
        continue
      }
      result.parts[part.name] = self.part(node, part.name, of: result)
    }
  }

  /// The checker of a part that names none.
  static func usualPart(isMeasured: Bool) -> String { isMeasured ? "total" : "count" }

  /// A part: what it does not say is said by its commitment.
  private func part(_ node: YAMLNode, _ name: String, of parent: Commitment) -> Commitment? {
    guard var fields = Fields(node, .part, "\(name) of commitment \(parent.id)", problems)
    else { return nil }
    var result = parent.part(name).commitment
    (result.measure, result.condition, result.key) = (nil, nil, nil)
    (result.options, result.parts) = ([:], [:])
    let keyword = fields.text("check")
    var parent = parent
    if let dataset = fields.text("of"), dataset.value != parent.dataset.value {
      result.dataset = dataset
      // Its columns are others.
      parent.among = nil
      (result.among, result.leaveOut) = (nil, [])
    }
    if result.dataset.value.isEmpty {
      problems.add(
        "\(name) of '\(parent.id)' has no dataset", at: node.span,
        help: "add of: with the dataset whose rows it counts")
    }
    readExpressions(&fields, into: &result, over: parent)
    if let per = fields.text("per") { result.per = per }
    if let time = fields.node("period") {
      result.period = time.scalar?.text == Shape.anyTime ? nil : period(time)
    }
    let usual = Self.usualPart(isMeasured: result.measure != nil)
    result.check = keyword ?? Located(usual, at: node.span)
    if let declaration = checkers[result.check.value] {
      fields.take(Key.own(of: declaration))
    }
    readOptions(&fields, into: &result)
    if let declaration = checkers[result.check.value], !declaration.mayBePart {
      problems.add(
        "'\(declaration.keyword)' cannot be \(name) of another commitment",
        at: result.check.span, help: "use one that counts rows: total, count, share, mean, median")
      return nil
    }
    checkKeys(&fields, result, isPart: true)
    fields.finish()
    return result
  }

  /// What the target is held against.
  func readBaseline(_ fields: inout Fields, into result: inout Commitment) {
    guard let node = fields.node("baseline"),
      var inner = Fields(node, .baseline, "the baseline of commitment \(result.id)", problems)
    else { return }
    let before = problems.items.count
    var baseline = Baseline(span: node.span)
    readValue(&inner, into: &baseline)
    baseline.dataset = inner.text("of")
    baseline.measure = inner.expression("measure")
    baseline.condition = inner.expression("where")
    baseline.among = inner.expression("among")
    if let time = inner.node("period") {
      if time.scalar?.text == Shape.previous {
        baseline.period = result.period.map(PeriodRule.yearBefore)
        if result.period == nil {
          problems.add(
            "'previous' is the time before the commitment's own, and it has no period",
            at: time.span, help: "add period: to the commitment, or name the days of the baseline")
        }
      } else {
        baseline.period = period(time)
      }
    }
    inner.finish()
    // Whatever is wrong with it, there is one.
    result.baseline = Baseline(span: node.span)
    guard problems.items.count == before else { return }
    checkReplaced(baseline, in: result)
    let isMeasured =
      baseline.dataset != nil || baseline.period != nil || baseline.condition != nil
      || baseline.among != nil || baseline.measure != nil
    if !isMeasured, baseline.value == nil {
      problems.add(
        "the baseline says neither what is measured nor a number", at: node.span,
        help: "write { period: previous }, or { value: 12.5m, date: 2020-03-31 }")
      return
    }
    if isMeasured, baseline.value != nil {
      problems.add("a baseline is measured or a number, not both", at: node.span)
      return
    }
    result.baseline = baseline
  }

  /// What is made of parts has a measure and a condition only there.
  private func checkReplaced(_ baseline: Baseline, in commitment: Commitment) {
    guard let declaration = checkers[commitment.check.value], !declaration.partNames.isEmpty,
      commitment.parts.isEmpty == false,
      let text = baseline.condition ?? baseline.measure
    else { return }
    problems.add(
      "the baseline of '\(declaration.keyword)' is measured over another time or dataset",
      at: text.span, help: "name a period, or a dataset with of:")
  }

  /// A number that is known from elsewhere, and its day.
  private func readValue(_ fields: inout Fields, into baseline: inout Baseline) {
    let text = fields.text("value")
    baseline.date = fields.date("date")
    guard let text else { return }
    guard let (number, unit) = Quantity.read(text.value.trimmed) else {
      problems.add(
        "'\(text.value)' is no quantity", at: text.span, help: "write for example 12.5m, or 25%")
      return
    }
    baseline.value = (number, unit)
    if baseline.date == nil {
      problems.add("a baseline's value needs its date", at: text.span, help: "add date: 2020-03-31")
    }
  }
}
