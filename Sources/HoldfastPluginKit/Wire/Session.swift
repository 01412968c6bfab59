internal import JSONText

/// The rows of one checker, from `open` to `finish`.
struct Session {
  private let type: any RowsChecker.Type
  private let parameters: Parameters
  private let roles: [String]
  private let hasCondition: Bool
  private var checker: any RowsChecker
  private var rows = 0
  private var certain = 0
  /// What went wrong with a batch, which has no reply, and is told with the next one.
  private var problem: PluginError?

  init(_ type: any RowsChecker.Type, _ request: JSONValue) throws(PluginError) {
    self.type = type
    parameters = try Parameters(request["params"] ?? .nothing, of: type.parameters)
    roles = (request["columns"]?.items ?? []).compactMap { $0["role"]?.text }
    hasCondition = request["where"]?.flag ?? false
    checker = try type.init(parameters)
  }

  mutating func take(_ request: JSONValue, _ payload: [UInt8]) {
    guard problem == nil else { return }
    do throws(PluginError) {
      let batch = try batch(request, try PayloadReader(payload))
      rows += batch.count
      certain += batch.certain
      try checker.take(batch)
    } catch {
      problem = error
    }
  }

  private func batch(
    _ request: JSONValue, _ payload: PayloadReader
  ) throws(PluginError) -> Batch {
    guard let count = request["rows"]?.whole, let firstRow = request["first_row"]?.whole,
      payload.columns.count == roles.count, payload.columns.allSatisfy({ $0.count == count }),
      payload.members.map({ $0.count == count }) ?? true,
      hasCondition ? payload.conditions?.count == count : payload.conditions == nil
    else { throw PluginError(.unsupported, "a batch has other columns or rows than it says") }
    return Batch(
      count: count, firstRow: firstRow,
      columns: Dictionary(zip(roles, payload.columns)) { first, _ in first },
      members: payload.members, conditions: payload.conditions)
  }

  mutating func partial() throws(PluginError) -> JSONValue {
    if let problem { throw problem }
    guard let checker = checker as? any MergeableChecker else {
      throw PluginError(.unsupported, "the checker is not mergeable")
    }
    let state = JSONValue.object([
      ("certain", .number(certain)), ("own", try checker.state().json),
    ])
    return .object([("type", .word("partial")), ("rows", .number(rows)), ("state", state)])
  }

  mutating func merge(_ request: JSONValue) throws(PluginError) -> JSONValue {
    if let problem { throw problem }
    guard var fresh = try type.init(parameters) as? any MergeableChecker else {
      throw PluginError(.unsupported, "the checker is not mergeable")
    }
    var (states, rows, certain) = ([State](), 0, 0)
    for each in request["states"]?.items ?? [] {
      guard let count = each["rows"]?.whole, let sure = each["state"]?["certain"]?.whole,
        let own = each["state"]?["own"]
      else { throw PluginError(.unsupported, "a state is none of this plugin's") }
      states.append(try State(own))
      rows += count
      certain += sure
    }
    try fresh.merge(states)
    (checker, self.rows, self.certain) = (fresh, rows, certain)
    return .object([("type", .word("merged")), ("rows", .number(rows))])
  }

  func finish(_ request: JSONValue) throws(PluginError) -> JSONValue {
    if let problem { throw problem }
    guard request["rows"]?.whole == rows else {
      throw PluginError(.data, "\(rows) rows came in, and others were sent")
    }
    return try checker.finish().reply(
      type.unit, selected: rows, certain: certain, rowsSeen: rows)
  }
}
