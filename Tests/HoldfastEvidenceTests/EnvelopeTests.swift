import Foundation
import HoldfastEvidence
import JSONText
import Testing

/// A file of cases that no one here wrote, a line each.
enum SharedCases {
  static func all(_ file: String) -> [JSONValue] {
    let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "shared/conformance/cases")
    guard let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8) else {
      return []
    }
    return text.split(separator: "\n").compactMap { try? JSONValue(parsing: Array($0.utf8)) }
  }

  static let envelopes = all("dsse.jsonl")
  static let statements = all("intoto.jsonl")

  static func bytes(hex text: String) -> [UInt8] {
    let digits = Array(text.utf8)
    return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }
}

/// Envelopes and statements as others define them.
@Suite(
  .enabled(
    if: !SharedCases.envelopes.isEmpty && !SharedCases.statements.isEmpty,
    "../shared/conformance/cases is not here"))
struct EnvelopeTests {
  private static func base64(_ json: JSONValue?) throws -> [UInt8] {
    let text = try #require(json?.text)
    return Array(try #require(Data(base64Encoded: text)))
  }

  @Test func whatIsSignedIsEncodedAsOthersDo() throws {
    let cases = SharedCases.envelopes.filter { $0["kind"]?.text == "pae" }
    #expect(cases.count == 3)
    for item in cases {
      let encoded = Envelope.encoding(
        try #require(item["payload_type"]?.text), try Self.base64(item["body_b64"]))
      #expect(ByteDigest.sha256(encoded) == item["pae_sha256"]?.text)
    }
  }

  @Test func envelopesAreTakenAndRefusedAsOthersDo() throws {
    let cases = SharedCases.envelopes.filter { $0["kind"]?.text == "verify" }
    #expect(cases.count == 16)
    for item in cases {
      let isEdwards = item["alg"]?.text == "ed25519"
      let keys = (item["trusted_hex"]?.items ?? []).compactMap(\.text).map {
        VerifyingKey(isEdwards ? .ed25519 : .p256, SharedCases.bytes(hex: $0))
      }
      guard case .number(let threshold)? = item["threshold"]?.kind,
        case .bool(let accept)? = item["accept"]?.kind
      else {
        Issue.record("\(item["id"]?.text ?? "")")
        continue
      }
      let envelope = Envelope(Array(try #require(item["envelope"]?.text).utf8))
      let signers = envelope?.signers(among: keys).count ?? 0
      #expect((signers >= Int(threshold) ?? 1) == accept, "\(item["id"]?.text ?? "")")
    }
  }

  @Test func theSameBytesGiveThePublishedSignature() throws {
    let item = try #require(SharedCases.envelopes.first { $0["kind"]?.text == "sign" })
    let seed = SharedCases.bytes(hex: try #require(item["seed_hex"]?.text))
    let key = try #require(SigningKey(seed: seed))
    let envelope = try Envelope(
      try Self.base64(item["body_b64"]), try #require(item["payload_type"]?.text), by: key)
    let text = String(decoding: envelope.bytes, as: UTF8.self)
    #expect(text.contains(try #require(item["sig_b64"]?.text)))
    // What is written is read again as it was.
    #expect(Envelope(envelope.bytes)?.bytes == envelope.bytes)
    #expect(envelope.signers(among: [key.verifyingKey]) == [key.verifyingKey])
    #expect(envelope.signers(among: [SigningKey().verifyingKey]).isEmpty)
  }

  @Test func statementsAreTakenAndRefusedAsOthersDo() throws {
    #expect(SharedCases.statements.count == 11)
    for item in SharedCases.statements {
      let json = try JSONValue(parsing: Array(try #require(item["text"]?.text).utf8))
      let isTaken =
        item["kind"]?.text == "statement"
        ? Statement.isStatement(json) : Statement.isResource(json)
      guard case .bool(let accept)? = item["accept"]?.kind else { continue }
      #expect(isTaken == accept, "\(item["id"]?.text ?? "")")
    }
  }
}
