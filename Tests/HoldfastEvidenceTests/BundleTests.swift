import Diagnostics
import Foundation
import HoldfastEvidence
import Testing

/// Bundles, and what may be done to them without notice: nothing.
@Suite struct BundleTests {
  private static let report = """
    {"holdfast":"1","result":{"as_of":"2025-04-30","institution":"Ä \\"x\\"",
    "verdict":"error","exit":3,"findings":[
    {"finding_id":"p/A","verdict":"pass","enforcement":{"check":"block"}},
    {"finding_id":"p/B","verdict":"fail","enforcement":{"check":"block"}},
    {"finding_id":"p/C","verdict":"indeterminate","enforcement":{"check":"warn"}},
    {"finding_id":"p/D","verdict":"waived","enforcement":{"check":"block"}},
    {"finding_id":"p/E","verdict":"not_applicable","enforcement":{"check":"block"}},
    {"finding_id":"p/F","verdict":"error","enforcement":{"check":"report"}}]}}

    """

  static func files() -> [String: [UInt8]] {
    [
      Bundle.Name.report: Array(report.utf8), "packs/pack.yaml": Array("pack: p\n".utf8),
      Bundle.Name.institution: Array("institution: x\n".utf8), Bundle.Name.plan: Array("{}\n".utf8),
    ]
  }

  static func manifest() -> BundleManifest {
    var manifest = BundleManifest(version: "1", institution: "Ä \"x\"", asOf: "2025-04-30")
    manifest.inputs = [
      BundleInput(path: "spend/2024 April.csv", bytes: 12, digest: ByteDigest.sha256([1, 2]))
    ]
    manifest.log = BundleLog(head: String(repeating: "a", count: 64), records: 3, runs: 2)
    manifest.packs = ["packs/pack.yaml"]
    return manifest
  }

  static let key = SigningKey()

  static func sealed() throws -> [UInt8] {
    try Bundle.sealed(files(), manifest(), by: key)
  }

  static func holds(_ bytes: [UInt8], _ key: SigningKey = key) -> Bool {
    let (bundle, claims) = Bundle.opened(bytes, by: key.verifyingKey)
    return bundle != nil && claims.allSatisfy { $0.state == .holds }
  }

  @Test func whatIsSealedIsRead() throws {
    let bytes = try Self.sealed()
    #expect(try bytes == Self.sealed())
    let (bundle, claims) = Bundle.opened(bytes, by: Self.key.verifyingKey)
    #expect(claims.count == 4 && claims.allSatisfy { $0.state == .holds })
    let manifest = try #require(bundle?.manifest)
    #expect(manifest.institution == "Ä \"x\"" && manifest.inputs == Self.manifest().inputs)
    #expect(manifest.log == Self.manifest().log && manifest.packs == ["packs/pack.yaml"])
    #expect(bundle?.files[Bundle.Name.report] == Array(Self.report.utf8))
    #expect(bundle?.digest == ByteDigest.sha256(bytes))
  }

  /// Nothing passes that is not known to hold.
  @Test func theStatementSaysWhatTheReportSays() throws {
    let bytes = try Self.sealed()
    let members = try #require(TarArchive.members(bytes))
    let envelope = try #require(Envelope(members[0].bytes))
    let text = String(decoding: envelope.payload, as: UTF8.self)
    #expect(text.contains("\"passedTests\":[\"p/A\"],\"warnedTests\":[\"p/C\",\"p/D\"]"))
    #expect(text.contains("\"failedTests\":[\"p/B\",\"p/F\"]") && text.contains("\"FAILED\""))
    #expect(text.contains("\"name\":\"data/spend/2024 April.csv\""))
  }

  /// Every byte of the archive, and every bit of each byte in turn.
  @Test func noByteCanBeChanged() throws {
    let bytes = try Self.sealed()
    var missed: [Int] = []
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1 << UInt8(place % 8)
      if Self.holds(other) { missed.append(place) }
    }
    #expect(missed.isEmpty, "\(missed.prefix(20))")
  }

  @Test func nothingCanBeCutOffOrAdded() throws {
    let bytes = try Self.sealed()
    for length in stride(from: 0, to: bytes.count, by: 97) {
      #expect(!Self.holds(Array(bytes.prefix(length))))
    }
    for more in [[0], [UInt8](repeating: 0, count: 512), Array("x".utf8), bytes] as [[UInt8]] {
      #expect(!Self.holds(bytes + more))
    }
  }

  /// Files that are swapped, doubled, left out or put in, in an archive that is well made.
  @Test func filesAreThoseThatWereSigned() throws {
    let members = try #require(TarArchive.members(try Self.sealed()))
    let count = members.count
    var variants: [[TarArchive.Member]] = [
      members + [members[count - 1]], members.reversed(), Array(members.dropLast()),
      members + [.init(name: "zzz.txt", bytes: [1])], [members[0]],
    ]
    for place in 1..<count {
      var other = members
      other.remove(at: place)
      variants.append(other)
      other = members
      other[place].bytes.append(10)
      variants.append(other)
    }
    for variant in variants { #expect(!Self.holds(try #require(TarArchive.bytes(variant)))) }
  }

  @Test func anotherKeyIsNotBelieved() throws {
    let other = SigningKey()
    let bytes = try Self.sealed()
    #expect(!Self.holds(bytes, other))
    // Sealed anew by somebody else, under the name of the first key.
    let theirs = try Bundle.sealed(Self.files(), Self.manifest(), by: other)
    var members = try #require(TarArchive.members(theirs))
    let text = String(decoding: members[0].bytes, as: UTF8.self)
    members[0].bytes = Array(
      text.replacing(other.verifyingKey.id, with: Self.key.verifyingKey.id).utf8)
    #expect(!Self.holds(try #require(TarArchive.bytes(members))))
    // The right signature under another name.
    members = try #require(TarArchive.members(bytes))
    let own = String(decoding: members[0].bytes, as: UTF8.self)
    members[0].bytes = Array(
      own.replacing(Self.key.verifyingKey.id, with: other.verifyingKey.id).utf8)
    #expect(!Self.holds(try #require(TarArchive.bytes(members))))
  }

  /// A statement that is signed well and says another result than the report.
  @Test func theStatementIsHeldAgainstTheReport() throws {
    var members = try #require(TarArchive.members(try Self.sealed()))
    let envelope = try #require(Envelope(members[0].bytes))
    let lie = String(decoding: envelope.payload, as: UTF8.self)
      .replacing("\"result\":\"FAILED\"", with: "\"result\":\"PASSED\"")
    members[0].bytes = try Envelope(Array(lie.utf8), envelope.payloadType, by: Self.key).bytes
    let archive = try #require(TarArchive.bytes(members))
    let claims = Bundle.opened(archive, by: Self.key.verifyingKey).claims
    #expect(claims.contains { $0.state == .fails && $0.text.contains("not what the report") })
  }

  @Test(arguments: [
    "../x", "/x", "a//b", "a/./b", "a\\b", "a\nb", "", "x/", String(repeating: "x", count: 101),
  ])
  func namesThatLeadElsewhereAreRefused(_ name: String) {
    #expect(throws: Diagnostic.self) {
      try Bundle.sealed(
        Self.files().merging([name: [1]]) { $1 }, Self.manifest(), by: Self.key)
    }
  }

  @Test func keysAreReadAsTheyWereWritten() throws {
    let key = SigningKey()
    let again = try SigningKey(pem: key.pem, file: "k")
    #expect(again.verifyingKey == key.verifyingKey)
    #expect(try VerifyingKey(pem: key.verifyingKey.pem, file: "p") == key.verifyingKey)
    for wrong in ["", "x", key.verifyingKey.pem, key.pem.replacing("PRIVATE", with: "PUBLIC")] {
      let error = #expect(throws: Diagnostic.self) { try SigningKey(pem: wrong, file: "k") }
      #expect(error?.rendered().contains(key.pem.split(separator: "\n")[1]) == false)
    }
    #expect(throws: Diagnostic.self) { try VerifyingKey(pem: key.pem, file: "p") }
  }
}

/// Archives and texts that no two ways of writing share.
@Suite struct CanonicalFormTests {
  @Test func archivesAreReadAsTheyWereWritten() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<50 {
      let members = (0..<Int.random(in: 0...5, using: &random)).map { place in
        let length = [0, 1, 511, 512, 513, 2_000].randomElement(using: &random) ?? 0
        let name =
          String(repeating: "d\(place)/", count: Int.random(in: 0...40, using: &random)) + "f"
        return TarArchive.Member(name: name, bytes: (0..<length).map { _ in .random(in: 0...255) })
      }
      let bytes = try #require(TarArchive.bytes(members))
      let again = try #require(TarArchive.members(bytes))
      #expect(
        again.map(\.name) == members.map(\.name) && again.map(\.bytes) == members.map(\.bytes))
    }
  }

  @Test func base64HasOneSpelling() {
    for count in 0..<40 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
      let text = Base64.text(bytes)
      #expect(text == Data(bytes).base64EncodedString())
      #expect(Base64.bytes(text) == bytes)
    }
    for wrong in ["A", "AA", "AAA", "AB==", "AAB=", "A===", "AA=A", "====", "AA ==", "ÄA=="] {
      #expect(Base64.bytes(wrong) == nil, "\(wrong)")
    }
  }
}
