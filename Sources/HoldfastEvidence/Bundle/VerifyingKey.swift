import Crypto
public import Diagnostics

/// A public key, by which a signature is known to be somebody's.
public struct VerifyingKey: Sendable, Hashable {
  /// The kinds of keys that are known.
  package enum Kind: Sendable, Hashable {
    /// Ed25519: what Holdfast signs with.
    case ed25519
    /// ECDSA over P-256 with SHA-256, signatures as two numbers or in DER: what others sign with.
    case p256
  }

  let kind: Kind
  /// Ed25519: 32 bytes; P-256: a point, 65 bytes.
  let bytes: [UInt8]

  package init(_ kind: Kind, _ bytes: [UInt8]) { (self.kind, self.bytes) = (kind, bytes) }

  /// What stands before the 32 bytes of an Ed25519 key in a SubjectPublicKeyInfo.
  private static let prefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  private var info: [UInt8] { Self.prefix + bytes }

  /// The SHA-256 digest of the key's SubjectPublicKeyInfo, as hexadecimal digits.
  public var id: String { ByteDigest.sha256(info) }

  /// The key as PEM, which other programs read too.
  public var pem: String { PEM.text("PUBLIC KEY", info) }

  /// Reads a key of PEM.
  ///
  /// - Throws: where the text is no public Ed25519 key.
  public init(pem text: String, file: String) throws(Diagnostic) {
    guard let info = PEM.bytes("PUBLIC KEY", text), info.starts(with: Self.prefix),
      info.count == Self.prefix.count + 32
    else {
      throw Diagnostic(
        .error, "this is no public Ed25519 key", at: .file(file),
        help: "name the file that holdfast keygen wrote with .pub at its end")
    }
    self.init(.ed25519, Array(info.dropFirst(Self.prefix.count)))
  }

  /// Whether a signature over some bytes was made with the private key to this one.
  func isValid(_ signature: [UInt8], over bytes: [UInt8]) -> Bool {
    switch kind {
    case .ed25519:
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: self.bytes)
      return key?.isValidSignature(signature, for: bytes) ?? false
    case .p256:
      guard let key = try? P256.Signing.PublicKey(x963Representation: self.bytes) else {
        return false
      }
      let known = [
        try? P256.Signing.ECDSASignature(rawRepresentation: signature),
        try? P256.Signing.ECDSASignature(derRepresentation: signature),
      ]
      return known.compactMap { $0 }.contains { key.isValidSignature($0, for: bytes) }
    }
  }
}

/// Binary keys as text between two lines, RFC 7468.
enum PEM {
  static func text(_ label: String, _ bytes: [UInt8]) -> String {
    "-----BEGIN \(label)-----\n\(Base64.text(bytes))\n-----END \(label)-----\n"
  }

  static func bytes(_ label: String, _ text: String) -> [UInt8]? {
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    guard lines.count >= 3, lines.first == "-----BEGIN \(label)-----",
      lines.last == "-----END \(label)-----"
    else { return nil }
    return Base64.bytes(lines.dropFirst().dropLast().joined())
  }
}
