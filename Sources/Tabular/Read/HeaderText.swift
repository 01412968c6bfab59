import Diagnostics

/// Headers as they are compared.
enum HeaderText {
  /// The headers of a record, blanks around them removed.
  static func texts(of record: borrowing Record) -> [String] {
    var texts: [String] = []
    for index in 0..<record.fieldCount {
      let bytes = record.storage[record.range(index)]
      texts.append(Blanks.trimmed(String(decoding: bytes, as: UTF8.self)))
    }
    return texts
  }

  /// Letters and digits in lower case, so that `Supplier Name `, `supplier_name` and
  /// `SUPPLIER-NAME` are one; a header of other signs only, such as `#`, stays as it is.
  static func folded(_ header: String) -> [UInt8] {
    let result = letters(header) { _ in false }
    return result.isEmpty ? Array(Blanks.trimmed(header).utf8) : result
  }

  /// The same with the signs that say what the cells are: `Amount %` is no `Amount`.
  static func foldedWithSigns(_ header: String) -> [UInt8] {
    letters(header) { $0.properties.generalCategory == .currencySymbol || $0 == "%" || $0 == "#" }
  }

  private static func letters(
    _ header: String, or keeps: (Unicode.Scalar) -> Bool
  ) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in mended(header) {
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil || keeps(scalar) else {
        continue
      }
      result += properties.lowercaseMapping.utf8
    }
    return result
  }

  /// A sign such as `£` that was written as UTF-8 twice, and so is seen as `Â£`, as itself.
  private static func mended(_ header: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in header.unicodeScalars {
      // Written three times it is seen as `Ã‚Â£`.
      if scalar == "\u{201A}" || scalar == "\u{82}", result.last == "Ã" {
        result[result.count - 1] = "Â"
      } else if ("\u{A0}"..."\u{BF}").contains(scalar), result.last == "Â" {
        while result.last == "Â" { result.removeLast() }
        result.append(scalar)
      } else {
        result.append(scalar)
      }
    }
    return result
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
