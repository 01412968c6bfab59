internal import HoldfastModel
internal import JSONText

/// Holds replies of a dialogue against the protocol, as a run does, whatever was recorded.
struct ReplyCheck {
  /// Rows that a session was sent; the number that counts for certain is not known of states.
  private struct Session {
    let checker: PluginChecker
    var rows = 0
    var certain: Int? = 0
    var rowEnd = 0
  }

  private let plugin: String
  private let checkers: [PluginChecker]
  private var session: Session?

  init(_ plugin: String, _ checkers: [PluginChecker]) {
    (self.plugin, self.checkers) = (plugin, checkers)
  }

  /// Takes note of rows, which have no reply.
  mutating func take(batch exchange: Recording.Exchange) {
    guard var session else { return }
    let rows = exchange.request.count("rows")
    session.rows += rows
    session.rowEnd = max(session.rowEnd, exchange.request.count("first_row") + rows)
    let members = exchange.payload?["m"]?.items
    let sure = members.map { $0.count { !$0.isNull } } ?? rows
    session.certain = session.certain.map { $0 + sure }
    self.session = session
  }

  /// Checks a reply; one that tells an error has to tell it in the form of the protocol.
  mutating func take(
    _ reply: JSONValue, to exchange: Recording.Exchange
  ) throws(PluginFault) {
    do throws(PluginFault) { try Replies.checkNoError(reply) } catch {
      guard error.kind == .told else { throw error }
      if exchange.type == "open" || exchange.type == "finish" { session = nil }
      return
    }
    guard let request = PluginDialogue.Request(rawValue: exchange.type) else {
      throw .reply(.shape, "it answers a request that the protocol does not have")
    }
    guard reply["type"]?.text == request.replyType else {
      throw .reply(.shape, "it is of another type than '\(request.replyType)'")
    }
    try check(reply, to: request, exchange.request)
  }

  private mutating func check(
    _ reply: JSONValue, to request: PluginDialogue.Request, _ sent: JSONValue
  ) throws(PluginFault) {
    switch request {
    case .hello: try Replies.hello(reply, name: plugin)
    case .describe: _ = try Replies.description(reply, of: plugin)
    case .plan: _ = try Replies.plan(reply)
    case .conclude: try conclude(reply, sent)
    case .open:
      try Replies.opened(reply)
      session = try checker(sent).map { Session(checker: $0) }
    case .partial:
      guard let session else { return }
      _ = try Replies.partial(reply, rows: session.rows)
    case .merge: try merge(reply, sent)
    case .finish: try finish(reply)
    }
  }

  private func conclude(
    _ reply: JSONValue, _ sent: JSONValue
  ) throws(PluginFault) {
    guard let checker = try checker(sent) else { return }
    var (selected, certain) = (0, 0)
    for group in sent["groups"]?.items ?? [] {
      for kind in ["sums", "ranges", "unmeasured"] {
        for part in group["slice"]?[kind]?.members ?? [] {
          let rows = kind == "unmeasured" ? part.value.count : part.value.count("rows")
          selected += rows
          if part.key.hasPrefix("certain/") { certain += rows }
        }
      }
    }
    _ = try Replies.measurement(
      reply,
      MeasurementFrame(checker: checker, selected: selected, certain: certain, rowEnd: 0))
  }

  private mutating func merge(_ reply: JSONValue, _ sent: JSONValue) throws(PluginFault) {
    let rows = (sent["states"]?.items ?? []).reduce(0) { $0 + $1.count("rows") }
    try Replies.merged(reply, rows: rows)
    session?.rows = rows
    session?.certain = nil
    session?.rowEnd = .max
  }

  private mutating func finish(_ reply: JSONValue) throws(PluginFault) {
    guard let session else { return }
    _ = try Replies.measurement(
      reply,
      MeasurementFrame(
        checker: session.checker, selected: session.rows,
        certain: session.certain ?? reply.count("certain"), rowEnd: session.rowEnd))
    self.session = nil
  }

  /// The checker that a request names; one that takes a checker that there is not is at fault.
  private func checker(_ sent: JSONValue) throws(PluginFault) -> PluginChecker? {
    guard let name = sent["checker"]?.text else { return nil }
    guard let checker = checkers.first(where: { $0.name == name }) else {
      throw .reply(.name, "it answers for a checker that it does not describe")
    }
    return checker
  }
}

extension JSONValue {
  /// A number of rows; 0 where it is none.
  var count: Int {
    guard case .number(let text) = kind else { return 0 }
    return ReplyLine.wholeNumber(text) ?? 0
  }

  /// The number of rows under a key.
  func count(_ key: String) -> Int { self[key]?.count ?? 0 }
}
