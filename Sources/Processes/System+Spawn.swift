import CSpawn
import Glibc

/// A program to start, and what it gets.
package struct Spawning: Sendable {
  /// Its file, as it is found from the folder.
  package var path: String
  /// Its words, the first of which is its name.
  package var arguments: [String]
  /// Where it starts.
  package var folder: String
  /// Its variables as `NAME=value`; nil hands on those of this process.
  package var environment: [String]?
  /// What it reads; nil is nothing.
  package var input: Int32?
  /// Where it writes.
  package var output: Int32
  /// Where it complains.
  package var errors: Int32

  package init(
    _ path: String, _ arguments: [String], folder: String, environment: [String]? = nil,
    input: Int32? = nil, output: Int32, errors: Int32
  ) {
    self.path = path
    self.arguments = arguments
    self.folder = folder
    self.environment = environment
    self.input = input
    self.output = output
    self.errors = errors
  }
}

extension System {
  /// A pipe that a program gets only where it is handed to it.
  package static func makePipe() throws(SystemError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw .last }
    return (ends[0], ends[1])
  }

  /// Starts a program in a session of its own, with signals as they are when a machine starts.
  package static func spawn(_ program: Spawning) throws(SystemError) -> Int32 {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    try check(unsafe posix_spawnattr_init(&attributes))
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    try check(unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    try setSession(&attributes)
    try check(unsafe posix_spawn_file_actions_addchdir_np(&actions, program.folder))
    if let input = program.input {
      try check(unsafe posix_spawn_file_actions_adddup2(&actions, input, 0))
    } else {
      try check(unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    }
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, program.output, 1))
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, program.errors, 2))
    var words = try unsafe copies(program.arguments)
    defer { unsafe words.forEach { unsafe free($0) } }
    var number: pid_t = 0
    var variables = try unsafe copies(program.environment ?? [])
    defer { unsafe variables.forEach { unsafe free($0) } }
    try retrying {
      program.environment == nil
        ? unsafe posix_spawn(&number, program.path, &actions, &attributes, &words, environ)
        : unsafe posix_spawn(&number, program.path, &actions, &attributes, &words, &variables)
    }
    return number
  }

  /// Tries again for a moment where the program's file is being written to: another thread that
  /// starts a program just now holds all files of this process until that runs.
  private static func retrying(_ start: () -> Int32) throws(SystemError) {
    for _ in 0..<20 {
      let code = start()
      guard code == ETXTBSY else { return try check(code) }
      sleep(milliseconds: 5)
    }
    throw SystemError(code: ETXTBSY)
  }

  private static func setSession(
    _ attributes: inout posix_spawnattr_t
  ) throws(SystemError) {
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    try check(unsafe posix_spawnattr_setsigmask(&attributes, &none))
    try check(unsafe posix_spawnattr_setsigdefault(&attributes, &all))
    // POSIX_SPAWN_SETSID, which the headers hide from Swift.
    let session: Int32 = 0x80
    let flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | session
    try check(unsafe posix_spawnattr_setflags(&attributes, Int16(flags)))
  }

  /// Words as C takes them, to be freed: a list of texts with nothing at its end.
  package static func copies(
    _ words: [String]
  ) throws(SystemError) -> [UnsafeMutablePointer<CChar>?] {
    let words = unsafe words.map { unsafe strdup($0) } + [nil]
    guard unsafe words.dropLast().allSatisfy({ unsafe $0 != nil }) else {
      unsafe words.forEach { unsafe free($0) }
      throw SystemError(code: ENOMEM)
    }
    return unsafe words
  }

  package static func check(_ code: Int32) throws(SystemError) {
    guard code == 0 else { throw SystemError(code: code) }
  }

  /// Whether a process has ended, which stays known until `reap`.
  package static func hasEnded(_ number: Int32) throws(SystemError) -> Bool {
    var state = unsafe siginfo_t()
    let code = unsafe waitid(P_PID, id_t(number), &state, WEXITED | WNOHANG | WNOWAIT)
    guard code == 0 else { throw .last }
    return unsafe state.si_signo == SIGCHLD
  }

  /// The status of a process that has ended or is about to.
  package static func reap(_ number: Int32) throws(SystemError) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    return status
  }
}
