import Diagnostics
import HoldfastModel
import YAMLSource

/// What several institutions promised together.
extension CommitmentReader {
  /// `joint: ">= $1bn"`, or a mapping with `target` or `schedule`, and `institutions`.
  func readJoint(_ fields: inout Fields, into result: inout Commitment) {
    guard let node = fields.node("joint") else { return }
    if node.scalar != nil {
      guard let text = fields.expression("joint"),
        let target = TargetReader(problems: problems).target(text)
      else { return }
      result.joint = JointRule(
        schedule: [ScheduledTarget(from: nil, target: target)], span: node.span)
    } else if var inner = fields.fields("joint", "'joint' of \(fields.what)") {
      // The reader of targets fills a commitment: one that has nothing else.
      var line = Commitment(
        id: result.id, title: "", check: result.check, dataset: result.dataset, span: node.span)
      readSchedule(&inner, into: &line)
      let institutions = inner.texts("institutions")
      inner.finish()
      checkMembers(institutions, at: node)
      if line.isTemplate || line.schedule.isEmpty {
        problems.add(
          "'joint' has no target", at: node.span, help: "write for example target: \">= £1bn\"")
      }
      result.joint = JointRule(
        schedule: line.schedule, institutions: institutions, span: node.span)
    }
    noteUnit(of: &result)
    checkJoint(result)
  }

  private func checkMembers(_ names: [Located<String>]?, at node: YAMLNode) {
    guard let names else { return }
    var seen: Set<TextKey> = []
    for name in names where !seen.insert(TextKey(name.value)).inserted {
      problems.add("institutions names '\(name.value)' twice", at: name.span)
    }
    if names.count < 2 {
      problems.add(
        "a joint promise is made by two institutions or more", at: node.span,
        help: "list them as their institution.yaml names them, or leave institutions: out")
    }
  }

  /// What is held jointly is a number of rows that add up over institutions.
  private func checkJoint(_ commitment: Commitment) {
    guard let joint = commitment.joint, let declaration = checkers[commitment.check.value] else {
      return
    }
    if !declaration.takes("joint") || commitment.dataset.value == CommitmentRegister.name {
      problems.add(
        "'\(declaration.keyword)' cannot be held jointly", at: joint.span,
        help: "use one that counts rows and has a target: total, count, share, mean, distinct")
    }
    for target in joint.schedule.map(\.target) {
      let isDrawn = target.quantities.contains { quantity in
        switch quantity {
        case .baseline: true
        case .expression(let text): text.text.contains("measurement")
        case .number: false
        }
      }
      if isDrawn {
        problems.add(
          "a joint target is a number, not drawn from what one institution measured",
          at: target.span, help: "write for example \">= £1bn\", or use a parameter")
      }
      if let mistake = declaration.unit(of: commitment).mistake(
        in: target, of: declaration.keyword)
      {
        problems.add(mistake)
      }
    }
  }
}
