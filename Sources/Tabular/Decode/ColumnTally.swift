/// What the cells of a column were like, over all rows so far.
struct ColumnTally: Sendable {
  /// How many were blacked out.
  var redacted = 0
  /// Whether one of them was neither blank, nor a token that says nothing, nor blacked out.
  var saysSomething = false
}
