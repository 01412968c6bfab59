public import CEL
import Synchronization
import Tabular

/// The time zones of the system's tz database, each read once.
public final class SystemZones: Sendable {
  private let known = Mutex<[String: ZoneRules?]>([:])
  private let folder: String

  /// The zones in a folder of TZif files.
  public init(folder: String = "/usr/share/zoneinfo") { self.folder = folder }

  /// What expressions ask for the rules of a zone.
  public var finder: ZoneFinder { { self.rules($0) } }

  /// The most zones that are remembered; names may come from data.
  private static let limit = 1000

  private func rules(_ name: String) -> ZoneRules? {
    guard Self.isName(name) else { return nil }
    return known.withLock { known in
      if let rules = known[name] { return rules }
      let bytes = try? Files.readAll("\(folder)/\(name)", shownAs: name, limit: 1 << 20)
      let rules = bytes.flatMap { ZoneRules(tzif: $0) }
      if known.count < Self.limit { known[name] = .some(rules) }
      return rules
    }
  }

  /// Names as `Europe/London` or `Etc/GMT+1`; no way out of the folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { byte in
            "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_+-".utf8.contains(byte)
          }
      }
  }
}
