import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastEngine
import HoldfastEvidence
import HoldfastLoader
import HoldfastModel
import Tabular

/// A run as a bundle describes it, made again from the files in the bundle.
struct BundleRun {
  let bundle: Bundle
  private var folder: ScratchFolder
  private var paths: [String: String] = [:]

  /// Unpacks what a run reads of a bundle; the folder is removed with `remove`.
  init(_ bundle: Bundle) throws(DiagnosticList) {
    self.bundle = bundle
    do throws(Diagnostic) {
      folder = try ScratchFolder()
      for (name, bytes) in bundle.files.sorted(by: { $0.key < $1.key })
      where Self.isRead(name) { paths[name] = try folder.write(bytes, to: name) }
    } catch { throw DiagnosticList([error]) }
  }

  private static func isRead(_ name: String) -> Bool {
    ["packs/", "parameters/"].contains { name.hasPrefix($0) }
      || [
        Bundle.Name.institution, Bundle.Name.waivers, Bundle.Name.responses, Bundle.Name.evidence,
      ].contains(name)
  }

  func remove() { folder.remove() }

  /// The request of the run over a folder of data, or, without one, over none.
  func request(
    data: String?, _ plugins: LoadedPlugins
  ) throws(DiagnosticList) -> (RunRequest, CommandRows) {
    guard let asOf = CivilDate(bundle.manifest.asOf) else { throw wrong("it speaks of no day") }
    var (packs, problems) = Inputs.packs(
      try bundle.manifest.packs.map(path), plugins.checkers.book,
      finder: Self.finder(in: folder.path))
    for name in bundle.manifest.parameters {
      problems += Inputs.apply(try path(name), to: &packs)
    }
    let described = Inputs.institution(
      data: folder.path, file: try path(Bundle.Name.institution))
    problems += described.diagnostics
    let answers = self.read(folder.path, packs: packs)
    problems += answers.problems
    try DiagnosticList(problems).throwIfErrors()
    guard let institution = described.institution?.withRegisters(for: packs) else {
      throw wrong("it describes no institution")
    }
    let checked = Lint.checked(packs, institution, plugins.checkers.book)
    try DiagnosticList(checked.diagnostics).throwIfErrors()
    var rows = CommandRows()
    let place = data ?? folder.path
    try rows.keepEvidence(for: institution, folder: place, asOf: asOf)
    var request = RunRequest(
      packs: packs, institution: institution, folder: place, asOf: asOf, asOfIsGiven: true,
      only: bundle.manifest.only,
      run: RunInfo(
        version: Holdfast.version, started: Today.text(0), milliseconds: 0, packs: [], warnings: [])
    )
    request.outputs = rows.paths
    request.attestations = rows.attestations
    (request.waivers, request.responses) = (answers.waivers, answers.responses)
    request.outside = plugins.checkers
    request.checked = checked.commitments
    request.reading.takesDigests = true
    return (request, rows)
  }

  /// Finds the packs that others extend in the bundle alone: a stranger's pack may name any file of
  /// whoever verifies it.
  private static func finder(
    in folder: String
  ) -> @Sendable (Located<String>) throws(Diagnostic) -> SourceText {
    { (path) throws(Diagnostic) in
      guard Inputs.place(of: path).hasPrefix("\(folder)/packs/") else {
        throw Diagnostic(
          "the pack '\(Diagnostic.printable(path.value, limit: 200))' that is extended is not in "
            + "the bundle", at: path.span,
          help: "nothing outside a bundle is read for it: ask whoever sealed it for another")
      }
      return try Inputs.extended(path)
    }
  }

  private func path(_ name: String) throws(DiagnosticList) -> String {
    guard let path = paths[name] else { throw wrong("it has no file '\(name)'") }
    return path
  }

  private func wrong(_ what: String) -> DiagnosticList {
    DiagnosticList([Diagnostic(.error, "the bundle cannot be run again: \(what)")])
  }
}

/// Exceptions and answers are those of the bundle, whatever stands beside the data.
extension BundleRun: ReadBeside {
  func read(_ folder: String, packs: [Pack]?) -> BesideFiles {
    var result = BesideFiles()
    result.add(waivers: paths[Bundle.Name.waivers], packs: packs)
    result.add(responses: paths[Bundle.Name.responses], packs: packs)
    return result
  }
}
