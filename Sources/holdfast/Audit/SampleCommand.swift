import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastEvidence
import HoldfastModel
import HoldfastReports
import Tabular

/// `holdfast sample`
struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Draw rows behind a sealed report, to trace them to invoices.",
    discussion: """
      The heavier a row, the likelier it is drawn; nobody chooses. What is drawn follows from the digest
      of the bundle and from --seed, so that whoever has the bundle and the data draws the same rows. The data has to be
      that of the bundle.

      Examples:
        holdfast sample 2025.bundle --public-key northgate.pub --data northgate --commitment CLE-1
        holdfast sample 2025.bundle --public-key northgate.pub --data northgate --commitment CLE-1 \
      --n 60 --csv trace.csv
      """)

  @Argument(help: "The bundle.")
  var bundle: String

  @Option(help: "The public key of whoever made the bundle.")
  var publicKey: String

  @Option(help: "The institution's folder with the data that the bundle was made from.")
  var data: String

  @Option(help: "The commitment whose rows are drawn, as CLE-1 or cleveland/CLE-1.")
  var commitment: String

  @Option(name: .customLong("n"), help: "How many rows are drawn.")
  var count = 25

  @Option(
    help: """
      A word of your own, which decides with the bundle what is drawn: whoever sealed the bundle could \
      seal it again until a draw suited, but not against a word that nobody knew.
      """)
  var seed = ""

  @Option(help: "Write the rows as CSV to this file, with columns to fill in.")
  var csv: String?

  @OptionGroup var plugins: PluginChoice

  func validate() throws {
    guard (1...100_000).contains(count) else {
      throw ValidationError("--n takes a number from 1 to 100,000.")
    }
  }

  func run() throws {
    do throws(DiagnosticList) { try draw() } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
  }

  private func draw() throws(DiagnosticList) {
    let opened: Bundle
    do throws(Diagnostic) { opened = try trusted() } catch { throw DiagnosticList([error]) }
    let verifier = try BundleVerifier(opened, plugins.loaded())
    defer { verifier.remove() }
    let sample = try verifier.sample(
      of: commitment, count: count, seed: seed, dataIn: data.withoutSlash)
    let text = SampleText(sample)
    do throws(Diagnostic) {
      if let csv {
        let inputs = opened.manifest.inputs.map { "\(data.withoutSlash)/\($0.path)" }
        try OutputGuard(inputs: inputs + [bundle, publicKey]).check([csv])
        try Files.write(Array(text.csv.utf8), to: csv)
      }
      try Surroundings.writeOutput(text.text)
    } catch { throw DiagnosticList([error]) }
  }

  /// The bundle, whose signature and digests hold.
  private func trusted() throws(Diagnostic) -> Bundle {
    let key = try Inputs.verifyingKey(publicKey)
    let (opened, claims) = Bundle.opened(try Inputs.bundle(bundle), by: key)
    guard let opened, !claims.contains(where: { $0.state == .fails }) else {
      throw Diagnostic(
        .error, claims.last { $0.state == .fails }?.text ?? "the bundle does not hold",
        at: .file(bundle), help: "holdfast verify says claim by claim what holds")
    }
    return opened
  }
}
