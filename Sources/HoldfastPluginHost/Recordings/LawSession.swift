internal import HoldfastModel
internal import JSONText

/// Sessions with one running plugin, over the rows of a sample.
struct LawSession {
  private let dialogue: PluginDialogue
  private let sample: RowsSample
  private var rows = 0

  init(_ dialogue: PluginDialogue, _ sample: RowsSample) {
    (self.dialogue, self.sample) = (dialogue, sample)
  }

  /// Begins a session as one process of several.
  mutating func open(worker: Int = 0, of workers: Int = 1) throws(Break) {
    let other = ["worker": worker, "workers": workers]
    let members = (sample.opening.members ?? []).map { member in
      (member.key, other[member.key].map(JSONValue.number) ?? member.value)
    }
    rows = 0
    _ = try ask("open", .object(members))
  }

  /// Sends rows of the sample.
  mutating func send(_ places: [Int], cut: (Int) -> Bool = { _ in false }) throws(Break) {
    for (head, payload) in sample.batches(of: places, cut: cut) {
      do throws(PluginFailure) { try dialogue.tell(head, rows: payload) } catch {
        throw .failed(error)
      }
    }
    rows += places.count
  }

  /// The state of the rows so far, as `merge` takes it.
  func partial() throws(Break) -> JSONValue {
    let reply = try ask("partial", .object([("type", .word("partial"))]))
    return .object([("rows", .number(reply.count("rows"))), ("state", reply["state"] ?? .nothing)])
  }

  /// Puts states in place of what the session holds.
  mutating func merge(_ states: [JSONValue]) throws(Break) {
    let list = JSONValue(.list(states), at: JSONPlace())
    _ = try ask("merge", .object([("type", .word("merge")), ("states", list)]))
    rows = states.reduce(0) { $0 + $1.count("rows") }
  }

  /// The measurement; the session has ended then.
  func finish() throws(Break) -> JSONValue {
    try ask("finish", .object([("type", .word("finish")), ("rows", .number(rows))]))
  }

  /// What keeps a law from being tried.
  enum Break: Error {
    /// The plugin answered with an error.
    case refused(String)
    /// It failed.
    case failed(PluginFailure)
  }

  private func ask(_ request: String, _ line: JSONValue) throws(Break) -> JSONValue {
    let reply: JSONValue
    do throws(PluginFailure) {
      reply = try dialogue.trade(request, line.line) { reply throws(PluginFault) in
        do throws(PluginFault) { try Replies.checkNoError(reply) } catch {
          guard error.kind == .told else { throw error }
          return reply
        }
        guard reply["type"]?.text == PluginDialogue.Request(rawValue: request)?.replyType else {
          throw .reply(.shape, "it is of another type than the request asks for")
        }
        return reply
      }
    } catch {
      throw .failed(error)
    }
    guard reply["type"]?.text != "error" else {
      throw .refused(reply["message"]?.text ?? "")
    }
    return reply
  }
}

extension JSONValue {
  static let nothing = JSONValue(.null, at: JSONPlace())

  static func word(_ word: String) -> JSONValue { JSONValue(.text(word), at: JSONPlace()) }
}
