/// The sets of characters that `\p{...}` names: categories and scripts, of one fixed Unicode, so
/// that a pattern means the same on every machine.
enum UnicodeSets {
  /// The set of a name. Case, spaces, `_` and `-` do not matter, as Unicode recommends.
  static func named(_ name: String) -> ScalarSet? {
    let key = key(name)
    return categories[key] ?? scripts[key]
  }

  private static func key(_ name: String) -> String {
    var key = ""
    for scalar in name.unicodeScalars where scalar != "_" && scalar != "-" && scalar != " " {
      let isCapital = ("A"..."Z").contains(scalar)
      key.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    }
    return key
  }

  private static let scripts: [String: ScalarSet] = {
    let pairs = UnicodeTable.sets(UnicodeScriptTable.text).map { (key($0), ScalarSet($1)) }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Categories by their letters and by their names, and sets made of them.
  private static let categories: [String: ScalarSet] = {
    var ranges = UnicodeTable.sets(UnicodeCategoryTable.text)
    ranges["Cs"] = [0xD800...0xDFFF]
    ranges["Cn"] = ScalarSet(ranges.values.flatMap(\.self)).negated.ranges
    for (name, members) in ranges { ranges[String(name.prefix(1)), default: []] += members }
    ranges["LC"] = ["Lu", "Ll", "Lt"].flatMap { ranges[$0] ?? [] }
    var result: [String: ScalarSet] = [:]
    for (name, members) in ranges { result[key(name)] = ScalarSet(members) }
    for (name, letters) in longNames { result[key(name)] = result[key(letters)] }
    result["any"] = .any
    result["ascii"] = ScalarSet.named["ascii"]
    result["assigned"] = result["cn"]?.negated
    return result
  }()

  private static let longNames: KeyValuePairs = [
    "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Unassigned": "Cn",
    "Private_Use": "Co", "Surrogate": "Cs", "Letter": "L", "Cased_Letter": "LC",
    "Lowercase_Letter": "Ll", "Modifier_Letter": "Lm", "Other_Letter": "Lo",
    "Titlecase_Letter": "Lt", "Uppercase_Letter": "Lu", "Mark": "M", "Combining_Mark": "M",
    "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Nonspacing_Mark": "Mn", "Number": "N",
    "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No",
    "Punctuation": "P", "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd",
    "Close_Punctuation": "Pe", "Final_Punctuation": "Pf", "Initial_Punctuation": "Pi",
    "Other_Punctuation": "Po", "Open_Punctuation": "Ps", "Symbol": "S", "Currency_Symbol": "Sc",
    "Modifier_Symbol": "Sk", "Math_Symbol": "Sm", "Other_Symbol": "So", "Separator": "Z",
    "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Space_Separator": "Zs",
  ]
}
