/// A mapping that authors write: the one declaration of its keys.
///
/// Readers are held to it key by key, unknown keys are found by it, and `holdfast schema` prints it
/// for editors.
struct Shape: Sendable {
  /// Its name among others: `commitment`.
  let name: String
  /// What it describes, in a sentence.
  let means: String
  /// Its keys, in the order in which people are told of them.
  private(set) var keys: [Key]
  /// Keys that stand for each other.
  private(set) var alternatives: [Alternatives] = []

  /// Keys of which a mapping has one.
  struct Alternatives: Sendable {
    /// The keys.
    let names: [String]
    /// Whether one has to be there.
    let isRequired: Bool

    /// One of these keys, or none.
    static func atMostOne(_ names: String...) -> Alternatives {
      Alternatives(names: names, isRequired: false)
    }
    /// One of these keys.
    static func exactlyOne(_ names: String...) -> Alternatives {
      Alternatives(names: names, isRequired: true)
    }
  }

  init(_ name: String, _ means: String, alternatives: [Alternatives] = [], _ keys: [Key]) {
    (self.name, self.means, self.alternatives, self.keys) = (name, means, alternatives, keys)
  }

  /// Where a key stands; nil where it is not declared.
  func index(of key: String) -> Int? { keys.firstIndex { $0.name == key } }

  /// The shape with further keys.
  func with(_ more: [Key]) -> Shape {
    var result = self
    result.keys += more
    return result
  }

  /// The same mapping where it is laid over another: with some of the keys, none of which has to be
  /// there, or another beside it.
  func overlaid(as name: String, _ isKept: (Key) -> Bool) -> Shape {
    let kept = keys.filter(isKept).map { key in
      Key(name: key.name, kind: key.kind, want: .optional, means: key.means)
    }
    return Shape(name, means, alternatives: alternatives, kept)
  }
}

/// A key of a mapping, as authors write it.
struct Key: Sendable {
  /// How much it is wanted.
  enum Want: Sendable {
    /// It may be left away.
    case optional
    /// It has to be there; what to write is said where it is not.
    case required(String?)
    /// It has to be there, and the reader says so itself, because it knows more to say.
    case told
  }

  let name: String
  let kind: Kind
  var want: Want
  /// What it says, in a sentence.
  let means: String
  /// The key beside which alone it says something.
  var partner: Partner?

  /// A key that another one needs.
  struct Partner: Sendable {
    let name: String
    /// What to write where it is not there.
    var help: String?
    /// Whether the reader says so itself, because it knows more to say.
    var isTold = false

    /// A key that has to be there too.
    static func key(_ name: String, help: String? = nil) -> Partner {
      Partner(name: name, help: help)
    }

    /// A key that has to be there too, as the reader says itself.
    static func told(_ name: String) -> Partner { Partner(name: name, isTold: true) }
  }

  /// A key that may be left away.
  static func optional(
    _ name: String, _ kind: Kind, _ means: String, beside partner: Partner? = nil
  ) -> Key {
    Key(name: name, kind: kind, want: .optional, means: means, partner: partner)
  }

  /// A key that has to be there.
  static func required(
    _ name: String, _ kind: Kind, _ means: String, help: String? = nil
  ) -> Key {
    Key(name: name, kind: kind, want: .required(help), means: means)
  }

  /// A key that has to be there, as the reader says itself.
  static func told(_ name: String, _ kind: Kind, _ means: String) -> Key {
    Key(name: name, kind: kind, want: .told, means: means)
  }

  /// Whether it has to be there.
  var isRequired: Bool {
    if case .optional = want { false } else { true }
  }
}
