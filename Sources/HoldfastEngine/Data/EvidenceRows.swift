import Crypto
import Diagnostics
public import Exact
public import HoldfastModel
import Tabular

/// Attestations with what became of them by a day: whether the document is there and the same, and
/// whether it is signed and in date.
public struct EvidenceRows {
  /// The largest document, in bytes.
  private static let limit = 1 << 30

  private let folder: String
  private let asOf: CivilDate

  /// For documents below a folder, as of a day.
  public init(folder: String, asOf: CivilDate) {
    self.folder = folder
    self.asOf = asOf
  }

  /// The rows of the dataset.
  public func csv(_ attestations: [Attestation]) -> String {
    // Only what was signed by then takes another's place.
    let replaced = Set(
      attestations.filter { isSignedByThen($0) }
        .compactMap { $0.supersedes.map { TextKey($0.value) } })
    let entries = attestations.map { item in
      (item, replaced.contains(TextKey(item.id.value)) ? .superseded : state(of: item))
    }
    return EvidenceRegister().csv(entries, asOf: asOf)
  }

  private func isSignedByThen(_ item: Attestation) -> Bool {
    item.isSigned && (item.signedOn.map { $0 <= asOf } ?? false)
  }

  private func state(of item: Attestation) -> AttestationState {
    guard let document = item.document else { return .noDocument }
    guard let digest = digest(of: document.value) else { return .missing }
    if digest != item.digest { return .altered }
    guard item.isSigned, let day = item.signedOn else { return .unsigned }
    if day > asOf { return .notYetSigned }
    if let last = item.validUntil, last < asOf { return .expired }
    return .inOrder
  }

  /// The digest of a document; nil where there is none below the folder that can be read.
  private func digest(of path: String) -> String? {
    guard let found = try? Files.expand(path, under: folder), found == [path],
      let bytes = try? Files.readAll("\(folder)/\(path)", shownAs: path, limit: Self.limit)
    else { return nil }
    return hexadecimal(SHA256.hash(data: bytes))
  }
}
