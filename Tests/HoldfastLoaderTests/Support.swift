import Diagnostics
import Exact
import HoldfastLoader
import HoldfastModel
import Testing

/// Checkers with every kind of unit and want that commitments are held against.
let checkers = [
  CheckerDeclaration(
    keyword: "share", summary: "a part of a whole",
    keys: [.measure: .optional, .condition: .required, .target: .required, .missing: .optional],
    unit: .share),
  CheckerDeclaration(
    keyword: "total", summary: "what is selected, summed",
    keys: [.measure: .required, .condition: .optional, .target: .required, .missing: .optional],
    unit: .measure),
  CheckerDeclaration(
    keyword: "count", summary: "how many rows there are",
    keys: [.condition: .optional, .target: .required], unit: .rows),
  CheckerDeclaration(
    keyword: "every", summary: "whether all rows hold",
    keys: [.condition: .required, .missing: .optional],
    unit: .rows, missingRules: [.unknown, .exclude]),
]

func loadPack(_ text: String) -> Loaded<Pack> {
  PackLoader(checkers: CheckerBook(checkers)).load(SourceText(name: "pack.yaml", text: text))
}

/// The pack of a text that has no mistake in it.
func pack(_ text: String, at place: Testing.SourceLocation = #_sourceLocation) throws -> Pack {
  let loaded = loadPack(text)
  #expect(loaded.diagnostics.isEmpty, "\(messages(loaded.diagnostics))", sourceLocation: place)
  return try #require(loaded.value, sourceLocation: place)
}

func loadInstitution(_ text: String) -> Loaded<Institution> {
  InstitutionLoader().load(SourceText(name: "institution.yaml", text: text))
}

/// All messages as a person sees them.
func messages(_ diagnostics: [Diagnostic]) -> String { DiagnosticList(diagnostics).rendered() }

func day(_ text: String) -> CivilDate? { CivilDate(text) }

/// What stands in the file where a span points.
func slice(_ span: SourceSpan) -> String {
  String(decoding: span.source.utf8[span.range], as: UTF8.self)
}
