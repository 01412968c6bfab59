package import JSONText

/// What a signer says of some files: an in-toto Statement, version 1.
package struct Statement {
  /// Something with a name and a SHA-256 digest.
  struct Resource: Equatable {
    var name: String
    var digest: String

    var json: JSON {
      .object([("name", .text(name)), ("digest", .object([("sha256", .text(digest))]))])
    }
  }

  static let payloadType = "application/vnd.in-toto+json"
  static let testResult = "https://in-toto.io/attestation/test-result/v0.1"
  private static let type = "https://in-toto.io/Statement/v1"

  let subjects: [Resource]
  let predicateType: String
  let predicate: String

  /// A statement about files; `predicate` is what is said of them.
  init(_ subjects: [Resource], predicate: JSON) {
    self.subjects = subjects
    predicateType = Self.testResult
    self.predicate = predicate.compactText
  }

  var bytes: [UInt8] {
    let head = JSON.object([
      ("_type", .text(Self.type)), ("subject", .array(subjects.map(\.json))),
      ("predicateType", .text(predicateType)),
    ]).compactText
    return Array("\(head.dropLast()),\"predicate\":\(predicate)}\n".utf8)
  }

  /// Reads a statement about named files; nil where the bytes are none.
  init?(_ bytes: [UInt8]) {
    guard let json = try? JSONValue(parsing: bytes), Self.isStatement(json),
      let items = json["subject"]?.items, let type = json["predicateType"]?.text,
      let predicate = json["predicate"]
    else { return nil }
    let subjects = items.compactMap { item in
      item["name"]?.text.flatMap { name in
        item["digest"]?["sha256"]?.text.map { Resource(name: name, digest: $0) }
      }
    }
    guard subjects.count == items.count else { return nil }
    (self.subjects, predicateType, self.predicate) = (subjects, type, predicate.compactText)
  }

  /// Whether a value is a Statement, as the specification says, of whatever predicate.
  package static func isStatement(_ json: JSONValue) -> Bool {
    guard json["_type"]?.text == type, let subjects = json["subject"]?.items, !subjects.isEmpty,
      let predicate = json["predicateType"]?.text, !predicate.isEmpty
    else { return false }
    return subjects.allSatisfy { isResource($0) && $0["digest"]?.members?.isEmpty == false }
  }

  /// Whether a value describes a resource: by a name, an address or digests, each of them a text.
  package static func isResource(_ json: JSONValue) -> Bool {
    let names = ["name", "uri"].compactMap { json[$0]?.text }.filter { !$0.isEmpty }
    let digests = json["digest"]?.members ?? []
    let isWhole = digests.allSatisfy { member in
      let digits = member.value.text ?? ""
      let length = ["sha256": 64, "sha1": 40, "gitCommit": 40][member.key] ?? digits.utf8.count
      let isHex = digits.allSatisfy { $0.isHexDigit && $0.isASCII }
      return !digits.isEmpty
        && (["sha256", "sha1", "gitCommit"].contains(member.key)
          ? isHex && digits.utf8.count == length : true)
    }
    return (!names.isEmpty || !digests.isEmpty) && isWhole
  }
}
