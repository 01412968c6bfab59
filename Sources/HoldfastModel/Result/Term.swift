/// Something that an institution decided or declared and that a number rests on: numbers of two
/// institutions say something of each other only where these are the same.
public struct Term: Sendable, Hashable {
  /// What it is: `the area 'home'`, `the basis of spend.amount`.
  public var what: String
  /// What it was decided to be.
  public var value: String
  /// Whether it says which days are judged, which go on from run to run.
  public var isOfDays = false

  /// A term.
  public init(_ what: String, _ value: String, isOfDays: Bool = false) {
    self.what = what
    self.value = value
    self.isOfDays = isOfDays
  }
}
