internal import Diagnostics
internal import HoldfastCheckers
internal import HoldfastModel

/// Rows on their way to a plugin: batches that go to its processes in turn.
final class PluginRows: OutsideRows {
  private let call: OutsideContext
  private let unit: Measurement.Unit
  private let sessions: [RowsSession]
  private var batch: ColumnBatch
  /// The process that the rows at hand go to.
  private var turn = 0
  /// How many rows went before the batch at hand.
  private var sent = 0
  private var isAbandoned = false

  init(
    _ opening: RowsOpening, of plugin: OutsidePlugin, _ call: OutsideContext,
    unit: Measurement.Unit, workers: Int
  ) throws(Diagnostic) {
    self.call = call
    self.unit = unit
    var sessions: [RowsSession] = []
    for worker in 0..<workers {
      var opening = opening
      opening.worker = worker
      opening.workers = workers
      do throws(PluginFailure) {
        sessions.append(try plugin.rows(opening, isPersonal: call.isPersonal))
      } catch {
        throw error.diagnostic(of: call)
      }
    }
    self.sessions = sessions
    batch = sessions[0].makeBatch()
  }

  func append(_ cell: OutsideCell, to column: Int) {
    guard !isAbandoned else { return }
    switch cell {
    case .text(let text): batch.append(text, to: column)
    case .decimal(let number): batch.append(number, to: column)
    case .date(let day): batch.append(day, to: column)
    case .bool(let flag): batch.append(flag, to: column)
    case .integer(let number): batch.append(number, to: column)
    case .unknown: batch.appendUnknown(to: column)
    }
  }

  func written(_ cell: OutsideCell) -> [UInt8] {
    switch cell {
    case .text(let text): ColumnBatch.encoded(text)
    case .decimal(let number): ColumnBatch.encoded(number)
    case .date(let day): ColumnBatch.encoded(day)
    case .bool(let flag): ColumnBatch.encoded(flag)
    case .integer(let number): ColumnBatch.encoded(number)
    case .unknown: ColumnBatch.encodedUnknown
    }
  }

  func append(written cell: [UInt8], to column: Int) {
    guard !isAbandoned else { return }
    batch.append(encoded: cell, to: column)
  }

  func abandon() { isAbandoned = true }

  func endRow(
    _ membership: RowClass.Membership, _ condition: RowClass.Condition
  ) throws(Diagnostic) {
    guard !isAbandoned else { return }
    batch.endRow(membership, condition)
    if batch.isFull { try asking { () throws(PluginFailure) in try send() } }
  }

  func finish() throws(Diagnostic) -> (measurement: Measurement, witnesses: [Int]) {
    try asking { () throws(PluginFailure) in
      try send()
      if sessions.count > 1 {
        var states: [PluginState] = []
        for session in sessions { states.append(try session.partial()) }
        try sessions[0].merge(states)
      }
      let found = try sessions[0].finish()
      for session in sessions { try session.close() }
      return (found.measurement(unit).told(of: call), found.witnesses)
    }
  }

  private func send() throws(PluginFailure) {
    try sessions[turn].send(batch, firstRow: sent)
    sent += batch.rows
    batch.removeAll()
    turn = (turn + 1) % sessions.count
  }

  private func asking<Answer>(
    _ ask: () throws(PluginFailure) -> Answer
  ) throws(Diagnostic) -> Answer {
    do throws(PluginFailure) { return try ask() } catch { throw error.diagnostic(of: call) }
  }
}
