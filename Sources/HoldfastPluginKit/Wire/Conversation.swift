package import JSONText

/// Answers requests, one reply each, as holdfast-plugin/1 asks. It knows no process, so that it can
/// be tested without one.
package struct Conversation {
  private let name: String
  private let checkers: [any Checker.Type]
  private var session: Session?

  /// The longest reply with the line feed at its end, in bytes.
  private static let longestReply = 1 << 20

  package init(_ name: String, _ checkers: [any Checker.Type]) {
    (self.name, self.checkers) = (name, checkers)
  }

  /// Takes rows, which have no reply.
  package mutating func take(batch request: JSONValue, _ payload: [UInt8]) {
    session?.take(request, payload)
  }

  /// The line that answers a request.
  package mutating func answer(_ request: JSONValue) -> [UInt8] {
    do throws(PluginError) {
      let line = Self.line(try reply(request))
      guard line.count <= Self.longestReply else {
        throw PluginError(.data, "the reply is longer than 1 MiB; a state must stay small")
      }
      return line
    } catch {
      return Self.line(
        .object([
          ("type", .word("error")), ("code", .word(error.code.rawValue)),
          ("message", .word(error.message)),
        ]))
    }
  }

  private mutating func reply(_ request: JSONValue) throws(PluginError) -> JSONValue {
    let type = request["type"]?.text ?? ""
    switch type {
    case "hello": return try hello(request)
    case "describe":
      return .object([
        ("type", .word("description")), ("checkers", .list(checkers.map(Description.of))),
      ])
    case "plan", "conclude": return try aggregates(type, request)
    case "open":
      guard let rows = try checker(request) as? any RowsChecker.Type else { throw Self.strange }
      session = nil
      session = try Session(rows, request)
      return .object([("type", .word("opened"))])
    case "partial", "merge", "finish": return try rows(type, request)
    default: throw Self.unknown(type)
    }
  }

  private func hello(_ request: JSONValue) throws(PluginError) -> JSONValue {
    guard (request["versions"]?.items ?? []).contains(where: { $0.whole == 1 }) else {
      throw PluginError(.version, "this plugin speaks holdfast-plugin/1 only")
    }
    return .object([
      ("type", .word("hello")), ("version", .number(1)), ("name", .word(name)),
      ("encodings", .list([.word("json-columns")])),
    ])
  }

  private func aggregates(
    _ type: String, _ request: JSONValue
  ) throws(PluginError) -> JSONValue {
    guard let kind = try checker(request) as? any AggregatesChecker.Type else {
      throw Self.strange
    }
    let checker = try kind.init(
      try Parameters(request["params"] ?? .nothing, of: kind.parameters),
      try Commitment(request["commitment"]))
    guard type == "conclude" else { return checker.plan().reply }
    var groups: [Group] = []
    for group in request["groups"]?.items ?? [] { groups.append(try Group(group)) }
    let counts = groups.flatMap(\.slice.counts)
    let certain = counts.filter { $0.row.membership == .certain }
    return try checker.conclude(groups).reply(
      kind.unit, selected: counts.reduce(0) { $0 + $1.rows },
      certain: certain.reduce(0) { $0 + $1.rows }, rowsSeen: nil)
  }

  private mutating func rows(
    _ type: String, _ request: JSONValue
  ) throws(PluginError) -> JSONValue {
    guard session != nil else { throw Self.unknown(type) }
    let before = session
    // An error ends the session, as its last word does.
    session = nil
    guard var now = before else { throw Self.unknown(type) }
    switch type {
    case "finish": return try now.finish(request)
    case "partial":
      let reply = try now.partial()
      session = now
      return reply
    default:
      let reply = try now.merge(request)
      session = now
      return reply
    }
  }

  private func checker(_ request: JSONValue) throws(PluginError) -> any Checker.Type {
    guard let name = request["checker"]?.text,
      let checker = checkers.first(where: { $0.name == name })
    else { throw Self.strange }
    return checker
  }

  private static let strange = PluginError(
    .unsupported, "there is no such checker of this kind")

  private static func unknown(_ type: String) -> PluginError {
    PluginError(.unsupported, "'\(type)' is no request that can be answered here")
  }

  private static func line(_ reply: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    reply.write(to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
