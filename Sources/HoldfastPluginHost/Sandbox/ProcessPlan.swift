internal import Glibc
internal import HoldfastModel
internal import Processes

/// How a plugin is started.
struct ProcessPlan: Sendable {
  /// The words that start the launcher.
  let launcher: [String]
  /// What the plugin may do, but for its private folder.
  private(set) var policy: SandboxPolicy
  /// The words that start the plugin, the first of which is the path of a program.
  let command: [String]

  /// Where programs are looked for.
  static let programFolders = ["/usr/bin", "/bin"]
  /// What every program needs to read: itself, its libraries, and where these are.
  private static let systemFolders = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64"]

  /// Plans to start a plugin; throws where its program is not there.
  init(
    _ manifest: PluginManifest, _ level: SandboxLevel, _ limits: PluginLimits, launcher: [String]
  ) throws(PluginFault) {
    guard let folder = System.realPath(manifest.folder) else { throw .noFolder(manifest.folder) }
    let name = manifest.command.value.first ?? ""
    guard let program = Self.program(name, in: folder) else { throw .noProgram(name) }
    self.launcher = launcher
    command = [program] + manifest.command.value.dropFirst()
    policy = SandboxPolicy(
      walls: level.walls, folder: folder, parent: getpid(), memory: manifest.memory,
      seconds: Int(limits.whole.components.seconds) + 1, openFiles: limits.openFiles,
      fileBytes: limits.fileBytes, startsProcesses: manifest.startsProcesses)
    let own = [folder, program] + manifest.reads
    policy.rules = Self.systemRules + own.map { SandboxPolicy.Rule(.run, $0) }
  }

  /// The words that start the launcher for a private folder.
  func words(_ privateFolder: String) -> [String] {
    var policy = policy
    policy.rules.append(SandboxPolicy.Rule(.change, privateFolder))
    return launcher + policy.arguments + ["--"] + command
  }

  /// All variables that the plugin is given.
  func environment(_ privateFolder: String) -> [String] {
    [
      "PATH=\(Self.programFolders.joined(separator: ":"))", "LANG=C.UTF-8", "HOLDFAST_PLUGIN=1",
      "HOLDFAST_TMP=\(privateFolder)", "TMPDIR=\(privateFolder)", "PYTHONDONTWRITEBYTECODE=1",
    ]
  }

  /// The path of a program; nil where there is none that may be run.
  private static func program(_ name: String, in folder: String) -> String? {
    guard !name.isEmpty else { return nil }
    let paths =
      name.contains("/")
      ? [name.utf8.first == UInt8(ascii: "/") ? name : "\(folder)/\(name)"]
      : programFolders.map { "\($0)/\(name)" }
    return paths.first(where: System.isProgram)
  }

  /// What every program may reach.
  static var systemRules: [SandboxPolicy.Rule] {
    let reads = ["/etc/ld.so.cache", "/dev/urandom", "/dev/zero"].filter(System.exists)
    return systemFolders.filter(System.exists).map { SandboxPolicy.Rule(.run, $0) }
      + reads.map { SandboxPolicy.Rule(.read, $0) }
      + [SandboxPolicy.Rule(.use, "/dev/null")]
  }
}
