import ArgumentParser
import Diagnostics
import HoldfastEvidence
import HoldfastModel
import Tabular

/// `holdfast verify`
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check sealed evidence, or find edits, deletions and reorderings in a log.",
    discussion: """
      Of a bundle it says claim by claim what holds, what does not, and what was not checked. Without
      --data it takes the bundle alone; with it the data is judged again and everything is compared
      byte for byte. Get the public key by another way than the bundle.

      Of a log: whoever can write the file can write all of it anew, or take records away from its
      end. Keep the head of an earlier day elsewhere and name it with --head.

      Exit codes: 0 all that was checked holds, 1 something does not, 3 it cannot be read.

      Examples:
        holdfast verify 2025.bundle --public-key northgate.pub
        holdfast verify 2025.bundle --public-key northgate.pub --data northgate --log runs.log
        holdfast verify --log runs.log --head 3f2a...
      """)

  @Argument(help: "The bundle; leave it out to check a log alone.")
  var bundle: String?

  @Option(help: "The public key of whoever made the bundle, as holdfast keygen wrote it.")
  var publicKey: String?

  @Option(help: "The institution's folder with the data that the bundle was made from.")
  var data: String?

  @Option(help: "The bundle that this one says it stands in for.")
  var superseded: String?

  @OptionGroup var plugins: PluginChoice

  @Option(help: "The log.")
  var log: String?

  @Option(help: "The digest of a record that once was the last: it has to be there still.")
  var head: String?

  func validate() throws {
    if bundle == nil {
      guard log != nil else { throw ValidationError("Name a bundle, or a log with --log.") }
      guard publicKey == nil, data == nil, superseded == nil else {
        throw ValidationError(
          "--public-key, --data and --superseded are for a bundle: name it first.")
      }
    } else if publicKey == nil {
      throw ValidationError(
        "Name the public key of whoever made the bundle: --public-key FILE. Without it anybody could "
          + "have made it.")
    }
    guard let head else { return }
    guard log != nil else { throw ValidationError("--head is for a log: name it with --log.") }
    guard head.utf8.count == 64, head.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
      throw ValidationError("--head takes the 64 digits that holdfast verify printed as head.")
    }
  }

  func run() throws {
    var isWhole = false
    do throws(DiagnosticList) {
      if let bundle { isWhole = try verify(bundle) } else { isWhole = try verifyLog() }
    } catch {
      complain(error.items)
      throw ExitCode.notEvaluated
    }
    if !isWhole { throw ExitCode(1) }
  }

  // MARK: A log

  private func verifyLog() throws(DiagnosticList) -> Bool {
    do throws(Diagnostic) {
      let path = log ?? ""
      let check = try LogCheck(path)
      let pinned = head.flatMap { check.problem(pinned: $0, path) }
      let problems = check.problems + [pinned].compactMap { $0 }
      complain(problems)
      let count = check.records.count == 1 ? "1 record" : "\(check.records.count) records"
      try Surroundings.writeOutput(
        problems.isEmpty
          ? "Whole: \(count), head \(check.head)\n"
          : "Not whole: \(count) in order before that, the last \(check.head)\n")
      return problems.isEmpty
    } catch { throw DiagnosticList([error]) }
  }

  // MARK: A bundle

  private func verify(_ path: String) throws(DiagnosticList) -> Bool {
    let claims: [BundleClaim]
    do throws(Diagnostic) {
      let key = try Inputs.verifyingKey(publicKey ?? "")
      let opened = Bundle.opened(try Inputs.bundle(path), by: key)
      let more = try opened.bundle.map { bundle throws(Diagnostic) in try further(bundle) } ?? []
      claims = opened.claims + more
      try say(claims, opened.bundle)
    } catch { throw DiagnosticList([error]) }
    return !claims.contains { $0.state == .fails }
  }

  private func further(_ bundle: Bundle) throws(Diagnostic) -> [BundleClaim] {
    let counted: [BundleClaim]
    do throws(DiagnosticList) { counted = try judgedAgain(bundle) } catch { throw error.items[0] }
    return try counted + replaced(bundle) + logged(bundle)
  }

  /// What tallies and data come to, where they are at hand.
  private func judgedAgain(_ bundle: Bundle) throws(DiagnosticList) -> [BundleClaim] {
    let verifier = try BundleVerifier(bundle, plugins.loaded())
    defer { verifier.remove() }
    let sums = verifier.claimsOfTallies()
    guard let data else {
      return sums + [
        .init(
          .unchecked,
          "That the tallies follow from the data: name the institution's folder with --data")
      ]
    }
    let followed = verifier.claims(ofDataIn: data.withoutSlash)
    // What takes more than tallies is borne out by a report that follows from the data.
    let isWhole = followed.allSatisfy { $0.state == .holds }
    return sums.filter { !isWhole || $0.state != .unchecked } + followed
  }

  private func replaced(_ bundle: Bundle) throws(Diagnostic) -> [BundleClaim] {
    guard let digest = bundle.manifest.supersedes else {
      return superseded == nil
        ? [] : [.init(.fails, "The bundle does not say that it stands in for another")]
    }
    guard let superseded else {
      return [
        .init(
          .unchecked, "It stands in for the bundle \(digest): name that one with --superseded")
      ]
    }
    let bytes = try Inputs.bundle(superseded)
    let isSame = ByteDigest.sha256(bytes) == digest
    let other = Bundle.manifest(of: bytes)?.institution
    guard !isSame || other.map(TextKey.init) == TextKey(bundle.manifest.institution) else {
      return [.init(.fails, "'\(superseded)' is no bundle of this institution")]
    }
    return [
      isSame
        ? .init(.holds, "It stands in for '\(superseded)'")
        : .init(.fails, "It stands in for the bundle \(digest), and '\(superseded)' is another")
    ]
  }

  private func logged(_ bundle: Bundle) throws(Diagnostic) -> [BundleClaim] {
    guard let log else {
      guard bundle.manifest.log != nil else { return [] }
      return [.init(.unchecked, "That the log goes on from this bundle: name it with --log")]
    }
    let check = try LogCheck(log)
    if let problem = check.problems.first {
      return [.init(.fails, "The log is not whole: \(problem.message)")]
    }
    if let problem = head.flatMap({ check.problem(pinned: $0, log) }) {
      return [.init(.fails, "The log is not whole: \(problem.message)")]
    }
    return [bundle.claim(of: check.records)]
  }

  private func say(_ claims: [BundleClaim], _ bundle: Bundle?) throws(Diagnostic) {
    var text = ""
    if let manifest = bundle?.manifest {
      let head = "\(manifest.institution), as of \(manifest.asOf), by Holdfast \(manifest.version)"
      text += Diagnostic.printable(head) + "\n"
      if manifest.version != Holdfast.version {
        text += "This is Holdfast \(Holdfast.version): another version may judge otherwise.\n"
      }
      text += "\n"
    }
    for claim in claims {
      let word =
        switch claim.state {
        case .holds: "holds       "
        case .fails: "FAILS       "
        case .unchecked: "not checked "
        }
      // What a bundle says of itself may hold anything, other lines too.
      text += "\(word) \(Diagnostic.printable(claim.text, limit: 4000))\n"
    }
    let fails = claims.count { $0.state == .fails }
    let open = claims.count { $0.state == .unchecked }
    text +=
      "\nResult: "
      + (fails > 0 ? "DOES NOT HOLD" : open > 0 ? "HOLDS, as far as it was checked" : "HOLDS")
      + "\n"
    try Surroundings.writeOutput(text)
  }
}
