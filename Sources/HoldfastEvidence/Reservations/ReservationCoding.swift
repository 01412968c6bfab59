import Exact
import HoldfastModel
import JSONText

/// Events as a log holds them.
extension ReservationEvent {
  /// The record of the event, written down at a moment.
  func entry(at moment: String) -> LogEntry {
    switch self {
    case .reserved(let reservation):
      LogEntry(kind: LogKind.reserve, at: moment, body: .object(reservation.members))
    case .ended(let id, let end, let day):
      LogEntry(
        kind: end.rawValue, at: moment,
        body: .object([("id", .text(id)), ("on", .text(day.description))]))
    }
  }

  /// The event of a record, which is of one of the kinds of `LogKind.reservations`; nil where its
  /// body is of another.
  init?(_ record: LogRecord) {
    if record.kind == LogKind.reserve {
      guard let reservation = Reservation(record.body) else { return nil }
      self = .reserved(reservation)
    } else {
      guard let end = ReservationEnd(rawValue: record.kind), let id = record.body["id"]?.text,
        let day = record.body["on"]?.text.flatMap({ CivilDate($0) })
      else { return nil }
      self = .ended(id: id, end, on: day)
    }
  }
}

extension Reservation {
  fileprivate var members: [(String, JSON)] {
    [
      ("id", .text(id)), ("institution", .text(institution)), ("proposal", .text(proposal)),
      ("alternative", .text(alternative)), ("decided", .text(decided.description)),
      ("until", .text(until.description)),
      ("shares", Self.table(shares.map { ($0.key, $0.value.description) })),
      ("adds", .array(adds.map(\.json))), ("replaces", .array(replaces.map(\.json))),
      ("new", .array(new.map(\.json))),
    ]
  }

  fileprivate init?(_ json: JSONValue) {
    guard let id = json["id"]?.text, let institution = json["institution"]?.text,
      let proposal = json["proposal"]?.text, let alternative = json["alternative"]?.text,
      let decided = json["decided"]?.text.flatMap({ CivilDate($0) }),
      let until = json["until"]?.text.flatMap({ CivilDate($0) }),
      let shares = Self.table(json["shares"]), let adds = Self.rows(json["adds"]),
      let replaces = Self.rows(json["replaces"]), let new = Self.rows(json["new"])
    else { return nil }
    let amounts = shares.compactMapValues { Decimal($0) }
    guard amounts.count == shares.count else { return nil }
    self.init(
      id: id, institution: institution, proposal: proposal, alternative: alternative,
      decided: decided, until: until, shares: amounts, adds: adds, replaces: replaces, new: new)
  }

  private static func rows(_ json: JSONValue?) -> [Row]? {
    guard let items = json?.items else { return nil }
    let rows = items.compactMap { Row($0) }
    return rows.count == items.count ? rows : nil
  }

  fileprivate static func table(_ table: [(name: TextKey, text: String)]) -> JSON {
    .object(table.sorted { $0.name < $1.name }.map { ($0.name.text, .text($0.text)) })
  }

  fileprivate static func table(_ json: JSONValue?) -> [TextKey: String]? {
    guard let members = json?.members else { return nil }
    var result: [TextKey: String] = [:]
    for member in members {
      guard let text = member.value.text else { return nil }
      result[TextKey(member.key)] = text
    }
    return result
  }
}

extension Reservation.Row {
  fileprivate var json: JSON {
    .object([
      ("dataset", .text(dataset)), ("year", .integer(year)),
      ("cells", Reservation.table(cells.map { (TextKey($0.key), $0.value) })),
    ])
  }

  fileprivate init?(_ json: JSONValue) {
    guard let dataset = json["dataset"]?.text, let year = json["year"]?.integer, year > 0,
      let cells = Reservation.table(json["cells"])
    else { return nil }
    let texts = cells.map { ($0.key.text, $0.value) }
    self.init(
      dataset: dataset, year: year,
      cells: Dictionary(texts, uniquingKeysWith: { first, _ in first }))
  }
}
