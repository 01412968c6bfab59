import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastEvidence
import HoldfastLoader
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast audit`
struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Judge an institution's data, and seal the evidence for an auditor.",
    discussion: """
      The bundle holds the report, the packs, the description, what was waived, answered and attested,
      the sums that the report follows from, and the digest of every file that was read. The data
      itself stays where it is, unless --include-data asks for it. Every file is read, whatever a cache
      knows of it.

      The exit code is that of the run, as holdfast check has it: evidence of a broken promise is
      written all the same.

      Examples:
        holdfast keygen northgate
        holdfast audit pack.yaml --data northgate --as-of 2025-04-30 --key northgate.key --out 2025.bundle
      """)

  @OptionGroup var options: RunOptions
  @OptionGroup var beside: BesideOptions

  @Option(name: [.short, .long], help: "Where to write the bundle.")
  var out: String

  @Option(help: "The private key, as holdfast keygen wrote it.")
  var key: String

  @Flag(help: "Put the data into the bundle too; refused where it is about persons.")
  var includeData = false

  @Option(help: "A bundle that this one stands in for.")
  var supersedes: String?

  @Option(help: "Append the run, and the digest of the bundle, to this log.")
  var log: String?

  mutating func validate() throws {
    if log == nil { log = ProjectFile.here.project.log }
  }

  func run() throws {
    var code = ExitCode.notEvaluated.rawValue
    do throws(DiagnosticList) { code = try seal() } catch { complain(error.items) }
    if code != 0 { throw ExitCode(code) }
  }

  private func seal() throws(DiagnosticList) -> Int32 {
    let signer: SigningKey
    let replaced: [UInt8]?
    do throws(Diagnostic) {
      signer = try Inputs.signingKey(key)
      replaced = try supersedes.map { path throws(Diagnostic) in try Inputs.bundle(path) }
    } catch { throw DiagnosticList([error]) }
    // Times would make the same evidence other bytes.
    var (request, rows) = try options.request(
      started: Today.text(0), runsCommands: false, beside: beside)
    defer { rows.remove() }
    request.reading.takesDigests = true
    var parts = try BundleParts(options, beside, request)
    var report = try Engine(request).run()
    report.run.milliseconds = 0
    parts.add(report)
    try parts.addSums(request)
    if includeData { try parts.addData(report, request) }
    try replaced.map { bytes throws(DiagnosticList) in try checkReplaced(bytes, by: report) }
    parts.manifest.supersedes = replaced.map(ByteDigest.sha256)
    try OutputGuard(
      inputs: options.written + [key, supersedes, log].compactMap { $0 }
        + report.datasets.flatMap(\.files).map { "\(options.folder)/\($0.path)" }
    ).checked(out)
    try write(parts, of: report, by: signer)
    return report.exitCode
  }

  /// Refuses to stand in for what is no bundle of the institution.
  private func checkReplaced(_ bytes: [UInt8], by report: Report) throws(DiagnosticList) {
    let other = Bundle.manifest(of: bytes)?.institution
    guard other.map(TextKey.init) != TextKey(report.institution) else { return }
    let what = other.map { "a bundle of '\(Diagnostic.printable($0))'" } ?? "no bundle"
    throw DiagnosticList([
      Diagnostic(
        .error, "this is \(what), and nothing else can stand in for it",
        at: .file(supersedes ?? ""),
        help: "name the bundle of '\(Diagnostic.printable(report.institution))' with --supersedes")
    ])
  }

  /// Writes the bundle; with a log its digest too, while nobody else can append.
  private func write(
    _ parts: BundleParts, of report: Report, by signer: SigningKey
  ) throws(DiagnosticList) {
    var parts = parts
    do throws(Diagnostic) {
      guard let log else {
        let bytes = try Bundle.sealed(parts.files, parts.manifest, by: signer)
        try Files.write(bytes, to: out)
        return try tell(bytes, report)
      }
      let moment = Today.text(Surroundings.secondsSince1970())
      var logged = report
      logged.run.started = moment
      let records = EvidenceLog(path: log)
      try records.append(RunEntries.of(logged))
      var written: [UInt8]?
      do throws(Diagnostic) {
        try records.append(at: moment) { (known) throws(Diagnostic) in
          parts.manifest.log = BundleLog(known)
          let bytes = try Bundle.sealed(parts.files, parts.manifest, by: signer)
          try Files.write(bytes, to: out)
          written = bytes
          return [
            .bundle(bytes, of: report.institution, report.asOf, by: signer.verifyingKey, at: moment)
          ]
        }
      } catch {
        // A bundle that its log does not know would look like one that somebody kept quiet about.
        if written != nil { Files.remove(out) }
        throw error
      }
      if let written { try tell(written, report) }
    } catch { throw DiagnosticList([error]) }
  }

  private func tell(_ bytes: [UInt8], _ report: Report) throws(Diagnostic) {
    try Surroundings.writeOutput(
      "\(out): \(report.findings.count) findings of \(Diagnostic.printable(report.institution)) "
        + "as of \(report.asOf); "
        + "exit \(report.exitCode)\nSHA-256 \(ByteDigest.sha256(bytes))\n")
  }
}

extension OutputGuard {
  fileprivate func checked(_ path: String) throws(DiagnosticList) {
    do throws(Diagnostic) { try check([path]) } catch { throw DiagnosticList([error]) }
  }
}

extension Inputs {
  /// The largest bundle, in bytes.
  private static let bundleLimit = 4 << 30

  /// The bytes of a bundle.
  static func bundle(_ path: String) throws(Diagnostic) -> [UInt8] {
    try Files.readAll(path, shownAs: path, limit: bundleLimit)
  }
}
