public import Exact
public import HoldfastModel

/// Whether a claim is attested: a document that is there, unaltered, signed by the right role and in
/// date.
public struct EvidenceChecker: RowChecker {
  /// The checker.
  public init() {}

  /// What the checker says of itself.
  public var declaration: CheckerDeclaration {
    var result = CheckerDeclaration(
      keyword: "evidence",
      summary: "whether a claim is attested by a document that is there, unaltered, signed and in "
        + "date", keys: [.condition: .optional], unit: .rows, missingRules: [.unknown])
    result.keys[.per] = nil
    result.options = [
      CheckerOption(
        "claim", .required, .text, means: "the claim, as the institution's evidence.yaml names it"),
      CheckerOption("role", .optional, .text, means: "the role that has to have signed it"),
      CheckerOption(
        "max_age_months", .optional, .integer(1...1200),
        means: "how many months ago it may have been signed"),
    ]
    result.isWithoutDataset = true
    result.needsTexts = true
    result.rewrite = Self.overRegister
    return result
  }

  /// The commitment over the register of attestations.
  private static func overRegister(_ commitment: Commitment) -> Commitment {
    var result = commitment
    let span = commitment.span
    func text(_ words: String) -> ExpressionText { ExpressionText(words) { _ in span } }
    result.dataset = Located(EvidenceRegister.name, at: span)
    let own = commitment.among.map { " && (\($0.text))" } ?? ""
    result.among = text("claim == \(quoted(commitment.word("claim") ?? ""))\(own)")
    var conditions = commitment.condition.map { ["(\($0.text))"] } ?? []
    // A role that nobody has signed in is a failure, and no misspelling: it is compared as a text
    // and not as a value of the column.
    if let role = commitment.word("role") { conditions.append("role + \"\" == \(quoted(role))") }
    if let age = commitment.integer("max_age_months") { conditions.append("age_months <= \(age)") }
    result.condition = conditions.isEmpty ? nil : text(conditions.joined(separator: " && "))
    result.key = text("state")
    return result
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }

  /// Attestations of the claim by their state.
  public func plan(_ commitment: Commitment) -> Set<Aggregate> { [.sums(all: false), .keys] }

  /// How many are in order; one is enough.
  public func conclude(
    _ slice: Slice, _ context: CheckerContext
  ) throws(ExactError) -> Measurement {
    let slice = try slice.applying(context)
    let table = try KeyTable(slice)
    var result = try table.measurement(.rows, of: slice)
    let good = table.rows[TextKey(AttestationState.inOrder.rawValue)]
    let sure = good?.certainRows ?? 0
    result.countsRows = true
    result.hasCredits = false
    result.ownLine = TargetLine(.atLeast, [Rational(1)], text: "one in order")
    result.bounds = .init(Rational(sure), Rational(sure + (good?.openRows ?? 0)))
    let others = table.sorted.filter { $0.key.text != AttestationState.inOrder.rawValue }
    let states = others.map { key, rows in
      "\(rows.certainRows + rows.openRows) \(key.text.replacing("_", with: " "))"
    }
    let refused = try slice.total { $0.condition == .fails }.rows
    let wrong = refused > 0 ? ["\(refused) of another role, or too old"] : []
    if !(states + wrong).isEmpty {
      result.remarks.append("Not in order: \((states + wrong).joined(separator: ", ")).")
    }
    return result
  }
}
