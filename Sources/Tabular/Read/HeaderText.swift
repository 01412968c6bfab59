import Diagnostics

/// Headers as they are compared.
enum HeaderText {
  /// Letters and digits in lower case, so that `Supplier Name `, `supplier_name` and
  /// `SUPPLIER-NAME` are one; a header of other signs only, such as `#`, stays as it is.
  static func folded(_ header: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in header.unicodeScalars {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { continue }
      result += properties.lowercaseMapping.utf8
    }
    return result.isEmpty ? Array(Blanks.trimmed(header).utf8) : result
  }

  /// A list of headers for a message: at most 30, each in quotes.
  static func list(_ headers: [String]) -> String {
    let named = headers.filter { !$0.isEmpty }
    let more = named.count > 30 ? " and \(named.count - 30) more" : ""
    return named.prefix(30).map { "'\(shown($0))'" }.joined(separator: ", ") + more
  }

  static func shown(_ header: String) -> String {
    Diagnostic.printable(header, limit: 80)
  }
}
