import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastModel
import Tabular

/// `holdfast tally`
struct TallyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tally",
    abstract: "Add up an institution's data, and write the sums to a file.",
    discussion: """
      A tally holds sums, not rows: it can be made where the data is, put together with others by
      holdfast merge, and judged by holdfast check --tallies. What is about persons is left out.

      Examples:
        holdfast tally pack.yaml --data northgate --as-of 2025-04-30 --out northgate.tally
        holdfast tally pack.yaml --data northgate --as-of 2025-04-30 --files 'spend/estates-*.csv' \
      --out estates.tally
      """)

  @OptionGroup var options: RunOptions

  @Option(help: "Where to write the tally.")
  var out: String

  @OptionGroup var cache: CacheOptions

  @Option(help: "Add up only these files, as a path below DATA with * and ?; may be repeated.")
  var files: [String] = []

  func run() throws {
    do throws(DiagnosticList) {
      var (request, rows) = try options.request(started: "")
      defer { rows.remove() }
      request.cache = cache.settings
      if !files.isEmpty { request.files = files }
      let tally = try Engine(request).tally()
      complain(request.run.warnings + tally.warnings)
      let inputs = options.written + tally.files.map { "\(options.folder)/\($0)" }
      try tally.write(to: out, inputs: inputs)
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }
}

/// `holdfast merge`
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Put tallies of different files together.",
    discussion: """
      The tallies must be of one institution, made with the same description, packs and --as-of. In
      whatever order they are put together, the result is the same.

      Examples:
        holdfast merge estates.tally pharmacy.tally --out northgate.tally
      """)

  @Argument(help: "The tallies.")
  var tallies: [String]

  @Option(help: "Where to write the result.")
  var out: String

  func run() throws {
    do throws(DiagnosticList) {
      var files: [(name: String, bytes: [UInt8])] = []
      for path in tallies { files.append((path, try Inputs.tally(path))) }
      try Engine.merge(files).write(to: out, inputs: tallies)
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }
}

extension TallyFile {
  /// Writes the file and says what it holds.
  fileprivate func write(to path: String, inputs: [String]) throws(DiagnosticList) {
    do throws(Diagnostic) {
      try OutputGuard(inputs: inputs).check([path])
      try Files.write(bytes, to: path)
      try Surroundings.writeOutput(contents.map(\.text).joined())
    } catch {
      throw DiagnosticList([error])
    }
  }
}

extension TallyContents {
  fileprivate var text: String {
    let part = files < named ? " of \(named)" : ""
    return "\(dataset): \(files)\(part) file(s), \(rows) row(s), \(aggregates) aggregate(s)\n"
  }
}

extension Inputs {
  /// The largest file of tallies.
  private static let tallyLimit = 1 << 30

  /// The bytes of a file of tallies.
  static func tally(_ path: String) throws(DiagnosticList) -> [UInt8] {
    do throws(Diagnostic) {
      return try Files.readAll(path, shownAs: path, limit: tallyLimit)
    } catch {
      throw DiagnosticList([error])
    }
  }
}
