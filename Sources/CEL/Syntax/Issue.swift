/// A mistake in an expression.
public struct Issue: Error, Sendable, Hashable {
  /// One sentence without a full stop.
  public var message: String
  /// The UTF-8 bytes of the expression that it is about; may be empty at the end of the text.
  public var range: Range<Int>
  /// What to do, as an order.
  public var help: String?

  /// A mistake at a place.
  public init(_ message: String, at range: Range<Int>, help: String? = nil) {
    self.message = message
    self.range = range
    self.help = help
  }
}

/// The mistakes that keep an expression from being used, in the order of their places.
public struct IssueList: Error, Sendable {
  /// The mistakes, in the order of their places.
  public var issues: [Issue]

  /// A list, in any order.
  public init(_ issues: [Issue]) {
    self.issues = issues.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }
}

/// How much a stranger's expression may ask for.
public struct Limits: Sendable {
  /// The UTF-8 bytes of the text.
  public var textBytes = 65_536
  /// How deep brackets, arguments and `?:` may be nested.
  public var nesting = 100
  /// How many operations may build on each other, as in `a + b + c + ...`.
  public var height = 250
  /// The nodes of the tree, and of all definitions that it uses together.
  public var nodes = 50_000
  /// The elements that macros of one evaluation may look at, plus a share for large texts.
  public var steps = 1_000_000

  /// The limits for expressions from strangers.
  public static let `default` = Limits()

  /// Limits to adapt.
  public init() {}
}
