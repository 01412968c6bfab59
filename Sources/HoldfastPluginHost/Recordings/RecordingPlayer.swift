internal import Diagnostics
internal import HoldfastModel
internal import JSONText

/// Goes through a recorded dialogue with a plugin that is started for it.
struct RecordingPlayer {
  let manifest: PluginManifest
  let host: PluginHost

  /// How a dialogue went: the replies by the number of their exchange, and what ended it early.
  struct Play {
    var replies: [Int: JSONValue] = [:]
    /// The first exchange that went wrong, and why.
    var failure: (exchange: Int, why: PluginFailure)?
  }

  /// Plays a dialogue to its end, or to the first failure.
  ///
  /// - Parameter check: What replies are held against.
  func play(
    _ recording: Recording, _ check: inout ReplyCheck
  ) throws(PluginFailure) -> Play {
    let dialogue = try PluginDialogue(starting: manifest, of: host, isPersonal: false)
    var play = Play()
    for (place, exchange) in recording.exchanges.enumerated() {
      do throws(PluginFailure) {
        play.replies[place] = try Self.say(exchange, to: dialogue, &check)
      } catch {
        guard error.kind.isOfPlugin else { throw error }
        play.failure = (place, error)
        return play
      }
    }
    return play
  }

  /// Says one thing; gives the reply, where there is one.
  private static func say(
    _ exchange: Recording.Exchange, to dialogue: PluginDialogue, _ check: inout ReplyCheck
  ) throws(PluginFailure) -> JSONValue? {
    switch exchange.type {
    case "close":
      try dialogue.close()
      return nil
    case "batch":
      let rows = exchange.payload ?? JSONValue(.object([]), at: JSONPlace())
      try dialogue.tell(exchange.request, rows: rows)
      check.take(batch: exchange)
      return nil
    default:
      var next = check
      let reply = try dialogue.trade(exchange.type, exchange.request.line) {
        reply throws(PluginFault) in
        try next.take(reply, to: exchange)
        return reply
      }
      check = next
      return reply
    }
  }
}

extension PluginFailure.Kind {
  /// Whether it is the plugin that failed, and not the machine or the run.
  var isOfPlugin: Bool {
    switch self {
    case .sandbox, .start, .interrupted, .system: false
    default: true
    }
  }
}

extension PluginDialogue {
  /// Sends a batch whose head does not say yet how many bytes its rows are.
  func tell(_ head: JSONValue, rows: JSONValue) throws(PluginFailure) {
    let payload = rows.line
    let members = (head.members ?? []).filter { $0.key != "bytes" }
    let line = JSONWriter.line { line in
      for member in members { line.member(member.key, member.value) }
      line.member("bytes", payload.count)
    }
    try tell(batch: line, payload)
  }
}

extension JSONValue {
  /// The value in the shortest spelling, with a line feed.
  var line: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }
}
