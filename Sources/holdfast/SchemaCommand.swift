public import ArgumentParser
import Diagnostics
import HoldfastCheckers
public import HoldfastLoader
import JSONText
import Tabular

/// `holdfast schema`
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print a JSON Schema of a file that people write, for editors.",
    discussion: """
      Without a kind, lists the kinds there are.

      Examples:
        holdfast schema pack
        holdfast schema --out schemas
      """)

  @Argument(help: "The kind of file.")
  var kind: SchemaKind?

  @Option(help: "A folder: write all of them there, each as KIND.schema.json.")
  var out: String?

  func validate() throws {
    guard kind != nil, out != nil else { return }
    throw ValidationError("--out writes the schemas of all kinds; name none beside it.")
  }

  func run() throws {
    do throws(Diagnostic) {
      if let kind {
        try Surroundings.writeOutput(kind.text)
      } else if let out {
        try write(to: out.withoutSlash)
      } else {
        try Surroundings.writeOutput(Self.list)
      }
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  private static var list: String {
    let width = SchemaKind.allCases.map(\.rawValue.count).max() ?? 0
    return SchemaKind.allCases.map { kind in
      let padding = String(repeating: " ", count: width - kind.rawValue.count)
      return "\(kind.rawValue)\(padding)  \(kind.means)\n"
    }.joined()
  }

  private func write(to folder: String) throws(Diagnostic) {
    try Files.makeFolder(folder)
    for kind in SchemaKind.allCases {
      try Files.write(Array(kind.text.utf8), to: "\(folder)/\(kind.fileName)")
    }
    let names = SchemaKind.allCases.map { "  \(folder)/\($0.fileName)\n" }
    try Surroundings.writeOutput("Written:\n" + names.joined())
  }
}

extension SchemaKind: ExpressibleByArgument {
  /// The schema as a file.
  fileprivate var text: String { schema(checkers: Checkers.declarations).document }
}
