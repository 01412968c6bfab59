import CEL
import Foundation
import Testing

/// Expressions at random: written by the types of all functions, or made of others by chance.
///
/// `HOLDFAST_FUZZ_SECONDS` makes it run that long with other seeds each time, and look at time;
/// `HOLDFAST_FUZZ_SEED` repeats such a run, `HOLDFAST_FUZZ_FILE` names a file (followed by the
/// number of the worker) that always holds the expression that is being looked at, for those that
/// end the process.
@Suite("random expressions")
struct FuzzTests {
  private static let settings = ProcessInfo.processInfo.environment
  private static let seconds = settings["HOLDFAST_FUZZ_SECONDS"].flatMap(Double.init)

  @Test(arguments: 0..<2)
  func keepTheLawsOfTheLanguage(_ worker: Int) throws {
    let world = try FuzzWorld()
    var run = FuzzRun(seed: Self.seed(worker), world: world)
    if let seconds = Self.seconds {
      let file = Self.settings["HOLDFAST_FUZZ_FILE"].map { $0 + String(worker) }
      run.go(seconds: seconds, file: file)
    } else {
      run.go(texts: 2000)
    }
    print(run.summary)
    for finding in run.worst(Self.seconds == nil ? 12 : 60) { Issue.record("\(finding)") }
    let counts = run.inspector.counts
    #expect(counts.checked > counts.texts / 5)
    #expect(counts.known > counts.checked / 2)
    #expect(counts.typed > counts.checked / 10)
    #expect(counts.unknown > counts.checked / 20)
  }

  private static func seed(_ worker: Int) -> UInt64 {
    guard seconds != nil else { return UInt64(worker) }
    let given = settings["HOLDFAST_FUZZ_SEED"].flatMap(UInt64.init)
    return (given ?? UInt64(Date.now.timeIntervalSince1970)) &* 1000 &+ UInt64(worker)
  }
}

/// One expression after the other, until the time or the number is over.
private struct FuzzRun {
  let seed: UInt64
  var generator: FuzzGenerator
  var mutator: FuzzMutator
  var inspector: FuzzInspector

  init(seed: UInt64, world: FuzzWorld) {
    self.seed = seed
    generator = FuzzGenerator(seed: seed, world: world)
    mutator = FuzzMutator(random: FuzzRandom(seed: seed &+ 1), corpus: FuzzCorpus.all)
    inspector = FuzzInspector(seed: seed &+ 2, world: world)
  }

  mutating func go(texts: Int) {
    for text in FuzzCorpus.own { inspector.inspect(text) }
    for _ in 0..<texts { inspector.inspect(text()) }
  }

  mutating func go(seconds: Double, file: String?) {
    let end = Date.now.addingTimeInterval(seconds)
    while Date.now < end, inspector.findings.count < 5000 {
      let text = text()
      if let file { try? Data(text.utf8).write(to: URL(fileURLWithPath: file)) }
      let start = FuzzInspector.seconds()
      inspector.inspect(text)
      let taken = FuzzInspector.seconds() - start
      if taken > 2 { inspector.note(.nothingTakesLong, "\(taken) s") }
    }
  }

  private mutating func text() -> String {
    switch mutator.random.below(10) {
    case 0...5: generator.expression()
    case 6, 7: mutator.changed(generator.expression())
    default: mutator.text()
    }
  }

  /// The shortest expressions that break each law.
  func worst(_ count: Int) -> [FuzzFinding] {
    FuzzFinding.Law.allCases.flatMap { law in
      inspector.findings.filter { $0.law == law }.sorted { $0.text.count < $1.text.count }.prefix(
        12)
    }
  }

  var summary: String {
    let counts = inspector.counts
    let broken = FuzzFinding.Law.allCases.map { law in
      (law, inspector.findings.count { $0.law == law })
    }
    return """
      seed \(seed): \(counts.texts) texts, \(counts.parsed) parsed, \(counts.checked) checked, \(counts.typed) of them typed throughout, \
      \(counts.evaluated) evaluations, \(counts.known) known, \(counts.unknown) unknown, \
      \(counts.residuals) residuals, \(counts.counted) counted; slowest \(counts.slowest.seconds) s: \
      \(counts.slowest.text.prefix(300)); \
      broken: \(broken.filter { $0.1 > 0 })
      """
  }
}
