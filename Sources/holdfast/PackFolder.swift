import Diagnostics
import Tabular

/// The folder of a pack.
struct PackFolder {
  let path: String

  /// The folder itself where it has a file of some name, else those right below it that have.
  static func below(_ path: String, with name: String) throws(Diagnostic) -> [PackFolder] {
    if Files.isFile("\(path)/\(name)") { return [PackFolder(path: path)] }
    let found = try Files.names(in: path).map { "\(path)/\($0)" }
      .filter { Files.isFile("\($0)/\(name)") }
    guard !found.isEmpty else {
      throw Diagnostic(
        .error, "'\(path)' holds no \(name), nor does a folder in it", at: .file(path),
        help: "name the folder of a pack, or one that holds such folders")
    }
    return found.map { PackFolder(path: $0) }
  }
}
