import JSONText

/// What each kind of value is to a schema.
extension SchemaWriter {
  /// What a reader takes as it is written.
  private static let text = ["string", "number", "boolean"]
  private static let cell = text + ["null"]

  /// The members of a schema that lets a kind pass.
  mutating func members(of kind: Kind) -> [Member] {
    switch kind {
    case .text, .expression: return [Self.type(Self.text)]
    case .cell: return [Self.type(Self.cell)]
    case .filled: return Self.form(.filled, Self.text)
    case .name(let naming): return Self.form(naming.form, Self.text)
    case .like(let form):
      return Self.form(form, form.mayBeNumber ? ["string", "number"] : ["string"])
    case .date: return Self.form(.date, ["string"])
    case .words(let list): return [("enum", .array(list.words.map(JSON.text)))]
    case .bool: return [Self.type(["boolean"])]
    case .integer(let range): return Self.integer(range)
    case .anything: return []
    case .texts(let least):
      let items = JSON.object([Self.type(Self.cell)])
      // One text alone is a list of one.
      return [Self.type((least > 1 ? [] : Self.text) + ["array"]), ("items", items)]
        + Self.least("minItems", least)
    case .list(let item, let count):
      return list(item, count)
    case .shape(let shape): return [reference(shape())]
    case .table(let naming, let inner, let least): return table(naming, inner, least)
    case .anyOf(let kinds):
      return [("anyOf", .array(kinds.map { .object(alternative($0)) }))]
    }
  }

  /// One of several kinds. Beside others a mapping without content is a text that is missing.
  private mutating func alternative(_ kind: Kind) -> [Member] {
    guard case .shape = kind else { return members(of: kind) }
    return [Self.type(["object"])] + members(of: kind)
  }

  private mutating func list(_ item: Kind, _ count: ClosedRange<Int>) -> [Member] {
    let most: [Member] =
      count.upperBound == Int.max ? [] : [("maxItems", .integer(count.upperBound))]
    return [Self.type(["array"]), ("items", .object(members(of: item)))]
      + Self.least("minItems", count.lowerBound) + most
  }

  private mutating func table(_ naming: Naming?, _ inner: Kind, _ least: Int) -> [Member] {
    var result = [
      Self.type(least > 0 ? ["object"] : ["object", "null"]),
      ("additionalProperties", .object(members(of: inner))),
    ]
    if let naming {
      result.append(("propertyNames", .object([("pattern", .text(naming.form.pattern))])))
    }
    return result + Self.least("minProperties", least)
  }

  private static func form(_ form: Form, _ types: [String]) -> [Member] {
    [type(types), ("pattern", .text(form.pattern))]
  }

  private static func integer(_ range: ClosedRange<Int>) -> [Member] {
    let most: [Member] =
      range.upperBound == Int.max ? [] : [("maximum", .integer(range.upperBound))]
    return [type(["integer"]), ("minimum", .integer(range.lowerBound))] + most
  }

  private static func least(_ word: String, _ count: Int) -> [Member] {
    count > 0 ? [(word, .integer(count))] : []
  }
}
