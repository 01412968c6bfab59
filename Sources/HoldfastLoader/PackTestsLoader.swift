public import Diagnostics
public import HoldfastModel
import YAMLSource

/// Reads what a pack's commitments should come to on some data, from a file `tests.yaml`.
public struct PackTestsLoader {
  /// A loader.
  public init() {}

  /// Reads the tests of a pack and reports every mistake in them.
  public func load(_ source: SourceText, for pack: Pack) -> Loaded<[PackTest]> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .tests, "the file of tests", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let items = fields.list("tests", "the test")
      if items.isEmpty {
        problems.add(
          "there is no test", at: node.span,
          help: "add tests: and below it '- name:', 'data:', 'as_of:' and 'expect:'")
      }
      fields.finish()
      let tests = items.compactMap { test($0, of: pack, problems) }
      return Loaded(value: tests, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func test(_ root: Fields, of pack: Pack, _ problems: Problems) -> PackTest? {
    var fields = root
    let name = fields.text("name")
    let data = fields.texts("data") ?? []
    if let node = fields.node("data"), node.isEmpty, node.scalar == nil {
      problems.add(
        "the test names no data", at: node.span, help: "name the folder with institution.yaml")
    }
    let asOf = fields.date("as_of")
    let parameters = fields.text("parameters")
    let pairs = fields.pairs("expect")
    if pairs.isEmpty {
      problems.add(
        "the test expects nothing", at: root.span,
        help: "say what commitments come to: expect: { CLE-1: pass }")
    }
    let expected = pairs.compactMap { expectation($0, $1, of: pack, problems) }
    fields.finish()
    if data.count > 1 { checkJoint(expected, of: pack, problems) }
    guard let name, !data.isEmpty, let asOf else { return nil }
    return PackTest(
      name: name, data: data, asOf: asOf, parameters: parameters, expected: expected)
  }

  /// Of several institutions only what they hold together is expected.
  private func checkJoint(
    _ expected: [PackTest.Expectation], of pack: Pack, _ problems: Problems
  ) {
    let joint = Set(pack.commitments.filter { $0.joint != nil }.map(\.id))
    for expectation in expected where !joint.contains(expectation.id.value) {
      problems.add(
        "'\(expectation.id.value)' is not held jointly, so several institutions have no one verdict",
        at: expectation.id.span, help: "name one folder as data, or a commitment with joint:")
    }
  }

  private func expectation(
    _ id: Located<String>, _ node: YAMLNode, of pack: Pack, _ problems: Problems
  ) -> PackTest.Expectation? {
    guard pack.commitments.contains(where: { $0.id == id.value }) else {
      problems.add(
        "pack '\(pack.id)' has no commitment '\(id.value)'", at: id.span,
        help: Nearest.hint(for: id.value, in: pack.commitments.map(\.id)))
      return nil
    }
    guard let text = node.scalar?.text, let verdict = Verdict(rawValue: text) else {
      let words = Verdict.allCases.map(\.rawValue)
      problems.add(
        "what is expected of '\(id.value)' must be one of \(words.joined(separator: ", "))",
        at: node.span, help: node.scalar.flatMap { Nearest.hint(for: $0.text, in: words) })
      return nil
    }
    return PackTest.Expectation(id: id, verdict: verdict)
  }
}
