import CEL
public import Diagnostics
public import HoldfastModel

/// Checks the expressions of an institution's own description, whatever packs are run.
public enum KeepCheck {
  /// What is wrong with the `keep` of each dataset.
  public static func diagnostics(_ institution: Institution) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for dataset in institution.datasets {
      let pack = Pack(id: "", title: "", version: "", span: dataset.span)
      let schema = RowSchema(dataset: dataset, institution: institution, pack: pack)
      _ = ExpressionCompiler(schema: schema, areas: [:], definitions: [])
        .part(dataset.keep, "keep", giving: [.bool], &found)
    }
    return found
  }
}
