extension VerdictRow {
  static let worksShare = share(">= 40%")
  static let spendTotal = "check: total\nmeasure: amount\ntarget: \">= £1\"" + year

  /// The sample's ledger with another text for one key of its description.
  static func dataset(_ more: String) -> [String: String] {
    [
      "period_by: date": "period_by: date\n"
        + more.split(separator: "\n").map { "    \($0)\n" }
        .joined().dropLast()
    ]
  }

  static func column(_ name: String, _ text: String) -> [String: String] {
    ["\(name): {}": "\(name): \(text)"]
  }

  static let smallFirms =
    "check: share\nmeasure: amount\nwhere: supplier.sme\ntarget: \">= 40%\"" + year
}
