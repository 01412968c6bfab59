import CEL
import Diagnostics
import Exact
import HoldfastModel
import Tabular

/// Finds the day of the run where the institution is.
enum Today {
  /// Today in the institution's time zone.
  static func date(in institution: Institution) throws(Diagnostic) -> CivilDate {
    let now = Surroundings.secondsSince1970()
    let shift = try offset(institution, at: now)
    guard let day = CivilDate(days: Int((now + Int64(shift)) / 86_400)) else {
      throw Diagnostic(.error, "the clock of this machine is wrong", help: "give --as-of")
    }
    return day
  }

  private static func offset(
    _ institution: Institution, at now: Int64
  ) throws(Diagnostic) -> Int {
    let zone = institution.timeZone
    if zone == "UTC" { return 0 }
    let isName = !zone.contains("..") && !zone.hasPrefix("/")
    let folder = Surroundings.variable("TZDIR") ?? "/usr/share/zoneinfo"
    if isName,
      let bytes = try? Files.readAll("\(folder)/\(zone)", shownAs: zone, limit: 1_000_000),
      let rules = ZoneRules(tzif: bytes)
    {
      return rules.offset(at: now)
    }
    throw Diagnostic(
      "the time zone '\(zone)' is not known on this machine", at: institution.span,
      help: "write it as Europe/London, install the package tzdata, or give --as-of")
  }

  /// A moment as `2024-04-01T10:00:00Z`.
  static func text(_ seconds: Int64) -> String {
    Timestamp(seconds: seconds)?.description ?? ""
  }
}
