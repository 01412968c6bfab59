/// What ends a session as an error of the commitment, in the checker's own words.
public struct PluginError: Error, Sendable, Hashable {
  /// Whose matter it is.
  public enum Code: String, Sendable {
    /// No common version of the protocol.
    case version
    /// What the pack says under `with`.
    case params
    /// What the rows say.
    case data
    /// A request that is not known, or has no place here.
    case unsupported
    /// A defect of the plugin.
    case `internal`
  }

  /// Whose matter it is.
  public let code: Code
  /// What is wrong and what to do, in at most 500 characters.
  public let message: String

  /// An error.
  ///
  /// - Parameter message: It must not hold a cell, as rows may be about persons: name a row by its
  ///   number. What is over 500 characters, or cannot be printed, is cut or blanked.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = Printable.text(message)
  }
}
