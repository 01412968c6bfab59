internal import HoldfastModel
internal import JSONText
internal import Synchronization

/// The conversation with one running plugin: one request, one reply. After a failure it is over,
/// and every further request throws that failure again.
///
/// It may be called from any thread; calls wait for one another.
final class PluginDialogue: Sendable {
  /// The requests that have replies, and the types of these.
  enum Request: String {
    case hello, describe, plan, conclude, open, partial, merge, finish

    var replyType: String {
      switch self {
      case .hello: "hello"
      case .describe: "description"
      case .plan: "plan"
      case .conclude, .finish: "measurement"
      case .open: "opened"
      case .partial: "partial"
      case .merge: "merged"
      }
    }
  }

  /// The longest request but a batch.
  private static let longestRequest = 64 << 20

  private struct State {
    let process: PluginProcess
    var failure: PluginFailure?
    var isGreeted = false
    var isClosed = false
  }

  /// The plugin's name.
  let name: String
  private let isPersonal: Bool
  private let state: Mutex<State>

  /// Starts a plugin, to which nothing has been said yet.
  ///
  /// - Parameter isPersonal: Whether it is to be sent what is about persons; no failure then shows
  ///   what it wrote.
  init(
    starting manifest: PluginManifest, of host: PluginHost, isPersonal: Bool
  ) throws(PluginFailure) {
    name = manifest.name.value
    self.isPersonal = isPersonal
    do throws(PluginFault) {
      let plan = try ProcessPlan(manifest, host.level, host.limits, launcher: host.launcher)
      let process = try PluginProcess(plan, limits: host.limits, stopper: host.stopper)
      state = Mutex(State(process: process))
    } catch {
      throw PluginFailure(error, of: manifest.name.value, at: nil)
    }
  }

  /// Starts a plugin and says hello to it.
  convenience init(
    _ manifest: PluginManifest, of host: PluginHost, isPersonal: Bool
  ) throws(PluginFailure) {
    try self.init(starting: manifest, of: host, isPersonal: isPersonal)
    let hello = JSONWriter.line { line in
      line.member("type", "hello")
      line.key("versions")
      line.list { $0.number(1) }
      line.member("host", "holdfast/\(host.version)")
    }
    try ask(.hello, hello) { reply throws(PluginFault) in
      try Replies.hello(reply, name: manifest.name.value)
    }
  }

  /// Sends a request and makes something of its reply.
  func ask<Answer: Sendable>(
    _ request: Request, _ line: [UInt8],
    _ read: (JSONValue) throws(PluginFault) -> Answer
  ) throws(PluginFailure) -> Answer {
    try trade(request.rawValue, line) { reply throws(PluginFault) in
      try Replies.checkNoError(reply)
      guard reply["type"]?.text == request.replyType else {
        throw .reply(.shape, "it is of another type than '\(request.replyType)'")
      }
      return try read(reply)
    }
  }

  /// Sends a request, whatever it is, and makes something of its reply, whatever it says.
  func trade<Answer: Sendable>(
    _ request: String, _ line: [UInt8],
    _ read: (JSONValue) throws(PluginFault) -> Answer
  ) throws(PluginFailure) -> Answer {
    try talk(request) { state throws(PluginFault) in
      guard line.count <= Self.longestRequest else {
        throw PluginFault(
          .long, "would have to be sent more than \(Self.longestRequest) bytes at once",
          help: "fewer groups or fewer different keys make it less")
      }
      let process = state.process
      let limit = request == Request.hello.rawValue ? process.limits.hello : process.limits.reply
      let end = SuspendingClock.now.advanced(by: limit)
      try process.send(line, until: end, limit)
      let answer = try read(try ReplyLine.read(try process.line(until: end, limit)))
      state.isGreeted = true
      return answer
    }
  }

  /// Sends rows, which have no reply.
  func tell(batch line: [UInt8], _ payload: [UInt8]) throws(PluginFailure) {
    try talk("batch") { state throws(PluginFault) in
      guard payload.count <= ColumnBatch.mostBytes else {
        throw PluginFault(
          .long, "would have to be sent more than \(ColumnBatch.mostBytes) bytes at once",
          help: "let the columns be shorter texts")
      }
      let limit = state.process.limits.reply
      let end = SuspendingClock.now.advanced(by: limit)
      try state.process.send(line, until: end, limit)
      try state.process.send(payload, until: end, limit)
    }
  }

  /// Ends the plugin in good order; throws where it says more, or does not end well. Does nothing
  /// the second time.
  func close() throws(PluginFailure) {
    try talk("close") { state throws(PluginFault) in
      guard !state.isClosed else { return }
      state.isClosed = true
      let limit = state.process.limits.close
      let line = JSONWriter.line { $0.member("type", "close") }
      try state.process.send(line, until: SuspendingClock.now.advanced(by: limit), limit)
      try state.process.waitForEnd()
      state.process.stop()
    }
  }

  /// Does something with the plugin, which a fault is the end of.
  private func talk<Answer: Sendable>(
    _ request: String, _ body: (inout State) throws(PluginFault) -> Answer
  ) throws(PluginFailure) -> Answer {
    try state.withLock { state throws(PluginFailure) in
      if let failure = state.failure { throw failure }
      do throws(PluginFault) { return try body(&state) } catch {
        let failure = failure(error, state, at: request)
        state.failure = failure
        throw failure
      }
    }
  }

  /// Ends the plugin, and puts together what is known of why.
  private func failure(
    _ fault: PluginFault, _ state: State, at request: String
  ) -> PluginFailure {
    let process = state.process
    process.stop()
    if !state.isGreeted, let own = LauncherNotice.fault(process.end, process.tail.bytes) {
      return PluginFailure(own, of: name, at: nil)
    }
    return PluginFailure(
      fault, of: name, at: request, end: process.end,
      errors: isPersonal ? nil : process.tail.line, isPersonal: isPersonal)
  }
}

extension PluginFailure {
  /// The failure that a fault of a plugin is.
  init(
    _ fault: PluginFault, of plugin: String, at request: String?, end: ProcessEnd? = nil,
    errors: String? = nil, isPersonal: Bool = false
  ) {
    let place = request.map { " (at the request '\($0)')" } ?? ""
    let quoted: String
    switch (fault.quoted, isPersonal) {
    case (nil, _): quoted = ""
    case (let words?, false): quoted = ": \(words)"
    case (_, true): quoted = "; its words are not shown because the data is about persons"
    }
    (self.plugin, kind, self.request) = (plugin, fault.kind, request)
    sentence = "the plugin '\(plugin)' \(fault.what)\(quoted)\(place)"
    help = fault.help
    switch end {
    case .exited(let code): (exitStatus, signal) = (code, nil)
    case .killed(let number): (exitStatus, signal) = (nil, number)
    case nil: (exitStatus, signal) = (nil, nil)
    }
    self.errors = errors
  }
}
