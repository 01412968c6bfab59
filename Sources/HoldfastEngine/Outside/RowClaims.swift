import Diagnostics
import Exact
import HoldfastCheckers
import HoldfastExpressions
import HoldfastModel
import Tabular

/// Lets checkers outside the program read the rows of a dataset, in a reading of its own: other
/// commitments are counted in columns meanwhile, and a row can never be sent twice.
struct RowClaims {
  let plan: DatasetPlan
  let request: RunRequest
  let tables: [Result<ReferenceTable, DiagnosticList>]
  let rates: [Int: Result<ReferenceTable, DiagnosticList>]

  /// What they made of the rows, by the place of the commitment among those of the dataset.
  func claims(beside reading: DatasetReading) -> [Int: RowClaim] {
    let places = plan.talliers.indices.filter { plan.talliers[$0].judge.commitment.readsOutside }
    // What could not be read is an error already, and a tally is made of sums.
    guard !places.isEmpty, reading.failure == nil, !request.makesBook else { return [:] }
    let inColumns = request.reading.mayUseColumns ? made(places, inColumns: true, reading) : nil
    return settled(inColumns ?? made(places, inColumns: false, reading) ?? [:], places)
  }

  /// What they make of the rows; nil where rows were sent in columns and have to be sent once more.
  private func made(
    _ places: [Int], inColumns: Bool, _ reading: DatasetReading
  ) -> [Int: RowClaim]? {
    var claims: [Int: RowClaim] = [:]
    var (open, sessions): ([Int], [any OutsideRows]) = ([], [])
    for place in places {
      do throws(Diagnostic) {
        sessions.append(try session(plan.talliers[place].judge.commitment))
        open.append(place)
      } catch {
        claims[place] = .failure(error)
      }
    }
    guard !open.isEmpty else { return claims }
    let feeds = zip(open, sessions).map { feed($0, .sending($1)) }
    read(open, feeds, inColumns: inColumns)
    if feeds.contains(where: \.isSpoilt) { return nil }
    for (index, place) in open.enumerated() {
      do throws(Diagnostic) {
        try check(feeds[index], place, reading)
        claims[place] = .success(try measurement(feeds[index], sessions[index], place))
      } catch {
        claims[place] = .failure(error)
      }
    }
    return claims
  }

  /// The same once the plugins have ended well.
  private func settled(_ claims: [Int: RowClaim], _ places: [Int]) -> [Int: RowClaim] {
    request.outside.settled { outside in
      var result = claims
      for place in places {
        do throws(Diagnostic) {
          _ = try outside.checker(of: plan.talliers[place].judge.commitment.commitment)
        } catch {
          result[place] = .failure(error)
        }
      }
      return result
    }
  }

  private func session(_ commitment: CheckedCommitment) throws(Diagnostic) -> any OutsideRows {
    try request.outside.checker(of: commitment.commitment)
      .open(
        commitment.outsideContext(in: plan.dataset), roles: commitment.columns.map(\.role),
        workers: request.reading.jobs)
  }

  private func period(_ place: Int) -> Period {
    request.institution.calendar.period(
      plan.talliers[place].judge.commitment.commitment.period, asOf: request.asOf)
  }

  private func feed(_ place: Int, _ purpose: RowFeed.Purpose) -> RowFeed {
    RowFeed(
      plan.talliers[place].judge.commitment, plan.dataset, period(place), asOf: request.asOf,
      purpose)
  }

  /// Reads the dataset, in columns where that is possible.
  private func read(_ places: [Int], _ feeds: [RowFeed], inColumns: Bool) {
    var asking = request.withoutCache
    asking.reading.mayUseColumns = inColumns
    asking.keepsAccount = false
    asking.asksForUnknowns = false
    let part = DatasetPlan(
      plan.dataset, places.map { plan.talliers[$0] }, calendar: request.institution.calendar,
      asOf: request.asOf, identity: nil)
    var pass = DatasetPass(part, asking, tables: tables, rates: rates)
    pass.feeds = feeds
    _ = pass.run()
  }

  /// Holds what was sent against what was counted when the dataset was read before.
  private func check(
    _ feed: RowFeed, _ place: Int, _ reading: DatasetReading
  ) throws(Diagnostic) {
    if let failure = feed.failure { throw failure }
    let commitment = plan.talliers[place].judge.commitment
    let time = plan.dataset.periodBy == nil ? nil : period(place)
    let tally = reading.aggregate(of: place).tally.known(by: request.asOf)
    let slice = try? tally.slice(of: time, group: "")
      .settled(
        commitment.commitment.missing, commitment.direction(on: period(place).to),
        for: [.sums(all: true)])
    guard slice?.selected == feed.rows, slice?.certain == feed.certain else {
      throw Diagnostic(
        "'\(commitment.commitment.check.value)' was sent \(feed.rows) row(s) of "
          + "'\(plan.dataset.name)', and \(slice?.selected ?? 0) were counted before",
        at: commitment.commitment.check.span,
        help: "a file changed while it was read: run it again once nobody writes to it")
    }
  }

  private func measurement(
    _ feed: RowFeed, _ session: any OutsideRows, _ place: Int
  ) throws(Diagnostic) -> Measurement {
    if let column = feed.lackedColumn {
      var result = Measurement(.claimed, unit: .number)
      result.unbounded = .columnUnknown(column, rows: feed.lacking.count)
      (result.rows, result.selected, result.certain) = (feed.rows, feed.rows, feed.certain)
      result.unknownRows = feed.lacking.count
      result.witnesses = shown(feed.lacking.first, of: place)
      return result
    }
    var (result, wanted) = try session.finish()
    result.witnesses = shown(wanted, of: place)
    return result
  }

  /// The rows at some places among those that were sent, read once more to be shown.
  private func shown(_ rows: [Int], of place: Int) -> [Witness] {
    guard !rows.isEmpty else { return [] }
    let showing = feed(place, .showing(Set(rows)))
    read([place], [showing], inColumns: false)
    return showing.witnesses
  }
}
