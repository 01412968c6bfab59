/// What a text is held to.
enum YAMLRules {
  /// Files that a person writes for this program: one document, no tags but the core ones.
  case file
  /// The language itself: any number of documents, any tags.
  case language

  /// How many %TAG lines a text may have: libyaml compares each with all before it, and each tag
  /// with all of them.
  var tagLines: Int { self == .file ? 0 : 64 }
}
