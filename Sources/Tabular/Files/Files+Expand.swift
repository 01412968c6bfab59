public import Diagnostics

extension Files {
  /// The files that a path pattern names below a folder, as paths relative to it, sorted by bytes.
  ///
  /// A part of the pattern may have `*`, `?` and `[a-z]`. Throws where nothing matches, where a
  /// match is a folder, and where the pattern or a link leads out of `root`.
  public static func expand(_ pattern: String, under root: String) throws(Diagnostic) -> [String] {
    let parts = try parts(of: pattern)
    var found = [""]
    for (index, part) in parts.enumerated() {
      let isLast = index == parts.count - 1
      var next: [String] = []
      for folder in found {
        let names = try matches(part, in: folder, under: root, isLast: isLast)
        next += names.map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
        guard next.count <= 100_000 else { throw problem("matches over 100,000 files", pattern) }
      }
      if next.isEmpty { throw try nothing(pattern, part, in: found, under: root) }
      found = next
    }
    let home = try resolved(root, shownAs: root)
    for path in found { try checkMatch(path, pattern, under: root, home) }
    found.sort(by: bytesPrecede)
    try checkLookalikes(found)
    return found
  }

  /// Throws where two paths look the same: whoever reads of one of them could not tell which.
  public static func checkLookalikes(_ paths: [String]) throws(Diagnostic) {
    // Texts that look alike are equal to a set; paths of other bytes come as other elements.
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      throw Diagnostic(
        .error,
        "there are two files '\(Diagnostic.printable(path))': their names look the same and are "
          + "written with other bytes, an accent as one letter and as two", at: .file(path),
        help: "rename or remove one of them")
    }
  }

  /// Whether a path pattern names a path, whatever files there are; a pattern that is none names
  /// nothing.
  public static func matches(_ path: String, _ pattern: String) -> Bool {
    guard let parts = try? parts(of: pattern) else { return false }
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    return parts.count == names.count
      && zip(parts, names).allSatisfy { part, name in
        guard FilePattern.isPattern(part) else {
          return part.utf8.elementsEqual(name.utf8)
        }
        return FilePattern(part)?.matches(name) ?? false
      }
  }

  private static func parts(of pattern: String) throws(Diagnostic) -> [String] {
    let inside = "use a path below the data folder"
    guard !pattern.isEmpty, !pattern.utf8.contains(0), pattern.utf8.count <= 4096 else {
      throw problem("is empty or too long", pattern, help: inside)
    }
    guard pattern.utf8.first != UInt8(ascii: "/") else {
      throw problem("is an absolute path", pattern, help: inside)
    }
    let parts = pattern.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }.filter { $0 != "." }
    guard !parts.contains("..") else {
      throw problem("leads out of its folder by '..'", pattern, help: inside)
    }
    guard !parts.isEmpty, !parts.contains("") else {
      throw problem("has an empty part between slashes", pattern, help: "name a file")
    }
    guard !parts.contains("**") else {
      throw problem(
        "has '**', which is not supported", pattern, help: "use one '*' for each level of folders")
    }
    return parts
  }

  /// The names that match one part of the pattern in one folder; a folder that is none has none.
  private static func matches(
    _ part: String, in folder: String, under root: String, isLast: Bool
  ) throws(Diagnostic) -> [String] {
    let place = joined(root, folder)
    guard FilePattern.isPattern(part) else {
      return exists(joined(place, part)) ? [part] : []
    }
    guard let matcher = FilePattern(part) else {
      throw problem("has a '[' without a proper ']'", part, help: "write it as in '[4-6]'")
    }
    guard folder.isEmpty || isDirectory(place) else { return [] }
    return try entries(of: place, shownAs: place).filter { name in
      matcher.matches(name) && (isLast || isDirectory(joined(place, name)))
    }
  }

  private static func checkMatch(
    _ path: String, _ pattern: String, under root: String, _ home: String
  ) throws(Diagnostic) {
    let whole = joined(root, path)
    let real = try resolved(whole, shownAs: path)
    let prefix = home == "/" ? home : home + "/"
    guard Array(real.utf8).starts(with: prefix.utf8) else {
      throw Diagnostic(
        .error, "'\(path)' is a link that leads out of the data folder", at: .file(path),
        help: "copy the file into the data folder")
    }
    guard !isDirectory(whole) else {
      throw Diagnostic(
        .error, "'\(pattern)' matches '\(path)', which is a folder", at: .file(path),
        help: "name the files in it, for instance '\(path)/*.csv'")
    }
  }

  /// Nothing matched: says what is there instead.
  private static func nothing(
    _ pattern: String, _ part: String, in folders: [String], under root: String
  ) throws(Diagnostic) -> Diagnostic {
    let folder = folders.first ?? ""
    let place = joined(root, folder)
    let shown = folder.isEmpty ? root : place
    guard isDirectory(place) else {
      return problem(
        "matches no file", pattern,
        help: "'\(shown)' is no folder; name a file below the data folder")
    }
    if System.isLink(joined(place, part)) {
      return problem(
        "is a link that leads nowhere", pattern, help: "put the file itself in its place")
    }
    let names = try entries(of: place, shownAs: shown).filter { $0.utf8.first != UInt8(ascii: ".") }
    if let near = Nearest.name(to: part, in: names) {
      return problem(
        "matches no file", pattern,
        help: "did you mean \(Nearest.quoted(near, for: part)) in '\(shown)'?")
    }
    let list = names.prefix(5).map { "'\(Diagnostic.printable($0, limit: 80))'" }
    let more = names.count > 5 ? " and \(names.count - 5) more" : ""
    return problem(
      "matches no file", pattern,
      help: names.isEmpty
        ? "the folder '\(shown)' is empty"
        : "the folder '\(shown)' has \(list.joined(separator: ", "))\(more)")
  }

  private static func resolved(_ path: String, shownAs: String) throws(Diagnostic) -> String {
    do throws(SystemError) { return try System.resolved(path) } catch {
      throw error.diagnostic("the file cannot be found", shownAs)
    }
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    name.isEmpty
      ? folder : folder.utf8.last == UInt8(ascii: "/") ? folder + name : "\(folder)/\(name)"
  }

  private static func problem(
    _ what: String, _ pattern: String, help: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, "the path '\(Diagnostic.printable(pattern))' \(what)", help: help)
  }
}
