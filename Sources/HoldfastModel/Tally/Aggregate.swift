/// What a checker may ask of a dataset: everything that can be counted in one pass and merged.
public enum Aggregate: Sendable, Hashable {
  /// Rows and measures by class. `all` asks for the measures of rows whose `where` fails too, as a
  /// denominator does; else those rows are only counted.
  case sums(all: Bool)
  /// How often each measure stands in rows of uncertain classes.
  case uncertainValues
  /// How often each measure stands in the rows that may be selected.
  case values
  /// Rows and measures by what tells them apart and by class.
  case keys
  /// The heaviest rows of each uncertain class, at most so many.
  case uncertainRows(limit: Int)
  /// The heaviest rows that count and whose `where` fails, at most so many.
  case failingRows(limit: Int)
}
