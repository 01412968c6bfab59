import Diagnostics
import HoldfastEngine
import HoldfastModel
import Testing

@Suite("Groups of few persons")
struct SuppressionTests {
  private func findings(_ sizes: [Int]) -> [Finding] {
    let span = SourceSpan(source: SourceText(name: "t", text: ""), range: 0..<0)
    let pack = Pack(id: "p", title: "", version: "1", span: span)
    let commitment = Commitment(
      id: "C", title: "", check: Located("share", at: span), dataset: Located("d", at: span),
      span: span)
    let definition = FindingDefinition(
      condition: nil, among: nil, measure: nil, definitions: [:], digest: "")
    return sizes.enumerated().map { index, size in
      var finding = Finding(
        pack: pack, commitment: commitment, group: "g\(index)", verdict: .pass,
        definition: definition)
      finding.measurement = Measurement(.quotient, unit: .share)
      finding.measurement?.rows = size
      return finding
    }
  }

  @Test(arguments: [
    ([50, 60, 70], []), ([9, 60, 70], [0, 1]), ([4, 5, 70, 30], [0, 1, 3]),
    ([5, 6, 70], [0, 1]), ([3], [0]), ([10, 11], []), ([0, 12, 40], []),
  ])
  func hideTheNextSmallestToo(_ sizes: [Int], _ hidden: [Int]) {
    let shown = Suppression(findings: findings(sizes), sizes: sizes).applied()
    #expect(shown.indices.filter { shown[$0].measurement == nil } == hidden)
    for index in hidden {
      #expect(shown[index].verdict == .notApplicable)
      #expect(shown[index].cause == .suppressed)
    }
  }
}
