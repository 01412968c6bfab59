import Crypto
import HoldfastExpressions
import HoldfastModel

extension CheckedCommitment {
  /// The promise in full, with a digest of all that can change its numbers.
  var definition: FindingDefinition {
    var result = FindingDefinition(
      condition: commitment.condition?.text, among: commitment.among?.text,
      measure: commitment.measure?.text, definitions: definitions,
      digest: "sha256:" + hexadecimal(SHA256.hash(data: Array(canonicalText.utf8))))
    result.claim = commitment.word("claim")
    return result
  }

  /// The same, with what its rows were looked up in.
  func definition(over dataset: Dataset, of institution: Institution) -> FindingDefinition {
    var result = definition
    var lookups: Set<String> = []
    for slot in slots.map({ schema.slots[$0] }) {
      if case .reference(let place, _) = slot.source {
        lookups.insert(dataset.references[place].dataset.value)
      }
      if let rates = slot.column?.exchange?.rates { lookups.insert(rates.value) }
    }
    for area in institution.areas where areas.contains(area.name) {
      if case .lookup(let name, _) = area.extent { lookups.insert(name) }
    }
    result.lookups = lookups.sorted()
    return result
  }
}
