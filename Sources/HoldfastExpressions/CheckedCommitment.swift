public import CEL
import Diagnostics
public import Exact
public import HoldfastModel

/// An expression of a commitment, checked and ready to run.
public struct CheckedPart: Sendable {
  /// The expression as written.
  public let source: ExpressionText
  /// What the checker knows of it.
  public let expression: CheckedExpression
  /// The program that evaluates it, row after row.
  public let program: Program
  /// What its names mean.
  let environment: Environment

  /// Its parts that read columns of one kind only; nil where it cannot be taken apart.
  public func leaves(where areOfOneKind: ([Int]) -> Bool) -> [Leaf]? {
    try? environment.leaves(of: expression, where: areOfOneKind)
  }
}

/// A text that a condition compares a column with.
public struct LiteralUse: Sendable, Hashable {
  /// The column's slot.
  public let slot: Int
  /// The text.
  public let literal: String

  /// Whether the bytes of the texts are the same.
  public static func == (left: LiteralUse, right: LiteralUse) -> Bool {
    left.slot == right.slot && TextKey(left.literal) == TextKey(right.literal)
  }

  /// Takes the slot and the bytes.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(slot)
    hasher.combine(TextKey(literal))
  }

  /// The order in which they are told. Texts that look alike have one as well: without it what a
  /// report says would change from run to run.
  func precedes(_ other: LiteralUse) -> Bool {
    (slot, TextKey(literal)) < (other.slot, TextKey(other.literal))
  }
}

/// A commitment whose expressions are checked against the rows that it will be run on. A class: it has
/// many parts, goes from hand to hand, and is never changed.
public final class CheckedCommitment: Sendable {
  /// The pack that it stands in.
  public let pack: Pack
  /// The commitment as written.
  public let commitment: Commitment
  /// What its expressions read.
  public let schema: RowSchema
  /// Whether a row belongs to the institution, as the dataset says.
  public let keep: CheckedPart?
  /// The denominator's condition.
  public let among: CheckedPart?
  /// The numerator's condition.
  public let condition: CheckedPart?
  /// The number to add up.
  public let measure: CheckedPart?
  /// What tells rows apart.
  public let key: CheckedPart?
  /// What a checker outside the program is sent of each row, by role.
  public let columns: [(role: String, part: CheckedPart)]
  /// The conditions of the named exclusions, in their order.
  public let leaveOut: [CheckedPart]
  /// Which awards a miss blocks at the gate, where not all; it reads an `AwardSchema`.
  public let blockWhen: CheckedPart?
  /// The slots that are read for a row, sorted.
  public let slots: [Int]
  /// The slot of the group's column.
  public let groupSlot: Int?
  /// The lines to reach, by the day from which they are in force.
  public let lines: [(from: CivilDate?, aim: Aim)]
  /// The lines that institutions reach together, likewise.
  public let jointLines: [(from: CivilDate?, aim: Aim)]
  /// The further line.
  public let stretch: Aim?
  /// The parts that it is made of, and its baseline, by name.
  public let components: [(name: String, commitment: CheckedCommitment)]
  /// Whether its own rows are counted; else it is made of its parts alone.
  public let isCounting: Bool
  /// Texts that conditions compare free-text columns with.
  public let literals: [LiteralUse]
  /// The areas that its expressions name, sorted.
  public let areas: [String]
  /// What those areas are, for the digest.
  let areaTexts: [String]
  /// The code of the measure's currency; nil where it is no money.
  public let currency: String?
  /// The definitions that its expressions use, by name.
  public let definitions: [String: String]

  init(
    pack: Pack, commitment: Commitment, schema: RowSchema, keep: CheckedPart?, among: CheckedPart?,
    condition: CheckedPart?, measure: CheckedPart?, key: CheckedPart?,
    columns: [(role: String, part: CheckedPart)], leaveOut: [CheckedPart], blockWhen: CheckedPart?,
    slots: [Int], groupSlot: Int?, lines: [(from: CivilDate?, aim: Aim)],
    jointLines: [(from: CivilDate?, aim: Aim)], stretch: Aim?,
    components: [(name: String, commitment: CheckedCommitment)], isCounting: Bool,
    literals: [LiteralUse], areas: [String], areaTexts: [String], currency: String?,
    definitions: [String: String]
  ) {
    self.pack = pack
    self.commitment = commitment
    self.schema = schema
    self.keep = keep
    self.among = among
    self.condition = condition
    self.measure = measure
    self.key = key
    self.columns = columns
    self.leaveOut = leaveOut
    self.blockWhen = blockWhen
    self.slots = slots
    self.groupSlot = groupSlot
    self.lines = lines
    self.jointLines = jointLines
    self.stretch = stretch
    self.components = components
    self.isCounting = isCounting
    self.literals = literals
    self.areas = areas
    self.areaTexts = areaTexts
    self.currency = currency
    self.definitions = definitions
  }

  /// Every part with its role.
  public var parts: [CheckedPart] {
    [keep, among, condition, measure, key].compactMap { $0 } + leaveOut + columns.map(\.part)
  }

  /// It and all that it is made of, as far as rows are counted for them.
  public var counted: [CheckedCommitment] {
    (isCounting ? [self] : []) + components.flatMap(\.commitment.counted)
  }

  /// The commitments whose measurements or verdicts it rests on, as `pack/id`.
  public var dependencies: [Located<String>] {
    let members = commitment.options.keys.sorted().flatMap { commitment.members($0).map(\.id) }
    let aims = lines.map(\.aim) + [stretch].compactMap { $0 }
    return (members + aims.flatMap(\.measurements)).map { name in
      Located(name.value.contains("/") ? name.value : "\(pack.id)/\(name.value)", at: name.span)
    }
  }
}
