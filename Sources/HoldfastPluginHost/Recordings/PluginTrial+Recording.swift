internal import Diagnostics
internal import HoldfastModel
internal import JSONText

extension PluginTrial {
  /// The text of a recording with the replies that come now: every request stands as it did.
  ///
  /// - Throws: Where the plugin fails. A reply that is against the protocol is not recorded.
  public func record(_ draft: Recording) throws(PluginFailure) -> String {
    var check = ReplyCheck(manifest.name.value, try host.describe(manifest))
    let play = try RecordingPlayer(manifest: manifest, host: host).play(draft, &check)
    if let failure = play.failure { throw failure.why }
    var text = ""
    for (place, exchange) in draft.exchanges.enumerated() {
      text += draft.source.line(exchange.line) + "\n"
      if exchange.type == "batch" { text += draft.source.line(exchange.line + 1) + "\n" }
      guard let reply = play.replies[place] else { continue }
      text += "{\"expect\": \(reply.spacedText)}\n"
    }
    return text
  }
}

extension JSONValue {
  /// The value as a person writes it on a line: a blank behind commas and colons.
  fileprivate var spacedText: String {
    switch kind {
    case .list(let items): "[" + items.map(\.spacedText).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.map { "\(JSONValue.word($0.key).compactText): \($0.value.spacedText)" }
        .joined(separator: ", ") + "}"
    case .null, .bool, .number, .text: compactText
    }
  }
}
