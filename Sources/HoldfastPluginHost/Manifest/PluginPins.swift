internal import Crypto
public import Diagnostics
public import HoldfastModel
internal import Processes

/// The digests of a plugin's files, by which a changed plugin is told.
public enum PluginPins {
  /// How many files a plugin may have.
  static let mostFiles = 10_000

  /// A pin for every file in a folder and the folders in it but `plugin.yaml`, sorted by path.
  ///
  /// - Throws: The first thing that cannot be pinned: what is neither file nor folder, a link that
  ///   leads out of the folder or to another folder, a name that is not UTF-8.
  public static func compute(_ folder: String) throws(Diagnostic) -> [PluginPin] {
    guard let root = System.realPath(folder) else { throw unreadable(folder) }
    var pins: [PluginPin] = []
    for path in try paths(in: root, shownAs: folder) {
      pins.append(
        PluginPin(path, sha256: try digest("\(root)/\(path)", shownAs: "\(folder)/\(path)")))
    }
    return pins
  }

  /// The paths of all files in a folder from there, by their bytes.
  private static func paths(in root: String, shownAs folder: String) throws(Diagnostic) -> [String]
  {
    var found: [String] = []
    var open = [""]
    while let inner = open.popLast() {
      for entry in try entries(of: "\(root)/\(inner)", shownAs: folder) {
        guard let name = String(validating: entry.name, as: UTF8.self),
          Diagnostic.printable(name, limit: .max) == name
        else {
          throw refused(folder, "holds a name that is not printable", "rename the file")
        }
        let path = inner + name
        switch entry.kind {
        case .folder: open.append(path + "/")
        case .file:
          if path != PluginManifest.fileName { found.append(path) }
        case .link:
          try check(link: path, root, folder)
          found.append(path)
        case .other:
          throw refused("\(folder)/\(path)", "is neither a file nor a folder", "remove it")
        }
        guard found.count + open.count <= mostFiles else {
          throw refused(folder, "holds more than \(mostFiles) files", "is this the right folder?")
        }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func check(link: String, _ root: String, _ folder: String) throws(Diagnostic) {
    guard let target = System.realPath("\(root)/\(link)"), target.utf8.starts(with: "\(root)/".utf8)
    else {
      throw refused(
        "\(folder)/\(link)", "is a link that leads out of the plugin's folder",
        "put a copy of the file there")
    }
    guard System.isFile(target) else {
      throw refused("\(folder)/\(link)", "is a link to a folder", "put the files there")
    }
  }

  private static func entries(
    of path: String, shownAs folder: String
  ) throws(Diagnostic) -> [FolderEntry] {
    do throws(SystemError) { return try System.entries(of: Array(path.utf8)) } catch {
      throw unreadable(folder)
    }
  }

  private static func digest(_ path: String, shownAs shown: String) throws(Diagnostic) -> String {
    var hash = SHA256()
    do throws(SystemError) {
      try System.readFile(path) { bytes in hash.update(data: bytes) }
    } catch {
      throw unreadable(shown)
    }
    return hexadecimal(hash.finalize())
  }

  /// A digest as digits.
  static func hexadecimal(_ digest: SHA256.Digest) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let letters = digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: letters, as: UTF8.self)
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    refused(path, "cannot be read", "see that it is there and may be read")
  }

  private static func refused(_ path: String, _ what: String, _ help: String) -> Diagnostic {
    Diagnostic(.error, "'\(Diagnostic.printable(path))' \(what)", at: .file(path), help: help)
  }
}
