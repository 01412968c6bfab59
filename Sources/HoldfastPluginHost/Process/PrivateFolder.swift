internal import Glibc
internal import Processes

/// A folder for one process, which nobody else may enter.
struct PrivateFolder {
  let path: String

  init() throws(SystemError) {
    let named = System.variable("TMPDIR") ?? ""
    let place = named.utf8.first == UInt8(ascii: "/") ? named : "/tmp"
    var template = Array("\(place)/holdfast-plugin-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw .last }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes the folder with all that is in it.
  ///
  /// A stranger filled it, so that folders may lie in one another deeper than any path is long:
  /// those in a folder are first moved up beside it, and nothing here calls itself.
  func remove() {
    let top = Array(path.utf8)
    var moved = 0
    while let entries = try? System.entries(of: top), !entries.isEmpty {
      var isStuck = true
      for entry in entries where remove(top + [0x2F] + entry.name, entry.kind, &moved) {
        isStuck = false
      }
      // What cannot be removed is left, rather than tried for ever.
      if isStuck { break }
    }
    _ = unsafe rmdir(path)
  }

  /// Whether a file or folder at the top could be removed.
  private func remove(_ entry: [UInt8], _ kind: FolderEntry.Kind, _ moved: inout Int) -> Bool {
    let words = entry.map { CChar(bitPattern: $0) } + [0]
    guard kind == .folder else { return unsafe unlink(words) == 0 }
    _ = unsafe chmod(words, 0o700)
    for inner in (try? System.entries(of: entry)) ?? [] {
      let innerWords = (entry + [0x2F] + inner.name).map { CChar(bitPattern: $0) } + [0]
      if inner.kind == .folder {
        // A folder that may not be written to cannot be moved either.
        _ = unsafe chmod(innerWords, 0o700)
        moved += 1
        _ = unsafe rename(innerWords, "\(path)/moved-\(moved)")
      } else {
        _ = unsafe unlink(innerWords)
      }
    }
    return unsafe rmdir(words) == 0
  }
}
