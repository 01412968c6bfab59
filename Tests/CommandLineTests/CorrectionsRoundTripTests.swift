import Foundation
import Testing

/// What `unknowns --csv` writes comes back as corrections, whatever the keys look like and however
/// a spreadsheet program saved the file.
@Suite struct CorrectionsRoundTripTests {
  /// Keys that a spreadsheet program would run, change or cut, and others made of such parts.
  private static let keys: [String] = {
    let fixed = [
      "=1+1", "=HYPERLINK(\"http://x\",\"y\")", "+44 161", "-7", "@SUM(A1)", "'quoted", "''twice",
      "0012345", "123456789012", "1E5", "3/4", "MAR1", "1-2", "TRUE", "false", "12:30", "£5", "50%",
      "a,b", "a;b", "a\"b", "a\nb", "é", "e\u{301}", "＝1", "s 1", "row 12", "2024-04-01",
      "10008721",
    ]
    var steps = Steps(state: 11)
    let parts = [
      "=", "+", "-", "@", "'", "\"", ",", ";", "0", "1", "7", "9", "E", "mar", "/", ".", " ", "\n",
      "x", "Ü", "%", "\u{1F600}", "(", ")",
    ]
    let random = (0..<400).map { _ in
      (0...steps.next(7)).map { _ in parts[steps.next(parts.count)] }.joined()
    }
    var seen: Set<[UInt8]> = []
    return (fixed + random.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }).filter {
      !$0.isEmpty && seen.insert(Array($0.utf8)).inserted
    }
  }()

  /// A ledger in which the place of every one of those rows is blank.
  private static func workdir() throws -> Workdir {
    var sample = Sample()
    let rows = keys.enumerated().map { index, key in
      let cell = "\"" + key.replacing("\"", with: "\"\"") + "\""
      return "\(cell),2024-07-01,Parks,s1,\(index + 1).00,,works\n"
    }
    sample.files["data/spend.csv"] = Sample.spend + rows.joined()
    return try sample.workdir()
  }

  private static let ask = ["unknowns"] + Sample.check.dropFirst() + ["--only", "LOC"]

  @Test(arguments: SavedTable.Style.all)
  func everyKeyComesBack(_ style: SavedTable.Style) throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.ask + ["--csv=unknowns.csv"]).expect(exit: 0)
    var table = SavedTable(try workdir.read("unknowns.csv"))
    #expect(table.rows.count == Self.keys.count + 1)
    #expect(try table.column("cumulative_share").last == "100.00%")
    try table.answer(Self.keys.map { _ in "M5 4WT" }, on: "2025-04-01")
    try workdir.write("data/corrections.csv", table.text(style))
    let outcome = try workdir.run(Sample.check + ["--only", "LOC", "--report", "json"])
    #expect(outcome.exit == 0, "\(outcome.err)")
    let result = try #require(outcome.json().at("result"))
    #expect(result["findings/0/measurement/unknown_rows"] == "0")
    let found = result.items("corrections/items").compactMap { $0["key"].map { Array($0.utf8) } }
    #expect(Set(found) == Set(Self.keys.map { Array($0.utf8) }))
    #expect(found.count == Self.keys.count)
  }

  /// No cell begins as a formula does, and another reader finds the same keys.
  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "no python3"))
  func anotherReaderAgrees() throws {
    let workdir = try Self.workdir()
    try workdir.run(Self.ask + ["--csv=unknowns.csv"]).expect(exit: 0)
    try workdir.write(
      "read.py",
      """
      csv, json = __import__("csv"), __import__("json")
      rows = list(csv.DictReader(open("unknowns.csv", encoding="utf-8-sig", newline="")))
      bad = [c for row in rows for c in row.values() if c[:1] in ("=", "+", "-", "@", "\\t", "\\r")]
      keys = [r["key"][1:] if r["key"].startswith("'") else r["key"] for r in rows]
      json.dump({"bad": bad, "keys": keys}, open("read.json", "w"))
      """)
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/python3")
    python.arguments = ["read.py"]
    python.currentDirectoryURL = URL(filePath: workdir.path(""))
    try python.run()
    python.waitUntilExit()
    let read = try JSONValue(try workdir.read("read.json"))
    #expect(read.items("bad").isEmpty)
    let own = SavedTable(try workdir.read("unknowns.csv"))
    let keys = try own.column("key").map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }
    let texts = (0..<keys.count).map { read["keys/\($0)"] }
    #expect(texts == keys)
    #expect(Set(keys.map { Array($0.utf8) }) == Set(Self.keys.map { Array($0.utf8) }))
  }
}
