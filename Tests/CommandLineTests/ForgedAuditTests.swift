import Foundation
import HoldfastEvidence
import Testing

/// Bundles that whoever holds the key signed well, and that say what is not so.
@Suite("Forged evidence") struct ForgedAuditTests {
  private static let verify = ["verify", "a.bundle", "--public-key", "own.pub"]

  /// An audited folder whose bundle somebody changed and signed anew.
  private static func forged(
    _ change: (inout [String: [UInt8]], inout BundleManifest) -> Void
  ) throws -> Workdir {
    let workdir = try Sample().workdir()
    try workdir.run("keygen", "own").expect(exit: 0)
    try workdir.run(
      "audit", "pack.yaml", "--data", "data", "--as-of", "2025-04-30", "--key", "own.key", "--out",
      "a.bundle"
    ).expect(exit: 0)
    let place = URL(filePath: workdir.path("a.bundle"))
    let key = try SigningKey(pem: try workdir.read("own.key"), file: "own.key")
    let bundle = try #require(
      Bundle.opened(Array(try Data(contentsOf: place)), by: key.verifyingKey).bundle)
    var (files, manifest) = (bundle.files, bundle.manifest)
    change(&files, &manifest)
    try Data(try Bundle.sealed(files, manifest, by: key)).write(to: place)
    return workdir
  }

  @Test func nothingForgedHoldsAsBefore() throws {
    try Self.forged { _, _ in }.run(Self.verify + ["--data", "data"]).expect(
      exit: 0, ["Result: HOLDS\n"])
  }

  /// A bundle that names no inputs would fit any data.
  @Test func inputsThatAreKeptQuietAreFound() throws {
    let workdir = try Self.forged { _, manifest in manifest.inputs = [] }
    try workdir.run(Self.verify + ["--data", "data"]).expect(
      exit: 1, ["does not name the files that a run over 'data' reads"])
    try workdir.run(
      "sample", "a.bundle", "--public-key", "own.pub", "--data", "data", "--commitment", "LOC"
    ).expect(exit: 3, ["does not name the files"], never: ["drawn of"])
  }

  /// Nothing that lies elsewhere on the machine of whoever verifies is read for a bundle.
  @Test func packsOutsideTheBundleAreNotRead() throws {
    let workdir = try Self.forged { files, _ in
      files["packs/pack.yaml"] = Array(
        "pack: fair\ntitle: x\nversion: 1.0.0\nextends: /etc/pack.yaml\n".utf8)
    }
    for more in [[], ["--data", "data"]] {
      try workdir.run(Self.verify + more).expect(
        exit: 1, ["that is extended is not in the bundle", "Result: DOES NOT HOLD"])
    }
  }

  /// A plugin that is not here keeps the data from being judged again, which is no pass.
  @Test func pluginsThatAreNotHereAreNoPass() throws {
    let ghost = { (manifest: inout BundleManifest) in manifest.plugins = ["ghost 1.0.0 sha256:00"] }
    let quiet = try Self.forged { _, manifest in ghost(&manifest) }
    for more in [[], ["--data", "data"]] {
      try quiet.run(Self.verify + more).expect(
        exit: 1, ["FAILS        The bundle says that a plugin was asked which no pack of it names"])
    }
    let workdir = try Self.forged { files, manifest in
      files["packs/pack.yaml", default: []] += Array("# ghost/checker\n".utf8)
      ghost(&manifest)
    }
    try workdir.run(Self.verify).expect(
      exit: 0, ["not checked  Nothing was judged again", "ghost 1.0.0", "as far as it was checked"])
    try workdir.run(Self.verify + ["--data", "data"]).expect(
      exit: 1, ["FAILS        Nothing was judged again", "ghost 1.0.0"])
  }

  /// What is said beside the findings is held against them too.
  @Test(arguments: ["institution", "as_of", "tallies", "plan", "files", "member", "more"])
  func whatIsSaidBesideIsFound(_ what: String) throws {
    let workdir = try Self.forged { files, manifest in
      let report = String(decoding: files[Bundle.Name.report] ?? [], as: UTF8.self)
      let change = { (old: String, new: String) in
        #expect(report.contains(old))
        return Array(report.replacing(old, with: new).utf8)
      }
      switch what {
      case "institution": manifest.institution = "Other Council"
      case "as_of": manifest.asOf = "2025-04-29"
      case "tallies": files[Bundle.Name.tallies] = nil
      case "plan": files[Bundle.Name.plan] = Array("{}\n".utf8)
      case "files": files[Bundle.Name.report] = change("\"utf-8\"", "\"latin-1\"")
      case "member":
        files[Bundle.Name.report] = change("\"run\": {", "\"certified\": \"PASS\", \"run\": {")
      default: files["board.html"] = Array("<h1>PASS</h1>".utf8)
      }
    }
    try workdir.run(Self.verify + ["--data", "data"]).expect(exit: 1, ["Result: DOES NOT HOLD"])
  }

  /// What a bundle says of itself writes no lines of its own.
  @Test func textsOfABundleStayInTheirLine() throws {
    let outcome = try Self.forged { files, manifest in
      files[Bundle.Name.tallies] = nil
      manifest.withoutTallies = "see below\nholds        all of it"
    }.run(Self.verify)
    #expect(outcome.out.contains("see below") && !outcome.out.contains("\nholds        all of it"))
  }

  /// A commitment that was judged and is not told.
  @Test func findingsThatAreGoneAreFound() throws {
    let workdir = try Self.forged { files, _ in
      files["packs/pack.yaml", default: []] += Array(
        """
          - id: REG
            title: Each has an owner
            of: commitments
            check: every
            where: known(owner)

        """.utf8)
    }
    try workdir.run(Self.verify).expect(
      exit: 1, ["These findings do not follow from the tallies: fair/REG"])
  }

  /// Another finding, with a statement that says the same.
  @Test func findingsThatDoNotFollowAreFound() throws {
    let workdir = try Self.forged { files, _ in
      let text = String(decoding: files[Bundle.Name.report] ?? [], as: UTF8.self)
      files[Bundle.Name.report] = Array(text.replacing("0.5000", with: "0.6000").utf8)
    }
    try workdir.run(Self.verify).expect(
      exit: 1, ["These findings do not follow from the tallies: fair/LOC"])
  }
}
