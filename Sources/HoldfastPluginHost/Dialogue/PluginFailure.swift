public import Diagnostics

/// Why a plugin gave no measurement: the commitment is an error then, never a pass.
public struct PluginFailure: Error, Sendable {
  /// What kind of failure it is, in the words of the protocol.
  public enum Kind: String, Sendable, CaseIterable {
    /// The sandbox could not be set up.
    case sandbox
    /// It could not be started.
    case start
    /// It took too long.
    case time
    /// It filled its private folder.
    case room
    /// It wrote a longer reply than is allowed.
    case long
    /// It wrote what it was not asked for.
    case chatter
    /// It closed its standard output and lives.
    case output
    /// It ended by itself.
    case exit
    /// A signal ended it.
    case signal
    /// Its reply is no JSON of the kind that is read here.
    case json
    /// Its reply has other keys or kinds of values than the protocol asks for.
    case shape
    /// A number in its reply is none, or contradicts another.
    case value
    /// It counted other rows than it was sent.
    case count
    /// It has another name, or another checker, than was asked for.
    case name
    /// It speaks another version of the protocol.
    case version
    /// It said itself that it failed.
    case told
    /// The run was stopped.
    case interrupted
    /// The system gave an error.
    case system
  }

  /// The plugin.
  public let plugin: String
  /// The kind.
  public let kind: Kind
  /// The request that it was at; nil where it was not asked anything yet.
  public let request: String?
  /// What happened, in a sentence without a full stop: "the plugin 'x' ...".
  public let sentence: String
  /// What to do.
  public let help: String
  /// The code that it ended with, if it ended by itself.
  public let exitStatus: Int32?
  /// The signal that ended it before it was stopped, if one did.
  public let signal: Int32?
  /// The end of what it wrote to standard error, printable and on one line; nil where that is
  /// nothing, or may not be shown because the data is about persons.
  public let errors: String?

  /// The failure as a message, with all that is known of it.
  public func diagnostic(at place: Diagnostic.Place = .none) -> Diagnostic {
    let tail = errors.map { "; the last that it wrote to standard error: \($0)" } ?? ""
    return Diagnostic(.error, sentence + tail, at: place, help: help)
  }
}

/// What went wrong, before it is known with which plugin.
struct PluginFault: Error {
  let kind: PluginFailure.Kind
  /// What the plugin did, behind its name: "took longer than 10 seconds".
  let what: String
  /// What to do.
  let help: String
  /// What stands in the reply, which is not shown where the data is about persons.
  var quoted: String?

  init(
    _ kind: PluginFailure.Kind, _ what: String, help: String = askAuthor, quoted: String? = nil
  ) {
    self.kind = kind
    self.what = what
    self.help = help
    self.quoted = quoted
  }

  /// A reply that cannot be used, and why.
  static func reply(
    _ kind: PluginFailure.Kind, _ why: String, quoted: String? = nil
  ) -> PluginFault {
    PluginFault(kind, "gave a reply that cannot be used: \(why)", quoted: quoted)
  }

  /// What to do about a plugin that does not keep to the protocol.
  static let askAuthor =
    "tell the author of the plugin; until it is mended nothing that it measures can be used"
}
