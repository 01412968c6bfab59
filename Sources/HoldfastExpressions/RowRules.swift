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
        _ = compiler(dataset, institution).part(keep, "keep", giving: [.bool], &found)
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
    let compiler = compiler(alone, institution)
    var result: [Int: CheckedPart] = [:]
    for (index, column) in dataset.columns.enumerated() {
      result[index] = compiler.part(column.negateWhen, "negate_when", giving: [.bool], &found)
    }
    return result
  }

  private static func compiler(
    _ dataset: Dataset, _ institution: Institution
  ) -> ExpressionCompiler {
    ExpressionCompiler(
      schema: schema(of: dataset, in: institution), areas: [:], definitions: [])
  }
}
