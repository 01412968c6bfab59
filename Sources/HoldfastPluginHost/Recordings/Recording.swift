public import Diagnostics
internal import JSONText

/// A dialogue with a plugin as a file keeps it: what is sent, and what was answered to it.
public struct Recording: Sendable {
  /// What the names of such files end with.
  public static let ending = ".dialogue.jsonl"

  /// A request, with the reply that was recorded.
  struct Exchange: Sendable {
    /// The type of the request.
    let type: String
    /// The line that it stands on, from 1.
    let line: Int
    let request: JSONValue
    /// The rows behind a batch.
    var payload: JSONValue?
    /// The reply and its line; nil where there is none, or none is recorded yet.
    var reply: (value: JSONValue, line: Int)?
  }

  /// The file.
  public let source: SourceText
  private(set) var exchanges: [Exchange] = []

  /// Reads a dialogue and throws the first thing that is no part of one.
  ///
  /// - Parameter isDraft: Whether replies may be missing, because they are to be recorded.
  public init(_ source: SourceText, isDraft: Bool = false) throws(Diagnostic) {
    self.source = source
    let lines = source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (place, bytes) in lines.enumerated() where !bytes.isEmpty {
      try take(Self.value(Array(bytes), of: source, place + 1), place + 1)
    }
    guard exchanges.last?.type == "close" else {
      throw problem(
        "the dialogue does not end with close", at: lines.count,
        help: "let its last line be {\"send\": {\"type\": \"close\"}}")
    }
    for exchange in exchanges { try check(exchange, isDraft) }
  }

  /// The checkers of which a measurement is recorded.
  var measured: Set<String> {
    var result: Set<String> = []
    var opened: String?
    for exchange in exchanges {
      if exchange.type == "open" { opened = exchange.request["checker"]?.text }
      guard exchange.reply?.value["type"]?.text == "measurement" else { continue }
      let name = exchange.type == "conclude" ? exchange.request["checker"]?.text : opened
      if let name { result.insert(name) }
    }
    return result
  }

  /// A message about a line.
  func problem(_ message: String, at line: Int, help: String) -> Diagnostic {
    Diagnostic(message, at: Self.span(of: source, line), help: help)
  }

  private mutating func take(_ value: JSONValue, _ line: Int) throws(Diagnostic) {
    let last = exchanges.indices.last
    switch (value.members?.first?.key, value.members?.count) {
    case ("send", 1):
      guard let request = value["send"], let type = request["type"]?.text else { break }
      exchanges.append(Exchange(type: type, line: line, request: request))
      return
    case ("payload", 1):
      guard let last, exchanges[last].type == "batch", exchanges[last].payload == nil else { break }
      exchanges[last].payload = value["payload"]
      return
    case ("expect", 1):
      guard let last, exchanges[last].hasReply, exchanges[last].reply == nil,
        let reply = value["expect"]
      else { break }
      exchanges[last].reply = (reply, line)
      return
    default: break
    }
    throw problem(
      "this line has no place in a dialogue here", at: line,
      help:
        "write {\"send\": REQUEST}, {\"payload\": ROWS} behind a batch, and {\"expect\": REPLY} "
        + "behind every other request")
  }

  private func check(_ exchange: Exchange, _ isDraft: Bool) throws(Diagnostic) {
    if exchange.type == "batch", exchange.payload == nil {
      throw problem(
        "a batch without rows", at: exchange.line,
        help: "write {\"payload\": {\"c\": [[...], [...]]}} on the next line")
    }
    if exchange.hasReply, exchange.reply == nil, !isDraft {
      throw problem(
        "no reply to this request is recorded", at: exchange.line,
        help: "let holdfast plugins test --record write it, and read what it wrote")
    }
  }

  private static func value(
    _ bytes: [UInt8], of source: SourceText, _ line: Int
  ) throws(Diagnostic) -> JSONValue {
    do throws(JSONError) { return try JSONValue(parsing: bytes) } catch {
      throw Diagnostic(
        "line \(line) is no JSON: \(error.words(hidden: false).message), at column "
          + "\(error.place.column)",
        at: span(of: source, line), help: "write one JSON object a line")
    }
  }

  private static func span(of source: SourceText, _ line: Int) -> SourceSpan {
    let start = source.offset(line: line, column: 1)
    return SourceSpan(source: source, range: start..<start)
  }
}

extension Recording.Exchange {
  /// Whether the plugin answers.
  var hasReply: Bool { type != "batch" && type != "close" }
}
