/// Paths as patterns.
enum FilePath {
  /// A path with every sign that a pattern gives a meaning to in brackets.
  static func escaped(_ path: String) -> String {
    path.map { "*?[".contains($0) ? "[\($0)]" : String($0) }.joined()
  }

  /// Whether two files stand in one folder and end alike.
  static func isLike(_ left: String, _ right: String) -> Bool {
    let (a, b) = (FileName(left), FileName(right))
    return a.folder == b.folder && a.ending == b.ending
  }
}
