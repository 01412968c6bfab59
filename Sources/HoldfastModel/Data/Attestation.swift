public import Diagnostics
public import Exact

/// Evidence that something exists: a document, with who stands behind it.
public struct Attestation: Sendable {
  /// How it was signed.
  public enum Signature: String, Sendable, CaseIterable {
    /// Somebody wrote the name down.
    case typed
    /// Somebody checked the signature.
    case verified
  }

  /// Its name, unique in the file.
  public var id: Located<String>
  /// What it is evidence of: commitments ask for it by this name.
  public var claim: String
  /// The path of the document below the data folder.
  public var document: Located<String>?
  /// The document's SHA-256 digest, in hexadecimal digits.
  public var digest: String?
  /// Who issued it.
  public var issuer: String?
  /// The role of who signed it.
  public var role: String?
  /// Whether it says who signed it.
  public var isSigned = false
  /// When it was signed.
  public var signedOn: CivilDate?
  /// The last day on which it holds; nil holds until further notice.
  public var validUntil: CivilDate?
  /// How it was signed.
  public var signature: Signature?
  /// The attestation that it takes the place of.
  public var supersedes: Located<String>?

  /// An attestation of a claim.
  public init(id: Located<String>, claim: String) {
    self.id = id
    self.claim = claim
  }
}

/// What became of an attestation by the day of a run: each a failure of its own but the first.
public enum AttestationState: String, Sendable, CaseIterable {
  /// The document is there, unaltered, signed and in date.
  case inOrder = "in_order"
  /// It names no document.
  case noDocument = "no_document"
  /// The document is not where it should be.
  case missing
  /// The document is another than the one whose digest is written down.
  case altered
  /// Nobody signed it.
  case unsigned
  /// It was signed after the day of the run.
  case notYetSigned = "not_yet_signed"
  /// Its last day has passed.
  case expired
  /// Another took its place.
  case superseded
}

/// The attestations of an institution as a dataset: `of: evidence`.
public struct EvidenceRegister: Sendable {
  /// The dataset's name.
  public static let name = "evidence"
  /// The file, below the data folder.
  public static let file = "evidence.yaml"

  /// A register.
  public init() {}

  /// Whether a commitment of some packs asks for it.
  public func isWanted(by packs: [Pack]) -> Bool {
    packs.contains { pack in
      pack.commitments.contains { commitment in
        commitment.dataset.value == Self.name
          || commitment.parts.values.contains { $0.dataset.value == Self.name }
      }
    }
  }

  private static let columns: KeyValuePairs<String, ColumnType> = [
    "id": .text, "claim": .text, "document": .text, "issuer": .text, "role": .text,
    "signed_on": .date, "valid_until": .date, "signature": .choice, "state": .choice,
    "age_months": .integer,
  ]

  /// The dataset.
  public func dataset(at span: SourceSpan) -> Dataset {
    var result = Dataset(name: Self.name, span: span)
    result.columns = Self.columns.map { name, type in
      var column = Column(name: name, type: type, span: span)
      let words: [String] =
        switch name {
        case "signature": Attestation.Signature.allCases.map(\.rawValue)
        case "state": AttestationState.allCases.map(\.rawValue)
        default: []
        }
      column.values = Dictionary(uniqueKeysWithValues: words.map { (TextKey($0), .text($0)) })
      return column
    }
    result.mayBeEmpty = true
    result.key = [Located("id", at: span)]
    result.show = result.key
    return result
  }

  /// What a pack needs of it, for packs that are read without an institution.
  public func needs(at span: SourceSpan) -> [Need] {
    dataset(at: span).columns.map { column in
      Need(
        dataset: Self.name, column: column.name, type: column.type, bases: [], means: nil,
        span: span)
    }
  }

  /// Attestations with what became of them, as rows of the dataset on a day.
  public func csv(
    _ entries: [(attestation: Attestation, state: AttestationState)], asOf: CivilDate
  ) -> String {
    var text = Self.line(Self.columns.map(\.key))
    for (item, state) in entries {
      let age = item.signedOn.flatMap { Self.months(from: $0, to: asOf) }
      text += Self.line([
        item.id.value, item.claim, item.document?.value ?? "", item.issuer ?? "", item.role ?? "",
        item.signedOn?.description ?? "", item.validUntil?.description ?? "",
        item.signature?.rawValue ?? "", state.rawValue, age.map { String($0) } ?? "",
      ])
    }
    return text
  }

  /// The whole months between two days; nil where the second is the earlier.
  private static func months(from start: CivilDate, to end: CivilDate) -> Int? {
    guard start <= end else { return nil }
    let (from, to) = (start.components, end.components)
    let months = (Int(to.year) - Int(from.year)) * 12 + Int(to.month) - Int(from.month)
    return to.day < from.day ? months - 1 : months
  }

  private static func line(_ cells: [String]) -> String {
    cells.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
  }
}
