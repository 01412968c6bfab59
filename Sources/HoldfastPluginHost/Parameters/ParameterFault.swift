internal import Diagnostics

/// What is wrong with a value that stands under `with:`, and where.
public struct ParameterFault: Error, Sendable {
  /// A step into a value.
  public enum Step: Sendable, Hashable {
    /// To the value of a key.
    case key(String)
    /// To an item of a list, from 0.
    case index(Int)
  }

  /// The way to the value from the whole.
  public let path: [Step]
  /// What is wrong, in a sentence without a full stop.
  public let message: String
  /// What to do, where there is something to say.
  public let help: String?

  init(_ path: [Step], _ message: String, help: String? = nil) {
    self.path = path
    self.message = message
    self.help = help
  }

  /// The way as a JSON pointer: `/bands/2/limit`; empty for the whole.
  public var pointer: String { Self.pointer(path) }

  static func pointer(_ path: [Step]) -> String {
    path.map { step in
      switch step {
      case .key(let key):
        "/"
          + key.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
          .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
      case .index(let index): "/\(index)"
      }
    }.joined()
  }

  /// What messages call the value at the end of a way.
  static func name(_ path: [Step]) -> String {
    switch path.last {
    case nil: return "what stands under with"
    case .key(let key): return "'\(Diagnostic.printable(key, limit: 60))'"
    case .index(let index): return "item \(index + 1) of \(name(path.dropLast()))"
    }
  }
}

/// All that is wrong with a value; there is at least one.
public struct ParameterFaults: Error, Sendable {
  /// The faults, in the order of the schema.
  public let items: [ParameterFault]
}

/// Why a schema of parameters is not taken.
public struct ParameterSchemaError: Error, Sendable {
  /// Where, as a JSON pointer into the schema; `/` is the whole.
  public let pointer: String
  /// What is wrong, in a sentence without a full stop.
  public let message: String

  init(_ pointer: String, _ message: String) {
    self.pointer = pointer.isEmpty ? "/" : pointer
    self.message = message
  }
}
