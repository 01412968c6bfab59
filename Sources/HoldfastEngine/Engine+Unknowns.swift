public import Diagnostics
import Exact
public import HoldfastModel

extension Engine {
  /// Reads each dataset once and lists the cells for want of which rows cannot be judged, heaviest
  /// first.
  ///
  /// - Throws: what is wrong with the packs, the description of the institution, its corrections or
  ///   its data: a list made from half of the rows would ask for the wrong cells.
  public func unknowns() throws(DiagnosticList) -> UnknownCells {
    var asking = request
    asking.asksForUnknowns = true
    asking.corrections = try corrections()
    let reading = try Self.reading(asking)
    let datasets = reading.plan.datasets.compactMap { reading.datasets[$0.name] }
    let findings = Self.report(reading, asking).report.findings
    try DiagnosticList(findings.flatMap(\.errors)).throwIfErrors()
    let idle = Set(findings.map(\.commitmentName))
      .subtracting(findings.filter { $0.verdict != .notApplicable }.map(\.commitmentName))
    var sums = UnknownSums(request.institution)
    for read in datasets {
      guard let collector = read.unknowns else { continue }
      for (tallier, weights) in zip(read.plan.talliers, collector.weights) {
        let name = tallier.judge.commitment.name
        if !idle.contains(name) { sums.add(weights, of: name, collector) }
      }
    }
    return try listed(sums, datasets, reading)
  }

  private func listed(
    _ sums: UnknownSums, _ datasets: [DatasetReading], _ reading: Reading
  ) throws(DiagnosticList) -> UnknownCells {
    var result: UnknownCells
    do throws(ExactError) {
      result = try UnknownCells(
        sums.cells, asOf: request.asOf, institution: request.institution.name,
        currency: request.institution.currency)
    } catch {
      throw DiagnosticList([UnknownMessage.tooLarge("all commitments")])
    }
    let collectors = datasets.compactMap(\.unknowns)
    result.hiddenRows = collectors.reduce(0) { $0 + $1.hiddenRows }
    result.unnamedRows = sums.unnamedRows + collectors.reduce(0) { $0 + $1.unnamedRows }
    let summaries = datasets.map(\.summary) + reading.references.summaries + reading.lookups
    result.files = summaries.flatMap { $0.files.map(\.path) }
    return result
  }
}

extension Finding {
  /// The pack's and the commitment's names.
  fileprivate var commitmentName: String { "\(pack)/\(id)" }
}

/// Puts together what hangs on each cell over all commitments.
struct UnknownSums {
  private let institution: Institution
  private var entries: [UnknownCollector.Place: Entry] = [:]
  /// How many rows are equal to others.
  private(set) var unnamedRows = 0

  private struct Entry {
    var best: UnknownCollector.Weight
    var commitments: [String]
  }

  init(_ institution: Institution) { self.institution = institution }

  /// Takes what hangs on cells for a commitment.
  mutating func add(
    _ weights: [UnknownCollector.Place: UnknownCollector.Weight], of commitment: String,
    _ collector: UnknownCollector
  ) {
    for (place, weight) in weights {
      // Rows that are equal in every cell cannot be told apart.
      if place.isOwn, weight.rows > 1 {
        unnamedRows += weight.rows
        continue
      }
      var weight = weight
      if let key = weight.key, !collector.isUnique(key) { weight.key = nil }
      var entry = entries[place] ?? Entry(best: weight, commitments: [])
      if weight.precedes(entry.best) { entry.best = weight }
      entry.commitments.append(commitment)
      entries[place] = entry
    }
  }

  /// The cells, in no order.
  var cells: [UnknownCell] {
    entries.map { place, entry in
      var cell = UnknownCell(
        dataset: place.dataset, key: (entry.best.key ?? place.key).text, column: place.column,
        rows: entry.best.rows,
        amount: entry.best.amount.total, what: entry.best.what, commitments: entry.commitments)
      cell.isMoney = entry.best.isMoney
      return cell
    }
  }
}

extension UnknownCollector.Weight {
  /// Whether more hangs on the cell here than there.
  fileprivate func precedes(_ other: Self) -> Bool {
    if amount.total != other.amount.total { return amount.total > other.amount.total }
    if rows != other.rows { return rows > other.rows }
    return TextKey(what) < TextKey(other.what)
  }
}
