import Foundation
import Testing

/// Schemas for editors, from the declarations that the readers of the same files are held to.
@Suite("Schemas")
struct SchemaTests {
  private static let kinds = [
    "corrections", "evidence", "institution", "pack", "parameters", "plugin", "project",
    "proposal", "responses", "tests", "waivers",
  ]

  private static let committed = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../docs/schemas").standardizedFileURL

  @Test func committedSchemasAreWhatTheProgramWrites() throws {
    let workdir = try Workdir()
    try workdir.run("schema", "--out", "schemas").expect(exit: 0, ["schemas/pack.schema.json"])
    for kind in Self.kinds {
      let name = "\(kind).schema.json"
      let written = try workdir.read("schemas/\(name)")
      let there = try? String(contentsOf: Self.committed.appending(path: name), encoding: .utf8)
      #expect(
        there == written,
        "docs/schemas/\(name) is another: run `holdfast schema --out docs/schemas`, and read it")
      let printed = try workdir.run("schema", kind)
      #expect(printed.exit == 0 && printed.out == written)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.committed.path())
    #expect(names.sorted() == Self.kinds.map { "\($0).schema.json" })
  }

  @Test func withoutAKindTheyAreListed() throws {
    let outcome = try Workdir().run("schema")
    #expect(outcome.exit == 0)
    let listed = outcome.out.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(listed.map(String.init).sorted() == Self.kinds)
  }

  @Test func wrongUseIsTold() throws {
    let workdir = try Workdir()
    let unknown = try workdir.run("schema", "packs")
    #expect(unknown.exit == 64 && unknown.err.contains("'packs' is invalid"))
    let both = try workdir.run("schema", "pack", "--out", "schemas")
    #expect(both.exit == 64 && both.err.contains("--out writes the schemas of all kinds"))
    #expect(!workdir.exists("schemas"))
    try workdir.write("file", "")
    let blocked = try workdir.run("schema", "--out", "file")
    #expect(blocked.exit == 3 && blocked.err.contains("file"), "\(blocked.err)")
    let nowhere = try workdir.run("schema", "--out", "no/such/folder")
    #expect(nowhere.exit == 3 && nowhere.err.contains("no/such/folder"), "\(nowhere.err)")
  }
}
