import CSpawn
import Glibc

extension System {
  /// A pipe that a program gets only where it is handed to it.
  static func makePipe() throws(SystemError) -> Pipe {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe2(&ends, O_CLOEXEC) == 0 else { throw .last }
    return (ends[0], ends[1])
  }

  /// Starts a program in a folder and in a session of its own, with nothing on standard input and
  /// with signals as they are when a machine starts.
  static func spawn(
    _ path: String, _ arguments: [String], folder: String, output: Int32, errors: Int32
  ) throws(SystemError) -> Int32 {
    var attributes = posix_spawnattr_t()
    var actions = unsafe posix_spawn_file_actions_t()
    try check(unsafe posix_spawnattr_init(&attributes))
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    try check(unsafe posix_spawn_file_actions_init(&actions))
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    try setSession(&attributes)
    try check(unsafe posix_spawn_file_actions_addchdir_np(&actions, folder))
    try check(unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0))
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, output, 1))
    try check(unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2))
    var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    guard unsafe words.dropLast().allSatisfy({ unsafe $0 != nil }) else { throw .last }
    var number: pid_t = 0
    try check(unsafe posix_spawn(&number, path, &actions, &attributes, &words, environ))
    return number
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

  private static func check(_ code: Int32) throws(SystemError) {
    guard code == 0 else { throw SystemError(code: code) }
  }

  /// Whether a process has ended, which stays known until `reap`.
  static func hasEnded(_ number: Int32) throws(SystemError) -> Bool {
    var state = unsafe siginfo_t()
    let code = unsafe waitid(P_PID, id_t(number), &state, WEXITED | WNOHANG | WNOWAIT)
    guard code == 0 else { throw .last }
    return unsafe state.si_signo == SIGCHLD
  }

  /// The status of a process that has ended or is about to.
  static func reap(_ number: Int32) throws(SystemError) -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(number, &status, 0) < 0 {
      guard errno == EINTR else { throw .last }
    }
    return status
  }

  static func send(_ signal: Int32, toGroup number: Int32) { _ = kill(-number, signal) }

  static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(signal, nil, &action) == 0 else { return false }
    return unsafe unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self) == 1
  }

  /// Whether a signal is held back on this thread.
  static func isBlocked(_ signal: Int32) -> Bool {
    var held = block([])
    return unsafe sigismember(&held, signal) == 1
  }

  /// Holds signals back on this thread and gives what was held back before.
  static func block(_ signals: [Int32]) -> sigset_t {
    var before = sigset_t()
    var set = Self.set(signals)
    unsafe pthread_sigmask(SIG_BLOCK, &set, &before)
    return before
  }

  static func setBlocked(_ set: sigset_t) {
    var set = set
    unsafe pthread_sigmask(SIG_SETMASK, &set, nil)
  }

  /// One of the signals that were sent while they were held back.
  static func takeBlocked(_ signals: [Int32]) -> Int32? {
    var set = Self.set(signals)
    var now = timespec()
    let signal = unsafe sigtimedwait(&set, nil, &now)
    return signal > 0 ? signal : nil
  }

  private static func set(_ signals: [Int32]) -> sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in signals { unsafe sigaddset(&set, signal) }
    return set
  }
}
