public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// Reads a file that supplies what a pack leaves open: values of parameters without a default, and
/// targets of templates. What the pack itself sets may only be changed with `loosens: <reason>`.
public struct ParametersLoader {
  /// A loader.
  public init() {}

  /// Puts the file's values into the pack that it names, and reports every mistake in it.
  public func apply(_ source: SourceText, to packs: inout [Pack]) -> [Diagnostic] {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      if let fields = Fields(node, .parameters, "the parameters file", problems) {
        apply(fields, to: &packs, problems)
      }
    } catch {
      return error.items
    }
    return problems.items
  }

  private func apply(_ root: Fields, to packs: inout [Pack], _ problems: Problems) {
    var fields = root
    let name = fields.text("parameters")
    let loosens = fields.text("loosens")
    let values = fields.pairs("set")
    let targets = fields.pairs("targets")
    fields.finish()
    guard let name else { return }
    guard let index = packs.firstIndex(where: { $0.id == name.value }) else {
      problems.add(
        "no pack of this run is called '\(name.value)'", at: name.span,
        help: Nearest.hint(for: name.value, in: packs.map(\.id)))
      return
    }
    for (parameter, node) in values {
      set(parameter, node, in: &packs[index], loosens?.value, problems)
    }
    for (id, node) in targets {
      aim(id, node, in: &packs[index], loosens?.value, problems)
    }
  }

  private func set(
    _ name: Located<String>, _ node: YAMLNode, in pack: inout Pack, _ loosens: String?,
    _ problems: Problems
  ) {
    guard let index = pack.parameters.firstIndex(where: { $0.name == name.value }) else {
      problems.add(
        "pack '\(pack.id)' has no parameter '\(name.value)'", at: name.span,
        help: Nearest.hint(for: name.value, in: pack.parameters.map(\.name)))
      return
    }
    guard pack.parameters[index].value == nil || loosens != nil else {
      return refuse("parameter '\(name.value)'", name, problems)
    }
    guard let scalar = node.scalar else {
      problems.add("a parameter's value must be a single value", at: node.span)
      return
    }
    let kind = pack.parameters[index].kind
    guard let value = ParameterReader.value(scalar, kind, name.value, problems) else { return }
    let reason = pack.parameters[index].value == nil ? nil : loosens
    pack.parameters[index].value = value
    note("params.\(name.value)", scalar.text, reason, in: &pack)
  }

  private func aim(
    _ id: Located<String>, _ node: YAMLNode, in pack: inout Pack, _ loosens: String?,
    _ problems: Problems
  ) {
    guard let index = pack.commitments.firstIndex(where: { $0.id == id.value }) else {
      problems.add(
        "pack '\(pack.id)' has no commitment '\(id.value)'", at: id.span,
        help: Nearest.hint(for: id.value, in: pack.commitments.map(\.id)))
      return
    }
    guard pack.commitments[index].isTemplate || loosens != nil else {
      return refuse("the target of '\(id.value)'", id, problems)
    }
    guard let scalar = node.scalar else {
      problems.add("a target must be a single value", at: node.span)
      return
    }
    guard let target = TargetReader(problems: problems).target(scalar.expression) else { return }
    note(
      "\(id.value).target", target.text, pack.commitments[index].isTemplate ? nil : loosens,
      in: &pack)
    pack.commitments[index].schedule = [ScheduledTarget(from: nil, target: target)]
    pack.commitments[index].isTemplate = false
    CommitmentReader(checkers: CheckerBook([]), pack: pack, problems: problems)
      .noteUnit(of: &pack.commitments[index])
  }

  /// What was supplied or changed is a choice, which reports print.
  private func note(_ what: String, _ value: String, _ reason: String?, in pack: inout Pack) {
    let why = reason.map { ", loosened: \($0)" } ?? ", supplied by a parameters file"
    pack.adjustments.append(Choice(what: "\(pack.id)/\(what)", value: value + why))
  }

  private func refuse(_ what: String, _ name: Located<String>, _ problems: Problems) {
    problems.add(
      "\(what) is set by the pack", at: name.span,
      help: "say why it is changed: loosens: <reason>")
  }
}
