import Diagnostics
import Exact
import HoldfastExpressions
import HoldfastModel
import Tabular

/// What is to be known of the rows of a dataset, and by what rules.
struct ColumnScope {
  /// A judge of the rows, and where what it says belongs.
  struct Entry {
    let judge: Judge
    let tallier: Int
    /// The place among the tallier's variants; nil for the commitment itself.
    let variant: Int?
    /// The slot whose declared blank is taken for unknown.
    let openBlank: Int?
    /// What its conditions mean: judges of one name mean the same by the same text.
    let name: String
  }

  let dataset: Dataset
  /// The references of the dataset, in its order; what is wrong with those that have none.
  let tables: [Result<ReferenceTable, DiagnosticList>]
  let judges: [Entry]
  let schema: RowSchema
  let keep: CheckedPart?
  /// The columns whose blanks have a meaning.
  let blankColumns: [Int]
  /// The texts that conditions compare columns with, by slot.
  let watched: [Int: TextValues]
  /// The first day of the stretch of time that a day belongs to.
  let bucket: (CivilDate) -> CivilDate
  /// The rows as the dataset's own rules see them.
  let view: RowView
  /// Whether it is to be known by which keys rows look others up.
  let keepsAccount: Bool
  /// The columns whose cells are sent somewhere, so that each has to be known.
  let sent: Set<Int>

  init(
    _ dataset: Dataset, _ talliers: [Tallier], schema: RowSchema, keep: CheckedPart?,
    tables: [Result<ReferenceTable, DiagnosticList>], watched: [Int: TextValues],
    bucket: @escaping (CivilDate) -> CivilDate, keepsAccount: Bool, isFeeding: Bool
  ) {
    sent =
      isFeeding
      ? Set(talliers.flatMap { $0.judge.commitment.sentColumns(of: dataset) }) : []
    self.keepsAccount = keepsAccount
    self.dataset = dataset
    self.tables = tables
    self.schema = schema
    self.keep = keep
    self.watched = watched
    self.bucket = bucket
    blankColumns = dataset.columns.indices.filter { dataset.columns[$0].blank != .unknown }
    view = RowView(schema)
    view.cells = dataset.columns.map { _ in .unknown }
    view.references = dataset.references.map { _ in nil }
    judges = talliers.enumerated().flatMap { Self.entries($1, $0) }
  }

  private static func entries(_ tallier: Tallier, _ place: Int) -> [Entry] {
    let pack = tallier.judge.commitment.pack.id
    var seen: [String: Int] = [:]
    let own = Entry(
      judge: tallier.judge, tallier: place, variant: nil, openBlank: nil, name: pack)
    return [own]
      + tallier.variants.enumerated().map { index, variant in
        // An area may be drawn in several other ways.
        let ordinal = seen[variant.choice, default: 0]
        seen[variant.choice] = ordinal + 1
        var name = pack
        if variant.choice.hasPrefix("areas.") { name += " \(variant.choice) \(ordinal)" }
        if let slot = variant.openBlank { name += " open \(slot)" }
        return Entry(
          judge: variant.judge, tallier: place, variant: index, openBlank: variant.openBlank,
          name: name)
      }
  }
}
