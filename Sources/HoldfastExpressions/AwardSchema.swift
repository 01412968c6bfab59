public import CEL
public import Exact
public import HoldfastModel

/// What `block_when:` can read: an award, and the parameters of the pack.
public struct AwardSchema: Activation {
  private static let names = (stage: "proposal.stage", value: "proposal.value")

  private let stage: Proposal.Stage
  private let value: Decimal
  private let slots: [RowSchema.Slot]

  /// An award before a commitment of a pack. `value` is what its supplier was awarded in twelve
  /// months, this award included, so that an award in parts is worth no less than in one.
  public init(stage: Proposal.Stage, value: Decimal, pack: Pack) {
    self.stage = stage
    self.value = value
    slots = RowSchema(awards: pack).slots
  }

  /// The value of a name.
  public func value(of slot: Int) -> Value {
    switch slots[slot].name {
    case Self.names.stage: .string(stage.rawValue)
    case Self.names.value: .decimal(value)
    default:
      if case .parameter(let value) = slots[slot].source { value } else { .failure("unknown name") }
    }
  }

  /// The names of an award itself, with their types.
  fileprivate static let columns: [(name: String, type: ColumnType)] = [
    (names.stage, .choice), (names.value, .decimal),
  ]
}

extension RowSchema {
  /// What an award offers to a pack.
  init(awards pack: Pack) {
    let columns = AwardSchema.columns.map { name, type in
      Column(name: name, type: type, span: pack.span)
    }
    self.init(columns, pack)
  }
}
