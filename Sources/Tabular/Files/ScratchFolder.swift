public import Diagnostics
import Glibc

/// A folder for one run, which nobody else may enter.
public struct ScratchFolder: Sendable {
  /// Where it is.
  public let path: String
  private var made: [String] = []
  private var written: [String] = []

  /// A folder in the place that the machine has for files of a run.
  public init() throws(Diagnostic) {
    let given = Surroundings.variable("TMPDIR") ?? ""
    let place = given.isEmpty ? "/tmp" : given
    path = "\(place)/holdfast-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    do throws(SystemError) { try System.makeFolder(path, mode: 0o700) } catch {
      throw Diagnostic(
        .error, "no folder for the run can be made in '\(place)': \(error)", at: .file(place),
        help: "point TMPDIR to a folder with room")
    }
  }

  /// Puts a file into it, below folders that are made with it, and gives its path. Steps of the name
  /// that would lead out are for the caller to refuse.
  public mutating func write(_ bytes: [UInt8], to name: String) throws(Diagnostic) -> String {
    var folder = path
    for step in name.split(separator: "/").dropLast() {
      folder += "/\(step)"
      guard !made.contains(folder) else { continue }
      try Files.makeOwnFolder(folder)
      made.append(folder)
    }
    let file = "\(path)/\(name)"
    try Files.write(bytes, to: file, shownAs: name, isPrivate: true)
    written.append(file)
    return file
  }

  /// Removes it with all that was put into it.
  public func remove() {
    for file in written { System.remove(file) }
    for folder in made.reversed() + [path] { System.removeFolder(folder) }
  }
}
