internal import Glibc
internal import Processes

extension System {
  /// Runs a body on a new thread that takes no signals and that nobody waits for.
  static func detach(_ body: @escaping @Sendable () -> Void) throws(SystemError) {
    let before = blockAll()
    defer { setBlocked(before) }
    let work = unsafe Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      throw SystemError(code: code)
    }
    pthread_detach(thread)
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Writes a number to a pipe that has room for it.
  static func tell(_ number: Int64, by pipe: Int32) {
    var number = number
    _ = unsafe write(pipe, &number, MemoryLayout<Int64>.size)
  }

  /// Waits for the number that is told by a pipe.
  static func told(by pipe: Int32) throws(SystemError) -> Int64 {
    var bytes = [UInt8](repeating: 0, count: MemoryLayout<Int64>.size)
    guard try read(pipe, into: &bytes) == bytes.count else { throw SystemError(code: EIO) }
    return bytes.reversed().reduce(0) { $0 << 8 | Int64($1) }
  }

  /// Waits until a process ends, and leaves its status to `reap`.
  static func waitForEnd(of number: Int32) {
    var state = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(number), &state, WEXITED | WNOWAIT) != 0, errno == EINTR {}
  }

  /// Reading and writing then tell that they would have to wait.
  static func setWithoutWaiting(_ number: Int32) { _ = fcntl(number, F_SETFL, O_NONBLOCK) }

  /// Gives a pipe room for a batch, where the system lets it: each side then works for longer
  /// before it waits for the other.
  static func widen(_ pipe: Int32) {
    // F_SETPIPE_SZ, which the headers hide from Swift.
    _ = fcntl(pipe, 1031, 1 << 20)
  }

  /// Writes as much as a pipe takes now, perhaps nothing; throws `EPIPE` where nobody reads it.
  static func offer(_ bytes: ArraySlice<UInt8>, to number: Int32) throws(SystemError) -> Int {
    // Where nobody reads, the system also sends a signal that would end this process.
    let before = block([SIGPIPE])
    defer { setBlocked(before) }
    let count = unsafe bytes.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
    guard count < 0 else { return count }
    let error = SystemError.last
    if error.code == EPIPE { _ = takeBlocked([SIGPIPE]) }
    guard error.code == EAGAIN || error.code == EINTR else { throw error }
    return 0
  }
}
