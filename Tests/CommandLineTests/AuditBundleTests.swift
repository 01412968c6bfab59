import Foundation
import Testing

/// Sealed evidence, from the pair of keys to the auditor who has the bundle and the public key.
@Suite("Audit bundles") struct AuditBundleTests {
  private static func workdir(_ sample: Sample = Sample()) throws -> Workdir {
    let workdir = try sample.workdir()
    try workdir.run("keygen", "own").expect(exit: 0, ["own.key", "own.pub"])
    return workdir
  }

  private static let audit = [
    "audit", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--key", "own.key", "--out",
    "a.bundle",
  ]
  private static let verify = ["verify", "a.bundle", "--public-key", "own.pub"]

  @Test func keysAreForTheirOwnerAlone() throws {
    let workdir = try Self.workdir()
    let attributes = try FileManager.default.attributesOfItem(atPath: workdir.path("own.key"))
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    let secret = try #require(try workdir.read("own.key").split(separator: "\n").dropFirst().first)
    try workdir.run("keygen", "own").expect(
      exit: 3, ["own.key", "keys are never replaced"], never: [String(secret)])
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: workdir.path("own.key"))
    try workdir.run(Self.audit).expect(
      exit: 3, ["others than you may read this private key", "chmod 600"], never: [String(secret)])
    #expect((try? workdir.read("a.bundle")) == nil)
  }

  @Test func anAuditorHasTheBundleAndAPublicKey() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0, ["a.bundle: 2 findings of Northgate Council"])
    try workdir.run(Self.verify).expect(
      exit: 0,
      [
        "holds        The statement was signed with the key",
        "holds        The statement says what the report says: PASSED",
        "holds        2 of 2 findings follow from the tallies, byte for byte",
        "not checked  That the tallies follow from the data",
        "Result: HOLDS, as far as it was checked",
      ], never: ["FAILS"])
    try workdir.run(Self.verify + ["--data", "data"]).expect(
      exit: 0,
      [
        "holds        All 3 files that were read are in 'data' as they were",
        "holds        The tallies follow from the data, byte for byte",
        "holds        The report follows from the data, byte for byte", "Result: HOLDS\n",
      ], never: ["not checked", "FAILS"])
  }

  @Test func theSameEvidenceIsTheSameBytes() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0)
    let first = try Data(contentsOf: URL(filePath: workdir.path("a.bundle")))
    try workdir.run(Self.audit + ["--jobs", "1"]).expect(exit: 0)
    #expect(try Data(contentsOf: URL(filePath: workdir.path("a.bundle"))) == first)
  }

  /// What is done after the bundle was made, and which claim then fails.
  private static let changes: [(file: String, old: String, new: String, claim: String)] = [
    ("data/spend.csv", "300.00", "301.00", "are not what was read: spend.csv"),
    ("data/suppliers.csv", "yes", "no", "are not what was read: suppliers.csv"),
    ("data/places.csv", "E1", "E2", "are not what was read: places.csv"),
  ]

  @Test(arguments: changes)
  func dataThatChangedIsFound(
    _ change: (file: String, old: String, new: String, claim: String)
  ) throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0)
    let text = try workdir.read(change.file)
    try #require(text.contains(change.old))
    try workdir.write(change.file, text.replacing(change.old, with: change.new))
    try workdir.run(Self.verify).expect(exit: 0)
    try workdir.run(Self.verify + ["--data", "data"]).expect(
      exit: 1, [change.claim, "Result: DOES NOT HOLD"])
  }

  /// What stands beside the data is taken from the bundle, whatever is there now.
  @Test func exceptionsAreThoseOfTheBundle() throws {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"")
    let workdir = try Self.workdir(sample)
    try workdir.write("data/waivers.yaml", WaiverSample.file([[:]]))
    try workdir.run(Self.audit).expect(exit: 0)
    for waivers in [WaiverSample.file([]), "nonsense: ["] {
      try workdir.write("data/waivers.yaml", waivers)
      try workdir.run(Self.verify + ["--data", "data"]).expect(exit: 0, ["Result: HOLDS\n"])
    }
    try workdir.run(Self.audit).expect(exit: 3)
  }

  /// Single bits, from one end of the file to the other.
  @Test func changedBundlesDoNotHold() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0)
    let place = URL(filePath: workdir.path("a.bundle"))
    let whole = try Data(contentsOf: place)
    for offset in stride(from: 3, to: whole.count, by: max(1, whole.count / 60)) {
      var other = whole
      other[offset] ^= 4
      try other.write(to: place)
      try workdir.run(Self.verify).expect(exit: 1, ["Result: DOES NOT HOLD"])
    }
    try whole.prefix(whole.count / 2).write(to: place)
    try workdir.run(Self.verify).expect(exit: 1, ["its archive is damaged"])
    try workdir.write("a.bundle", "pack: x\n")
    try workdir.run(Self.verify).expect(exit: 1, ["The file is no bundle"])
  }

  @Test func anotherKeyIsNotBelieved() throws {
    let workdir = try Self.workdir()
    try workdir.run("keygen", "other").expect(exit: 0)
    try workdir.run(Self.audit).expect(exit: 0)
    try workdir.run("verify", "a.bundle", "--public-key", "other.pub").expect(
      exit: 1, ["FAILS        The statement was not signed with this key"])
    try workdir.run("verify", "a.bundle", "--public-key", "own.key").expect(
      exit: 3, ["this is no public Ed25519 key"])
    try workdir.run("verify", "a.bundle").expect(exit: 64, ["--public-key"])
    try workdir.run("verify", "none.bundle", "--public-key", "own.pub").expect(exit: 3)
  }

  /// A broken promise is evidence too.
  @Test func theExitCodeIsThatOfTheRun() throws {
    var sample = Sample()
    try sample.change("pack.yaml", "\">= 25%\"", to: "\">= 60%\"")
    let workdir = try Self.workdir(sample)
    try workdir.run(Self.audit).expect(exit: 1)
    try workdir.run(Self.verify).expect(
      exit: 0, ["The statement says what the report says: FAILED"])
  }

  /// Where the log cannot take the record of a bundle there is none: it would look like one that
  /// nobody was told of.
  @Test func noBundleIsLeftThatTheLogDoesNotKnow() throws {
    let workdir = try Self.workdir()
    let log = ["--log", "runs.log"]
    try workdir.run(Self.audit + log).expect(exit: 0)
    let bundle = try workdir.bytes("a.bundle").count
    // The log has to be longer than the bundle, for one limit to hold the one and stop the other.
    while try workdir.bytes("runs.log").count < bundle {
      try workdir.run(Sample.check + log).expect(exit: 0)
    }
    let before = try workdir.bytes("runs.log")
    try workdir.run(Self.audit + log).expect(exit: 0)
    let after = try workdir.bytes("runs.log")
    let last = try #require(after.dropLast().lastIndex(of: UInt8(ascii: "\n")))
    try workdir.write("runs.log", bytes: before)
    try workdir.remove("a.bundle")
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/prlimit")
    process.arguments = ["--fsize=\(last + 20)", try Binary.url().path()] + Self.audit + log
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 3)
    #expect(!workdir.exists("a.bundle"))
    // The run itself is on record.
    #expect(try workdir.bytes("runs.log").count == last + 1)
  }

  @Test func aLogHoldsBundles() throws {
    let workdir = try Self.workdir()
    let log = ["--log", "runs.log"]
    try workdir.run(Sample.check + log).expect(exit: 0)
    try workdir.run(Self.audit + log).expect(exit: 0)
    try workdir.run(Self.verify).expect(
      exit: 0, ["not checked  That the log goes on from this bundle"])
    try workdir.run(Self.verify + log).expect(
      exit: 0, ["as record 3, 2 runs after the one before; 0 runs and 0 bundles followed"])
    try workdir.run(Sample.check + log).expect(exit: 0)
    try workdir.run("verify", "--log", "runs.log").expect(exit: 0, ["Whole: 4 records"])
    try workdir.run(Self.audit + log + ["--supersedes", "a.bundle", "--out", "b.bundle"]).expect(
      exit: 0)
    try workdir.run(Self.verify + log).expect(exit: 0, ["2 runs and 1 bundles followed"])
    let later = ["verify", "b.bundle", "--public-key", "own.pub"]
    try workdir.run(later + log).expect(exit: 0, ["2 runs after the one before", "--superseded"])
    try workdir.run(later + ["--superseded", "a.bundle"]).expect(
      exit: 0, ["It stands in for 'a.bundle'"])
    try workdir.run(later + ["--superseded", "b.bundle"]).expect(exit: 1)
    try workdir.write("c.bundle", "none")
    try workdir.run(Self.audit + ["--supersedes", "c.bundle", "--out", "d.bundle"]).expect(
      exit: 3, ["c.bundle: error: this is no bundle, and nothing else can stand in for it"])
    // Another log, and one from whose end something was taken.
    try workdir.run(Sample.check + ["--log", "other.log"]).expect(exit: 0)
    try workdir.run(Self.verify + ["--log", "other.log"]).expect(
      exit: 1, ["FAILS        The log is not the bundle's"])
    let lines = try workdir.read("runs.log").split(separator: "\n")
    try workdir.write("short.log", lines.prefix(2).joined(separator: "\n") + "\n")
    try workdir.run(Self.verify + ["--log", "short.log"]).expect(exit: 1, ["it has 2 records"])
  }

  @Test func packsThatExtendOthersAreInTheBundle() throws {
    let workdir = try Self.workdir()
    try workdir.write(
      "rules/own/pack.yaml", "pack: own\ntitle: Own\nversion: 1.0.0\nextends: ../../pack.yaml\n")
    var words = Self.audit
    words[1] = "rules/own"
    try workdir.run(words).expect(exit: 0)
    try workdir.run(Self.verify + ["--data", "data"]).expect(exit: 0, ["Result: HOLDS\n"])
  }

  /// A path of whoever seals a bundle is no path of whoever verifies it.
  @Test func packsOfOneMachineAloneAreRefused() throws {
    let workdir = try Self.workdir()
    let base = workdir.path("pack.yaml")
    try workdir.write("own.yaml", "pack: own\ntitle: Own\nversion: 1.0.0\nextends: \(base)\n")
    var words = Self.audit
    words[1] = "own.yaml"
    try workdir.run(words).expect(exit: 3, ["own.yaml:4", "from the root of one machine"])
  }

  /// The data goes in only where somebody asks, and never where it is about persons.
  @Test func dataIsForThoseWhoAsk() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0)
    let without = try String(
      decoding: Data(contentsOf: URL(filePath: workdir.path("a.bundle"))), as: UTF8.self)
    #expect(!without.contains("s2,500.00") && !without.contains(Sample.spend))
    try workdir.run(Self.audit + ["--include-data"]).expect(exit: 0)
    let with = try String(
      decoding: Data(contentsOf: URL(filePath: workdir.path("a.bundle"))), as: UTF8.self)
    #expect(with.contains(Sample.spend))
    try workdir.run(Self.verify).expect(exit: 0, ["2 of 2 findings"])
    let text = Sample.institution.replacing("category: {}", with: "category: { personal: true }")
    try workdir.write("data/institution.yaml", text)
    try workdir.run(Self.audit + ["--include-data"]).expect(
      exit: 3, ["'spend' is about persons, and bundles never hold such rows"])
  }

  @Test func whatIsAboutPersonsTakesTheData() throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "sme: {", to: "sme: { personal: true,")
    let workdir = try Self.workdir(sample)
    try workdir.run(Self.audit).expect(exit: 2)
    try workdir.run(Self.verify).expect(
      exit: 0,
      ["1 of 2 findings follow from the tallies", "so only the data can bear them out: fair/SME"])
    try workdir.run(Self.verify + ["--data", "data"]).expect(exit: 0, ["Result: HOLDS\n"])
  }

  // MARK: Samples

  private static let sample = [
    "sample", "a.bundle", "--public-key", "own.pub", "--data", "data", "--commitment", "LOC", "--n",
    "2",
  ]

  @Test func whoeverHasTheBundleDrawsTheSameRows() throws {
    let workdir = try Self.workdir()
    try workdir.write("data/spend.csv", Ledger.text(rows: 300))
    try workdir.run(Self.audit).expect(exit: 2)
    let first = try workdir.run(Self.sample + ["--csv", "s.csv"])
    first.expect(exit: 0, ["fair/LOC: 2 rows drawn of", "spend.csv:"])
    let csv = try workdir.read("s.csv")
    #expect(csv.split(separator: "\r\n").count == 3 && csv.contains("traced to"))
    let again = try workdir.run(Self.sample)
    #expect(again.out == first.out)
    // A word of the auditor's decides too.
    let word = try workdir.run(Self.sample + ["--seed", "a word"])
    #expect(word.exit == 0 && word.out != first.out)
    #expect(try workdir.run(Self.sample + ["--seed", "a word"]).out == word.out)
    // Another bundle draws others.
    try workdir.run(Self.audit + ["--only", "LOC"]).expect(exit: 2)
    let other = try workdir.run(Self.sample)
    #expect(other.exit == 0 && other.out != first.out)
  }

  @Test func onlyTheDataOfTheBundleIsDrawnFrom() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.audit).expect(exit: 0)
    try workdir.write("data/spend.csv", Sample.spend.replacing("300.00", with: "301.00"))
    try workdir.run(Self.sample).expect(exit: 3, ["not what was read: spend.csv"])
    try workdir.run(Self.sample.map { $0 == "LOC" ? "LOX" : $0 }).expect(exit: 3)
  }

  @Test func rowsAboutPersonsAreNotListed() throws {
    var sample = Sample()
    try sample.change("data/institution.yaml", "sme: {", to: "sme: { personal: true,")
    let workdir = try Self.workdir(sample)
    try workdir.run(Self.audit).expect(exit: 2)
    try workdir.run(Self.sample.map { $0 == "LOC" ? "SME" : $0 }).expect(
      exit: 3, ["'SME' is about persons"])
  }
}
