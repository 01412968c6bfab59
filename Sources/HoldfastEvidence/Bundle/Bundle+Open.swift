import Diagnostics

/// What somebody claims with a bundle, and whether it holds.
public struct BundleClaim: Sendable {
  /// Whether a claim holds.
  public enum State: Sendable, Hashable {
    /// It was checked, and holds.
    case holds
    /// It was checked, and does not.
    case fails
    /// It was not checked.
    case unchecked
  }

  /// What is claimed, or, where it does not hold, what is wrong.
  public var text: String
  /// Whether it holds.
  public var state: State

  /// A claim.
  public init(_ state: State, _ text: String) { (self.state, self.text) = (state, text) }
}

extension Bundle {
  /// Reads an archive and holds it against its own digests and somebody's key.
  ///
  /// Not one byte of the archive may be another than Holdfast writes. The bundle is nil where what it
  /// says of itself cannot be trusted, so that there is nothing more to check.
  public static func opened(
    _ archive: [UInt8], by key: VerifyingKey
  ) -> (bundle: Bundle?, claims: [BundleClaim]) {
    var claims: [BundleClaim] = []
    guard let members = members(archive) else {
      return (
        nil,
        [.init(.fails, "The file is no bundle, or not as it was written: its archive is damaged")]
      )
    }
    claims.append(
      .init(.holds, "The archive is whole: \(members.count) files, none of which leads out of it"))
    let (statement, signed) = self.statement(members[0].bytes, key)
    claims.append(signed)
    guard let statement else { return (nil, claims) }
    var files: [String: [UInt8]] = [:]
    for member in members.dropFirst() { files[member.name] = member.bytes }
    let (manifest, described) = self.described(files, statement)
    claims += described
    return (
      manifest.map { Bundle(files: files, manifest: $0, digest: ByteDigest.sha256(archive)) },
      claims
    )
  }

  /// What an archive says of itself, whoever signed it; nil of what is no bundle.
  public static func manifest(of archive: [UInt8]) -> BundleManifest? {
    members(archive)?.first { $0.name == Name.manifest }.flatMap { BundleManifest($0.bytes) }
  }

  /// The files of an archive: the statement, and others in the order of their names.
  private static func members(_ archive: [UInt8]) -> [TarArchive.Member]? {
    guard let members = TarArchive.members(archive), members.first?.name == Name.statement,
      members.dropFirst().allSatisfy({ isSafe($0.name) && $0.name != Name.statement })
    else { return nil }
    let names = members.dropFirst().map { Array($0.name.utf8) }
    let rise = zip(names, names.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) }
    // Letters that are written in two ways are other bytes, and the same name.
    let isDistinct = Set(members.map(\.name)).count == members.count
    return rise && isDistinct ? members : nil
  }

  private static func statement(
    _ bytes: [UInt8], _ key: VerifyingKey
  ) -> (Statement?, BundleClaim) {
    guard let envelope = Envelope(bytes), envelope.bytes == bytes, envelope.signatures.count == 1,
      envelope.payloadType == Statement.payloadType
    else { return (nil, .init(.fails, "The signed statement is not as it was written")) }
    guard envelope.signers(among: [key]).count == 1 else {
      let other = envelope.signatures[0].keyID.map { "; it names the key \($0)" } ?? ""
      return (
        nil, .init(.fails, "The statement was not signed with this key (\(key.id))\(other)")
      )
    }
    guard envelope.signatures[0].keyID == key.id else {
      return (nil, .init(.fails, "The statement was signed with this key and names another"))
    }
    guard let statement = Statement(envelope.payload), statement.bytes == envelope.payload else {
      return (nil, .init(.fails, "What was signed is no statement about files"))
    }
    return (statement, .init(.holds, "The statement was signed with the key \(key.id)"))
  }

  /// Whether the files are those of the statement, and it is what the report says.
  private static func described(
    _ files: [String: [UInt8]], _ statement: Statement
  ) -> (BundleManifest?, [BundleClaim]) {
    guard let bytes = files[Name.manifest], let manifest = BundleManifest(bytes),
      manifest.bytes == bytes
    else {
      return (
        nil,
        [
          .init(
            .fails, "manifest.json does not say what the bundle was made from as Holdfast writes it"
          )
        ]
      )
    }
    let own = Dictionary(
      statement.subjects.map { ($0.name, $0.digest) }, uniquingKeysWith: { first, _ in first })
    let wrong = files.filter { own[$0.key] != ByteDigest.sha256($0.value) }.keys.sorted()
    guard wrong.isEmpty else {
      let names = wrong.map { Diagnostic.printable($0, limit: 80) }.joined(separator: ", ")
      return (nil, [.init(.fails, "Files are not those that were signed: \(names)")])
    }
    guard isConsistent(manifest, files) else {
      return (
        nil, [.init(.fails, "The files of the data are not those that the bundle says were read")]
      )
    }
    guard manifest.speaks(of: files[Name.report] ?? []) else {
      return (
        nil, [.init(.fails, "The report is of another institution or day than the bundle says")]
      )
    }
    if let strange = files.keys.filter({ !Name.isKnown($0) }).min() {
      return (
        nil,
        [
          .init(
            .fails,
            "The bundle holds a file that no bundle has: \(Diagnostic.printable(strange, limit: 80))"
          )
        ]
      )
    }
    let claims = [BundleClaim(.holds, "Each of its \(files.count) files has the signed digest")]
    guard let wanted = try? Self.statement(of: files, manifest), wanted.bytes == statement.bytes
    else {
      return (nil, claims + [.init(.fails, "The statement is not what the report and files say")])
    }
    return (
      manifest,
      claims + [.init(.holds, "The statement says what the report says: \(statement.result)")]
    )
  }

  /// Whether what was read lies below the data folder, and data in the bundle is what was read.
  private static func isConsistent(
    _ manifest: BundleManifest, _ files: [String: [UInt8]]
  ) -> Bool {
    let read = Dictionary(
      manifest.inputs.map { (BundleManifest.name(of: $0), $0.digest) },
      uniquingKeysWith: { first, _ in first })
    return read.count == manifest.inputs.count
      && manifest.inputs.allSatisfy { isBelow($0.path) }
      && files.allSatisfy { name, bytes in
        !name.hasPrefix("data/") || read[name] == ByteDigest.sha256(bytes)
      }
  }
}

extension Statement {
  /// The word of a test result.
  fileprivate var result: String {
    ["PASSED", "WARNED", "FAILED"].first { predicate.hasPrefix("{\"result\":\"\($0)\"") }
      ?? "nothing"
  }
}
