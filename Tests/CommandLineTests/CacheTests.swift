import Foundation
import Glibc
import Testing

/// With a cache a run says what it says without, and reads what is new or changed and no more.
@Suite struct CacheTests {
  static let check = Sample.check + ["--report", "json", "--cache", "cache"]

  /// The sample with a file for each of some months.
  static func monthly(_ months: ClosedRange<Int> = 4...6) throws -> Sample {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    sample.files["data/spend.csv"] = nil
    let lines = Ledger.lines(400)
    for month in months {
      let rows = lines.filter { $0.contains(",2024-\(month < 10 ? "0" : "")\(month)-") }
      sample.files["data/spend/\(month).csv"] = Sample.header + rows.joined()
    }
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \"spend/*.csv\"")
    return sample
  }

  /// The files of the ledger that a run with the cache read; it says what a run without one says.
  static func read(
    _ workdir: Workdir, _ arguments: [String] = [], without direct: [String] = []
  ) throws -> [String] {
    let cached = try workdir.run(check + arguments)
    let plain = try workdir.run(Sample.check + ["--report", "json"] + direct)
    #expect(cached.exit == plain.exit, "\(cached.text)")
    #expect(try cached.result() == plain.result())
    return try cached.json().items("run/files").filter {
      $0["dataset"] == "spend" && $0["read"] != "false"
    }.compactMap { $0["path"] }
  }

  private static func write(_ workdir: Workdir, _ name: String, _ text: String?) throws {
    if let text { try workdir.write(name, text) } else { try workdir.remove(name) }
  }

  @Test func onlyWhatIsNewOrChangedIsRead() throws {
    let sample = try Self.monthly(4...7)
    let workdir = try sample.workdir()
    try workdir.remove("data/spend/7.csv")
    let all = ["spend/4.csv", "spend/5.csv", "spend/6.csv"]
    #expect(try Self.read(workdir) == all)
    #expect(try Self.read(workdir) == [])
    // A new month costs only itself.
    try Self.write(workdir, "data/spend/7.csv", sample.files["data/spend/7.csv"])
    #expect(try Self.read(workdir) == ["spend/7.csv"])
    // So does a file that somebody changed.
    let may = try #require(sample.files["data/spend/5.csv"])
    try workdir.write("data/spend/5.csv", may.replacing(",works", with: ",goods"))
    #expect(try Self.read(workdir) == ["spend/5.csv"])
    #expect(try Self.read(workdir, ["--rehash"]) == [])
    // One that was only saved again is known by its bytes.
    try Self.write(workdir, "data/spend/6.csv", sample.files["data/spend/6.csv"])
    #expect(try Self.read(workdir) == [])
    try workdir.remove("data/spend/4.csv")
    #expect(try Self.read(workdir) == [])
  }

  /// Past the time within which a further change might not show, files are known by their stamps.
  @Test func filesAreKnownByTheirStamps() throws {
    let workdir = try Self.monthly().workdir()
    usleep(2_100_000)
    #expect(try Self.read(workdir).count == 3)
    let stamp = try FileManager.default.attributesOfItem(atPath: workdir.path("data/spend/5.csv"))
    let text = try workdir.read("data/spend/5.csv").replacing("M3 1AA", with: "M5 4WT")
    #expect(try Self.read(workdir) == [])
    // The same size and time of writing: the time of the change itself gives it away.
    try workdir.write("data/spend/5.csv", text)
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(stamp[.modificationDate])],
      ofItemAtPath: workdir.path("data/spend/5.csv"))
    #expect(try Self.read(workdir) == ["spend/5.csv"])
    usleep(2_100_000)
    #expect(try Self.read(workdir) == [])
    #expect(try Self.read(workdir) == [])
  }

  /// A further commitment reads the files once more, for itself; then all are known for both packs.
  @Test func packsTakeTurns() throws {
    let workdir = try Self.monthly().workdir()
    #expect(try Self.read(workdir).count == 3)
    let more =
      SplitTests.pack + """
          - { id: CAT, title: Named, check: share, of: spend, measure: amount, where: 'category == "works" && department != "Parks"', period: { from: 2024-04-10, to: 2024-06-15 }, target: ">= 1%" }

        """
    try workdir.write("pack.yaml", more)
    #expect(try Self.read(workdir).count == 3)
    #expect(try Self.read(workdir) == [])
    try workdir.write("pack.yaml", SplitTests.pack)
    #expect(try Self.read(workdir) == [])
    try workdir.write("pack.yaml", more.replacing(">= 1%", with: ">= 90%"))
    #expect(try Self.read(workdir) == [])
    #expect(try Self.read(workdir, ["--only", "CAT"], without: ["--only", "CAT"]) == [])
  }

  /// A file is read again where a row that it points to changed, and not for others.
  @Test func suppliersCountWhereTheyAreMet() throws {
    var sample = try Self.monthly(4...5)
    sample.files["data/spend/6.csv"] =
      Sample.header + "x1,2024-06-01,Parks,s77,20.00,M5 4WT,works\n"
    let workdir = try sample.workdir()
    #expect(try Self.read(workdir).count == 3)
    try workdir.write("data/suppliers.csv", Sample.suppliers + "s88,no\n")
    #expect(try Self.read(workdir) == [])
    try workdir.write("data/suppliers.csv", Sample.suppliers + "s88,no\ns77,yes\n")
    #expect(try Self.read(workdir) == ["spend/6.csv"])
    try workdir.write("data/suppliers.csv", Sample.suppliers + "s77,yes\n")
    #expect(try Self.read(workdir) == [])
    let others = Sample.suppliers.replacing("s2,no", with: "s2,yes")
    try workdir.write("data/suppliers.csv", others + "s77,yes\n")
    let met = try ["spend/4.csv", "spend/5.csv"].filter {
      try workdir.read("data/" + $0).contains(",s2,")
    }
    #expect(!met.isEmpty)
    #expect(try Self.read(workdir) == met)
  }

  @Test(arguments: [
    ("data/institution.yaml", "amount: { type: decimal }", "amount: { type: decimal, scale: 3 }"),
    ("data/institution.yaml", "04-01", "01-01"), ("data/places.csv", "M3 1AA,E2", "M3 1AA,E1"),
    ("data/institution.yaml", "absent: not_local", "absent: unknown"),
    (
      "data/institution.yaml", "files: \"spend/*.csv\"",
      "keep: department != \"Roads\"\n    files: \"spend/*.csv\""
    ),
  ])
  func whatChangesNumbersIsSeen(_ file: String, _ old: String, _ new: String) throws {
    var sample = try Self.monthly()
    let workdir = try sample.workdir()
    #expect(try Self.read(workdir).count == 3)
    try sample.change(file, old, to: new)
    try workdir.write(file, try #require(sample.files[file]))
    #expect(try Self.read(workdir).count == 3)
    #expect(try Self.read(workdir) == [])
  }

  /// Other days need no file again but one with rows on both sides of a day.
  @Test func daysGoBy() throws {
    let workdir = try Self.monthly().workdir()
    #expect(try Self.read(workdir).count == 3)
    for (day, files) in [
      ("2025-05-01", []), ("2024-05-15", ["spend/5.csv"]), ("2024-05-15", []),
      ("2025-04-30", []), ("2024-06-30", []),
    ] {
      let arguments = ["--as-of", day]
      let cached = try workdir.run(
        ["check", "pack.yaml", "--data", "data", "--report", "json", "--cache", "cache"]
          + arguments)
      let plain = try workdir.run(
        ["check", "pack.yaml", "--data", "data", "--report", "json"] + arguments)
      #expect(try cached.result() == plain.result())
      let read = try cached.json().items("run/files").filter {
        $0["dataset"] == "spend" && $0["read"] != "false"
      }.compactMap { $0["path"] }
      #expect(read == files, "\(day)")
    }
  }

  /// A tally made with a cache is the one made without.
  @Test func talliesAreTheSame() throws {
    let workdir = try Self.monthly().workdir()
    try workdir.run(TallyTests.tally + ["--out", "a.tally"]).expect(exit: 0)
    for day in ["2024-05-15", "2025-04-30", "2025-04-30"] {
      try workdir.run(
        ["tally", "pack.yaml", "--data", "data", "--as-of", day, "--cache", "cache"]
          + ["--out", "b.tally"]
      ).expect(exit: 0)
    }
    #expect(try workdir.bytes("a.tally") == workdir.bytes("b.tally"))
  }

  @Test(arguments: ["report", "drop", "refuse"])
  func repeatsAcrossFilesAreFound(_ rule: String) throws {
    var sample = try Self.monthly()
    try sample.change(
      "data/institution.yaml", "    key: id\n",
      to: "    key: id\n    duplicates: { key: [id], then: \(rule) }\n")
    let first = try #require(sample.files["data/spend/4.csv"])
    let row = try #require(first.split(separator: "\n").last)
    let workdir = try sample.workdir()
    #expect(try Self.read(workdir).count == 3)
    #expect(try Self.read(workdir) == [])
    try workdir.write("data/spend/5.csv", (sample.files["data/spend/5.csv"] ?? "") + row + "\n")
    _ = try Self.read(workdir)
    _ = try Self.read(workdir)
  }

  /// What is about persons is never kept, and what people set right is read.
  @Test func someThingsAreNotKept() throws {
    var sample = try Self.monthly()
    try sample.change(
      "data/institution.yaml", "postcode: { type: postcode }",
      to: "postcode: { type: postcode, personal: true }")
    let workdir = try sample.workdir()
    for _ in 1...2 { #expect(try Self.read(workdir).count == 3) }
    #expect(try workdir.names().filter { $0.hasPrefix("cache/") } == [])
    let months = try Self.monthly()
    let key = try #require(
      months.files["data/spend/4.csv"]?.split(separator: "\n")[1].prefix { $0 != "," })
    let corrected = try months.workdir()
    try corrected.write(
      "data/corrections.csv",
      "dataset,key,column,value,by,on,because\nspend,\(key),category,works,A,2025-01-01,asked\n")
    let outcome = try corrected.run(Self.check)
    #expect(outcome.out.contains("the cache is off: corrections change rows"))
  }

  /// Random edits between runs: whatever was kept, the result is that of a run without a cache.
  @Test(arguments: [1, 2, 3, 4])
  func editsNeverGoUnseen(_ seed: UInt64) throws {
    var sample = try Self.monthly(1...6)
    let workdir = try sample.workdir()
    var steps = Steps(state: seed)
    for _ in 0..<14 {
      let names = sample.files.keys.filter { $0.hasPrefix("data/spend/") }.sorted()
      let name = names[steps.next(names.count)]
      let text = sample.files[name] ?? ""
      switch steps.next(8) {
      case 0:
        sample.files[name] =
          text
          + "y\(steps.next(1000)),2024-05-0\(1 + steps.next(9)),Parks,s\(steps.next(4)),12.00,M5 4WT,works\n"
      case 1: sample.files[name] = text.replacing("M3 1AA", with: "M5 4WT")
      case 2: sample.files[name] = text.replacing(",works", with: ",goods")
      case 3 where names.count > 2: sample.files[name] = nil
      case 4:
        sample.files["data/spend/x\(steps.next(3)).csv"] =
          Sample.header + "z\(steps.next(1000)),2024-07-03,Roads,s1,3.00,,works\n"
      case 5:
        sample.files["data/suppliers.csv"] = Sample.suppliers.replacing(
          "s\(1 + steps.next(2)),", with: "s3,")
      case 6: sample.files["data/places.csv"] = Sample.places + "LS1 1AA,E\(1 + steps.next(2))\n"
      default:
        sample.files["pack.yaml"] = SplitTests.pack.replacing(
          "works", with: ["works", "goods", "food"][steps.next(3)])
      }
      for old in names where sample.files[old] == nil { try workdir.remove(old) }
      for (name, text) in sample.files where (try? workdir.read(name)) != text {
        try workdir.write(name, text)
      }
      _ = try Self.read(workdir)
    }
  }
}
