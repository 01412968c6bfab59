public import Diagnostics
public import HoldfastModel

/// Reservations in a log, among whatever else is written there: what was written once cannot be
/// changed without notice, and deciding and writing are one step.
public struct ReservationLog: ReservationStore {
  private let path: String
  private let moment: String

  /// The log of a path, which is made with the first reservation. What is written is said to be
  /// written at `moment`, RFC 3339 in UTC.
  public init(path: String, at moment: String) {
    self.path = path
    self.moment = moment
  }

  /// All that was reserved so far.
  public func book() throws(DiagnosticList) -> (book: ReservationBook, warnings: [Diagnostic]) {
    do throws(Diagnostic) {
      guard LogFile.exists(path) else { return (ReservationBook(), []) }
      let check = try LogCheck(path)
      if let problem = check.damage { throw problem }
      return (
        try book(of: check.records), check.tornBytes > 0 ? [ReservationMessage.torn(path)] : []
      )
    } catch { throw DiagnosticList([error]) }
  }

  /// Decides and adds under one lock. A last record that was cut off while it was written, so that
  /// nobody was told of it, is set aside first.
  public func transaction<Result>(
    _ decide: (ReservationBook) throws(DiagnosticList) -> (events: [ReservationEvent], Result)
  ) throws(DiagnosticList) -> (result: Result, warnings: [Diagnostic]) {
    var decided: Swift.Result<Result, DiagnosticList>?
    let appended: EvidenceLog.Appended
    do throws(Diagnostic) {
      appended = try EvidenceLog(path: path).append(at: moment) { (records) throws(Diagnostic) in
        let book = try book(of: records)
        do throws(DiagnosticList) {
          let (events, result) = try decide(book)
          try check(events, after: book)
          decided = .success(result)
          return events.map { $0.entry(at: moment) }
        } catch {
          decided = .failure(error)
          return []
        }
      }
    } catch { throw DiagnosticList([error]) }
    guard let decided else { throw DiagnosticList([ReservationMessage.impossible(path)]) }
    return (
      try decided.get(), appended.setAside.map { [ReservationMessage.setAside($0)] } ?? []
    )
  }

  /// What the records of a log say of reservations.
  private func book(of records: [LogRecord]) throws(Diagnostic) -> ReservationBook {
    var book = ReservationBook()
    for record in records where LogKind.reservations.contains(record.kind) {
      guard let event = ReservationEvent(record), book.take(event) else {
        throw ReservationMessage.senseless(path, record.number)
      }
    }
    return book
  }

  private func check(
    _ events: [ReservationEvent], after book: ReservationBook
  ) throws(DiagnosticList) {
    var book = book
    guard events.allSatisfy({ book.take($0) }) else {
      throw DiagnosticList([ReservationMessage.impossible(path)])
    }
  }
}

/// What is said where reservations cannot be kept, or are not what was kept.
enum ReservationMessage {
  static func senseless(_ file: String, _ line: Int) -> Diagnostic {
    Diagnostic(
      .error, "record \(line) does not follow from what was reserved before",
      at: .record(file: file, line: line, column: nil, shown: nil),
      help: "it was not written by holdfast gate: nothing is decided on it; put back a copy")
  }

  static func impossible(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "the event cannot follow what was reserved", at: .file(file),
      help: "this is a defect of the program: report it")
  }

  static func torn(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "the last record was cut off while it was written, and counts for nothing",
      at: .file(file), help: "the next reservation sets it aside")
  }

  static func setAside(_ file: String) -> Diagnostic {
    Diagnostic(
      .warning, "the last record was cut off while it was written, and was set aside",
      at: .file(file), help: "reserve again whatever nobody was told of")
  }
}
