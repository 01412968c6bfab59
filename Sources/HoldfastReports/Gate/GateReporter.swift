public import HoldfastModel

/// Renders what the gate says in a format.
public protocol GateReporter: Sendable {
  /// The word before the equals sign of `--report FORMAT=FILE`.
  var name: String { get }

  /// Writes the report, one whole document.
  func render(_ report: GateReport, to sink: inout some TextOutputStream)
}

/// The formats there are: one line each.
public enum GateReporters {
  /// All of them, by name.
  public static let all: [any GateReporter] = [
    GateJSONReporter(),
    GateMarkdownReporter(),
    GateTerminalReporter(),
  ]

  /// The reporter of a name.
  public static func named(_ name: String) -> (any GateReporter)? {
    all.first { $0.name == name }
  }
}
