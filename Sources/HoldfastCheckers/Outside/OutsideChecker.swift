public import Diagnostics
public import Exact
public import HoldfastModel

/// A kind of evaluation that somebody else's program makes, asked from here.
///
/// Whatever it throws makes an error of the commitment, at the place where that names it.
public protocol OutsideChecker: Checker {
  /// What it wants counted for a commitment; of one that reads rows, what is counted besides.
  func plan(_ call: OutsideContext) throws(Diagnostic) -> Set<Aggregate>

  /// What it makes of what was counted, by group; of one group unless it compares them.
  func conclude(_ groups: [OutsideGroup], _ call: OutsideContext) throws(Diagnostic) -> Measurement

  /// Begins to read rows, in so many processes at most.
  ///
  /// - Parameter roles: The columns that it will be given, in their order.
  func open(
    _ call: OutsideContext, roles: [String], workers: Int
  ) throws(Diagnostic) -> any OutsideRows

  /// Ends what it has begun: only then may what it said be used.
  func close() throws(Diagnostic)
}

/// What a checker outside the program may know of a commitment.
public struct OutsideContext: Sendable {
  /// The commitment.
  public var commitment: Commitment
  /// What the measure is counted in; rows where there is none.
  public var unit: Measurement.Unit
  /// Whether the rows are about persons, so that none of their texts may be told.
  public var isPersonal: Bool

  /// What is known of a commitment.
  public init(_ commitment: Commitment, unit: Measurement.Unit, isPersonal: Bool) {
    self.commitment = commitment
    self.unit = unit
    self.isPersonal = isPersonal
  }
}

/// A group of rows and what was counted of it.
public struct OutsideGroup: Sendable {
  /// Its name; nil where the commitment has no groups.
  public var name: String?
  /// What was counted.
  public var slice: Slice

  /// A group.
  public init(_ name: String?, _ slice: Slice) {
    self.name = name
    self.slice = slice
  }
}

/// A cell on its way to a checker outside the program.
public enum OutsideCell: Sendable, Hashable {
  /// A text.
  case text(String)
  /// An exact number.
  case decimal(Decimal)
  /// A day.
  case date(CivilDate)
  /// A truth.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Nobody knows.
  case unknown
}

/// Rows on their way to a checker outside the program.
public protocol OutsideRows: AnyObject {
  /// Adds a cell to the row at hand; every column gets one.
  func append(_ cell: OutsideCell, to column: Int)

  /// A cell as it is sent again and again.
  func written(_ cell: OutsideCell) -> [UInt8]

  /// Adds a cell that was written before.
  func append(written cell: [UInt8], to column: Int)

  /// Gives up: nothing that is added from now on is sent, and `finish` must not be called.
  func abandon()

  /// Ends the row at hand: whether it counts, and what `where` says of it.
  func endRow(
    _ membership: RowClass.Membership, _ condition: RowClass.Condition
  ) throws(Diagnostic)

  /// What the checker makes of all rows, and the rows that it names, by their place among them.
  func finish() throws(Diagnostic) -> (measurement: Measurement, witnesses: [Int])
}
