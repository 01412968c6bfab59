import Foundation
import Glibc
import Testing

/// Whatever happens to a cache, the run says what it says without one.
@Suite struct CacheTroubleTests {
  private static func filled() throws -> (workdir: Workdir, result: Substring) {
    let workdir = try CacheTests.monthly().workdir()
    let direct = try workdir.run(Sample.check + ["--report", "json"])
    _ = try CacheTests.read(workdir)
    return (workdir, try direct.result())
  }

  private static func entries(_ workdir: Workdir) throws -> [String] {
    try workdir.names().filter { $0.hasSuffix(".tallied") }
  }

  /// Cut short, changed, emptied, exchanged, or no file at all.
  @Test(arguments: ["cut", "flip", "empty", "swap", "text", "folder", "link"])
  func damageIsAsGoodAsAbsence(_ damage: String) throws {
    let (workdir, result) = try Self.filled()
    let entries = try Self.entries(workdir)
    #expect(entries.count == 3)
    let bytes = try workdir.bytes(entries[0])
    switch damage {
    case "cut": try workdir.write(entries[0], bytes: bytes.prefix(bytes.count / 2))
    case "flip":
      var changed = bytes
      changed[bytes.count / 3] ^= 1
      try workdir.write(entries[0], bytes: changed)
    case "empty": try workdir.write(entries[0], "")
    case "swap": try workdir.write(entries[0], bytes: workdir.bytes(entries[1]))
    case "text": try workdir.write(entries[0], "holdfast-cache 9\n")
    case "folder":
      try workdir.remove(entries[0])
      try workdir.makeFolder(entries[0])
    default:
      try workdir.remove(entries[0])
      try workdir.link(entries[0], to: "/dev/zero")
    }
    let outcome = try workdir.run(CacheTests.check)
    #expect(try outcome.result() == result)
    #expect(outcome.out.contains("1 file of the cache cannot be used and is made again"))
    guard damage != "folder", damage != "link" else { return }
    #expect(try workdir.run(CacheTests.check).json().items("run/warnings").isEmpty)
    #expect(try workdir.bytes(entries[0]) == bytes)
  }

  /// Every byte of an entry, changed one at a time.
  @Test func noChangeOfAByteGoesUnseen() throws {
    let (workdir, result) = try Self.filled()
    let entry = try Self.entries(workdir)[0]
    let bytes = try workdir.bytes(entry)
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
      var changed = bytes
      changed[place] ^= 1 << UInt8(place % 8)
      try workdir.write(entry, bytes: changed)
      let outcome = try workdir.run(CacheTests.check)
      #expect(try outcome.result() == result, "at \(place)")
      #expect(outcome.out.contains("cannot be used and is made again"), "at \(place)")
    }
  }

  /// Runs that are killed at any moment leave nothing that a later run could take for numbers.
  @Test func killedRunsLeaveNothingHalfDone() throws {
    let workdir = try CacheTests.monthly(1...6).workdir()
    let result = try workdir.run(Sample.check + ["--report", "json"]).result()
    var steps = Steps(state: 5)
    for _ in 0..<25 {
      if let entry = try Self.entries(workdir).first { try workdir.remove(entry) }
      let process = try Self.start(workdir, CacheTests.check)
      usleep(UInt32(1000 + steps.next(25_000)))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    let outcome = try workdir.run(CacheTests.check)
    #expect(try outcome.result() == result)
    #expect(try outcome.json().items("run/warnings").isEmpty)
  }

  /// Runs at the same time write the same entries.
  @Test func runsAtTheSameTimeAgree() throws {
    let workdir = try CacheTests.monthly(1...6).workdir()
    let result = try workdir.run(Sample.check + ["--report", "json"]).result()
    let running = try (0..<6).map { number in
      try Self.start(
        workdir, Sample.check + ["--report", "json=\(number).json", "--cache", "cache"])
    }
    for (number, process) in running.enumerated() {
      process.waitUntilExit()
      let text = try workdir.read("\(number).json")
      #expect(text.contains(result))
      #expect(!text.contains("the cache"))
    }
    #expect(try CacheTests.read(workdir) == [])
  }

  /// A disk that is full, or files that may not grow.
  @Test func aFullDiskIsSaidOnce() throws {
    let workdir = try CacheTests.monthly().workdir()
    let result = try workdir.run(Sample.check + ["--report", "json"]).result()
    let line =
      "(ulimit -f 1; exec '\(try Binary.url().path())' \(CacheTests.check.joined(separator: " ")))"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line + " | cat > out.json"]
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    try process.run()
    process.waitUntilExit()
    let text = try workdir.read("out.json")
    #expect(text.contains(result))
    #expect(text.split(separator: "the cache keeps nothing new").count == 2)
    #expect(try workdir.names().filter { $0.contains(".part") || $0.hasSuffix(".tallied") } == [])
  }

  /// A folder that others can write to, or that is none.
  @Test(arguments: ["shared", "file", "nowhere", "foreign"])
  func foldersOfOthersAreNotUsed(_ kind: String) throws {
    let workdir = try CacheTests.monthly().workdir()
    let result = try workdir.run(Sample.check + ["--report", "json"]).result()
    var folder = "cache"
    switch kind {
    case "shared":
      try workdir.makeFolder("cache")
      unsafe chmod(workdir.path("cache"), 0o777)
    case "file": try workdir.write("cache", "")
    case "nowhere": folder = "no/such/folder"
    default:
      try workdir.makeFolder("cache")
      guard geteuid() == 0, unsafe chown(workdir.path("cache"), 12345, 12345) == 0 else { return }
    }
    for _ in 1...2 {
      let outcome = try workdir.run(
        Sample.check + ["--report", "json", "--cache", folder])
      #expect(try outcome.result() == result)
      #expect(outcome.out.contains("the cache is off"), "\(outcome.text)")
      #expect(try outcome.json().items("run/files").allSatisfy { $0["read"] != "false" })
    }
    #expect(try workdir.names().allSatisfy { !$0.hasSuffix(".tallied") })
  }

  /// What is kept may be read by nobody else.
  @Test func entriesAreTheirOwnersAlone() throws {
    let (workdir, _) = try Self.filled()
    for name in try Self.entries(workdir) + ["cache"] {
      let mode = try FileManager.default.attributesOfItem(atPath: workdir.path(name))
      let permissions = try #require(mode[.posixPermissions] as? Int)
      #expect(permissions & 0o077 == 0, "\(name)")
    }
  }

  private static func start(_ workdir: Workdir, _ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
