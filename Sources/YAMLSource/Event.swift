/// A step of libyaml through a document; positions count Unicode scalars from the content's start.
struct Event {
  enum Kind {
    case documentStart
    case alias(String)
    case scalar(String, YAMLScalar.Style)
    case sequenceStart
    case mappingStart
    case collectionEnd
    case streamEnd
    case other
  }

  var kind: Kind
  var anchor: String?
  var tag: String?
  var start: Int
  var end: Int
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
