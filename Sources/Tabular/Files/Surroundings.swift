public import Diagnostics
import Glibc

/// What the program knows of the machine around it.
public enum Surroundings {
  /// Seconds since 1970-01-01T00:00:00Z.
  public static func secondsSince1970() -> Int64 { milliseconds(CLOCK_REALTIME) / 1000 }

  /// Nanoseconds since 1970-01-01T00:00:00Z.
  public static func nanosecondsSince1970() -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(CLOCK_REALTIME, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }

  /// Milliseconds on a clock that only goes forward.
  public static func steadyMilliseconds() -> Int64 { milliseconds(CLOCK_MONOTONIC) }

  /// Whether standard output is a terminal that may be coloured: `NO_COLOR` is not set.
  public static var mayColourOutput: Bool {
    isatty(STDOUT_FILENO) == 1 && variable("NO_COLOR").map(\.isEmpty) ?? true
  }

  /// The value of a variable of the environment.
  public static func variable(_ name: String) -> String? {
    unsafe getenv(name).flatMap { unsafe String(validatingCString: $0) }
  }

  /// Writes a text to standard output, all of it or an error.
  public static func writeOutput(_ text: String) throws(Diagnostic) {
    do throws(SystemError) { try System.write(Array(text.utf8), to: STDOUT_FILENO) } catch {
      throw error.diagnostic("the report cannot be written", "standard output")
    }
  }

  /// Writes a text to standard error; there is nowhere to say that it failed.
  public static func writeError(_ text: String) {
    try? System.write(Array(text.utf8), to: STDERR_FILENO)
  }

  /// Makes a reader that goes away an error of the writer, not the end of the program.
  public static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Makes a limit on the size of files an error of the writer, not the end of the program.
  public static func ignoreFileLimits() { _ = signal(SIGXFSZ, SIG_IGN) }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    guard unsafe clock_gettime(clock, &time) == 0 else { return 0 }
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
