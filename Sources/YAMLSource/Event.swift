/// A step of libyaml through a text; positions count Unicode scalars from the content's start.
struct Event {
  var kind: YAMLEvent.Kind
  var anchor: String?
  var tag: String?
  var start: Int
  var end: Int
  /// The column of the start, from 0.
  var column: Int
}

/// Why libyaml stopped, in its own words.
struct SyntaxProblem: Error {
  /// What was found.
  let problem: String
  /// What was being read.
  let context: String
  /// Where, in Unicode scalars from the content's start.
  let problemIndex: Int
  /// Where what was being read begins.
  let contextIndex: Int
}
