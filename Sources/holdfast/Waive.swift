import ArgumentParser
import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastLoader
import HoldfastModel
import Tabular

/// `holdfast waive`
struct Waive: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "waive",
    abstract: "Write a dated exception into waivers.yaml.",
    discussion: """
      The waiver is checked first, with all that the file holds; where anything is wrong nothing is \
      written. What stood in the file before stays as it was.

      Examples:
        holdfast waive fair/LOC pack.yaml --data northgate --reason "the depot moves in September" \
      --approver "A. Chair" --owner "B. Buyer" --expires 2025-09-30
        holdfast waive "fair/LOC[Estates]" pack.yaml --data northgate --reason ... --expires ...
      """)

  @Argument(help: "The pack and the commitment, as fair/LOC, or with a group as fair/LOC[Estates].")
  var commitment: String

  @Argument(help: "The packs: YAML files, or folders with a pack.yaml.")
  var packs: [String]

  @Option(help: "The folder with institution.yaml, beside which waivers.yaml stands.")
  var data: String

  @Option(help: "The file to write to, where it is not DATA/waivers.yaml.")
  var waivers: String?

  @Option(help: "Why it may be missed.")
  var reason: String

  @Option(help: "The person who approved it.")
  var approver: String

  @Option(help: "The person who answers for it, another than the approver.")
  var owner: String

  @Option(help: "The first day on which it holds, as 2025-04-01; today if left out.")
  var issued: String?

  @Option(help: "The last day on which it holds, at most 366 days later.")
  var expires: String

  @OptionGroup var plugins: PluginChoice

  func validate() throws {
    for day in [issued, expires].compactMap({ $0 }) where CivilDate(day) == nil {
      throw ValidationError("'\(day)' is no date; write it as 2025-03-31.")
    }
    guard !packs.isEmpty else { throw ValidationError("Name the pack of the commitment.") }
  }

  func run() throws {
    do throws(DiagnosticList) { try write() } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }

  private func write() throws(DiagnosticList) {
    let folder = data.withoutSlash
    let (loaded, problems) = Inputs.packs(packs, plugins.loaded().checkers.book)
    let described = Inputs.institution(data: folder, file: nil)
    try DiagnosticList(problems + described.diagnostics).throwIfErrors()
    let waiver = try waiver(described.institution, loaded)
    let path = waivers ?? "\(folder)/\(WaiversLoader.file)"
    // Of two who add a waiver at once, the later adds it to what the earlier wrote.
    try Files.alone(besides: path) { () throws(DiagnosticList) in
      try add(waiver, to: path, loaded)
    }
  }

  private func add(
    _ waiver: Waiver, to path: String, _ loaded: [Pack]
  ) throws(DiagnosticList) {
    do throws(Diagnostic) {
      let old = Files.exists(path) ? try Inputs.source(path) : nil
      let text: WaiverText
      do throws(DiagnosticList) {
        if let old, !WaiverText.isBare(old) { try check(old, loaded) }
        text = try WaiverText(adding: waiver, to: old, named: path)
        try check(text.source, loaded, endsWith: waiver)
      } catch {
        complain(error.items)
        throw Diagnostic(
          .error, "nothing was written", at: .file(path), help: "mend what is said above first")
      }
      try Files.write(text.source.utf8, to: path)
      try Surroundings.writeOutput("Written to \(path):\n\(text.lines)")
    } catch {
      throw DiagnosticList([error])
    }
  }

  /// The waiver as the command line says it. What is wrong with it is told by the reader of the
  /// file, as if it stood there already.
  private func waiver(
    _ institution: Institution?, _ packs: [Pack]
  ) throws(DiagnosticList) -> Waiver {
    var first = issued.flatMap { CivilDate($0) }
    if first == nil, let institution {
      do throws(Diagnostic) { first = try Today.date(in: institution) } catch {
        throw DiagnosticList([error])
      }
    }
    let source = SourceText(name: "<command line>", text: commitment)
    let place = SourceSpan(source: source, range: 0..<source.utf8.count)
    let named = FindingNameLoader(packs: packs).load(Located(commitment, at: place))
    try DiagnosticList(named.diagnostics).throwIfErrors()
    guard let name = named.value, let first, let last = CivilDate(expires) else {
      throw DiagnosticList(named.diagnostics)
    }
    return Waiver(
      name: name, reason: reason, approver: approver, owner: owner, issued: first, expires: last)
  }

  private func check(_ source: SourceText, _ packs: [Pack]) throws(DiagnosticList) {
    try DiagnosticList(WaiversLoader(packs: packs).load(source).diagnostics).throwIfErrors()
  }

  /// Checks the file as it will be: that it is in order, and that the waiver is the last of it.
  private func check(
    _ source: SourceText, _ packs: [Pack], endsWith waiver: Waiver
  ) throws(DiagnosticList) {
    let loaded = WaiversLoader(packs: packs).load(source)
    try DiagnosticList(loaded.diagnostics).throwIfErrors()
    guard let last = loaded.value?.last, last.name.text == waiver.name.text,
      last.reason == waiver.reason, last.expires == waiver.expires
    else {
      throw DiagnosticList([
        Diagnostic(
          .error, "the waiver would not be read back as it was given", at: .file(source.name),
          help: "add it by hand")
      ])
    }
  }
}
