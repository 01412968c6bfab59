import Foundation
import Testing

/// Rows out of real databases, each read with its own program.
@Suite struct DatabaseTests {
  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  static let hasSQLite = isInstalled("sqlite3")
  static let hasDuckDB = isInstalled("duckdb")
  static let hasPostgreSQL = isInstalled("psql") && !((try? serverPrograms()) ?? "").isEmpty

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Scripts/with-postgresql").standardizedFileURL
    .path(percentEncoded: false)

  private static func serverPrograms() throws -> String {
    try output("/bin/bash", [script, "--find"], in: "/").text
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func output(
    _ program: String, _ arguments: [String], in folder: String
  ) throws -> (exit: Int32, text: String) {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  /// Payments of which one has no supplier, in the SQL that all three databases know.
  private static let table = """
    create table payments (id integer, paid date, supplier varchar(20), amount decimal(12,2));
    insert into payments values (1, '2024-05-01', 'Home, "Foods"', 1200.10),
      (2, '2024-06-01', 'Café £', 800.25), (3, '2024-07-01', null, -150.05);

    """

  /// The folder of an institution whose ledger a command prints.
  private static func workdir(_ run: String, _ count: String, _ fields: String = "") throws
    -> Workdir
  {
    let workdir = try Workdir()
    try workdir.write("table.sql", table)
    try workdir.write(
      "data/institution.yaml",
      """
      institution: Council
      currency: GBP
      datasets:
        spend:
          source: { kind: command, run: [\(run)], count: [\(count)] }
          period_by: paid
          columns: { id: {}, paid: { type: date }, supplier: {}, amount: { type: decimal } }

      """)
    try workdir.write(
      "pack.yaml",
      """
      pack: p
      version: 1.0.0
      commitments:
        - { id: SUM, title: t, check: total, of: spend, measure: amount, target: "= 1850.30" }
        - id: KNOWN
          title: t
          check: count
          of: spend
          where: supplier != "NULL" && supplier != ""
          target: ">= 3"
        - { id: TEXT, title: t, check: count, of: spend, where: "supplier == 'Café £'", target: "= 1" }

      """)
    return workdir
  }

  private static let check = [
    "check", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--allow-commands",
  ]

  /// The missing supplier is unknown: neither a text nor a blank that could be told from others.
  private static func expectFigures(_ outcome: Outcome) throws {
    outcome.expect(exit: 2)
    let report = try outcome.json()
    let verdicts = try (0..<3).map { index in
      let id = try #require(report["result/findings/\(index)/id"])
      return "\(id) \(report["result/findings/\(index)/verdict"] ?? "")"
    }
    #expect(verdicts.sorted() == ["KNOWN indeterminate", "SUM pass", "TEXT indeterminate"])
  }

  @Test(.enabled(if: hasSQLite, "sqlite3 is not installed")) func sqlite() throws {
    let workdir = try Self.workdir(
      "sqlite3, -readonly, -csv, -header, ledger.db, \"select * from payments\"",
      "sqlite3, -readonly, ledger.db, \"select count(*) from payments\"")
    let made = try Self.output(
      "/usr/bin/env", ["sqlite3", "data/ledger.db", ".read table.sql"], in: workdir.path(""))
    #expect(made.exit == 0, "\(made.text)")
    try Self.expectFigures(workdir.run(Self.check + ["--report", "json"]))
    try workdir.remove("data/ledger.db")
    try workdir.run(Self.check).expect(exit: 3, ["unable to open database"])
    #expect(!workdir.exists("data/ledger.db"))
  }

  @Test(
    .enabled(if: hasDuckDB, "duckdb is not installed"),
    arguments: ["duckdb, -csv, -nullvalue, \"\"", "duckdb, -csv"])
  func parquet(_ program: String) throws {
    let workdir = try Self.workdir(
      "\(program), -c, \"select * from 'ledger.parquet'\"",
      "duckdb, -csv, -noheader, -c, \"select count(*) from 'ledger.parquet'\"")
    let made = try Self.output(
      "/usr/bin/env",
      ["duckdb", "-c", ".read table.sql", "-c", "copy payments to 'data/ledger.parquet'"],
      in: workdir.path(""))
    #expect(made.exit == 0, "\(made.text)")
    try Self.expectFigures(workdir.run(Self.check + ["--report", "json"]))
    try workdir.remove("data/ledger.parquet")
    try workdir.run(Self.check).expect(exit: 3, ["No files found that match the pattern"])
  }

  @Test(.enabled(if: hasPostgreSQL, "a PostgreSQL server is not installed"))
  func postgresql() throws {
    let workdir = try Self.workdir(
      "psql, -X, --csv, -c, \"select * from payments\"",
      "psql, -X, -At, -c, \"select count(*) from payments\"")
    let steps = """
      psql -X -q -v ON_ERROR_STOP=1 -f table.sql || exit 90
      "$0" "$@" --report json
      code=$?
      psql -X -q -c 'drop table payments'
      "$0" "$@" > again.txt 2>&1
      [ $? -eq 3 ] || exit 91
      exit $code
      """
    let arguments = try [Self.script, "sh", "-c", steps, Binary.url().path()] + Self.check
    let (exit, text) = try Self.output("/bin/bash", arguments, in: workdir.path(""))
    try Self.expectFigures(
      Outcome(
        arguments: arguments, exit: exit, isSignal: false, out: text, err: "", peakKilobytes: 0))
    #expect(try workdir.read("again.txt").contains("relation \"payments\" does not exist"))
  }
}
