import Diagnostics
import Tabular

extension [FileSummary] {
  /// What is worth knowing about files, each thing said once for all files that it is true of.
  var notices: [Diagnostic] {
    var order: [String] = []
    var found: [String: (first: Diagnostic, count: Int)] = [:]
    for notice in flatMap(\.notices) {
      let key = notice.message + (notice.help ?? "")
      if found[key] == nil { order.append(key) }
      found[key] = (found[key]?.first ?? notice, (found[key]?.count ?? 0) + 1)
    }
    return order.compactMap { key in
      guard let (first, count) = found[key] else { return nil }
      guard count > 1 else { return first }
      var result = first
      result.message += " (so \(count == 2 ? "is 1 more file" : "are \(count - 1) more files"))"
      return result
    }
  }
}
