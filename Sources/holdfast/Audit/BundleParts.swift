import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastEngine
import HoldfastEvidence
import HoldfastLoader
import HoldfastModel
import HoldfastReports
import Tabular

/// What goes into a bundle, gathered piece by piece.
struct BundleParts {
  private(set) var files: [String: [UInt8]]
  var manifest: BundleManifest
  private let folder: String

  /// What people wrote for the run.
  init(
    _ options: RunOptions, _ beside: BesideOptions, _ request: RunRequest
  ) throws(DiagnosticList) {
    folder = options.folder
    manifest = BundleManifest(
      version: Holdfast.version, institution: request.institution.name,
      asOf: request.asOf.description)
    manifest.only = options.only
    manifest.plugins = request.run.plugins.map { "\($0.name) \($0.version) \($0.digest)" }
    let packs = try PackFiles(options.packs, request.outside.book)
    (files, manifest.packs) = (packs.files, packs.named)
    do throws(Diagnostic) {
      files[Bundle.Name.institution] = try Self.bytes(options.places[0].file)
      for (place, path) in options.parameters.enumerated() {
        let name = "parameters/\(place + 1).yaml"
        files[name] = try Self.bytes(path)
        manifest.parameters.append(name)
      }
      let others = [
        (Bundle.Name.waivers, beside.waiversFile(folder)),
        (Bundle.Name.responses, beside.responsesFile(folder)),
        (Bundle.Name.evidence, Optional("\(folder)/\(EvidenceRegister.file)")),
      ]
      for case (let name, let path?) in others where Files.exists(path) {
        files[name] = try Self.bytes(path)
      }
    } catch { throw DiagnosticList([error]) }
    if let command = request.institution.datasets.first(where: { $0.command != nil }) {
      throw DiagnosticList([
        Diagnostic(
          "the rows of '\(command.name)' come from a command, whose output nobody can read again",
          at: command.span, help: "write the output to a file, and describe that file")
      ])
    }
  }

  private static func bytes(_ path: String) throws(Diagnostic) -> [UInt8] {
    try Inputs.source(path).utf8
  }

  /// Takes the report, and the digest of every file that it was made from.
  mutating func add(_ report: Report) {
    var text = ""
    JSONReporter().render(report, to: &text)
    files[Bundle.Name.report] = Array(text.utf8)
    manifest.inputs = Self.inputs(of: report, folder)
  }

  /// The files that a report was made from, by path.
  static func inputs(of report: Report, _ folder: String) -> [BundleInput] {
    var inputs: [String: BundleInput] = [:]
    for file in report.datasets.flatMap(\.files) {
      guard let digest = file.digest else { continue }
      inputs[file.path] = BundleInput(path: file.path, bytes: file.bytes, digest: digest)
    }
    if let corrections = report.corrections {
      let stamp = try? Files.stamp(of: "\(folder)/\(corrections.file)", shownAs: corrections.file)
      inputs[corrections.file] = BundleInput(
        path: corrections.file, bytes: Int(stamp?.size ?? 0),
        digest: corrections.digest.replacing("sha256:", with: ""))
    }
    return inputs.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Takes the sums and what was counted, or why there are no sums.
  mutating func addSums(_ request: RunRequest) throws(DiagnosticList) {
    files[Bundle.Name.plan] = Array(PlanJSON().text(try Engine(request).plan()).utf8)
    do throws(DiagnosticList) {
      files[Bundle.Name.tallies] = try Engine(request).tally().bytes
    } catch {
      manifest.withoutTallies = error.items.first?.message ?? "the data could not be added up"
    }
  }

  /// Takes the data itself.
  mutating func addData(_ report: Report, _ request: RunRequest) throws(DiagnosticList) {
    let personal = request.institution.datasets.first { dataset in
      dataset.isPersonal || dataset.columns.contains(where: \.isPersonal)
    }
    if let personal {
      throw DiagnosticList([
        Diagnostic(
          "'\(personal.name)' is about persons, and bundles never hold such rows",
          at: personal.span,
          help: "leave --include-data out: the digests of all files are in the bundle")
      ])
    }
    manifest.includesData = true
    for input in manifest.inputs {
      do throws(Diagnostic) {
        let bytes = try Files.readAll(
          "\(folder)/\(input.path)", shownAs: input.path, limit: input.bytes)
        guard ByteDigest.sha256(bytes) == input.digest else {
          throw Diagnostic(
            .error, "the file changed while it was judged", at: .file(input.path),
            help: "try again once nobody writes to it")
        }
        files["data/\(input.path)"] = bytes
      } catch { throw DiagnosticList([error]) }
    }
  }
}
