/// Why a text is no pattern.
public struct PatternError: Error, Sendable, Hashable {
  /// One sentence without a full stop.
  public let message: String
  /// What to do, where there is something to say.
  public let help: String?

  init(_ message: String, help: String? = nil) {
    self.message = message
    self.help = help
  }
}
