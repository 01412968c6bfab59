import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastEngine
import HoldfastExpressions
import HoldfastModel
import Tabular

/// `holdfast lint`
struct Lint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report every mistake in packs and in the description of an institution.",
    discussion: """
      Without --data a pack is checked against the columns that its needs list.

      Examples:
        holdfast lint pack.yaml
        holdfast lint pack.yaml --data northgate
      """)

  @Argument(help: "The packs: YAML files, or folders with a pack.yaml.")
  var packs: [String] = []

  @Option(help: "The folder with institution.yaml.")
  var data: String?

  @Option(
    help:
      "The description of the institution, where it is not DATA/institution.yaml; may be repeated."
  )
  var institution: [String] = []

  @Option(help: "Values and targets that the packs leave open, as a YAML file; may be repeated.")
  var parameters: [String] = []

  @OptionGroup var plugins: PluginChoice

  mutating func validate() throws {
    let (project, problems) = ProjectFile.here
    complain(problems)
    if DiagnosticList(problems).hasErrors { throw ExitCode.notEvaluated }
    if packs.isEmpty, data == nil, institution.isEmpty {
      (packs, data, institution) = (project.packs, project.data, project.institutions)
      if parameters.isEmpty { parameters = project.parameters }
    }
    if plugins.plugins.isEmpty { plugins.plugins = project.plugins }
    if packs.isEmpty, data == nil, institution.isEmpty {
      throw ValidationError("Name a pack, or an institution with --data.")
    }
  }

  func run() throws {
    let plugins = plugins.loaded()
    var (loaded, problems) = Inputs.packs(packs, plugins.checkers.book)
    problems += plugins.problems
    for path in parameters { problems += Inputs.apply(path, to: &loaded) }
    let places =
      institution.isEmpty
      ? [data].compactMap { $0 }.map { InstitutionPlace(data: $0, file: nil) }
      : institution.map { InstitutionPlace(data: data, file: $0) }
    var names: [String] = []
    for place in places {
      let result = Inputs.institution(data: place.folder, file: place.file)
      let described = result.institution?.withRegisters(for: loaded)
      problems += result.diagnostics
      guard let described else { continue }
      names.append(described.name)
      problems += rehearsed(loaded, described, plugins)
      if let data { problems += Self.missingFiles(described, data.withoutSlash) }
    }
    if places.isEmpty { problems += rehearsed(loaded, nil, plugins) }
    complain(problems)
    guard !DiagnosticList(problems).hasErrors else { throw ExitCode.notEvaluated }
    let count = loaded.reduce(0) { $0 + $1.commitments.count }
    do throws(Diagnostic) {
      try Surroundings.writeOutput(
        "No mistakes found: \(loaded.count) pack(s), \(count) commitment(s)"
          + names.map { ", \($0)" }.joined() + ".\n")
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  /// What is wrong with packs, as their expressions and the plugins that they name see it.
  private func rehearsed(
    _ packs: [Pack], _ institution: Institution?, _ plugins: LoadedPlugins
  ) -> [Diagnostic] {
    let checked = Self.checked(packs, institution, plugins.checkers.book)
    return checked.diagnostics
      + Rehearsal(checked.commitments, institution, plugins.checkers).problems
  }

  /// Paths of the institution that lead to no file.
  private static func missingFiles(_ institution: Institution, _ folder: String) -> [Diagnostic] {
    let paths =
      institution.datasets.flatMap(\.files).map(\.pattern) + institution.lookups.flatMap(\.files)
    return paths.compactMap { path in
      do throws(Diagnostic) {
        _ = try Files.expand(path.value, under: folder)
        return nil
      } catch {
        return Diagnostic(error.message, at: path.span, help: error.help)
      }
    }
  }

  /// The commitments of packs whose expressions are in order, and what is wrong with the others.
  static func checked(
    _ packs: [Pack], _ institution: Institution?, _ checkers: CheckerBook
  ) -> (commitments: [CheckedCommitment], diagnostics: [Diagnostic]) {
    var commitments: [CheckedCommitment] = []
    var diagnostics = institution.map(RowRules.diagnostics) ?? []
    let zones = SystemZones().finder
    for pack in packs {
      let found = PackChecker(
        pack: pack, institution: institution, checkers: checkers, zones: zones
      ).check()
      commitments += found.commitments
      diagnostics += found.diagnostics
    }
    // What rests on others is only known to be there where nothing is wrong with them.
    if diagnostics.isEmpty { diagnostics = Dependencies(commitments).diagnostics }
    return (commitments, diagnostics)
  }
}
