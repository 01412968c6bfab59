import Foundation
import Testing

/// Awards that are approved and not paid yet.
@Suite struct GateReservationTests {
  private static let file = "data/reservations.log"

  private static func award(_ amount: String) -> String {
    GateSample.award(GateSample.away(amount))
  }

  private static func end(_ word: String, _ name: String, _ day: String = "2025-04-30") -> [String]
  {
    ["gate", word, name, "--data", "data", "--as-of", day]
  }

  @Test func twoBuyersCannotSpendTheSameRoom() throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("600.00"), "--reserve", "A").expect(
      exit: 0, ["Reserved: A, until 2026-04-30"])
    try workdir.gate(Self.award("600.00"), "--reserve", "B").expect(
      exit: 1, ["and to what is reserved: A", "The award breaks it: from 31.25%"],
      never: ["Reserved: B"])
    try workdir.gate(Self.award("400.00"), "--reserve", "B").expect(exit: 0, ["No room is left."])
    // Reservations are for gates: a check judges what is there.
    try workdir.run(Sample.check).expect(exit: 0, ["50.00%"])
    let list = try workdir.run("gate", "list", "--data", "data", "--as-of", "2025-04-30")
    list.expect(exit: 0, ["A: award-1, award-1; reserved until 2026-04-30", "B: award-1"])
  }

  @Test(arguments: ["release", "settle"])
  func roomIsFreeAfterwards(_ word: String) throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("1000.00"), "--reserve", "A").expect(exit: 0)
    try workdir.gate(Self.award("0.01")).expect(exit: 1)
    try workdir.run(Self.end(word, "A")).expect(exit: 0, ["A: \(word)d"])
    try workdir.run(Self.end(word, "A")).expect(exit: 0, ["A: was already \(word)d"])
    let other = word == "release" ? "settle" : "release"
    try workdir.run(Self.end(other, "A")).expect(exit: 3, ["'A' was \(word)d before"])
    try workdir.run(Self.end(word, "C")).expect(exit: 3, ["nothing is reserved under 'C'"])
    try workdir.gate(Self.award("1000.00")).expect(exit: 0)
    try workdir.gate(Self.award("1000.00"), "--reserve", "A").expect(
      exit: 3, ["the reservation 'A' was \(word)d"])
  }

  @Test func reservationsExpire() throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("1000.00"), "--reserve", "A", "--until", "2025-05-31").expect(
      exit: 0)
    let later = { (day: String) in
      ["gate", "award.yaml", "pack.yaml", "--data", "data", "--as-of", day]
    }
    try workdir.run(later("2025-05-31")).expect(exit: 1)
    try workdir.run(later("2025-06-01")).expect(exit: 0)
    try workdir.run(later("2025-06-01") + ["--reserve", "A"]).expect(exit: 3, ["'A' has expired"])
    try workdir.gate(Self.award("1.00"), "--reserve", "B", "--until", "2025-04-29").expect(
      exit: 3, ["would end on 2025-04-29, before the day of the run"])
  }

  /// A log may be that of several institutions: each ends its own, on a day that has come.
  @Test func endsAreThoseOfTheirInstitution() throws {
    var other = Sample()
    try other.change("data/institution.yaml", "Northgate Council", to: "Southgate Council")
    let workdir = try GateSample().workdir()
    try workdir.write("south/institution.yaml", try #require(other.files["data/institution.yaml"]))
    try workdir.gate(Self.award("600.00"), "--reserve", "A").expect(exit: 0)
    let log = ["--reservations", Self.file]
    let theirs = ["--data", "south", "--as-of", "2025-04-30"] + log
    try workdir.run(["gate", "release", "A"] + theirs).expect(
      exit: 3, ["nothing is reserved under 'A'"])
    try workdir.run(["gate", "list"] + theirs).expect(exit: 0, ["nothing is reserved"])
    try workdir.run(Self.end("release", "A", "2025-04-29")).expect(
      exit: 3, ["was decided on 2025-04-30, and cannot have ended on 2025-04-29"])
    try workdir.run(Self.end("release", "A", "2999-01-01")).expect(
      exit: 3, ["2999-01-01 is yet to come"])
    try workdir.gate(Self.award("600.00")).expect(exit: 1)
  }

  /// What an award brings in its second year counts once that has come, settled or not.
  @Test func laterYearsComeDue() throws {
    let workdir = try GateSample().workdir()
    let lot = { (year: Int) in
      "  - year: \(year)\n    rows:\n      spend:\n        - { \(GateSample.away("500.00")) }\n"
    }
    let award = "proposal: award-1\nstage: award\nlots:\n" + lot(1) + lot(2)
    try workdir.gate(award, "--reserve", "A", "--until", "2030-03-31").expect(exit: 0)
    try workdir.write(
      "data/spend.csv", Sample.spend.replacing("2024-", with: "2025-"))
    let asked = { (day: String) in
      try workdir.write("award.yaml", Self.award("0.01"))
      return try workdir.run("gate", "award.yaml", "pack.yaml", "--data", "data", "--as-of", day)
    }
    // With the second year's 500.00 it is 500.00 of 2,000.00, and a penny is too much.
    try asked("2026-04-30").expect(exit: 1, ["from 25.00% to 24.9999%"])
  }

  /// A forecast lies ahead: what it lets through is decided today all the same.
  @Test func aForecastIsDecidedToday() throws {
    var sample = GateSample()
    sample.sample.files["data/spend.csv", default: ""] +=
      "r9,2025-06-01,Parks,s1,900.00,M5 4WT,works\n"
    let workdir = try sample.workdir()
    let award = GateSample.award(GateSample.away("1.00"), more: "base: forecast\n")
    try workdir.gate(award, "--reserve", "A").expect(exit: 0, ["Reserved: A, until 2026-04-30"])
    try workdir.gate(award, "--reserve", "B", "--until", "2025-05-31").expect(
      exit: 0, ["Reserved: B, until 2025-05-31"])
  }

  @Test func askingAgainChangesNothing() throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("1000.00"), "--reserve", "A").expect(exit: 0)
    let before = try workdir.read(Self.file)
    try workdir.gate(Self.award("1000.00"), "--reserve", "A").expect(
      exit: 0, ["Reserved already: A"])
    #expect(try workdir.read(Self.file) == before)
    try workdir.gate(Self.award("1.00"), "--reserve", "A").expect(
      exit: 3, ["'A' is reserved for another award"])
  }

  @Test func onlyOneAwardIsReserved() throws {
    let workdir = try GateSample().workdir()
    let two =
      "proposal: p\nstage: award\nalternatives:\n"
      + "  - { id: a, rows: { spend: [{ \(GateSample.home("1.00")) }] } }\n"
      + "  - { id: b, rows: { spend: [{ \(GateSample.home("2.00")) }] } }\n"
    try workdir.gate(two, "--reserve", "A").expect(exit: 3, ["several alternatives", "of a, b"])
    try workdir.gate(two, "--reserve", "A", "--alternative", "b").expect(exit: 0, ["(b)"])
  }

  @Test func newSuppliersOfReservedAwardsAreNotChanged() throws {
    let workdir = try GateSample().workdir()
    let award = { (new: String) in
      GateSample.award(
        GateSample.home("1.00") + ", supplier_id: n1", new: "supplier_id: n1, \(new)")
    }
    try workdir.gate(award("sme: yes"), "--reserve", "A").expect(exit: 0)
    try workdir.gate(award("sme: yes"), "--reserve", "B").expect(exit: 0)
    try workdir.gate(award("sme: no")).expect(exit: 3, ["the key 'n1' of 'suppliers' was given"])
  }

  @Test(arguments: [
    ("amount\":\"600.00", "amount\":\"599.00", "its digest is another"),
    ("\"number\":1", "\"number\":2", "its digest is another"),
    ("award-1", "award-2", "its digest is another"), ("{\"h", "{\"m", "is no record of a log"),
  ])
  func whatWasChangedIsNotBelieved(_ old: String, _ new: String, _ says: String) throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("600.00"), "--reserve", "A").expect(exit: 0)
    let text = try workdir.read(Self.file)
    try #require(text.contains(old))
    try workdir.write(Self.file, text.replacing(old, with: new, maxReplacements: 1))
    for arguments in [[], ["--reserve", "B"]] {
      try workdir.gate(Self.award("1.00"), arguments: arguments).expect(
        exit: 3, ["reservations.log:1", says])
    }
  }

  @Test func aLineThatWasCutOffIsPutAside() throws {
    let workdir = try GateSample().workdir()
    try workdir.gate(Self.award("600.00"), "--reserve", "A").expect(exit: 0)
    let whole = try workdir.read(Self.file)
    for (count, length) in [1, 40, whole.utf8.count - 1].enumerated() {
      let before = try workdir.read(Self.file)
      try workdir.write(Self.file, before + String(whole.prefix(length)))
      try workdir.gate(Self.award("1.00")).expect(exit: 0, ["was cut off while it was written"])
      try workdir.gate(Self.award("1.00"), "--reserve", "B\(length)").expect(
        exit: 0, ["reservations.log.torn-\(count + 1)", "Reserved: B\(length)"])
      #expect(try workdir.read(Self.file).hasPrefix(before))
      #expect(
        try workdir.read(Self.file + ".torn-\(count + 1)") == String(whole.prefix(length)))
    }
    try workdir.run("verify", "--log", Self.file).expect(exit: 0, ["Whole: 7 records"])
  }

  /// Runs and reservations may share a log, whose records are one chain.
  @Test func theLogOfRunsHoldsReservations() throws {
    let workdir = try GateSample().workdir()
    try workdir.run(Sample.check + ["--log", "all.log"]).expect(exit: 0)
    let place = ["--reservations", "all.log"]
    try workdir.gate(Self.award("600.00"), arguments: place + ["--reserve", "A"]).expect(exit: 0)
    try workdir.run(Sample.check + ["--log", "all.log"]).expect(exit: 0)
    try workdir.gate(Self.award("600.00"), arguments: place).expect(
      exit: 1, ["to what is reserved: A"])
    try workdir.run(Self.end("release", "A") + place).expect(exit: 0)
    try workdir.run("verify", "--log", "all.log").expect(exit: 0, ["Whole: 4 records"])
    try workdir.run("log", "--log", "all.log").expect(exit: 0, ["2025-04-30"])
    // So does that of a project.
    try workdir.write("holdfast.yaml", "packs: [pack.yaml]\ndata: data\nlog: all.log\n")
    try workdir.run("gate", "award.yaml", "--as-of", "2025-04-30", "--reserve", "B").expect(
      exit: 0, ["Reserved: B"])
    try workdir.run("verify", "--log", "all.log").expect(exit: 0, ["Whole: 5 records"])
  }

  @Test func personsAreNotReserved() throws {
    var sample = GateSample()
    try sample.change(
      "data/institution.yaml", "department: {}", to: "department: { personal: true }")
    try sample.workdir().gate(
      GateSample.award(GateSample.home("1.00") + ", department: Ann Lee"), "--reserve", "A"
    ).expect(exit: 3, ["is about a person, and reservations hold none such"], never: ["Reserved"])
  }

  // MARK: Many at once

  private static func started(_ workdir: Workdir, _ name: String) throws -> Process {
    let process = Process()
    process.executableURL = try Binary.url()
    process.arguments =
      ["gate", "award.yaml"] + GateSample.arguments + ["--reserve", name]
    process.currentDirectoryURL = URL(filePath: workdir.path(""))
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  @Test func manyGatesShareTheRoom() throws {
    let workdir = try GateSample().workdir()
    try workdir.write("award.yaml", Self.award("150.00"))
    let gates = try (0..<12).map { try Self.started(workdir, "R\($0)") }
    for gate in gates { gate.waitUntilExit() }
    // There is room for six times 150.00 in 1,000.00, whoever comes first.
    #expect(gates.count { $0.terminationStatus == 0 } == 6)
    #expect(gates.count { $0.terminationStatus == 1 } == 6)
    #expect(try workdir.read(Self.file).split(separator: "\n").count == 6)
    try workdir.gate(Self.award("100.00")).expect(exit: 0, ["No room is left."])
  }

  @Test func killedAtAnyPointNothingIsLostOrCountedTwice() throws {
    let workdir = try GateSample().workdir()
    try workdir.write("award.yaml", Self.award("10.00"))
    var approved: Set<String> = []
    for round in 0..<24 {
      let names = (0..<3).map { "K\(round)-\($0)" }
      let gates = try names.map { try Self.started(workdir, $0) }
      usleep(UInt32(round) * 4_000)
      for gate in gates { kill(gate.processIdentifier, SIGKILL) }
      for (name, gate) in zip(names, gates) {
        gate.waitUntilExit()
        if gate.terminationReason == .exit, gate.terminationStatus == 0 { approved.insert(name) }
      }
    }
    let list = try workdir.run("gate", "list", "--data", "data", "--as-of", "2025-04-30")
    list.expect(exit: 0)
    let kept = list.out.split(separator: "\n").compactMap { $0.split(separator: ":").first }
      .map(String.init)
    // Whatever was approved is there, once; what is there beside it was written and not told.
    #expect(Set(kept).count == kept.count || kept == ["nothing is reserved"])
    #expect(approved.isSubset(of: kept))
    let lines = kept == ["nothing is reserved"] ? 0 : kept.count
    let room = 1_000 - 10 * lines
    try workdir.gate(Self.award("\(room).00")).expect(exit: 0, ["No room is left."])
    try workdir.gate(Self.award("\(room).01")).expect(exit: 1)
  }
}
