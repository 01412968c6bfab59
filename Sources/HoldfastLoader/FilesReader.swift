import Diagnostics
import HoldfastModel
import YAMLSource

/// Reads where the rows of a dataset are: files, each with settings of its own if need be, or a
/// command.
struct FilesReader {
  let columns: ColumnReader
  /// The dataset's columns as they are written.
  let nodes: [(name: Located<String>, node: YAMLNode)]
  let problems: Problems

  func read(_ fields: inout Fields, into result: inout Dataset) {
    let files = fields.node("files")
    if let source = fields.fields("source", "'source' of \(fields.what)") {
      result.command = command(source)
      if let files {
        problems.add("\(fields.what) has files and a source", at: files.span, help: "keep one")
      }
      return
    }
    guard let files else {
      problems.add(
        "\(fields.what) has no 'files'", at: fields.span,
        help: "name its files: files: spend/*.csv")
      return
    }
    let format = fields.node("format")
    if case .sequence(let items) = files.kind {
      result.files = items.compactMap { item($0, format, result, fields) }
    } else if let item = item(files, format, result, fields) {
      result.files = [item]
    }
  }

  private func item(
    _ node: YAMLNode, _ format: YAMLNode?, _ dataset: Dataset, _ outer: Fields
  ) -> FileItem? {
    if node.scalar != nil {
      return outer.texts(node, "files").first.map {
        FileItem(pattern: $0, format: dataset.format, columns: dataset.columns)
      }
    }
    guard var fields = Fields(node, .fileItem, "an item of files", problems) else { return nil }
    let path = fields.text("path")
    var result = FileItem(
      pattern: path ?? Located("", at: node.span), format: dataset.format, columns: dataset.columns)
    if let own = fields.node("format") {
      let reader = FormatReader(problems: problems)
      if let merged = Fields(own, over: format, .format, "the format of a file", problems) {
        result.format = reader.format(merged)
        result.format.rows = result.format.rows ?? dataset.format.rows
      }
      result.isPlain = false
    }
    for (name, own) in fields.pairs("columns") {
      overlay(name, own, &result, dataset)
      result.isPlain = false
    }
    fields.finish()
    return path == nil ? nil : result
  }

  private func overlay(
    _ name: Located<String>, _ own: YAMLNode, _ item: inout FileItem, _ dataset: Dataset
  ) {
    guard let index = dataset.columns.firstIndex(where: { $0.name == name.value }),
      let base = nodes.first(where: { $0.name.value == name.value })
    else {
      problems.add(
        "the dataset declares no column '\(name.value)'", at: name.span,
        help: Nearest.hint(for: name.value, in: dataset.columns.map(\.name))
          ?? "declare it under the dataset's columns: first")
      return
    }
    guard
      let merged = Fields(own, over: base.node, .column, "column '\(name.value)'", problems)
    else { return }
    refuseWhatHoldsForAllFiles(own)
    let column = columns.column(name, merged)
    if column.type != dataset.columns[index].type {
      problems.add(
        "column '\(name.value)' is \(dataset.columns[index].type.rawValue) in the dataset and "
          + "\(column.type.rawValue) in this file", at: name.span,
        help: "a column has one type in all files")
    }
    item.columns[index] = column
  }

  /// How cells are read may differ from file to file; what they mean may not. What is no key of a
  /// column at all is refused where columns are read.
  private func refuseWhatHoldsForAllFiles(_ node: YAMLNode) {
    guard case .mapping(let entries) = node.kind else { return }
    for entry in entries {
      guard let key = entry.key.scalar?.text, Shape.column.index(of: key) != nil,
        Shape.columnOfFile.index(of: key) == nil
      else { continue }
      problems.add(
        "'\(key)' holds for all files of the dataset", at: entry.key.span,
        help: "put it under the dataset's columns:")
    }
  }

  private func command(_ root: Fields) -> CommandSource? {
    var fields = root
    if let kind = fields.text("kind"), kind.value != "command" {
      problems.add(
        "unknown kind of source '\(kind.value)'", at: kind.span, help: "use kind: command")
    }
    let run = fields.texts("run") ?? []
    if run.isEmpty {
      problems.add(
        "the source has no command", at: fields.span,
        help: "list the program and its arguments: run: [sqlite3, -csv, -header, ledger.db, ...]")
    }
    for key in ["run", "count"] {
      guard let line = fields.node(key), let text = line.scalar?.text, text.contains(" ") else {
        continue
      }
      problems.add(
        "\(key) is a list, since no shell takes the line apart", at: line.span,
        help:
          "write \(key): [\(text.split(separator: " ").joined(separator: ", "))], each argument in "
          + "quotes if it holds blanks or signs")
    }
    let count = fields.texts("count")?.map(\.value)
    fields.finish()
    return CommandSource(run: run.map(\.value), count: count, span: fields.span)
  }
}
