/// Headers that stand on two rows, as spreadsheets with merged cells have them.
enum HeaderRows {
  /// One header for each column. The upper cell goes on to the right over blank upper cells as
  /// long as the lower cells say something: `Amount` above `Gross`, `VAT` and `Net` gives
  /// `Amount Gross`, `Amount VAT` and `Amount Net`.
  static func joined(_ upper: [String], _ lower: [String]) -> [String] {
    var group = ""
    return (0..<max(upper.count, lower.count)).map { index in
      let above = index < upper.count ? upper[index] : ""
      let below = index < lower.count ? lower[index] : ""
      if !above.isEmpty || below.isEmpty { group = above }
      return group.isEmpty || below.isEmpty ? group + below : group + " " + below
    }
  }

  /// Whether a record below headers seems to go on with them: it holds words alone, and some of
  /// them where the headers have no name.
  static func goOn(from upper: [String], in lower: [String]) -> Bool {
    guard upper.count(where: { !$0.isEmpty }) > 1,
      lower.allSatisfy({ cell in !cell.utf8.contains(where: isDigit) })
    else { return false }
    return zip(upper, lower).contains { $0.isEmpty && !$1.isEmpty }
  }
}
