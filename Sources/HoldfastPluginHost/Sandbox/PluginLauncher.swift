internal import CSandbox
internal import CSpawn
internal import Glibc
internal import Processes

/// The other side of starting a plugin: a process that confines itself and becomes the plugin.
public enum PluginLauncher {
  /// Becomes the plugin that the words behind the command `__exec-plugin` name, under the policy
  /// that they say; ends with exit code 125, and a line on standard error, where that fails.
  public static func enter(_ arguments: [String]) -> Never {
    let failure: SandboxFailure
    if let end = arguments.firstIndex(of: "--"), end + 1 < arguments.count,
      let policy = SandboxPolicy(arguments: Array(arguments[..<end]))
    {
      failure = run(policy, Array(arguments[(end + 1)...]))
    } else {
      failure = SandboxFailure(
        "this command is for holdfast itself, and its words are not holdfast's")
    }
    let line = Array(LauncherNotice.line(failure).utf8)
    _ = unsafe line.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    _exit(LauncherNotice.exitCode)
  }

  /// Returns only where the plugin could not be started.
  private static func run(_ policy: SandboxPolicy, _ command: [String]) -> SandboxFailure {
    switch policy.walls {
    case .landlock: return confined(policy, CSB_LANDLOCK, command)
    case .bubblewrap:
      guard let program = Bubblewrap.path else {
        return SandboxFailure("bubblewrap is not installed")
      }
      return confined(policy, CSB_BUBBLEWRAP, Bubblewrap.words(program, policy, command))
    case .none: return unconfined(policy, command)
    }
  }

  private static func confined(
    _ policy: SandboxPolicy, _ walls: csb_walls, _ command: [String]
  ) -> SandboxFailure {
    // What is copied here goes with this program when it becomes another.
    guard let words = try? unsafe System.copies(command),
      let paths = try? unsafe System.copies([policy.folder] + policy.rules.map(\.path))
    else { return SandboxFailure("the machine has no memory left") }
    var rules: [csb_rule] = unsafe []
    for (place, rule) in policy.rules.enumerated() {
      guard let path = unsafe paths[place + 1] else { continue }
      unsafe rules.append(csb_rule(path: path, access: rule.access.number))
    }
    guard let folder = unsafe paths[0] else { return SandboxFailure("no folder is named") }
    let failure = unsafe rules.withUnsafeBufferPointer { rules in
      var given = unsafe csb_policy(
        walls: walls, rules: rules.baseAddress, rule_count: rules.count, folder: folder,
        parent: policy.parent, limits: policy.limits, may_fork: policy.startsProcesses)
      return unsafe csb_exec(&given, words, environ)
    }
    return unsafe SandboxFailure(failure)
  }

  /// The same without walls: only the limits hold, and the plugin ends with its parent.
  private static func unconfined(_ policy: SandboxPolicy, _ command: [String]) -> SandboxFailure {
    guard holdfast_follow_parent(policy.parent) == 0 else {
      return SandboxFailure("the process that started this one has ended")
    }
    let limits = [
      (RLIMIT_CORE, 1), (RLIMIT_AS, policy.memory), (RLIMIT_CPU, policy.seconds),
      (RLIMIT_NOFILE, policy.openFiles), (RLIMIT_FSIZE, policy.fileBytes),
    ]
    for (resource, amount) in limits where amount > 0 {
      var limit = rlimit(rlim_cur: rlim_t(amount), rlim_max: rlim_t(amount))
      guard unsafe setrlimit(Int32(resource.rawValue), &limit) == 0 else {
        return SandboxFailure("a limit cannot be set: \(unsafe String(cString: strerror(errno)))")
      }
    }
    guard unsafe chdir(policy.folder) == 0, let words = try? unsafe System.copies(command) else {
      return SandboxFailure("its folder cannot be entered")
    }
    _ = unsafe execve(command[0], words, environ)
    return SandboxFailure(ofProgram: command[0], errno)
  }
}

extension SandboxPolicy {
  fileprivate var limits: csb_limits {
    // The kernel counts the processes of a user with those that run already.
    csb_limits(
      memory: UInt64(memory), seconds: UInt64(seconds), open_files: UInt64(openFiles),
      file_bytes: UInt64(fileBytes), processes: startsProcesses ? 4096 : 0)
  }
}

extension SandboxPolicy.Access {
  fileprivate var number: csb_access {
    switch self {
    case .read: CSB_READ
    case .run: CSB_RUN
    case .use: CSB_READ_WRITE
    case .change: CSB_CHANGE
    }
  }
}
