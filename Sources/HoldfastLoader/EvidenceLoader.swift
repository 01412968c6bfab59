public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// Reads an institution's attestations, from a file `evidence.yaml`.
public struct EvidenceLoader {
  /// A loader.
  public init() {}

  /// Reads the attestations and reports every mistake in them.
  public func load(_ source: SourceText) -> Loaded<[Attestation]> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .evidence, "the file of evidence", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      let items = fields.list("evidence", "the attestation")
      fields.finish()
      let entries = items.compactMap { attestation($0, problems) }
      check(entries, problems)
      return Loaded(value: entries, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }

  private func attestation(_ root: Fields, _ problems: Problems) -> Attestation? {
    var fields = root
    let id = fields.text("id")
    let claim = fields.text("claim")
    guard let id else { return nil }
    fields = fields.renamed("attestation \(id.value)")
    var result = Attestation(id: id, claim: claim?.value ?? "")
    result.document = fields.text("document")
    let digest = fields.text("sha256")
    result.issuer = fields.text("issuer")?.value
    result.isSigned = fields.text("signed_by") != nil
    result.role = fields.text("role")?.value
    result.signedOn = fields.date("signed_on")
    result.validUntil = fields.date("valid_until")
    result.signature = fields.word("signature")
    result.supersedes = fields.text("supersedes")
    fields.finish()
    if let digest {
      result.digest = digest.value.lowercased()
      if digest.value.utf8.count != 64 || !digest.value.utf8.allSatisfy(Self.isDigit) {
        problems.add(
          "'\(digest.value)' is no SHA-256 digest", at: digest.span,
          help: "write the 64 digits that sha256sum prints for the document")
      }
    } else if let document = result.document {
      problems.add(
        "the document has no digest, so nobody would see that it was altered", at: document.span,
        help: "add sha256: with the 64 digits that sha256sum prints for it")
    }
    return claim == nil ? nil : result
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private func check(_ entries: [Attestation], _ problems: Problems) {
    var seen: Set<TextKey> = []
    for entry in entries where !seen.insert(TextKey(entry.id.value)).inserted {
      problems.add("the attestation '\(entry.id.value)' stands twice", at: entry.id.span)
    }
    for entry in entries {
      guard let other = entry.supersedes else { continue }
      if other.value == entry.id.value {
        problems.add("'\(other.value)' supersedes itself", at: other.span)
      } else if !seen.contains(TextKey(other.value)) {
        problems.add(
          "there is no attestation '\(other.value)'", at: other.span,
          help: Nearest.hint(for: other.value, in: entries.map(\.id.value)))
      }
    }
  }
}
