import Diagnostics
import HoldfastEngine
import HoldfastEvidence
import HoldfastModel
import HoldfastReports
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
      guard let why = bundle.manifest.withoutTallies else {
        return [.init(.fails, "There are no tallies, and the bundle does not say why")]
      }
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
    let spokenOf = Set(told.values.map(\.commitment))
    wrong += recount.others.filter { !spokenOf.contains($0) }.map(TextKey.init)
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
      return [inputs, try claimOfSums(request), try claimOfPlan(request), claim(of: report)]
    } catch {
      return [inputs, .init(.fails, "The data cannot be judged again: \(Self.first(error))")]
    }
  }

  /// Whether the report, and what it says that it read, is that of a run over the data.
  private func claim(of report: Report) -> BundleClaim {
    let told = ToldReport(bundle.files[Bundle.Name.report] ?? [])
    let counted = ToldReport(report)
    guard told.result != nil, told.result == counted.result else {
      return .init(.fails, "The data gives another report than that of the bundle")
    }
    guard told.circumstances == counted.circumstances else {
      return .init(.fails, "The report tells of another run than that over the data")
    }
    return .init(.holds, "The report follows from the data, byte for byte")
  }

  private func claimOfPlan(_ request: RunRequest) throws(DiagnosticList) -> BundleClaim {
    let plan = Array(PlanJSON().text(try Engine(request).plan()).utf8)
    return plan == bundle.files[Bundle.Name.plan]
      ? .init(.holds, "The plan is that of the packs")
      : .init(.fails, "The plan is not that of the packs")
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
    if let strange = missing.first(where: { !isNamed($0) }) {
      return .init(
        .fails,
        "The bundle says that a plugin was asked which no pack of it names: \(Self.list([strange]))"
      )
    }
    let names = missing.map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    return .init(
      .unchecked,
      "Nothing was judged again, since plugins are not here as they were: \(Self.list(names)); name "
        + "their folders with --plugins")
  }

  /// Whether a pack of the bundle names a plugin, which its files say as `plugin/checker`.
  private func isNamed(_ plugin: String) -> Bool {
    let name = plugin.split(separator: " ").first.map { Array("\($0)/".utf8) } ?? []
    return !name.isEmpty
      && bundle.files.contains { file, bytes in
        file.hasPrefix("packs/") && bytes.firstRange(of: name) != nil
      }
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
