public import Diagnostics
public import HoldfastModel
import YAMLSource

/// Reads what parties answer to findings, from a file `responses.yaml`.
public struct ResponsesLoader {
  /// The file, below the data folder.
  public static let file = "responses.yaml"

  private let packs: [Pack]?

  /// A loader for runs of some packs; nil where these could not all be read, so that the names of
  /// commitments are not held against them.
  public init(packs: [Pack]?) { self.packs = packs }

  /// Reads the responses and reports every mistake in them.
  public func load(_ source: SourceText) -> Loaded<[Response]> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .responses, "the file of responses", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let items = fields.list("responses", "the response")
      fields.finish()
      let responses = items.compactMap { response($0, problems) }
      return Loaded(value: responses, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func response(_ root: Fields, _ problems: Problems) -> Response? {
    var fields = root
    let name = FindingNameReader(packs: packs, problems: problems).name(&fields)
    let party = fields.text("party")
    let by = fields.text("by")
    let day = fields.date("answered")
    let says = fields.text("says")
    let document = fields.text("document")
    fields.finish()
    guard let name, let party, let day, let says else { return nil }
    var response = Response(name: name, party: party.value, on: day, says: says.value)
    (response.by, response.document) = (by?.value, document?.value)
    return response
  }
}
