import Foundation
import Testing

/// Reading rows in columns, on any number of threads and in blocks of any size, gives what reading
/// them one by one gives: the same result, the same messages.
@Suite struct ReadingTests {
  /// A ledger that is odd in one way.
  struct Oddity: Sendable, CustomTestStringConvertible {
    let name: String
    let ledger: String

    var testDescription: String { name }

    init(_ name: String, _ ledger: String) { (self.name, self.ledger) = (name, ledger) }

    /// Rows below the usual headers, with more rows around them.
    init(_ name: String, rows: String) {
      let lines = Ledger.lines(40)
      self.init(name, Sample.header + lines[..<20].joined() + rows + lines[20...].joined())
    }

    static let all = [
      Oddity("no rows", Sample.header), Oddity("nothing", ""), Oddity("plain", rows: ""),
      Oddity("no last line end", Sample.header + "r1,2024-05-01,Parks,s1,1.00,M5 4WT,works"),
      Oddity("return at the end", Sample.header + "r1,2024-05-01,Parks,s1,1.00,M5 4WT,works\r"),
      Oddity("returns", Ledger.text(rows: 60).replacing("\n", with: "\r\n")),
      Oddity("mark", "\u{FEFF}" + Ledger.text(rows: 60)),
      Oddity("comma in quotes", rows: "r1,2024-05-01,\"Parks, west\",s1,1.00,M5 4WT,works\n"),
      Oddity("quotes in quotes", rows: "r1,2024-05-01,\"The \"\"Park\"\"\",s1,1.00,M5 4WT,works\n"),
      Oddity("quoted number", rows: "r1,2024-05-01,Parks,s1,\"1,234.50\",M5 4WT,works\n"),
      Oddity("line breaks", rows: "r1,2024-05-01,\"Parks\n\nwest\n\",s1,1.00,M5 4WT,works\n"),
      Oddity("quoted key", rows: "r1,2024-05-01,Parks,\"s1\",1.00,M5 4WT,works\n"),
      Oddity("blanks around", rows: "r1, 2024-05-01 , Parks,  s1 , 1.00 ,M5 4WT, works \n"),
      Oddity("blank line", rows: "\n"), Oddity("commas alone", rows: ",,,,,,\n"),
      Oddity("blanks alone", rows: " , ,,,, ,\n"),
      Oddity("headers again", rows: Sample.header),
      Oddity("short row", rows: "r1,2024-05-01,Parks\n"),
      Oddity("long row", rows: "r1,2024-05-01,Parks,s1,1.00,M5 4WT,works,more\n"),
      Oddity("long row of nothing", rows: "r1,2024-05-01,Parks,s1,1.00,M5 4WT,works,\n"),
      Oddity("no number", rows: "r1,2024-05-01,Parks,s1,many,M5 4WT,works\n"),
      Oddity("too many digits", rows: "r1,2024-05-01,Parks,s1,1.005,M5 4WT,works\n"),
      Oddity("large number", rows: "r1,2024-05-01,Parks,s1,123456789012345.67,M5 4WT,works\n"),
      Oddity(
        "shapes",
        rows:
          "r1,2024-05-01,Parks,s1,(5.00),M5 4WT,works\nr2,2024-05-01,Parks,s1,£1,M5 4WT,works\nr3,2024-05-01,Parks,s1,-0,M5 4WT,works\nr4,2024-05-01,Parks,s1,00012.3,M5 4WT,works\n"
      ),
      Oddity("no amount", rows: "r1,2024-05-01,Parks,s1,,M5 4WT,works\n"),
      Oddity("no day", rows: "r1,,Parks,s1,1.00,M5 4WT,works\n"),
      Oddity("impossible day", rows: "r1,2024-02-30,Parks,s1,1.00,M5 4WT,works\n"),
      Oddity("total", rows: "Total,,,,35.00,,\n"),
      Oddity("a total of the rows above", Sample.spend + "Total,,,,1000.00,,\n"),
      Oddity("a sum without a word", Sample.spend + ",,,,1000.00,,\n"),
      Oddity("supplier Total", rows: "r1,2024-05-01,Total,s1,1.00,M5 4WT,works\n"),
      Oddity("quote in text", rows: "r1,2024-05-01,Pa\"rks,s1,1.00,M5 4WT,works\n"),
      Oddity("text after quote", rows: "r1,2024-05-01,\"Pa\"rks,s1,1.00,M5 4WT,works\n"),
      Oddity("open quote", rows: "r1,2024-05-01,\"Parks,s1,1.00,M5 4WT,works\n"),
      Oddity("zero byte", rows: "r1,2024-05-01,Pa\0rks,s1,1.00,M5 4WT,works\n"),
      Oddity("bare return", rows: "r1,2024-05-01,Pa\rrks,s1,1.00,M5 4WT,works\n"),
      Oddity(
        "long cell",
        rows: "r1,2024-05-01,\(String(repeating: "x", count: 5000)),s1,1.00,M5 4WT,works\n"),
    ]
  }

  @Test(arguments: Oddity.all) func oddLedgersAreReadAlike(_ oddity: Oddity) throws {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    sample.files["data/spend.csv"] = oddity.ledger
    let workdir = try sample.workdir()
    try ReadingWays.expectAgreement(in: workdir, Sample.check)
    try ReadingWays.expectSameTallies(in: workdir)
  }

  /// Letters that are not UTF-8, also where the description leaves it to the program to find out.
  @Test(arguments: ["", "\n    format: { kind: csv, encoding: auto }"])
  func otherLettersAreReadAlike(_ format: String) throws {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    if !format.isEmpty {
      try sample.change(
        "data/institution.yaml", "    files: spend.csv", to: "    files: spend.csv" + format)
    }
    let workdir = try sample.workdir()
    let row = Array("r9,2024-05-01,Caf".utf8) + [0xE9] + Array(",s1,1.00,M5 4WT,works\n".utf8)
    try workdir.write(
      "data/spend.csv", bytes: Array(Ledger.text(rows: 50).utf8) + row)
    try ReadingWays.expectAgreement(in: workdir, Sample.check)
  }

  /// Many rows, all kinds of checkers, rules of the dataset that change what rows count.
  @Test(arguments: [
    "", "keep: department != \"Roads\"", "keep: supplier.sme || amount > 100.00",
    "expect: { a_file_each: year, from: 2024-01, to: 2025-12 }",
    "control_total: { amount: 5m, source: accounts, tolerance: 1% }",
  ])
  func longLedgersAreReadAlike(_ rule: String) throws {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    sample.files["data/spend.csv"] = Ledger.text(rows: 3000)
    if !rule.isEmpty {
      try sample.change(
        "data/institution.yaml", "    files: spend.csv",
        to: "    files: spend.csv\n    " + rule)
    }
    let workdir = try sample.workdir()
    try ReadingWays.expectAgreement(in: workdir, Sample.check)
    try ReadingWays.expectSameTallies(in: workdir)
  }

  /// A file that is read in blocks takes no more memory for being long.
  @Test func memoryIsBounded() throws {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    let lines = Ledger.lines(2000).joined()
    sample.files["data/spend.csv"] = Sample.header + String(repeating: lines, count: 400)
    let outcome = try sample.workdir().run(Sample.check + ["--jobs", "2"])
    #expect(!outcome.isSignal)
    #expect(outcome.peakKilobytes < 100 << 10, "\(outcome.peakKilobytes) kB")
  }

  /// More groups than anybody could read are an error, and take no more memory for being more.
  @Test(arguments: [1, 2]) func groupsAreBounded(_ files: Int) throws {
    var sample = Sample()
    sample.files["pack.yaml"] = SplitTests.pack
    sample.files["data/spend.csv"] = nil
    let rows = (0..<140_000).map { "r\($0),2024-05-01,D\($0),s1,1.00,M5 4WT,works\n" }
    let most = rows.count / files
    for file in 0..<files {
      let part = rows[file * most..<(file + 1) * most]
      sample.files["data/spend/\(file).csv"] = Sample.header + part.joined()
    }
    try sample.change("data/institution.yaml", "files: spend.csv", to: "files: \"spend/*.csv\"")
    let workdir = try sample.workdir()
    try workdir.run(Sample.check + ["--only", "NUM"])
      .expect(exit: 3, ["there are more than 100,000 groups", "fewer values"])
  }

  /// The digests of all files, the same however they are read, and as the system's tool has them.
  @Test(arguments: ReadingWays.all) func digestsAreOfTheBytes(_ way: [String]) throws {
    let workdir = try Sample().workdir()
    let outcome = try workdir.run(Sample.check + ["--digests", "--report", "json"] + way)
    for name in ["data/spend.csv", "data/suppliers.csv", "data/places.csv"] {
      let digest = try Self.digest(workdir.path(name))
      try #require(digest.count == 64)
      #expect(outcome.out.contains("\"sha256\": \"\(digest)\""), "\(name)\n\(outcome.text)")
    }
  }

  /// The digest that the system's tool gives.
  private static func digest(_ path: String) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/sha256sum")
    process.arguments = [path]
    process.standardOutput = pipe
    try process.run()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    return String(text.prefix { $0 != " " })
  }
}
