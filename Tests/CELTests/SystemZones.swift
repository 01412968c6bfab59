import CEL
import Foundation

/// The rules of a named time zone, from the system.
let zoneRules: @Sendable (String) -> ZoneRules? = { name in
  guard !name.contains(".."),
    let data = FileManager.default.contents(atPath: "/usr/share/zoneinfo/\(name)")
  else { return nil }
  return ZoneRules(tzif: Array(data))
}
