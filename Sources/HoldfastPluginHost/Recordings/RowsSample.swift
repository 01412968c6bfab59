internal import JSONText

/// The rows that a recorded session was sent, one by one, and how it was opened.
struct RowsSample {
  /// A row: its number, and its cells.
  struct Row {
    let number: Int
    let cells: [JSONValue]
    /// Whether it counts, and what `where` says; nil where payloads do not say.
    var member: JSONValue?
    var condition: JSONValue?
  }

  /// The request that opens the session.
  let opening: JSONValue
  /// The line of that request, from 1.
  let line: Int
  private(set) var rows: [Row] = []

  /// The checker's name.
  var checker: String { opening["checker"]?.text ?? "" }

  /// The sessions of a recording that were opened and sent rows.
  static func all(in recording: Recording) -> [RowsSample] {
    var samples: [RowsSample] = []
    var isOpen = false
    for exchange in recording.exchanges {
      switch exchange.type {
      case "open":
        isOpen = exchange.reply?.value["type"]?.text == "opened"
        if isOpen { samples.append(RowsSample(opening: exchange.request, line: exchange.line)) }
      case "batch" where isOpen: samples[samples.count - 1].take(exchange)
      default: break
      }
    }
    return samples.filter { !$0.rows.isEmpty }
  }

  private mutating func take(_ exchange: Recording.Exchange) {
    let columns = exchange.payload?["c"]?.items?.map { $0.items ?? [] } ?? []
    let first = exchange.request.count("first_row")
    let members = exchange.payload?["m"]?.items
    let conditions = exchange.payload?["w"]?.items
    let sure = JSONValue(.bool(true), at: JSONPlace())
    for place in 0..<exchange.request.count("rows") {
      guard columns.allSatisfy({ place < $0.count }) else { return }
      rows.append(
        Row(
          number: first + place, cells: columns.map { $0[place] },
          // Where one batch says which rows count, all have to say it.
          member: members?[at: place] ?? sure, condition: conditions?[at: place]))
    }
  }

  /// The same without one row.
  func without(_ place: Int) -> RowsSample {
    var result = self
    result.rows.remove(at: place)
    return result
  }

  /// Some of the rows as batches: one for each stretch of numbers without a gap that is not cut.
  ///
  /// - Parameters:
  ///   - places: The rows, rising.
  ///   - cut: Whether a batch ends before a row.
  func batches(of places: [Int], cut: (Int) -> Bool = { _ in false }) -> [(JSONValue, JSONValue)] {
    var stretches: [[Int]] = []
    for place in places {
      if let last = stretches.last?.last, rows[place].number == rows[last].number + 1, !cut(place) {
        stretches[stretches.count - 1].append(place)
      } else {
        stretches.append([place])
      }
    }
    return stretches.map(batch)
  }

  private func batch(_ places: [Int]) -> (JSONValue, JSONValue) {
    func list(_ items: [JSONValue]) -> JSONValue { JSONValue(.list(items), at: JSONPlace()) }
    let columns = rows[places[0]].cells.indices.map { column in
      list(places.map { rows[$0].cells[column] })
    }
    var payload = [("c", list(columns))]
    let members = places.compactMap { rows[$0].member }
    if members.contains(where: \.isNull) { payload.append(("m", list(members))) }
    let conditions = places.compactMap { rows[$0].condition }
    if !conditions.isEmpty { payload.append(("w", list(conditions))) }
    let head: [(String, JSONValue)] = [
      ("type", JSONValue(.text("batch"), at: JSONPlace())),
      ("rows", .number(places.count)), ("first_row", .number(rows[places[0]].number)),
    ]
    return (.object(head), .object(payload))
  }
}

extension Array {
  /// An item; nil beyond the end.
  fileprivate subscript(at place: Int) -> Element? { place < count ? self[place] : nil }
}

extension JSONValue {
  static func number(_ number: Int) -> JSONValue {
    JSONValue(.number(String(number)), at: JSONPlace())
  }

  static func object(_ members: [(String, JSONValue)]) -> JSONValue {
    JSONValue(
      .object(members.map { JSONMember(key: $0.0, at: JSONPlace(), value: $0.1) }),
      at: JSONPlace())
  }
}
