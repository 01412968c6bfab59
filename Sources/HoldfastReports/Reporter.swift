public import HoldfastModel

/// Renders one finished, sorted report in a format.
public protocol Reporter: Sendable {
  /// The word before the equals sign of `--report FORMAT=FILE`.
  var name: String { get }

  /// Writes the report, one whole document.
  func render(_ report: Report, to sink: inout some TextOutputStream)
}

/// The formats there are: one line each.
public enum Reporters {
  /// All of them, by name.
  public static let all: [any Reporter] = [
    CSVReporter(),
    GitHubReporter(),
    HTMLReporter(),
    JSONReporter(),
    JUnitReporter(),
    JUnitReporter(.strict),
    MarkdownReporter(),
    SARIFReporter(),
    TerminalReporter(),
  ]

  /// The reporter of a name.
  public static func named(_ name: String) -> (any Reporter)? { all.first { $0.name == name } }
}
