public import Diagnostics
public import Exact

/// An award that somebody wants to make: the rows that it would add, in one or several alternatives.
public struct Proposal: Sendable {
  /// How far the award has come.
  public enum Stage: String, Sendable, CaseIterable {
    /// Nothing was asked of the market yet.
    case planning
    /// Bids are in.
    case tender
    /// One bid is to be accepted.
    case award
  }

  /// What the award is added to.
  public enum Base: String, Sendable, CaseIterable {
    /// The period of each commitment.
    case period
    /// The last twelve complete months, in place of years.
    case last12Months = "last_12_months"
    /// The running year to its end, with the rows that the data already has for days to come: orders,
    /// instalments, a budget.
    case forecast
  }

  /// Its name.
  public var id: String
  /// What it is about.
  public var title: String?
  /// How far it has come.
  public var stage: Stage
  /// What it is worth over all of its years, where all alternatives are worth the same.
  public var value: Decimal?
  /// What it is added to.
  public var base: Base
  /// Rows of the base that would fall away.
  public var replaces: [ProposedRow]
  /// The alternatives, in the order of the file; at least one.
  public var alternatives: [Alternative]

  /// A proposal of some alternatives.
  public init(
    id: String, title: String? = nil, stage: Stage, value: Decimal? = nil, base: Base = .period,
    replaces: [ProposedRow] = [], alternatives: [Alternative]
  ) {
    self.id = id
    self.title = title
    self.stage = stage
    self.value = value
    self.base = base
    self.replaces = replaces
    self.alternatives = alternatives
  }

  /// One way to make the award.
  public struct Alternative: Sendable {
    /// Its name within the proposal.
    public var id: String
    /// What it is.
    public var title: String?
    /// What it is worth over all of its years.
    public var value: Decimal?
    /// Who would get it.
    public var supplier: String?
    /// Rows of referred datasets that are not there yet, such as new suppliers.
    public var new: [ProposedRow]
    /// What it is made of. They are judged together: a split award is one award.
    public var lots: [Lot]
    /// Where it is written.
    public var place: Diagnostic.Place

    /// An alternative.
    public init(
      id: String, title: String? = nil, value: Decimal? = nil, supplier: String? = nil,
      new: [ProposedRow] = [], lots: [Lot], place: Diagnostic.Place
    ) {
      self.id = id
      self.title = title
      self.value = value
      self.supplier = supplier
      self.new = new
      self.lots = lots
      self.place = place
    }
  }

  /// A part of an award.
  public struct Lot: Sendable {
    /// Its name, where it has one.
    public var id: String?
    /// The year of the award that its rows fall in, from 1.
    public var year: Int
    /// Who would get it, where that is not said of the whole.
    public var supplier: String?
    /// What it is worth.
    public var value: Decimal?
    /// The rows that it adds.
    public var rows: [ProposedRow]

    /// A lot.
    public init(
      id: String? = nil, year: Int = 1, supplier: String? = nil, value: Decimal? = nil,
      rows: [ProposedRow]
    ) {
      self.id = id
      self.year = year
      self.supplier = supplier
      self.value = value
      self.rows = rows
    }
  }
}

/// A row that an award would add to a dataset, as somebody wrote it.
public struct ProposedRow: Sendable {
  /// The dataset.
  public var dataset: String
  /// The cells that are written, by column; nobody knows the others.
  public var cells: [ProposedCell]
  /// Where it is written.
  public var place: Diagnostic.Place

  /// A row.
  public init(dataset: String, cells: [ProposedCell], place: Diagnostic.Place) {
    self.dataset = dataset
    self.cells = cells
    self.place = place
  }
}

/// A cell of such a row.
public struct ProposedCell: Sendable {
  /// The column, by its name in the description of the institution.
  public var column: String
  /// What is written; an empty text is a blank cell.
  public var text: String
  /// Where it is written.
  public var place: Diagnostic.Place

  /// A cell.
  public init(column: String, text: String, place: Diagnostic.Place) {
    self.column = column
    self.text = text
    self.place = place
  }
}

extension Proposal {
  /// What an alternative is worth: as it says itself, as its lots add up to, or as the proposal says
  /// of all; nil where nobody says. Throws where the lots come to more digits than are exact.
  public func value(of alternative: Alternative) throws(ExactError) -> Decimal? {
    if let value = alternative.value { return value }
    let values = alternative.lots.compactMap(\.value)
    guard !values.isEmpty, values.count == alternative.lots.count else { return value }
    var sum = Decimal.zero
    for value in values { sum = try sum.adding(value) }
    return sum
  }

  /// What each supplier would get of an alternative, by supplier; empty where nobody says who gets
  /// what.
  public func shares(of alternative: Alternative) throws(ExactError) -> [TextKey: Decimal] {
    var result: [TextKey: Decimal] = [:]
    let isByLot = alternative.lots.contains { $0.supplier != nil && $0.value != nil }
    guard isByLot else {
      guard let supplier = alternative.supplier, let value = try value(of: alternative) else {
        return [:]
      }
      return [TextKey(supplier): value]
    }
    for lot in alternative.lots {
      guard let supplier = lot.supplier ?? alternative.supplier, let value = lot.value else {
        return [:]
      }
      let key = TextKey(supplier)
      result[key] = try (result[key] ?? .zero).adding(value)
    }
    return result
  }
}
