import CEL
public import Diagnostics
public import HoldfastModel

/// The expressions of an institution's own description, whatever packs are run.
public enum RowRules {
  /// What is wrong with the expressions of each dataset.
  public static func diagnostics(_ institution: Institution) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for dataset in institution.datasets {
      if let keep = dataset.keep {
        _ = part(keep, "keep", schema(of: dataset, in: institution), &found)
      }
      _ = negations(of: dataset, institution, &found)
    }
    return found
  }

  /// The conditions under which amounts of a dataset are published without their minus, by the
  /// column's place. They read the row's own cells, at their places.
  public static func negations(
    of dataset: Dataset, in institution: Institution
  ) -> [Int: CheckedPart] {
    var found: [Diagnostic] = []
    return negations(of: dataset, institution, &found)
  }

  /// What those conditions read.
  public static func schema(of dataset: Dataset, in institution: Institution) -> RowSchema {
    RowSchema(
      dataset: dataset, institution: institution,
      pack: Pack(id: "", title: "", version: "", span: dataset.span))
  }

  private static func negations(
    of dataset: Dataset, _ institution: Institution, _ found: inout [Diagnostic]
  ) -> [Int: CheckedPart] {
    // What compiles expressions takes a moment to make, and few datasets want it.
    guard dataset.columns.contains(where: { $0.negateWhen != nil }) else { return [:] }
    var alone = dataset
    alone.references = []
    let schema = schema(of: alone, in: institution)
    var result: [Int: CheckedPart] = [:]
    for (index, column) in dataset.columns.enumerated() {
      guard let text = column.negateWhen else { continue }
      result[index] = part(text, "negate_when", schema, &found)
    }
    return result
  }

  /// A condition of a description. Rows are kept and turned before areas are known.
  static func part(
    _ text: ExpressionText, _ name: String, _ schema: RowSchema, _ found: inout [Diagnostic]
  ) -> CheckedPart? {
    let compiler = ExpressionCompiler(schema: schema, areas: [:], definitions: [])
    guard let part = compiler.part(text, name, giving: [.bool], &found) else { return nil }
    var finder = LiteralFinder(schema: schema)
    finder.visit(part.expression)
    guard !finder.areas.isEmpty else { return part }
    found.append(
      Diagnostic(
        "'\(name)' knows no areas", at: text.span,
        help: "name the codes: column in [\"E1\", \"E2\"]; or let commitments ask for the area"))
    return nil
  }
}
