import Diagnostics
import HoldfastEngine
import HoldfastEvidence
import HoldfastModel
import Tabular

/// Holds what a bundle claims against itself and, where it is at hand, against the data.
struct BundleVerifier {
  let bundle: Bundle
  private let run: BundleRun
  private let plugins: LoadedPlugins

  /// A verifier of a bundle whose signature and digests hold.
  init(_ bundle: Bundle, _ plugins: LoadedPlugins) throws(DiagnosticList) {
    self.bundle = bundle
    self.plugins = plugins
    run = try BundleRun(bundle)
  }

  func remove() { run.remove() }

  /// Whether the report follows from the tallies.
  func claimsOfTallies() -> [BundleClaim] {
    if let missing = missingPlugins { return [missing] }
    guard let bytes = bundle.files[Bundle.Name.tallies] else {
      let why = bundle.manifest.withoutTallies ?? "nobody says why"
      return [
        .init(
          .unchecked, "The report was not held against tallies, of which there are none: \(why)")
      ]
    }
    do throws(DiagnosticList) {
      var (request, rows) = try run.request(data: nil, plugins)
      defer { rows.remove() }
      do throws(Diagnostic) { try request.take(tallies: bytes, of: Bundle.Name.tallies) } catch {
        throw DiagnosticList([error])
      }
      return compare(try Engine(request).recount())
    } catch {
      return [.init(.fails, "The tallies cannot be judged: \(Self.first(error))")]
    }
  }

  /// Findings are the same to the last byte, or a text of another table decides them.
  private func compare(_ recount: Recount) -> [BundleClaim] {
    let told = ToldReport(bundle.files[Bundle.Name.report] ?? []).findings
    let counted = ToldReport(recount.report).findings
    var (same, open, wrong): (Int, [TextKey], [TextKey]) = (0, [], [])
    for (name, text) in counted {
      if told[name]?.text == text.text {
        same += 1
      } else if recount.restOnTexts.contains(text.commitment),
        told[name]?.verdict == "indeterminate"
      {
        open.append(name)
      } else {
        wrong.append(name)
      }
    }
    let others = told.filter { counted[$0.key] == nil }
    wrong += others.filter { !recount.others.contains($0.value.commitment) }.map(\.key)
    open += others.filter { recount.others.contains($0.value.commitment) }.map(\.key)
    guard wrong.isEmpty else {
      return [
        .init(
          .fails, "These findings do not follow from the tallies: \(Self.list(wrong.map(\.text)))")
      ]
    }
    let rest =
      open.isEmpty
      ? []
      : [
        BundleClaim(
          .unchecked,
          "These findings take more than tallies, so only the data can bear them out: \(Self.list(open.map(\.text)))"
        )
      ]
    return [
      .init(.holds, "\(same) of \(told.count) findings follow from the tallies, byte for byte")
    ] + rest + [
      .init(
        .unchecked,
        "What the report tells beside its findings (choices, what was read, what is to come) takes the data"
      )
    ]
  }

  /// Whether the inputs are those of the bundle, the tallies follow from them, and so does the report.
  func claims(ofDataIn folder: String) -> [BundleClaim] {
    let inputs = claimOfInputs(folder)
    guard inputs.state == .holds else { return [inputs] }
    // Whoever names the data wants it judged: that it was not is no pass.
    if let missing = missingPlugins { return [inputs, .init(.fails, missing.text)] }
    do throws(DiagnosticList) {
      let (request, rows) = try run.request(data: folder, plugins)
      defer { rows.remove() }
      let report = try Engine(request).run()
      guard BundleParts.inputs(of: report, folder) == bundle.manifest.inputs else {
        return [
          .init(.fails, "The bundle does not name the files that a run over '\(folder)' reads")
        ]
      }
      let told = ToldReport(bundle.files[Bundle.Name.report] ?? []).result
      let follows =
        told != nil && told == ToldReport(report).result
        ? BundleClaim(.holds, "The report follows from the data, byte for byte")
        : .init(.fails, "The data gives another report than that of the bundle")
      return [inputs, try claimOfSums(request), follows]
    } catch {
      return [inputs, .init(.fails, "The data cannot be judged again: \(Self.first(error))")]
    }
  }

  /// Rows drawn from the data of the bundle, from which its report has to follow: a bundle may say
  /// that it read fewer files than it did.
  func sample(
    of commitment: String, count: Int, seed: String, dataIn folder: String
  ) throws(DiagnosticList) -> RowSample {
    if let wrong = claims(ofDataIn: folder).first(where: { $0.state == .fails }) {
      throw DiagnosticList([
        Diagnostic(.error, wrong.text, help: "draw from the data that the bundle was made from")
      ])
    }
    let (request, rows) = try run.request(data: folder, plugins)
    defer { rows.remove() }
    return try Engine(request).sample(
      of: commitment, count: count, seed: Array("\(bundle.digest)\n\(seed)".utf8))
  }

  private func claimOfSums(_ request: RunRequest) throws(DiagnosticList) -> BundleClaim {
    guard let bytes = bundle.files[Bundle.Name.tallies] else {
      return .init(.unchecked, "There are no tallies to hold against the data")
    }
    return try Engine(request).tally().bytes == bytes
      ? .init(.holds, "The tallies follow from the data, byte for byte")
      : .init(.fails, "The data gives other tallies than those of the bundle")
  }

  private func claimOfInputs(_ folder: String) -> BundleClaim {
    var wrong: [String] = []
    for input in bundle.manifest.inputs {
      let bytes = try? Files.readAll("\(folder)/\(input.path)", shownAs: input.path, limit: 8 << 30)
      if bytes.map(ByteDigest.sha256) != input.digest { wrong.append(input.path) }
    }
    let evidence = try? Files.readAll(
      "\(folder)/\(Bundle.Name.evidence)", shownAs: Bundle.Name.evidence, limit: 1 << 28)
    if evidence != bundle.files[Bundle.Name.evidence] { wrong.append(Bundle.Name.evidence) }
    return wrong.isEmpty
      ? .init(
        .holds,
        "All \(bundle.manifest.inputs.count) files that were read are in '\(folder)' as they were")
      : .init(
        .fails,
        "These files are missing in '\(folder)', or are not what was read: \(Self.list(wrong))")
  }

  /// Whether plugins were asked that are not here as they were.
  private var missingPlugins: BundleClaim? {
    let here = Set(plugins.all.map { "\($0.name) \($0.version) \($0.digest)" })
    let missing = bundle.manifest.plugins.filter { !here.contains($0) }
    guard !missing.isEmpty else { return nil }
    let names = missing.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    return .init(
      .unchecked,
      "Nothing was judged again, since plugins are not here as they were: \(Self.list(names)); name "
        + "their folders with --plugins")
  }

  private static func list(_ names: [String]) -> String {
    let sorted = names.sorted()
    let more = sorted.count > 20 ? " and \(sorted.count - 20) more" : ""
    return sorted.prefix(20).map { Diagnostic.printable($0, limit: 120) }.joined(separator: ", ")
      + more
  }

  private static func first(_ problems: DiagnosticList) -> String {
    problems.items.first?.message ?? "something is wrong"
  }
}
