import Crypto
public import Diagnostics

/// A private Ed25519 key. It is never printed: only a file of it is written.
public struct SigningKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// What stands before the 32 bytes of an Ed25519 key in a PrivateKeyInfo.
  private static let prefix: [UInt8] = [
    0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
  ]

  /// A new key that nobody has.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// The key of 32 bytes, for tests against published ones.
  package init?(seed: [UInt8]) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: seed) else { return nil }
    self.key = key
  }

  /// Reads a key of PEM.
  ///
  /// - Throws: where the text is no private Ed25519 key. Nothing of the text is shown.
  public init(pem text: String, file: String) throws(Diagnostic) {
    guard let info = PEM.bytes("PRIVATE KEY", text), info.starts(with: Self.prefix),
      info.count == Self.prefix.count + 32,
      let key = try? Curve25519.Signing.PrivateKey(
        rawRepresentation: Array(info.dropFirst(Self.prefix.count)))
    else {
      throw Diagnostic(
        .error, "this is no private Ed25519 key", at: .file(file),
        help: "make one with holdfast keygen, and name the file with .key at its end")
    }
    self.key = key
  }

  /// The key as PEM, to be written to a file that only its owner reads.
  public var pem: String { PEM.text("PRIVATE KEY", Self.prefix + Array(key.rawRepresentation)) }

  /// The public key to it.
  public var verifyingKey: VerifyingKey {
    VerifyingKey(.ed25519, Array(key.publicKey.rawRepresentation))
  }

  func signature(over bytes: [UInt8]) throws(Diagnostic) -> [UInt8] {
    guard let signature = try? key.signature(for: bytes) else {
      throw Diagnostic(.error, "nothing could be signed with this key", help: "make a new one")
    }
    return Array(signature)
  }
}
