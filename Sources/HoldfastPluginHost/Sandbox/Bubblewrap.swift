internal import Processes

/// The command line of bubblewrap for a policy.
enum Bubblewrap {
  /// Where the program is, if it is installed.
  static var path: String? {
    ProcessPlan.programFolders.map { "\($0)/bwrap" }.first(where: System.isProgram)
  }

  /// The words that run a command behind its walls. The filter of system calls comes from file
  /// descriptor 3, where the launcher leaves it.
  static func words(_ program: String, _ policy: SandboxPolicy, _ command: [String]) -> [String] {
    [program, "--seccomp", "3", "--unshare-all", "--die-with-parent", "--cap-drop", "ALL"]
      + ["--uid", "65534", "--gid", "65534", "--hostname", "sandbox", "--perms", "0555"]
      + ["--dir", "/dev"] + policy.rules.flatMap(words) + ["--remount-ro", "/"]
      + ["--chdir", policy.folder, "--"] + command
  }

  private static func words(_ rule: SandboxPolicy.Rule) -> [String] {
    // Links such as /bin stay links: what they lead to has a rule of its own.
    if let target = System.target(ofLink: rule.path),
      rule.path.utf8.count(where: { $0 == 0x2F }) == 1
    {
      return ["--symlink", target, rule.path]
    }
    let isDevice = rule.path.utf8.starts(with: "/dev/".utf8)
    let way =
      switch rule.access {
      case .read, .run: isDevice ? "--dev-bind" : "--ro-bind"
      case .use: "--dev-bind"
      case .change: "--bind"
      }
    return [way, rule.path, rule.path]
  }
}
