import Diagnostics
import HoldfastModel

extension [FileTally] {
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

extension Dataset {
  /// Amounts whose currency stands beside them in the file, where no column reads it: all of them
  /// are taken for the institution's own.
  func unreadCurrencies(_ files: [FileTally]) -> [Diagnostic] {
    columns.compactMap { column in
      guard let code = column.currency, column.exchange == nil, column.type == .decimal,
        case .headers(let headers) = column.origin
      else { return nil }
      let beside = headers.map(\.text).filter { $0.hasSuffix("value.amount") }
        .map { $0.dropLast("amount".count) + "currency" }
      guard
        let header = beside.first(where: { header in
          files.contains { $0.unmapped.contains(String(header)) }
        })
      else { return nil }
      return Diagnostic(
        .warning,
        "'\(column.name)' is all taken for \(code), though '\(header)' says the currency of each",
        help: "declare a column from: \(header), and currency: { column: ... } of '\(column.name)'")
    }
  }
}
