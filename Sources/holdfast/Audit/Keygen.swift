import ArgumentParser
import Diagnostics
import HoldfastEvidence
import Tabular

/// `holdfast keygen`
struct Keygen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keygen",
    abstract: "Make a pair of keys to sign evidence with.",
    discussion: """
      NAME.key is private: only you may read it, and it is never printed. NAME.pub is for everybody:
      hand it to auditors by a way of its own, not with the evidence.

      Examples:
        holdfast keygen northgate
      """)

  @Argument(help: "The name of the two files, without .key and .pub.")
  var name: String

  func run() throws {
    do throws(Diagnostic) {
      for path in ["\(name).key", "\(name).pub"] where Files.exists(path) {
        throw Diagnostic(
          .error, "there is such a file already, and keys are never replaced", at: .file(path),
          help: "choose another name")
      }
      let key = SigningKey()
      try Files.write(Array(key.pem.utf8), to: "\(name).key", isPrivate: true)
      try Files.write(Array(key.verifyingKey.pem.utf8), to: "\(name).pub")
      try Surroundings.writeOutput(
        "\(name).key: keep it, and let nobody read it\n\(name).pub: key \(key.verifyingKey.id)\n")
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }
}

extension Inputs {
  /// The private key of a file that nobody but its owner may read.
  static func signingKey(_ path: String) throws(Diagnostic) -> SigningKey {
    let source = try source(path)
    guard !Files.isOpenToOthers(path) else {
      throw Diagnostic(
        .error, "others than you may read this private key, so it proves nothing", at: .file(path),
        help:
          "chmod 600 \(path), or make a new pair with holdfast keygen if somebody may have seen it")
    }
    return try SigningKey(pem: String(decoding: source.utf8, as: UTF8.self), file: path)
  }

  /// The public key of a file.
  static func verifyingKey(_ path: String) throws(Diagnostic) -> VerifyingKey {
    try VerifyingKey(pem: String(decoding: try source(path).utf8, as: UTF8.self), file: path)
  }
}
