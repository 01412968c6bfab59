import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads one dataset of an institution.
struct DatasetReader {
  let currency: String
  let problems: Problems

  func dataset(_ name: Located<String>, _ root: Fields) -> Dataset {
    var fields = root
    let formats = FormatReader(problems: problems)
    var result = Dataset(name: name.value, format: formats.format(&fields), span: name.span)
    if let rows = formats.rows(&fields, of: result.format) { result.format.rows = rows }
    readTokens(&fields, into: &result)
    result.keep = fields.expression("keep")
    readTime(&fields, into: &result)
    result.isPersonal = fields.bool("personal") ?? false
    result.mayBeEmpty = fields.bool("may_be_empty") ?? false
    result.key = fields.texts("key") ?? []
    result.show = fields.texts("show") ?? []
    let columns = ColumnReader(currency: currency, problems: problems)
    let nodes = fields.pairs("columns")
    if fields.node("columns") == nil {
      problems.add(
        "\(fields.what) has no 'columns'", at: fields.span,
        help: "declare its columns: columns: {amount: {type: decimal}}")
    }
    result.columns = nodes.compactMap(columns.column)
    result.references = references(&fields)
    let files = FilesReader(columns: columns, nodes: nodes, problems: problems)
    files.read(&fields, into: &result)
    CompletenessReader(problems: problems).read(&fields, into: &result)
    fields.finish()
    return result
  }

  private func readTokens(_ fields: inout Fields, into result: inout Dataset) {
    let unknown = TokenReader(problems: problems).tokens("unknown_tokens", &fields)
    result.unknownTokens += unknown.texts
    result.unknownPatterns = unknown.patterns
    result.redacted = TokenReader(problems: problems).tokens("redacted", &fields)
  }

  /// When rows hold: a date, an interval, or the day of all of them.
  private func readTime(_ fields: inout Fields, into result: inout Dataset) {
    result.snapshot = fields.date("snapshot")
    if let node = fields.node("period_by") {
      if node.scalar != nil {
        result.periodBy = fields.text("period_by")
      } else if var inner = Fields(node, .interval, "'period_by' of \(fields.what)", problems) {
        let from = inner.text("from")
        let to = inner.text("to")
        let blank: Interval.Blank? = inner.word("blank_to")
        let reversed: Interval.Reversed? = inner.word("reversed")
        inner.finish()
        if let from, let to {
          result.interval = Interval(
            from: from, to: to, blankTo: blank ?? .unknown, reversed: reversed ?? .error)
        }
      }
    }
    guard var valid = fields.fields("valid", "'valid' of \(fields.what)") else { return }
    let from = valid.text("from")
    let until = valid.text("until")
    valid.finish()
    if let from { result.valid = Validity(from: from, until: until) }
  }

  private func references(_ fields: inout Fields) -> [Reference] {
    fields.table("references") { "reference '\($0)'" }.compactMap { name, own in
      var fields = own
      let (to, by) = (fields.text("to"), fields.text("by"))
      fields.finish()
      guard let to, let by else { return nil }
      return Reference(name: name.value, dataset: to, by: by)
    }
  }
}
