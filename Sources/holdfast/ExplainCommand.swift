import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastEvidence
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast explain`
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell all that there is to say of one commitment.",
    discussion: """
      What was promised and by whose words, how it is judged, which rows count and which do not, what was
      found and what would settle it, who chose what, and, from a log, how it went before. The exit code is
      that of the run of the commitment.

      Examples:
        holdfast explain CLE-1 pack.yaml --data northgate
        holdfast explain 'cleveland/TK-P7[Estates]' pack.yaml --data northgate --log runs.log
        holdfast explain CLE-1 pack.yaml --data northgate --format markdown
      """)

  /// How it is told.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case terminal, markdown, json
  }

  @Argument(help: "The commitment: CLE-1, cleveland/CLE-1, or one of its groups, CLE-1[Estates].")
  var commitment: String

  @OptionGroup var options: RunOptions
  @OptionGroup var beside: BesideOptions

  @Option(help: "A log, which tells how it went before.")
  var log: String?

  @Option(help: "terminal, markdown or json.")
  var format = Format.terminal

  func validate() throws {
    guard options.only.isEmpty else {
      throw ValidationError("--only is not needed: the commitment says what is evaluated.")
    }
  }

  func run() throws {
    var code = ExitCode.notEvaluated.rawValue
    do throws(DiagnosticList) { code = try explain() } catch { complain(error.items) }
    if code != 0 { throw ExitCode(code) }
  }

  private func explain() throws(DiagnosticList) -> Int32 {
    var (request, rows) = try options.request(started: Today.text(0), beside: beside)
    defer { rows.remove() }
    let (pack, promise, group) = try named(in: request.packs)
    request.only = [promise.id]
    let report = try Engine(request).run()
    if let group,
      !report.findings.contains(where: {
        $0.pack == pack.id && $0.group.map(TextKey.init) == TextKey(group)
      })
    {
      throw Self.unknown(
        commitment, in: report.findings.filter { $0.pack == pack.id }.map(\.findingID))
    }
    let story = CommitmentStory(
      of: promise, in: pack, group: group, report, history: try history("\(pack.id)/\(promise.id)"))
    do throws(Diagnostic) {
      switch format {
      case .terminal: try Surroundings.writeOutput(story.terminal)
      case .markdown: try Surroundings.writeOutput(story.markdown)
      case .json: try Surroundings.writeOutput(story.json)
      }
    } catch { throw DiagnosticList([error]) }
    return report.exitCode
  }

  /// The commitment of a name, with its pack and the group that was named.
  private func named(
    in packs: [Pack]
  ) throws(DiagnosticList) -> (Pack, Commitment, String?) {
    let parts = commitment.split(separator: "[", maxSplits: 1).map(String.init)
    let group = parts.count == 2 && commitment.hasSuffix("]") ? String(parts[1].dropLast()) : nil
    let name = group == nil ? commitment : parts[0]
    let all = packs.flatMap { pack in pack.commitments.map { (pack, $0) } }
    let found = all.filter { pack, promise in
      name == promise.id || name == "\(pack.id)/\(promise.id)"
    }
    if found.count == 1 { return (found[0].0, found[0].1, group) }
    throw Self.unknown(
      name, in: (found.isEmpty ? all : found).map { "\($0.0.id)/\($0.1.id)" },
      isTwice: found.count > 1)
  }

  private static func unknown(
    _ name: String, in names: [String], isTwice: Bool = false
  ) -> DiagnosticList {
    let shown = Diagnostic.printable(name, limit: 120)
    return DiagnosticList([
      Diagnostic(
        .error, isTwice ? "several packs have a '\(shown)'" : "these packs have no '\(shown)'",
        help: (isTwice ? nil : Nearest.hint(for: name, in: names + names.map(Self.bare)))
          ?? "name one of \(names.prefix(20).joined(separator: ", "))")
    ])
  }

  /// The name without its pack.
  private static func bare(_ name: String) -> String {
    name.firstIndex(of: "/").map { String(name[name.index(after: $0)...]) } ?? name
  }

  /// What the log says, line by line; nothing without one.
  private func history(_ name: String) throws(DiagnosticList) -> [String] {
    // A project may name a log into which nothing was written yet.
    let usual = ProjectFile.here.project.log.flatMap { Files.exists($0) ? $0 : nil }
    guard let log = log ?? usual else { return [] }
    do throws(Diagnostic) {
      let check = try LogCheck(log)
      if let problem = check.problems.first { throw problem }
      return TrendFormat.terminal.render(LogTrend(check.records, named: [name]))
        .split(separator: "\n").map(String.init)
    } catch { throw DiagnosticList([error]) }
  }
}
