import Foundation
import Glibc
import Testing

/// A run that is interrupted while a command runs takes the command with it.
@Suite struct InterruptionTests {
  @Test(arguments: [SIGTERM, SIGINT, SIGHUP])
  func stopsTheCommand(_ signal: Int32) throws {
    var sample = Sample()
    try sample.change(
      "data/institution.yaml", "files: spend.csv",
      to: "source: { kind: command, run: [sh, -c, \"echo $$ > number; sleep 1000\"] }")
    let workdir = try sample.workdir()
    try workdir.makeFolder("temporary")
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments = Sample.check + ["--allow-commands"]
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TMPDIR": workdir.path("temporary")]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try startWithAllSignals(process)
    let command = try number(in: workdir)
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
    #expect(process.terminationStatus == signal)
    #expect(!isRunning(command))
    #expect(try workdir.names().filter { $0.hasPrefix("temporary/") } == [])
  }

  /// A process gets the signals that are held back from its parent, and threads of tests hold back
  /// most.
  private func startWithAllSignals(_ process: Process) throws {
    var none = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&none)
    unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  private func number(in workdir: Workdir) throws -> Int32 {
    for _ in 0..<1000 {
      if let text = try? workdir.read("data/number"), let number = Int32(text.dropLast()) {
        return number
      }
      usleep(10_000)
    }
    throw CancellationError()
  }

  /// Whether a process is there, and is more than the record of one that has ended.
  private func isRunning(_ number: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)
    else { return false }
    return !status.contains("State:\tZ")
  }
}
