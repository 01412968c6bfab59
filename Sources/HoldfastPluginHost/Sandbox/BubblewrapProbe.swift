internal import Glibc
internal import Processes

/// Whether bubblewrap can confine a program here: often it is not installed, or may not do so.
enum BubblewrapProbe {
  /// Runs a program that does nothing behind its walls, and waits for it.
  static func works(_ launcher: [String]) -> Bool {
    guard Bubblewrap.path != nil,
      let program = ["/usr/bin/true", "/bin/true"].first(where: System.isProgram)
    else { return false }
    var policy = SandboxPolicy(
      walls: .bubblewrap, folder: "/", parent: getpid(), memory: 4 << 30, seconds: 10,
      openFiles: 64,
      fileBytes: 1 << 20, startsProcesses: false)
    policy.rules = ProcessPlan.systemRules
    let words = launcher + policy.arguments + ["--", program]
    guard let child = try? Child(words, folder: "/", environment: []) else { return false }
    defer { [child.input, child.output, child.errors, child.life].forEach(System.closeFile) }
    let file = pollfd(fd: child.life, events: Int16(POLLIN), revents: 0)
    let answers = try? System.poll([file], milliseconds: 10_000)
    System.send(SIGKILL, toGroup: child.number)
    let status = try? System.reap(child.number)
    return answers?[0] != 0 && status == 0
  }
}
