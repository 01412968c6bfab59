public import HoldfastModel

/// Renders what the runs of several institutions came to in a format.
public protocol JointReporter: Sendable {
  /// The word before the equals sign of `--report FORMAT=FILE`.
  var name: String { get }

  /// Writes the report, one whole document.
  func render(_ report: JointReport, to sink: inout some TextOutputStream)
}

extension JointReport {
  /// What is to be said of choices and corrections behind joint numbers; nil where there are none.
  var reservation: String? {
    let rests = reports.contains { !$0.choices.isEmpty || $0.corrections != nil }
    guard !joint.isEmpty, rests else { return nil }
    return
      "Joint numbers rest on the choices and corrections of each institution, which stand in its "
      + "own report. Whether a joint verdict would be another without them is not worked out."
  }
}

/// The formats there are for several institutions: one line each.
public enum JointReporters {
  /// All of them, by name.
  public static let all: [any JointReporter] = [
    MatrixCSVReporter(),
    MatrixHTMLReporter(),
    JointJSONReporter(),
    JointJUnitReporter(),
    JointJUnitReporter(.strict),
    MatrixReporter(),
  ]

  /// The reporter of a name.
  public static func named(_ name: String) -> (any JointReporter)? {
    all.first { $0.name == name }
  }
}
