import Processes

/// The file of the program that a command names.
struct ProgramFile {
  /// Its path as the command finds it, which runs in its folder.
  let path: String

  /// Finds the program before anything is started, so that a message can say what is missing.
  init(_ arguments: [String], folder: String) throws(CommandFailure) {
    guard let name = arguments.first, !name.isEmpty else { throw .noProgram }
    guard !arguments.contains(where: { $0.utf8.contains(0) }) else { throw .zeroByte }
    guard System.kind(of: folder) == .folder else { throw .noFolder(folder) }
    path =
      name.utf8.contains(UInt8(ascii: "/"))
      ? try Self.checked(name, folder: folder) : try Self.onPath(name)
  }

  private static func checked(_ path: String, folder: String) throws(CommandFailure) -> String {
    let seenFromHere = path.utf8.first == UInt8(ascii: "/") ? path : "\(folder)/\(path)"
    switch System.kind(of: seenFromHere) {
    case .program: return path
    case .file: throw .notExecutable(path)
    case .folder, nil: throw .noSuchProgram(path)
    }
  }

  /// Relative folders on `PATH` are passed over: data from elsewhere may lie in them.
  private static func onPath(_ name: String) throws(CommandFailure) -> String {
    for folder in (System.variable("PATH") ?? "/usr/bin:/bin").split(separator: ":")
    where folder.utf8.first == UInt8(ascii: "/") {
      let path = "\(folder)/\(name)"
      if System.kind(of: path) == .program { return path }
    }
    throw .notInstalled(name)
  }
}
