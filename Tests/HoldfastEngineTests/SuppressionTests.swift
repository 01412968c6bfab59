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
    let shown = Suppression(sizes: sizes).applied(to: findings(sizes))
    #expect(shown.indices.filter { shown[$0].measurement == nil } == hidden)
    for index in hidden {
      #expect(shown[index].verdict == .notApplicable)
      #expect(shown[index].cause == .suppressed)
    }
  }

  // MARK: Several commitments

  private typealias Groups = [(group: TextKey, size: Int)]

  /// What each of some commitments hides in the end.
  private func hidden(_ all: [(name: String, groups: Groups)]) -> [String: Set<TextKey>] {
    var book = HiddenGroups()
    for (name, groups) in all { book.add(name, by: ["staff", "ward"], groups) }
    book.settle()
    return all.reduce(into: [:]) { result, entry in
      let besides = book.groups(of: entry.name)
      let places = Set(entry.groups.indices.filter { besides.contains(entry.groups[$0].group) })
      let choice = Suppression(sizes: entry.groups.map(\.size), besides: places)
      result[entry.name] = Set(choice.hidden.map { entry.groups[$0].group })
    }
  }

  private func groups(_ sizes: [Int]) -> Groups {
    sizes.enumerated().map { (TextKey("g\($0)"), $1) }
  }

  /// The first hides its second group for the sake of its first one.
  @Test(arguments: [
    // As large in the other commitment: hidden there too, with another that keeps it hidden.
    ([6, 42, 77], [6, 42, 17], [0, 1]), ([6, 42, 77], [60, 42, 50], [1, 2]),
    ([6, 42, 77], [60, 33, 50], [1, 2]), ([6, 42, 77], [60, 51, 55], [1, 2]),
    // Of others than those.
    ([6, 42, 77], [60, 32, 50], []), ([6, 42, 77], [60, 52, 77], []),
    ([60, 42, 77], [60, 42, 17], []), ([6, 42, 77], [60, 0, 80], []),
  ])
  func whatOneHidesOthersDoNotShow(_ one: [Int], _ other: [Int], _ wanted: [Int]) {
    let found = hidden([("one", groups(one)), ("other", groups(other))])
    #expect(found["other"] == Set(wanted.map { TextKey("g\($0)") }))
  }

  /// For many commitments over many groups: what guards the small groups of one, no other shows of
  /// nearly as many; what is hidden keeps itself hidden; and their order is nothing.
  @Test func nothingIsShownThatAnotherHides() {
    var generator = Random(state: 11)
    for _ in 0..<300 {
      let base = (0..<Int.random(in: 2...8, using: &generator)).map { _ in
        Int.random(in: 1...60, using: &generator)
      }
      let all = (0..<Int.random(in: 2...6, using: &generator)).map { number in
        (
          name: "c\(number)",
          groups: groups(base.map { max(0, $0 + Int.random(in: -12...12, using: &generator)) })
        )
      }
      let found = hidden(all)
      #expect(found == hidden(all.reversed()))
      for (name, groups) in all {
        let sizes = Dictionary(uniqueKeysWithValues: groups.map { ($0.group, $0.size) })
        let own = found[name] ?? []
        if !own.isEmpty, own.count < sizes.values.count(where: { $0 > 0 }) {
          #expect(own.count >= 2 && own.reduce(0) { $0 + (sizes[$1] ?? 0) } >= 10)
        }
        let small = own.filter { (1..<10).contains(sizes[$0] ?? 0) }
        let people = small.reduce(0) { $0 + (sizes[$1] ?? 0) }
        guard !small.isEmpty, small.count < 2 || people < 10 else { continue }
        // All that is hidden with them guards them.
        for group in own.subtracting(small) {
          for (other, theirs) in all where found[other]?.contains(group) == false {
            let shown = theirs.first { $0.group == group }?.size ?? 0
            #expect(shown == 0 || abs(shown - (sizes[group] ?? 0)) >= 10)
          }
        }
      }
    }
  }
}
