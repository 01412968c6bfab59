import Diagnostics
import HoldfastEvidence
import Testing

/// Bundles that contradict themselves though they are signed well: whoever holds the key is trusted no
/// more than others.
@Suite struct ForgedBundleTests {
  /// A change to a file, with what the owner of the key then signs of it.
  struct Forgery: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    var signed: [String: String] = [:]
  }

  /// The archive with a text of a file replaced, and signed again by the owner of the key.
  private static func resealed(_ forgery: Forgery) throws -> [UInt8] {
    var members = try #require(TarArchive.members(try BundleTests.sealed()))
    let place = try #require(members.firstIndex { $0.name == forgery.file })
    let text = String(decoding: members[place].bytes, as: UTF8.self)
    try #require(text.contains(forgery.old))
    let digest = ByteDigest.sha256(members[place].bytes)
    members[place].bytes = Array(text.replacing(forgery.old, with: forgery.new).utf8)
    let envelope = try #require(Envelope(members[0].bytes))
    var payload = String(decoding: envelope.payload, as: UTF8.self)
      .replacing(digest, with: ByteDigest.sha256(members[place].bytes))
    for (old, new) in forgery.signed {
      try #require(payload.contains(old))
      payload = payload.replacing(old, with: new)
    }
    members[0].bytes = try Envelope(Array(payload.utf8), envelope.payloadType, by: BundleTests.key)
      .bytes
    return try #require(TarArchive.bytes(members))
  }

  private static func input(_ path: String) -> Forgery {
    Forgery(
      testDescription: "input \(path)", file: "manifest.json", old: "spend/2024 April.csv",
      new: path, signed: ["data/spend/2024 April.csv": "data/\(path)"])
  }

  private static let forgeries = [
    Forgery(
      testDescription: "exit code", file: "report.json", old: "\"exit\":3", new: "\"exit\":0",
      signed: ["\"FAILED\"": "\"WARNED\""]),
    Forgery(
      testDescription: "verdict", file: "report.json", old: "\"verdict\":\"error\",\"exit\"",
      new: "\"verdict\":\"pass\",\"exit\""),
    Forgery(
      testDescription: "a finding twice", file: "report.json", old: "p/B", new: "p/A",
      signed: ["p/B": "p/A"]),
    Forgery(
      testDescription: "a verdict that is none", file: "report.json", old: "waived", new: "excused",
      signed: [
        "[\"p/C\",\"p/D\"]": "[\"p/C\"]", "[\"p/B\",\"p/F\"]": "[\"p/B\",\"p/D\",\"p/F\"]",
      ]),
    input("../2024 April.csv"), input("a/../../b"), input("/etc/passwd"), input("a//b"), input(""),
  ]

  /// Whoever holds the key cannot sign what contradicts itself, or leads out of the data folder.
  @Test(arguments: forgeries) func theSignerIsNotBelievedEither(_ forgery: Forgery) throws {
    #expect(!BundleTests.holds(try Self.resealed(forgery)))
  }

  /// What the forgeries above are made with makes archives that hold.
  @Test func whatIsSignedAnewAndAgreesHolds() throws {
    #expect(BundleTests.holds(try Self.resealed(Self.input("spend/2024 May.csv"))))
    #expect(
      BundleTests.holds(
        try Self.resealed(
          Forgery(testDescription: "plan", file: "plan.json", old: "{}", new: "[]"))))
  }

  /// Data in a bundle is what was read, and nothing else.
  @Test func dataIsWhatWasRead() throws {
    let seal = { (name: String, bytes: [UInt8]) in
      try Bundle.sealed(
        BundleTests.files().merging([name: bytes]) { $1 }, BundleTests.manifest(),
        by: BundleTests.key)
    }
    #expect(BundleTests.holds(try seal("data/spend/2024 April.csv", [1, 2])))
    #expect(!BundleTests.holds(try seal("data/spend/2024 April.csv", [1, 3])))
    #expect(!BundleTests.holds(try seal("data/spend/2024 May.csv", [1, 2])))
  }

  /// A name of letters that are written in two ways stands in an archive once.
  @Test func namesThatReadAlikeAreOneName() throws {
    let (two, one) = ("packs/e\u{301}.yaml", "packs/\u{E9}.yaml")
    let bytes = try Bundle.sealed(
      BundleTests.files().merging([two: [1]]) { $1 }, BundleTests.manifest(), by: BundleTests.key)
    #expect(BundleTests.holds(bytes))
    var members = try #require(TarArchive.members(bytes))
    let place = try #require(members.firstIndex { $0.name.utf8.elementsEqual("plan.json".utf8) })
    members.insert(.init(name: one, bytes: [1]), at: place)
    #expect(!BundleTests.holds(try #require(TarArchive.bytes(members))))
  }

  @Test(arguments: ["../x", "/x", "a/../b", "a//b", ""])
  func inputsOutsideTheDataFolderAreRefused(_ path: String) {
    var manifest = BundleTests.manifest()
    manifest.inputs[0].path = path
    #expect(throws: Diagnostic.self) {
      try Bundle.sealed(BundleTests.files(), manifest, by: BundleTests.key)
    }
  }
}
