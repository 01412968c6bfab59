import Foundation
import Glibc

/// A case in a process of its own, so that what it uses can be bounded and a crash is one case's.
enum BoundedRun {
  /// Starts this program again with arguments that run one case, and says what it came to.
  static func outside(_ arguments: [String], _ bounds: Bounds) -> Outcome {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    do { try process.run() } catch { return .failed("no process could be started: \(error)") }
    // The processor time is bounded in the child itself; this is for one that waits for ever.
    let deadline = ContinuousClock.now + .seconds(60 + 30 * bounds.seconds)
    while process.isRunning, ContinuousClock.now < deadline { usleep(1000) }
    guard !process.isRunning else {
      kill(process.processIdentifier, SIGKILL)
      return .failed("the process did not end")
    }
    return outcome(of: process, output, bounds)
  }

  private static func outcome(of process: Process, _ output: Pipe, _ bounds: Bounds) -> Outcome {
    guard process.terminationReason == .exit else {
      let signal = process.terminationStatus
      let why =
        signal == SIGXCPU
        ? "used more than \(bounds.seconds) s" : "ended by signal \(signal), a crash or no memory"
      return .failed(why)
    }
    let data = (try? output.fileHandleForReading.readToEnd()) ?? nil
    let text = String(decoding: data ?? Data(), as: UTF8.self)
    let line = text.split(separator: "\n").last.map(String.init) ?? ""
    return Outcome(line: line) ?? .failed("the process said '\(line)'")
  }

  /// Runs a case in this process, which is held to the case's bounds.
  static func here(_ one: Case, of suite: any Suite) -> Outcome {
    guard let bounds = suite.bounds(of: one) else { return suite.outcome(of: one) }
    hearSignals()
    guard limit(__rlimit_resource_t(RLIMIT_CPU.rawValue), to: bounds.seconds),
      limit(__rlimit_resource_t(RLIMIT_DATA.rawValue), to: bounds.mebibytes << 20)
    else { return .failed("the process cannot be bounded") }
    let outcome = suite.outcome(of: one)
    guard let peak = peakKilobytes() else { return .failed("the memory used is not known") }
    guard peak <= bounds.mebibytes << 10 else {
      return .failed("used \(peak >> 10) MiB, and at most \(bounds.mebibytes) are allowed")
    }
    return outcome
  }

  /// A process inherits the signals that its parent does not hear; this one must hear that its time
  /// is over.
  private static func hearSignals() {
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigprocmask(SIG_SETMASK, &none, nil)
  }

  private static func limit(_ resource: __rlimit_resource_t, to amount: Int) -> Bool {
    let amount = rlim_t(clamping: amount)
    // The hard limit is beyond: at it the process is killed without telling why.
    var limit = rlimit(rlim_cur: amount, rlim_max: amount + 1)
    return unsafe setrlimit(resource, &limit) == 0
  }

  /// The most memory that the process has held, by Linux's own account.
  private static func peakKilobytes() -> Int? {
    guard let data = FileManager.default.contents(atPath: "/proc/self/status") else { return nil }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("VmHWM:") }?.split(separator: " ").lazy
      .compactMap { Int($0) }.first
  }
}
