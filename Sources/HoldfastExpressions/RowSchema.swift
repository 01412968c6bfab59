public import CEL
import Diagnostics
import Exact
public import HoldfastModel

/// What expressions over the rows of a dataset can read, slot by slot.
public struct RowSchema: Sendable {
  /// Where the value of a slot comes from.
  public enum Source: Sendable {
    /// The row's own column.
    case column(Int)
    /// A column of the row that a reference leads to.
    case reference(Int, column: Int)
    /// A parameter of the pack.
    case parameter(CEL.Value)
  }

  /// A readable name.
  public struct Slot: Sendable {
    /// The name in expressions: `amount`, `supplier.postcode`, `params.home`.
    public let name: String
    /// Where its value comes from.
    public let source: Source
    /// The column behind it; nil for parameters.
    public let column: Column?
    let type: CELType
    /// The column that leads to the row it stands in.
    var by: String?
  }

  /// The dataset.
  public let dataset: String
  /// The date columns that say when its rows hold: one, or the ends of an interval.
  public let dates: [String]
  /// How files with settings of their own are read, in one text each.
  let readings: [String]
  /// The slots; their places are the slots of programs.
  public let slots: [Slot]

  /// What the rows of an institution's dataset offer to a pack.
  public init(dataset: Dataset, institution: Institution, pack: Pack) {
    self.dataset = dataset.name
    dates =
      [dataset.periodBy, dataset.interval?.from, dataset.interval?.to].compactMap { $0?.value }
    let tables =
      [dataset] + dataset.references.compactMap { institution.dataset($0.dataset.value) }
    readings = tables.flatMap(\.files).filter { !$0.isPlain }.map(\.canonicalText)
    var slots = dataset.columns.enumerated().map { index, column in
      Slot(
        name: column.name, source: .column(index), column: column.withTokens(of: dataset),
        type: column.type.cel)
    }
    for (place, reference) in dataset.references.enumerated() {
      guard let target = institution.dataset(reference.dataset.value) else { continue }
      slots += target.columns.enumerated().map { index, column in
        Slot(
          name: "\(reference.name).\(column.name)", source: .reference(place, column: index),
          column: column.withTokens(of: target), type: column.type.cel, by: reference.by.value)
      }
    }
    self.slots = slots + Self.parameters(pack)
  }

  /// What a pack asks the rows of a dataset to offer, where no institution is known.
  public init(dataset: String, needs pack: Pack) {
    self.dataset = dataset
    dates = []
    readings = []
    slots =
      pack.needs.filter { $0.dataset == dataset }.enumerated().map { index, need in
        let column = Column(name: need.column, type: need.type, span: need.span)
        return Slot(
          name: need.column, source: .column(index), column: column, type: need.type.cel)
      } + Self.parameters(pack)
  }

  /// What some columns and a pack's parameters offer.
  init(_ columns: [Column], _ pack: Pack) {
    dataset = ""
    dates = []
    readings = []
    slots =
      columns.enumerated().map { index, column in
        Slot(
          name: column.name, source: .column(index), column: column, type: column.type.cel)
      } + Self.parameters(pack)
  }

  private static func parameters(_ pack: Pack) -> [Slot] {
    pack.parameters.map { parameter in
      Slot(
        name: "params.\(parameter.name)", source: .parameter(parameter.cel), column: nil,
        type: parameter.kind.cel)
    }
  }

  /// The slots as declarations for an environment.
  public var variables: [Variable] { slots.map { Variable($0.name, $0.type) } }

  /// The place of a name.
  public func slot(_ name: String) -> Int? { slots.firstIndex { $0.name == name } }
}

extension Column {
  /// The column with all cells that say nothing, those of its dataset included.
  fileprivate func withTokens(of dataset: Dataset) -> Column {
    var copy = self
    copy.isPersonal = isPersonal || dataset.isPersonal
    copy.unknownTokens = Set(dataset.unknownTokens + unknownTokens).sorted()
    copy.unknownPatterns = Set(dataset.unknownPatterns + unknownPatterns).sorted()
    copy.redacted = redacted.adding(dataset.redacted)
    return copy
  }
}

extension ColumnType {
  var cel: CELType {
    switch self {
    case .text, .choice, .postcode, .companyNumber: .string
    case .bool: .bool
    case .integer: .int
    case .decimal, .percent: .decimal
    case .date: .date
    case .timestamp: .timestamp
    }
  }
}

extension Parameter.Kind {
  var cel: CELType {
    switch self {
    case .percent, .decimal: .decimal
    case .integer: .int
    case .text, .area: .string
    case .date: .date
    case .bool: .bool
    }
  }
}

extension Parameter {
  /// The value for expressions; an error where nobody gave one.
  var cel: CEL.Value {
    switch value {
    case .decimal(let value): .decimal(value)
    case .integer(let value): .int(value)
    case .text(let value): .string(value)
    case .date(let value): .date(value)
    case .bool(let value): .bool(value)
    case nil: .failure("parameter '\(name)' has no value")
    }
  }
}
