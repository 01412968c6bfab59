import Crypto
import Exact
import HoldfastExpressions
import HoldfastModel

extension CheckedCommitment {
  /// A digest of all that has to be the same for its numbers of two runs to be held against each
  /// other: what can change them, the target as written, the time, what a miss does, and the terms
  /// that do not go on with the days.
  func termsDigest(_ definition: FindingDefinition, _ terms: [Term]) -> String {
    let promise = commitment
    let targets = promise.schedule.flatMap { step in
      [sealed(step.from?.description), step.target.text]
    }
    let baseline = promise.baseline.map { base in
      sealed([sealed(base.value.map { "\($0.number)" }), sealed(base.date?.description)])
    }
    let lasting = terms.filter { !$0.isOfDays }.flatMap { [$0.what, $0.value] }
    let text = sealed([
      definition.digest, sealed(targets), sealed(baseline), sealed(promise.period?.text),
      sealed(promise.due?.description), sealed(promise.per?.value),
      sealed(promise.groups.map(sealed)), promise.mayBeEmpty ? "may be empty" : "",
      promise.enforcement.check.rawValue, sealed(lasting),
    ])
    return "sha256:" + hexadecimal(SHA256.hash(data: Array(text.utf8)))
  }
}
