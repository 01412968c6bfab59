import Diagnostics
import Exact
import HoldfastModel
import HoldfastPluginHost
import JSONText

// Milliseconds to start a plugin and have it describe itself, and rows a second into one and into
// two processes of a counter of five columns: bench-plugins NAME FOLDER ROUNDS COMMAND...
// A COMMAND that names no checker of rows is only started.

let words = CommandLine.arguments
if words.dropFirst().first == "__exec-plugin" { PluginLauncher.enter(Array(words.dropFirst(2))) }
guard words.count > 4, let rounds = Int(words[3]), rounds > 0 else {
  print("bench-plugins NAME FOLDER ROUNDS COMMAND...")
  fatalError("usage")
}

let source = SourceText(name: "plugin.yaml", text: "x")
func located<Value: Sendable>(_ value: Value) -> Located<Value> {
  Located(value, at: SourceSpan(source: source, range: 0..<1))
}
let manifest = PluginManifest(
  name: located(words[1]), version: "1.0.0", protocolName: located("holdfast-plugin/1"),
  command: located(Array(words[4...])), files: [], folder: words[2])
let host = PluginHost(level: try SandboxLevel.choose())

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func seconds(_ body: () throws -> Void) rethrows -> Double {
  let time = try ContinuousClock().measure(body).components
  return Double(time.seconds) + Double(time.attoseconds) / 1e18
}

func shown(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }

var checkers: [PluginChecker] = []
let starts = try (0..<rounds).map { _ in
  try seconds { checkers = try host.describe(manifest) } * 1000
}
print(
  "start, description and end: median \(shown(median(starts))) ms, best "
    + "\(shown(starts.min() ?? 0)) ms")

/// Rows of a ledger, as the engine hands them over: cells of few values are written once.
func fill(_ session: RowsSession, rows: Int, worker: Int, of workers: Int) throws {
  let days = (1...12).compactMap { CivilDate(year: 2024, month: $0, day: $0) }
  let note = ColumnBatch.encoded("goods")
  var batch = session.makeBatch()
  var first = 0
  for row in 0..<rows {
    if row / 16_384 % workers == worker {
      if batch.rows == 0 { first = row }
      batch.append("S\(row % 40_000)", to: 0)
      batch.append(days[row % 12], to: 1)
      batch.append(Decimal(coefficient: Int128(row * 7919 % 10_000_000), scale: 2), to: 2)
      if row % 30 == 0 { batch.appendUnknown(to: 3) } else { batch.append(row % 3 == 0, to: 3) }
      if row % 10 == 0 { batch.appendUnknown(to: 4) } else { batch.append(encoded: note, to: 4) }
      batch.endRow(.certain, .holds)
    }
    if batch.rows > 0, row % 16_384 == 16_383 || row == rows - 1 {
      try session.send(batch, firstRow: first)
      batch.removeAll()
    }
  }
}

/// Millions of rows a second, from the first row made to the measurement.
func rate(_ checker: PluginChecker, rows: Int, workers: Int) async throws -> Double {
  var sessions: [RowsSession] = []
  for worker in 0..<workers {
    var opening = RowsOpening(
      checker, parameters: JSONValue(.object([]), at: JSONPlace()),
      roles: checker.columns.map(\.role), hasWhere: false)
    (opening.worker, opening.workers) = (worker, workers)
    sessions.append(try host.rows(opening, of: manifest, isPersonal: false))
  }
  let clock = ContinuousClock()
  let begin = clock.now
  let states = try await withThrowingTaskGroup(of: PluginState?.self) { group in
    for (worker, session) in sessions.enumerated() {
      group.addTask {
        try fill(session, rows: rows, worker: worker, of: workers)
        return workers > 1 ? try session.partial() : nil
      }
    }
    return try await group.reduce(into: [PluginState?]()) { $0.append($1) }.compactMap { $0 }
  }
  if workers > 1 { try sessions[0].merge(states) }
  let measured = try sessions[0].finish()
  let time = (clock.now - begin).components
  for session in sessions { try session.close() }
  guard measured.selected == rows else { fatalError("rows were lost") }
  return Double(rows) / (Double(time.seconds) + Double(time.attoseconds) / 1e18) / 1e6
}

if let checker = checkers.first(where: { $0.mode == .rows && $0.columns.count == 5 }) {
  var rates: [[Double]] = [[], []]
  for _ in 0..<max(3, rounds / 3) {
    for workers in [1, 2] {
      rates[workers - 1].append(try await rate(checker, rows: 1 << 21, workers: workers))
    }
  }
  for (place, values) in rates.enumerated() {
    print("\(place + 1) process(es): median \(shown(median(values))) million rows a second")
  }
  print("two to one: \(shown(median(rates[1]) / median(rates[0])))")
}
