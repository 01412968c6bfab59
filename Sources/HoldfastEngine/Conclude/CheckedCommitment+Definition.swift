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
}
