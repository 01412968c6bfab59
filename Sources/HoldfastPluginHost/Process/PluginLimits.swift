/// How long a plugin may take and how much it may use; the defaults are those of the protocol.
public struct PluginLimits: Sendable {
  /// From the start to the reply to `hello`.
  public var hello: Duration = .seconds(10)
  /// From any other request to its reply, and for taking in a batch.
  public var reply: Duration = .seconds(60)
  /// From the start to the end of the process.
  public var whole: Duration = .seconds(600)
  /// From `close` to the end of the process.
  public var close: Duration = .seconds(2)
  /// From SIGTERM to SIGKILL.
  public var terminate: Duration = .seconds(2)
  /// Bytes of a reply, with the line feed at its end.
  public var replyBytes = 1 << 20
  /// Bytes that are kept of the end of what it writes to standard error.
  public var errorBytes = 64 << 10
  /// Bytes of each file that it writes.
  public var fileBytes = 64 << 20
  /// Files and folders that may lie in its private folder, and the bytes that they may take; looked
  /// at while it is waited for.
  public var folderFiles = 30_000
  /// See `folderFiles`.
  public var folderBytes = 2 << 30
  /// Files that it may have open at a time.
  public var openFiles = 256

  /// The limits of the protocol.
  public init() {}
}

extension Duration {
  /// The length in whole milliseconds, rounded up.
  var milliseconds: Int64 {
    let (seconds, attoseconds) = components
    return seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  }

  /// The length in words: `10 seconds`.
  var words: String {
    let (seconds, rest) = components
    guard rest == 0 else { return "\(milliseconds) milliseconds" }
    return seconds == 1 ? "1 second" : "\(seconds) seconds"
  }
}
