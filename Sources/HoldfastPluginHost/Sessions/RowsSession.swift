internal import HoldfastModel
internal import Synchronization

/// A running plugin that reads rows for one commitment.
///
/// It may be called from any thread; calls wait for one another. Without `close` the plugin is
/// killed when the session goes, and what it said may not be used.
public final class RowsSession: Sendable {
  private struct Sent {
    var rows = 0
    var certain = 0
    var rowEnd = 0
  }

  private let dialogue: PluginDialogue
  private let checker: PluginChecker
  private let columns: [PluginChecker.Column]
  private let hasWhere: Bool
  private let sent = Mutex(Sent())

  init(
    _ dialogue: PluginDialogue, _ opening: RowsOpening, _ manifest: PluginManifest,
    _ limits: PluginLimits
  ) throws(PluginFailure) {
    self.dialogue = dialogue
    checker = opening.checker
    hasWhere = opening.hasWhere
    columns = opening.roles.compactMap { role in
      opening.checker.columns.first { $0.role == role }
    }
    precondition(columns.count == opening.roles.count, "a role is not one of the checker's")
    let line = Self.line(opening, columns, manifest, limits)
    try dialogue.ask(.open, line, Replies.opened)
  }

  /// An empty batch for this session.
  public func makeBatch() -> ColumnBatch { ColumnBatch(columns, hasWhere: hasWhere) }

  /// Sends rows, and waits where the plugin is busy. A batch without rows is not sent.
  ///
  /// - Parameter firstRow: The number of its first row; numbers rise from batch to batch.
  public func send(_ batch: borrowing ColumnBatch, firstRow: Int) throws(PluginFailure) {
    let rows = batch.rows
    guard rows > 0 else { return }
    let payload = batch.payload
    let line = JSONWriter.line { line in
      line.member("type", "batch")
      line.member("rows", rows)
      line.member("first_row", firstRow)
      line.member("bytes", payload.count)
    }
    try dialogue.tell(batch: line, payload)
    let certain = batch.certain
    sent.withLock { sent in
      sent.rows += rows
      sent.certain += certain
      sent.rowEnd = max(sent.rowEnd, firstRow + rows)
    }
  }

  /// What the plugin learnt of the rows so far.
  public func partial() throws(PluginFailure) -> PluginState {
    let sent = sent.withLock { $0 }
    let line = JSONWriter.line { $0.member("type", "partial") }
    let json = try dialogue.ask(.partial, line) { reply throws(PluginFault) in
      try Replies.partial(reply, rows: sent.rows)
    }
    return PluginState(rows: sent.rows, certain: sent.certain, rowEnd: sent.rowEnd, json: json)
  }

  /// Puts states in place of what the session holds: its own has to be among them.
  public func merge(_ states: [PluginState]) throws(PluginFailure) {
    var sum = Sent()
    for state in states {
      sum.rows += state.rows
      sum.certain += state.certain
      sum.rowEnd = max(sum.rowEnd, state.rowEnd)
    }
    let line = JSONWriter.line { line in
      line.member("type", "merge")
      line.key("states")
      line.list { list in
        for state in states {
          list.object { object in
            object.member("rows", state.rows)
            object.key("state")
            object.raw(state.json)
          }
        }
      }
    }
    let merged = sum
    try dialogue.ask(.merge, line) { reply throws(PluginFault) in
      try Replies.merged(reply, rows: merged.rows)
    }
    sent.withLock { $0 = merged }
  }

  /// What the plugin makes of all rows; its witnesses are numbers of rows as they were sent.
  public func finish() throws(PluginFailure) -> PluginMeasurement {
    let sent = sent.withLock { $0 }
    let line = JSONWriter.line { line in
      line.member("type", "finish")
      line.member("rows", sent.rows)
    }
    let frame = MeasurementFrame(
      checker: checker, selected: sent.rows, certain: sent.certain, rowEnd: sent.rowEnd)
    return try dialogue.ask(.finish, line) { reply throws(PluginFault) in
      try Replies.measurement(reply, frame)
    }
  }

  /// Ends the plugin in good order; throws where it does not end well, and then nothing that it
  /// said may be used.
  public func close() throws(PluginFailure) { try dialogue.close() }

  private static func line(
    _ opening: RowsOpening, _ columns: [PluginChecker.Column], _ manifest: PluginManifest,
    _ limits: PluginLimits
  ) -> [UInt8] {
    JSONWriter.line { line in
      line.member("type", "open")
      line.member("session", "1")
      line.member("checker", opening.checker.name)
      line.member("params", opening.parameters)
      line.key("columns")
      line.list { list in
        for column in columns {
          list.object { object in
            object.member("role", column.role)
            object.member("type", column.type.rawValue)
          }
        }
      }
      line.member("where", opening.hasWhere)
      line.member("worker", opening.worker)
      line.member("workers", opening.workers)
      line.key("limits")
      line.object { object in
        object.member("memory_bytes", manifest.memory)
        object.member("file_bytes", limits.fileBytes)
        object.member("reply_seconds", Int(limits.reply.components.seconds))
        object.member("session_seconds", Int(limits.whole.components.seconds))
      }
    }
  }
}
