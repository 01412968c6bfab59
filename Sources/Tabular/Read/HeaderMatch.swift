/// Compares declared headers with those of a file.
struct HeaderMatch {
  /// What was found for a column.
  enum Result: Equatable {
    case one(Int)
    case none
    /// More than one field.
    case several([Int])
    /// Fewer fields with a header than the column's number asks for.
    case tooFew(HeaderName, found: Int)
  }

  private let exact: [[UInt8]]
  private let folded: [[UInt8]]
  private let withSigns: [[UInt8]]
  /// Fields whose header is exactly as some column declares it.
  private let claimed: Set<Int>

  init(_ headers: [String], _ schema: [ColumnSchema]) {
    exact = headers.map { Array($0.utf8) }
    folded = headers.map(HeaderText.folded)
    withSigns = headers.map(HeaderText.foldedWithSigns)
    var declared: Set<[UInt8]> = []
    for case .headers(let names) in schema.map(\.origin) {
      declared.formUnion(names.map { Self.bytes($0) })
    }
    let exact = exact
    claimed = Set(exact.indices.filter { declared.contains(exact[$0]) })
  }

  /// The field of a column. A header exactly as declared goes before one that is equal but for
  /// letter case, blanks and signs: otherwise nobody could choose between `Amount` and
  /// `Amount (£)`.
  func field(of names: [HeaderName]) -> Result {
    var found: [Int] = []
    var short: Result?
    for matches in [exactly, nearly] where found.isEmpty {
      for name in names {
        let fields = matches(name)
        if let nth = name.nth {
          if fields.indices.contains(nth - 1) {
            found.append(fields[nth - 1])
          } else if !fields.isEmpty {
            short = short ?? .tooFew(name, found: fields.count)
          }
        } else {
          found += fields
        }
      }
    }
    let fields = Set(found).sorted()
    if fields.count > 1 { return .several(fields) }
    return fields.first.map { .one($0) } ?? short ?? .none
  }

  private func exactly(_ name: HeaderName) -> [Int] {
    let bytes = Self.bytes(name)
    return bytes.isEmpty ? [] : exact.indices.filter { exact[$0] == bytes }
  }

  /// Fields that differ in no letter or digit. One that differs in a sign with a meaning belongs
  /// to the column that declares it exactly, if one does.
  private func nearly(_ name: HeaderName) -> [Int] {
    let wanted = HeaderText.folded(name.text)
    let signs = HeaderText.foldedWithSigns(name.text)
    guard !wanted.isEmpty else { return [] }
    return folded.indices.filter {
      folded[$0] == wanted && (withSigns[$0] == signs || !claimed.contains($0))
    }
  }

  private static func bytes(_ name: HeaderName) -> [UInt8] {
    Array(Blanks.trimmed(name.text).utf8)
  }
}
