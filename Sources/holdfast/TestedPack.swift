import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import Tabular

/// A pack, and what its tests came to.
struct TestedPack {
  /// A commitment that came to something else than was expected.
  struct Miss {
    let test: PackTest
    let expectation: PackTest.Expectation
    /// What it came to; nil where it was not evaluated.
    let verdict: Verdict?

    var text: String {
      let span = expectation.id.span
      let came = verdict?.rawValue ?? "not evaluated: give the template a target in parameters:"
      return "  \(span.source.name):\(span.start.line): \(test.name.value): "
        + "\(expectation.id.value) should be \(expectation.verdict.rawValue), but is \(came)\n"
    }
  }

  private let folder: PackFolder
  private let plugins: LoadedPlugins
  private(set) var problems: [Diagnostic] = []
  private(set) var tests = 0
  private(set) var expectations = 0
  private(set) var missed: [Miss] = []
  private var name = ""
  private var ids: [String] = []
  private var seen: [String: Set<Verdict>] = [:]

  /// Runs the tests of a pack.
  init(_ folder: PackFolder, _ plugins: LoadedPlugins) {
    self.folder = folder
    self.plugins = plugins
    name = folder.path
    let (packs, diagnostics) = Inputs.packs([folder.path], plugins.checkers.book)
    problems = diagnostics
    guard let pack = packs.first, !DiagnosticList(problems).hasErrors else { return }
    (name, ids) = (pack.id, pack.commitments.map(\.id))
    do throws(Diagnostic) {
      let source = try Inputs.source("\(folder.path)/tests.yaml")
      let loaded = PackTestsLoader().load(source, for: pack)
      problems += loaded.diagnostics
      guard !DiagnosticList(loaded.diagnostics).hasErrors else { return }
      for test in loaded.value ?? [] { run(test, of: pack) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func run(_ test: PackTest, of pack: Pack) {
    tests += 1
    expectations += test.expected.count
    do throws(DiagnosticList) {
      let verdicts = try findings(test).verdicts(of: pack.id)
      for expectation in test.expected {
        let verdict = verdicts[expectation.id.value]
        guard verdict == expectation.verdict else {
          missed.append(Miss(test: test, expectation: expectation, verdict: verdict))
          continue
        }
        seen[expectation.id.value, default: []].insert(expectation.verdict)
      }
    } catch {
      problems += error.items
    }
  }

  /// A test brings its data along: it reads nothing outside the folder of its pack.
  private func check(_ path: Located<String>, _ file: String? = nil) throws(DiagnosticList) {
    do throws(Diagnostic) {
      let name = file.map { "\(path.value.withoutSlash)/\($0)" } ?? path.value
      _ = try Files.expand(name, under: folder.path)
    } catch {
      throw DiagnosticList([
        Diagnostic(
          error.message, at: path.span, help: "put what the test reads below '\(folder.path)'")
      ])
    }
  }

  /// What a test's data comes to: one institution's findings, or what several came to together.
  private func findings(_ test: PackTest) throws(DiagnosticList) -> [Finding] {
    for data in test.data { try check(data, "institution.yaml") }
    if let parameters = test.parameters { try check(parameters) }
    let given = test.parameters.map { ["--parameters=\(folder.path)/\($0.value)"] } ?? []
    let places = test.data.map { "--institution=\(folder.path)/\($0.value)" }
    guard
      let options = try? RunOptions.parse(
        places + ["--as-of=\(test.asOf)"] + given + ["--", folder.path])
    else {
      throw DiagnosticList([
        Diagnostic(
          "the test cannot be run", at: test.name.span, help: "use plain names of folders and files"
        )
      ])
    }
    var requests: [RunRequest] = []
    var kept: [CommandRows] = []
    defer { for rows in kept { rows.remove() } }
    for place in options.places {
      let (request, rows) = try options.request(
        of: place, started: Today.text(0), runsCommands: false, asking: plugins)
      requests.append(request)
      kept.append(rows)
    }
    if requests.count == 1 { return try Engine(requests[0]).run().findings }
    return try JointEngine(requests).run().joint
  }

  /// The commitments that no test saw pass, and those that none saw fail.
  var unseen: [(id: String, verdict: Verdict)] {
    [Verdict.pass, .fail].flatMap { verdict in
      ids.filter { seen[$0]?.contains(verdict) != true }.map { ($0, verdict) }
    }
  }

  /// What is to be told of the pack.
  var text: String {
    var lines = "\(name): \(tests) test(s), \(ids.count) commitment(s)\n"
    for miss in missed { lines += miss.text }
    for verdict in [Verdict.pass, .fail] {
      let names = unseen.filter { $0.verdict == verdict }.map(\.id)
      guard !names.isEmpty else { continue }
      lines += "  never seen to \(verdict.rawValue): \(names.joined(separator: ", "))\n"
    }
    return lines
  }
}
