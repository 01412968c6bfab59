/// What a plugin may do on the machine.
struct SandboxPolicy: Sendable, Hashable {
  /// What keeps it from the files and processes of others.
  enum Walls: String, Sendable {
    /// The kernel's Landlock.
    case landlock
    /// The program bubblewrap.
    case bubblewrap
    /// Nothing; the limits hold all the same.
    case none
  }

  /// What may be done with a file, or with a folder and all that is in it.
  enum Access: String, Sendable {
    case read
    /// Read, and run as a program.
    case run
    /// Read and write, for devices.
    case use
    /// Read, write, make and remove.
    case change
  }

  /// A path that may be reached.
  struct Rule: Sendable, Hashable {
    var access: Access
    var path: String
  }

  /// The walls.
  var walls = Walls.landlock
  /// What may be reached.
  var rules: [Rule] = []
  /// Where the plugin starts.
  var folder: String
  /// The process that it ends with.
  var parent: Int32
  /// Bytes of address space.
  var memory: Int
  /// Seconds of processor time.
  var seconds: Int
  /// Files that are open at a time.
  var openFiles: Int
  /// Bytes of each file that is written.
  var fileBytes: Int
  /// Whether it may start processes.
  var startsProcesses: Bool
}

extension SandboxPolicy {
  /// The policy as words of a command line, before `--` and the command.
  var arguments: [String] {
    [
      walls.rawValue, folder, String(parent), String(memory), String(seconds), String(openFiles),
      String(fileBytes), startsProcesses ? "many" : "one",
    ] + rules.flatMap { [$0.access.rawValue, $0.path] }
  }

  /// A policy from words of a command line; nil where they are not those of a policy.
  init?(arguments: [String]) {
    let numbers = arguments.dropFirst(2).prefix(5).compactMap { Int($0) }
    guard arguments.count >= 8, arguments.count % 2 == 0, numbers.count == 5,
      numbers.allSatisfy({ $0 >= 0 }), let parent = Int32(exactly: numbers[0]),
      let walls = Walls(rawValue: arguments[0]), ["many", "one"].contains(arguments[7])
    else { return nil }
    self.init(
      walls: walls, folder: arguments[1], parent: parent, memory: numbers[1], seconds: numbers[2],
      openFiles: numbers[3], fileBytes: numbers[4], startsProcesses: arguments[7] == "many")
    for place in stride(from: 8, to: arguments.count, by: 2) {
      guard let access = Access(rawValue: arguments[place]) else { return nil }
      rules.append(Rule(access: access, path: arguments[place + 1]))
    }
  }
}
