import Exact

/// What the path of a file tells: its folder, what it is called but for dates, and its month.
struct FileName {
  /// The folder, empty for the topmost.
  let folder: String
  /// The part behind the last dot of the name.
  let ending: String
  /// The words of the name without digits, months, quarters and words that say nothing.
  let stem: [String]

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec",
  ]
  private static let empty: Set<String> = [
    "q1", "q2", "q3", "q4", "q", "to", "and", "data", "clean", "raw", "csv", "file", "files",
    "export", "copy", "of", "final", "v1", "v2",
  ]

  init(_ path: String) {
    let parts = path.split(separator: "/")
    folder = parts.dropLast().joined(separator: "/")
    let name = String(parts.last ?? "")
    var pieces = name.split(separator: ".", omittingEmptySubsequences: false)
    ending = pieces.count > 1 ? String(pieces.removeLast()).lowercased() : ""
    stem = Self.telling(pieces.joined(separator: "."))
  }

  /// The words that tell something.
  static func telling(_ text: String) -> [String] {
    HeaderWords(text).words.filter { word in
      !word.utf8.allSatisfy { (0x30...0x39).contains($0) } && !months.contains(word)
        && !empty.contains(word)
    }
  }

  /// The folder's own name, where it tells something.
  var folderWords: [String] {
    Self.telling(folder.split(separator: "/").last.map(String.init) ?? "")
  }

  /// Whether two files differ in nothing but the date in their names.
  func isSameSeries(as other: FileName) -> Bool {
    folder == other.folder && ending == other.ending && stem == other.stem
  }

  /// A year and a month in a path, as `2024-04`.
  static func hasMonth(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard bytes.count >= 7 else { return false }
    return (0...(bytes.count - 7)).contains { start in
      let text = String(decoding: bytes[start..<start + 7], as: UTF8.self)
      let before = start > 0 ? bytes[start - 1] : 0x20
      return !(0x30...0x39).contains(before) && CivilDate(text + "-01") != nil
    }
  }
}
