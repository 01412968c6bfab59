package import Diagnostics
import JSONText

/// Bytes with signatures over them and over what kind of bytes they are (DSSE 1.0).
package struct Envelope {
  /// A signature, and a hint whose it is.
  struct Signature {
    var keyID: String?
    var bytes: [UInt8]
  }

  package let payloadType: String
  package let payload: [UInt8]
  let signatures: [Signature]

  /// What is signed: the type and the bytes, each behind its length.
  package static func encoding(_ payloadType: String, _ payload: [UInt8]) -> [UInt8] {
    Array("DSSEv1 \(payloadType.utf8.count) \(payloadType) \(payload.count) ".utf8) + payload
  }

  /// Signs some bytes.
  package init(_ payload: [UInt8], _ payloadType: String, by key: SigningKey) throws(Diagnostic) {
    let signature = try key.signature(over: Self.encoding(payloadType, payload))
    (self.payload, self.payloadType) = (payload, payloadType)
    signatures = [Signature(keyID: key.verifyingKey.id, bytes: signature)]
  }

  /// Reads an envelope; nil where the bytes are none. Members that it does not know it leaves alone.
  package init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), let type = json["payloadType"]?.text,
      let payload = json["payload"]?.text.flatMap(Base64.bytes),
      let items = json["signatures"]?.items, !items.isEmpty
    else { return nil }
    var signatures: [Signature] = []
    for item in items {
      guard let bytes = item["sig"]?.text.flatMap(Base64.bytes) else { return nil }
      signatures.append(Signature(keyID: item["keyid"]?.text, bytes: bytes))
    }
    (self.payload, payloadType, self.signatures) = (payload, type, signatures)
  }

  /// The bytes of the envelope as Holdfast writes it.
  package var bytes: [UInt8] {
    let text = JSON.object([
      ("payloadType", .text(payloadType)), ("payload", .text(Base64.text(payload))),
      (
        "signatures",
        .array(
          signatures.map {
            .object([("keyid", JSON($0.keyID)), ("sig", .text(Base64.text($0.bytes)))])
          })
      ),
    ]).compactText
    return Array((text + "\n").utf8)
  }

  /// Those of some keys with which it was signed.
  package func signers(among keys: [VerifyingKey]) -> Set<VerifyingKey> {
    let signed = Self.encoding(payloadType, payload)
    return Set(
      keys.filter { key in signatures.contains { key.isValid($0.bytes, over: signed) } })
  }
}
