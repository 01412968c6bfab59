extension Messages {
  static func noVariable(of macro: String, at range: Range<Int>) -> Issue {
    let message =
      switch macro {
      case "cel.bind": "cel.bind() variable names must be simple identifiers"
      case "optMap", "optFlatMap": "\(macro)() variable name must be a simple identifier"
      case "map", "filter", "sortBy": "argument is not an identifier"
      default: "argument must be a simple name"
      }
    return Issue(message, at: range, help: Macros.form(of: macro).map { "write \($0)" })
  }

  static func sameVariable(_ name: String, at range: Range<Int>) -> Issue {
    Issue("duplicate variable name: \(name)", at: range, help: "give the two variables two names")
  }

  static func noBlockList(at range: Range<Int>) -> Issue {
    Issue(
      "cel.block requires the first argument to be a list literal", at: range,
      help: "write cel.block([a, b], ...), or cel.bind(name, value, ...)")
  }

  static func noBlockNumber(_ macro: String, at range: Range<Int>) -> Issue {
    Issue("\(macro) takes whole numbers from 0 to 9999 that are written out", at: range)
  }

  static func badHas(at range: Range<Int>) -> Issue {
    Issue(
      "invalid argument to has() macro", at: range,
      help: "name a map and a field with a dot between them, as in has(m.field)")
  }
}
