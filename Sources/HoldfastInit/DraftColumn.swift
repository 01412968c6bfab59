import HoldfastModel
import Tabular

/// A column as it will be declared.
struct DraftColumn {
  /// The name in expressions.
  var name: String
  /// Where its cells come from.
  let column: GroupColumn
  /// Its type.
  private(set) var type: TypeGuess
  /// Whether it is about persons.
  let isPersonal: Bool
  /// Whether less than half of the files have it.
  let isRare: Bool
  /// The column that names the currency of each amount.
  var currency: String?
  /// Whether its amounts include tax, as far as the header says.
  var basis: String?
  /// What a pack asks for, where the column answers it.
  private(set) var need: Need?
  /// Headers that answer it as well.
  private(set) var rivals: [String] = []
  /// Cells that say nothing in this column, beside those of the dataset; in texts such words may
  /// mean something.
  var unknownTokens: [String] {
    guard ![.text, .postcode].contains(type.type) else { return [] }
    return column.words.filter { $0.kind == .doubtful && $0.count >= 3 }.map(\.text)
  }

  init(name: String, _ column: GroupColumn, isRare: Bool = false) {
    self.name = name
    self.isRare = isRare
    self.column = column
    type = TypeGuess(column)
    isPersonal = column.role == .person
    let words = HeaderWords(column.header)
    if type.isMoney {
      let isNet =
        words.has("net", "excl", "excluding", "exclusive", "excludes")
        || words.has(phrase: "before vat")
      let isGross = words.has("gross", "incl", "including", "inclusive", "includes")
      if isNet != isGross, !words.has(phrase: "including extensions") {
        basis = isNet ? "net" : "gross"
      }
    }
  }

  /// Lets the column answer what a pack asks for.
  mutating func answer(_ need: Need, rivals: [String]) {
    self.need = need
    self.rivals = rivals
    type.become(need.type)
    if !need.bases.isEmpty, !need.bases.contains(basis ?? "") { basis = Page.answer }
  }

  /// Whether it is an amount of which nobody said whether tax is in it.
  var needsBasis: Bool {
    type.isMoney && basis == nil
      && !HeaderWords(column.header).has("vat", "tax", "pay", "wage", "salary", "hourly", "rent")
  }

  /// Whether another column is made from the same cells: the postcode in an address, the code in
  /// front of a name.
  var derived: [(name: String, keys: String)] {
    guard type.type == .text, column.values > 0, need == nil else { return [] }
    let from = origin
    if column.sum(\.addresses) * 2 >= column.values {
      return [(name + "_postcode", "\(from), type: postcode, extract: postcode")]
    }
    if column.sum(\.codedNames) == column.values {
      return [(name + "_code", "\(from), extract: '^(\\S+) : '")]
    }
    return []
  }

  /// `from:` with its header or headers.
  var origin: String {
    let nth = column.nth
    let headers = column.headers.map { header in
      nth.map { "{ header: \(YAMLText.scalar(header)), nth: \($0) }" } ?? YAMLText.scalar(header)
    }
    return "from: " + (headers.count == 1 ? headers[0] : "[\(headers.joined(separator: ", "))]")
  }

  /// The declaration, as YAML on one line.
  var declaration: String {
    var parts = [rivals.isEmpty ? origin : "from: \(Page.answer)"]
    if type.type != .text { parts.append("type: \(type.type.rawValue)") }
    if let dates = type.dates {
      parts.append("format: \(YAMLText.scalar(dates.main ?? Page.answer))")
    }
    parts += type.keys.map { "\($0.key): \($0.value)" }
    if let currency { parts.append("currency: { column: \(currency) }") }
    if let basis { parts.append("basis: \(basis)") }
    if !unknownTokens.isEmpty { parts.append("unknown_tokens: \(YAMLText.list(unknownTokens))") }
    if isPersonal { parts.append("personal: true") }
    return "{ \(parts.joined(separator: ", ")) }"
  }
}
