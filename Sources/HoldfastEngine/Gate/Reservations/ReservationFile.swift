public import Diagnostics
public import HoldfastModel
import Tabular

/// Reservations in a file of lines, each of which holds a digest of itself and of the line before:
/// what was written once cannot be changed without notice.
public struct ReservationFile: ReservationStore {
  private let path: String

  /// The largest file, in bytes.
  private static let limit = 256 << 20

  /// The file of a path; it is made with the first reservation.
  public init(path: String) { self.path = path }

  /// All that was reserved so far.
  public func book() throws(DiagnosticList) -> (book: ReservationBook, warnings: [Diagnostic]) {
    do throws(Diagnostic) {
      guard let file = try LockedFile.reading(path) else { return (ReservationBook(), []) }
      let chain = try ReservationChain(file.bytes(limit: Self.limit), file: path)
      return (chain.book, chain.torn.isEmpty ? [] : [ReservationMessage.torn(path)])
    } catch { throw DiagnosticList([error]) }
  }

  /// Decides and adds under one lock. A last line that was cut off while it was written, so that
  /// nobody was told of it, is put aside first.
  public func transaction<Result>(
    _ decide: (ReservationBook) throws(DiagnosticList) -> (events: [ReservationEvent], Result)
  ) throws(DiagnosticList) -> (result: Result, warnings: [Diagnostic]) {
    let file: LockedFile
    var chain: ReservationChain
    var warnings: [Diagnostic] = []
    do throws(Diagnostic) {
      file = try LockedFile.adding(to: path)
      chain = try ReservationChain(file.bytes(limit: Self.limit), file: path)
      if !chain.torn.isEmpty {
        try LockedFile.adding(to: path + ".torn").append(chain.torn + [UInt8(ascii: "\n")])
        try file.cut(to: chain.length)
        warnings.append(ReservationMessage.putAside(path))
      }
    } catch { throw DiagnosticList([error]) }
    let (events, result) = try decide(chain.book)
    do throws(Diagnostic) {
      let lines = try chain.adding(events)
      if !lines.isEmpty { try file.append(lines) }
    } catch { throw DiagnosticList([error]) }
    return (result, warnings)
  }
}
