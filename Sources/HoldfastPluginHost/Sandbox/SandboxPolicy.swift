/// What a plugin may do on the machine.
package struct SandboxPolicy: Sendable, Hashable {
  /// What keeps it from the files and processes of others.
  package enum Walls: String, Sendable {
    /// The kernel's Landlock.
    case landlock
    /// The program bubblewrap.
    case bubblewrap
    /// Nothing; the limits hold all the same.
    case none
  }

  /// What may be done with a file, or with a folder and all that is in it.
  package enum Access: String, Sendable {
    case read
    /// Read, and run as a program.
    case run
    /// Read and write, for devices.
    case use
    /// Read, write, make and remove.
    case change
  }

  /// A path that may be reached.
  package struct Rule: Sendable, Hashable {
    package var access: Access
    package var path: String

    package init(_ access: Access, _ path: String) {
      self.access = access
      self.path = path
    }
  }

  /// The walls.
  package var walls: Walls
  /// What may be reached.
  package var rules: [Rule] = []
  /// Where the plugin starts.
  package var folder: String
  /// The process that it ends with.
  package var parent: Int32
  /// Bytes of address space.
  package var memory: Int
  /// Seconds of processor time.
  package var seconds: Int
  /// Files that are open at a time.
  package var openFiles: Int
  /// Bytes of each file that is written.
  package var fileBytes: Int
  /// Whether it may start processes.
  package var startsProcesses: Bool

  package init(
    walls: Walls, folder: String, parent: Int32, memory: Int, seconds: Int, openFiles: Int,
    fileBytes: Int, startsProcesses: Bool
  ) {
    self.walls = walls
    self.folder = folder
    self.parent = parent
    self.memory = memory
    self.seconds = seconds
    self.openFiles = openFiles
    self.fileBytes = fileBytes
    self.startsProcesses = startsProcesses
  }
}

extension SandboxPolicy {
  /// The policy as words of a command line, before `--` and the command.
  package var arguments: [String] {
    [
      walls.rawValue, folder, String(parent), String(memory), String(seconds), String(openFiles),
      String(fileBytes), startsProcesses ? "many" : "one",
    ] + rules.flatMap { [$0.access.rawValue, $0.path] }
  }

  /// A policy from words of a command line; nil where they are not those of a policy.
  package init?(arguments: [String]) {
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
      rules.append(Rule(access, arguments[place + 1]))
    }
  }
}
