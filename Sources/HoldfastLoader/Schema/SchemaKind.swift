public import HoldfastModel
public import JSONText

/// The files that people write and a JSON Schema describes, by the declarations that their readers
/// are held to.
public enum SchemaKind: String, Sendable, CaseIterable {
  case pack, institution, tests, evidence, parameters, corrections, project, plugin, waivers
  case responses, proposal

  /// Which file it describes, in a line.
  public var means: String {
    switch self {
    case .pack: "the promises of one source: pack.yaml"
    case .institution: "an organisation whose data is judged, and its files: institution.yaml"
    case .tests: "what a pack's commitments should come to: tests.yaml"
    case .evidence: "attestations that something exists: evidence.yaml"
    case .parameters: "what a pack leaves open: the file behind --parameters"
    case .project: "what a project takes where the command line does not say it: holdfast.yaml"
    case .plugin: "a checker outside the program: plugin.yaml"
    case .corrections: "a row of corrections.csv, every cell of it a text"
    case .waivers: "dated exceptions from commitments: waivers.yaml"
    case .responses: "what parties answer to findings: responses.yaml"
    case .proposal: "an award that is to be made: the file that holdfast gate judges"
    }
  }

  /// The name of the file that the schema is written to.
  public var fileName: String { "\(rawValue).schema.json" }

  /// The schema, by JSON Schema's draft 2020-12, for packs that may ask these checkers.
  public func schema(checkers: [CheckerDeclaration]) -> JSON {
    var writer = SchemaWriter()
    let body =
      switch self {
      case .pack: PackSchema(checkers: checkers).pack(&writer)
      case .institution: writer.object(.institution)
      case .tests: writer.object(.tests)
      case .evidence: writer.object(.evidence)
      case .parameters: writer.object(.parameters)
      case .project: writer.object(.project)
      case .plugin: writer.object(.plugin)
      case .corrections: Self.correction
      case .waivers: writer.object(.waivers)
      case .responses: writer.object(.responses)
      case .proposal: writer.object(.proposal)
      }
    let head: [(String, JSON)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("urn:holdfast:schema:\(rawValue):1")),
    ]
    let definitions = writer.definitions
    return .object(head + body + (definitions.isEmpty ? [] : [("$defs", .object(definitions))]))
  }

  /// A row with a value says all the rest.
  private static var correction: [(String, JSON)] {
    let columns = CorrectionColumn.allCases
    let wanted = columns.filter { $0 != .value }.map { column in
      (column.rawValue, JSON.object([("minLength", .integer(1))]))
    }
    let answered = JSON.object([("pattern", .text(Form.filled.pattern))])
    return [
      ("title", .text("correction")),
      ("description", .text("A cell that somebody sets right. Further columns are ignored.")),
      ("type", .text("object")),
      (
        "properties",
        .object(
          columns.map { column in
            let parts = [("description", JSON.text(column.means)), ("type", .text("string"))]
            return (column.rawValue, .object(parts))
          })
      ), ("required", .array(columns.map { .text($0.rawValue) })),
      ("additionalProperties", .object([("type", .text("string"))])),
      ("if", .object([("properties", .object([("value", answered)]))])),
      ("then", .object([("properties", .object(wanted))])),
    ]
  }
}
