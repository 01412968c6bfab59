internal import Diagnostics
internal import HoldfastModel
internal import JSONText

/// What replies say, read by their type.
enum Replies {
  /// What an error says that a plugin answers with: whose matter it is.
  private enum ErrorCode: String, CaseIterable {
    case version, params, data, `internal`, unsupported

    var help: String {
      switch self {
      case .version: "use a version of the plugin that speaks \(PluginManifest.protocolName)"
      case .params: "correct what the pack says under with"
      case .data: "correct the data, or what the pack says under columns"
      case .internal, .unsupported: PluginFault.askAuthor
      }
    }
  }

  /// The fault that a plugin tells of itself, where its reply is an error.
  static func checkNoError(_ reply: JSONValue) throws(PluginFault) {
    guard reply["type"]?.text == "error" else { return }
    let error = try ReplyObject(reply, "the error", wanted: ["type", "code", "message"])
    let code: ErrorCode = try error.word("code")
    let message = try error.text("message", longest: 500)
    throw PluginFault(
      .told, "says that it failed (\(code.rawValue))", help: code.help, quoted: message)
  }

  /// Agrees on the version of the protocol and on the name of the plugin.
  static func hello(_ reply: JSONValue, name: String) throws(PluginFault) {
    let hello = try ReplyObject(
      reply, "the reply", wanted: ["type", "version", "name", "encodings"])
    guard try hello.count("version") == 1 else {
      throw .reply(.version, "it speaks another version of the protocol")
    }
    var hasColumns = false
    for encoding in try hello.list("encodings", most: 100) {
      hasColumns =
        try ReplyObject.text(encoding, "an encoding", longest: 100) == "json-columns"
        || hasColumns
    }
    guard hasColumns else { throw .reply(.version, "it does not read json-columns") }
    let own = try hello.text("name", longest: 100)
    guard own == name else {
      throw .reply(.name, "it calls itself by another name than plugin.yaml does", quoted: own)
    }
  }

  /// What a plugin wants counted.
  static func plan(_ reply: JSONValue) throws(PluginFault) -> Set<Aggregate> {
    let plan = try ReplyObject(reply, "the reply", wanted: ["type", "aggregates"])
    var result: Set<Aggregate> = []
    var kinds: Set<String> = []
    for item in try plan.list("aggregates", most: 6) {
      let aggregate = try aggregate(item)
      result.insert(aggregate)
      guard kinds.insert(item["kind"]?.text ?? "").inserted else {
        throw .reply(.shape, "it asks for one kind of aggregate twice")
      }
    }
    guard kinds.contains("sums") else {
      throw .reply(.shape, "it does not ask for sums, without which no row is counted")
    }
    return result
  }

  private static func aggregate(_ item: JSONValue) throws(PluginFault) -> Aggregate {
    let name = "an aggregate"
    func object(_ more: Set<String> = []) throws(PluginFault) -> ReplyObject {
      try ReplyObject(item, name, wanted: more.union(["kind"]))
    }
    func limit() throws(PluginFault) -> Int {
      let limit = try object(["limit"]).count("limit")
      guard limit <= 20 else { throw .reply(.shape, "it asks for more than 20 rows to show") }
      return limit
    }
    switch item["kind"]?.text {
    case "sums": return .sums(all: try object(["all"]).flag("all"))
    case "keys":
      _ = try object()
      return .keys
    case "values":
      _ = try object()
      return .values
    case "uncertain_values":
      _ = try object()
      return .uncertainValues
    case "uncertain_rows": return .uncertainRows(limit: try limit())
    case "failing_rows": return .failingRows(limit: try limit())
    default: throw .reply(.shape, "it asks for a kind of aggregate that there is not")
    }
  }

  /// The state of a session, and how many rows went into it.
  static func partial(_ reply: JSONValue, rows: Int) throws(PluginFault) -> [UInt8] {
    let partial = try ReplyObject(reply, "the reply", wanted: ["type", "rows", "state"])
    try check(partial, rows: rows)
    var state: [UInt8] = []
    try partial.value("state").write(to: &state)
    return state
  }

  static func merged(_ reply: JSONValue, rows: Int) throws(PluginFault) {
    try check(try ReplyObject(reply, "the reply", wanted: ["type", "rows"]), rows: rows)
  }

  static func opened(_ reply: JSONValue) throws(PluginFault) {
    _ = try ReplyObject(reply, "the reply", wanted: ["type"])
  }

  private static func check(_ reply: ReplyObject, rows: Int) throws(PluginFault) {
    let own = try reply.count("rows")
    guard own == rows else {
      throw .reply(.count, "it says that it saw \(own) rows, and was sent \(rows)")
    }
  }
}
