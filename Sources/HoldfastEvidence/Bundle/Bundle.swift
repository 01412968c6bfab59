public import Diagnostics

/// The evidence of a run in one archive: the report with all that it was made from but the data, and a
/// signed statement of the digest of each file.
public struct Bundle: Sendable {
  /// The names of files that bundles have.
  public enum Name {
    /// The report.
    public static let report = "report.json"
    /// What was counted.
    public static let plan = "plan.json"
    /// The sums.
    public static let tallies = "tallies.tally"
    /// The institution's description.
    public static let institution = "institution.yaml"
    /// The institution's exceptions.
    public static let waivers = "waivers.yaml"
    /// What parties answered.
    public static let responses = "responses.yaml"
    /// What was attested.
    public static let evidence = "evidence.yaml"
    static let manifest = "manifest.json"
    static let statement = "statement.dsse.json"

    /// Whether a file is one that bundles have.
    static func isKnown(_ name: String) -> Bool {
      [report, plan, tallies, institution, waivers, responses, evidence, manifest].contains(name)
        || ["packs/", "parameters/", "data/"].contains(where: name.hasPrefix)
    }
  }

  /// The files but the statement, by name.
  public private(set) var files: [String: [UInt8]]
  /// What the bundle says of itself.
  public let manifest: BundleManifest
  /// The SHA-256 digest of the archive, as hexadecimal digits.
  public let digest: String

  /// The archive of some files, signed.
  ///
  /// - Throws: where a file's name is one that archives cannot have, or the report is none.
  public static func sealed(
    _ files: [String: [UInt8]], _ manifest: BundleManifest, by key: SigningKey
  ) throws(Diagnostic) -> [UInt8] {
    var files = files
    files[Name.manifest] = manifest.bytes
    if let outside = manifest.inputs.first(where: { !isBelow($0.path) }) {
      throw Diagnostic(
        .error,
        "the file '\(Diagnostic.printable(outside.path, limit: 200))' is not below the data folder",
        help: "name files by their paths from the data folder, without ..")
    }
    guard let wrong = files.keys.first(where: { !isSafe($0) }) else {
      let statement = try statement(of: files, manifest)
      let envelope = try Envelope(statement.bytes, Statement.payloadType, by: key)
      let members =
        [TarArchive.Member(name: Name.statement, bytes: envelope.bytes)]
        + files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
          TarArchive.Member(name: $0.key, bytes: $0.value)
        }
      if let bytes = TarArchive.bytes(members) { return bytes }
      throw Diagnostic(
        .error, "a file's path is too long for an archive",
        help: "paths below the data folder may have 100 bytes a step, and 255 in all")
    }
    throw Diagnostic(
      .error, "the file '\(Diagnostic.printable(wrong, limit: 200))' cannot stand in an archive",
      help: "give it a name of letters, digits and the usual signs")
  }

  /// What is signed: the digest of every file, and what the report comes to.
  static func statement(
    of files: [String: [UInt8]], _ manifest: BundleManifest
  ) throws(Diagnostic) -> Statement {
    var subjects = files.map {
      Statement.Resource(name: $0.key, digest: ByteDigest.sha256($0.value))
    }
    subjects += manifest.inputs.map { .init(name: BundleManifest.name(of: $0), digest: $0.digest) }
      .filter { files[$0.name] == nil }
    subjects.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    let configuration = subjects.filter {
      ["packs/", "parameters/", Name.institution].contains(where: $0.name.hasPrefix)
    }
    guard
      let result = TestResult(report: files[Name.report] ?? [], configuration: configuration)
    else { throw Diagnostic(.error, "the bundle has no report that agrees with its own findings") }
    return Statement(subjects, predicate: result.predicate)
  }

  /// Whether a name leads nowhere but below the folder that it is unpacked in.
  static func isSafe(_ name: String) -> Bool {
    isBelow(name)
      && !name.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0 == "\\" }
  }

  /// Whether a path leads nowhere but below the folder that it begins in.
  static func isBelow(_ path: String) -> Bool {
    !path.split(separator: "/", omittingEmptySubsequences: false)
      .contains { $0.isEmpty || $0 == "." || $0 == ".." } && !path.utf8.contains(0)
  }

  init(files: [String: [UInt8]], manifest: BundleManifest, digest: String) {
    (self.files, self.manifest, self.digest) = (files, manifest, digest)
  }
}
