import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads one dataset of an institution.
struct DatasetReader {
  let currency: String
  let problems: Problems

  func dataset(_ name: Located<String>, _ node: YAMLNode) -> Dataset? {
    Names.check(name, Names.variable, "a dataset's name", problems)
    guard var fields = Fields(node, "dataset '\(name.value)'", problems) else { return nil }
    _ = fields.required("files", "name its files: files: spend/*.csv")
    var result = Dataset(
      name: name.value, files: files(&fields),
      format: FormatReader(problems: problems).format(&fields), span: name.span)
    result.unknownTokens = [""] + (fields.texts("unknown_tokens") ?? []).map(\.value)
    result.keep = fields.expression("keep")
    result.periodBy = fields.text("period_by")
    result.snapshot = fields.date("snapshot")
    result.isPersonal = fields.bool("personal") ?? false
    result.mayBeEmpty = fields.bool("may_be_empty") ?? false
    result.key = fields.texts("key") ?? []
    result.show = fields.texts("show") ?? []
    result.columns = columns(&fields)
    result.references = references(&fields)
    fields.finish()
    return result
  }

  private func files(_ fields: inout Fields) -> [Located<String>] {
    guard let node = fields.node("files") else { return [] }
    guard case .sequence(let items) = node.kind else { return fields.texts("files") ?? [] }
    return items.compactMap { item in
      if item.scalar != nil { return fields.texts(item, "files").first }
      guard var file = Fields(item, "an item of files", problems) else { return nil }
      let path = file.requiredText("path")
      file.finish()
      return path
    }
  }

  private func references(_ fields: inout Fields) -> [Reference] {
    fields.pairs("references").compactMap { name, node in
      Names.check(name, Names.variable, "a reference's name", problems)
      guard var fields = Fields(node, "reference '\(name.value)'", problems) else { return nil }
      let to = fields.requiredText("to", "name the dataset pointed to: to: suppliers")
      let by = fields.requiredText("by", "name the column that holds the key: by: supplier_id")
      fields.finish()
      guard let to, let by else { return nil }
      return Reference(name: name.value, dataset: to, by: by)
    }
  }

  private func columns(_ fields: inout Fields) -> [Column] {
    guard
      fields.required("columns", "declare its columns: columns: {amount: {type: decimal}}") != nil
    else { return [] }
    return fields.pairs("columns").compactMap { name, node in
      Names.check(name, Names.variable, "a column's name", problems)
      return Fields(node, "column '\(name.value)'", problems).map { column(name, $0) }
    }
  }

  private func column(_ name: Located<String>, _ root: Fields) -> Column {
    var fields = root
    var result = Column(name: name.value, type: fields.word("type") ?? .text, span: name.span)
    if let headers = fields.texts("from") { result.headers = headers.map(\.value) }
    readAmount(&fields, into: &result)
    if let format = fields.text("format") {
      if let pattern = DateFormat(format.value) {
        result.dateFormat = pattern
      } else {
        problems.add(
          "'\(format.value)' is no date format", at: format.span,
          help: "use d, dd, M, MM, MMM, MMMM, yy and yyyy: dd/MM/yyyy")
      }
      if result.type != .date {
        problems.add("only a date has a format", at: format.span, help: "add type: date")
      }
    }
    if let written = fields.text("written_as") {
      result.percentInPoints = written.value != "fraction"
      if !["points", "fraction"].contains(written.value) || result.type != .percent {
        problems.add("written_as is points or fraction, of a percent column", at: written.span)
      }
    }
    result.unknownTokens = (fields.texts("unknown_tokens") ?? []).map(\.value)
    result.isPersonal = fields.bool("personal") ?? false
    readMeanings(&fields, into: &result)
    fields.finish()
    return result
  }

  private func readAmount(_ fields: inout Fields, into result: inout Column) {
    if let scale = fields.integer("scale", in: 0...9) { result.scale = scale }
    result.basis = fields.text("basis")?.value
    let code = fields.text("currency")
    guard result.type == .decimal else {
      if let code { problems.add("only a decimal has a currency", at: code.span) }
      return
    }
    result.currency = code?.value ?? currency
    guard let code else { return }
    if code.value == "none" {
      result.currency = nil
    } else if !InstitutionLoader.isCurrency(code.value) {
      problems.add(
        "'\(code.value)' is no currency code", at: code.span,
        help: "write three capital letters, or none for a number that is no money")
    }
  }

  private func readMeanings(_ fields: inout Fields, into result: inout Column) {
    if let blank = fields.text("blank")?.value {
      result.blank =
        blank == "exclude" ? .exclude : blank == "unknown" ? .unknown : .value(blank)
    }
    if let node = fields.node("values"),
      ![.text, .choice, .bool, .postcode, .companyNumber].contains(result.type)
    {
      problems.add(
        "a column of type \(result.type.rawValue) takes no 'values'", at: node.span,
        help: "list cells that say nothing under unknown_tokens")
      return
    }
    guard let node = fields.node("values") else {
      if result.type == .choice {
        problems.add("a choice lists its values", at: fields.span, help: "add values: [a, b]")
      }
      return
    }
    if result.type == .choice, node.isEmpty {
      problems.add("a choice lists its values", at: node.span, help: "add values: [a, b]")
    }
    if case .sequence = node.kind {
      for item in fields.texts(node, "values") { result.values[item.value] = .text(item.value) }
      guard result.type == .bool else { return }
      problems.add(
        "the values of a bool say which cells are true and which are false", at: node.span,
        help: "write values: {\"Yes\": true, \"No\": false}")
      return
    }
    for (cell, meaning) in fields.pairs("values") {
      guard let scalar = meaning.scalar else {
        problems.add("the meaning of '\(cell.value)' must be a single value", at: meaning.span)
        continue
      }
      switch (scalar.resolved, result.type) {
      case (.string("unknown"), _): result.values[cell.value] = .unknown
      case (.bool(let value), .bool): result.values[cell.value] = .bool(value)
      case (_, .bool):
        problems.add(
          "the meaning of '\(cell.value)' must be true, false or unknown", at: meaning.span)
      default: result.values[cell.value] = .text(scalar.text)
      }
    }
  }
}
