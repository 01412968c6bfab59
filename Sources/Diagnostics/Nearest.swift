/// Finds the name that a writer most likely meant.
public enum Nearest {
  /// The candidate closest to `word`, or nil where none is close: letter case, spaces, hyphens and
  /// underscores are ignored, and a third of the letters may differ. Ties go to the first in order.
  public static func name(to word: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(word)
    guard !wanted.isEmpty else { return nil }
    var best: (distance: Int, name: String)?
    for candidate in candidates.sorted() {
      let given = folded(candidate)
      let limit = max(1, max(wanted.count, given.count) / 3)
      guard abs(wanted.count - given.count) <= limit else { continue }
      // What looks the same is nearest, however it is written.
      let distance = candidate == word ? 0 : distance(wanted, given)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.name
  }

  /// "did you mean 'x'?", or nil where nothing is near.
  public static func hint(for word: String, in candidates: some Sequence<String>) -> String? {
    name(to: word, in: candidates).map { "did you mean \(quoted($0, for: word))?" }
  }

  /// A name in quotes that is offered for a word; where nobody could see how they differ, with why
  /// they do.
  public static func quoted(_ name: String, for word: String) -> String {
    guard name == word, !name.utf8.elementsEqual(word.utf8) else { return "'\(name)'" }
    return "'\(name)' (it looks the same and is written with other bytes: copy it from there)"
  }

  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.prefix(200).filter { $0 != "_" && $0 != "-" && $0 != " " }
  }

  /// Edits (insert, delete, replace, swap neighbours) between two words.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        var edits = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, beforeLast[j - 1] + 1)
        }
        row[j + 1] = edits
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
