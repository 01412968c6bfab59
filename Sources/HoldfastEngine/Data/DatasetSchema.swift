import Exact
import HoldfastModel
import Patterns
import Tabular

extension Dataset {
  /// What a reader of a file is asked for: every declared column.
  ///
  /// Cells without content whose meaning is declared come as `excluded`, so that the engine can
  /// tell them from cells that are simply unknown, and weigh the choice.
  func schema(of entry: TableFiles.Entry) -> [ColumnSchema] { schema(entry.columns) }

  /// What a reader is asked for, as the columns stand in some files.
  func schema(_ columns: [Column]) -> [ColumnSchema] {
    columns.map { column in
      var schema = ColumnSchema(
        name: column.name, origin: column.origin.place, type: column.cellType,
        currency: column.exchange == nil ? column.currency : nil,
        isPersonal: column.isPersonal || isPersonal)
      schema.values = column.values.map { ($0.key.text, $0.value.cell) }
      schema.unknownTokens = Set((unknownTokens + column.unknownTokens).map(TextKey.init))
        .sorted().map(\.text).filter { !$0.isEmpty }
      schema.unknownPatterns = Self.patterns(unknownPatterns + column.unknownPatterns)
      let blackened = redacted.adding(column.redacted)
      schema.redacted = blackened.texts
      schema.redactedPatterns = Self.patterns(blackened.patterns)
      schema.extract = column.extract?.rule
      if column.blank != .unknown {
        schema.blank = .exclude
        schema.tokensMean = .exclude
      }
      return schema
    }
  }

  /// Patterns that the loader has found to be in order.
  private static func patterns(_ texts: [String]) -> [Pattern] {
    texts.compactMap { try? Pattern($0) }
  }
}

extension HoldfastModel.ColumnOrigin {
  fileprivate var place: Tabular.ColumnOrigin {
    switch self {
    case .headers(let headers): .headers(headers.map { HeaderName($0.text, nth: $0.nth) })
    case .position(let place): .position(place)
    case .constant(let text): .constant(text)
    // The loader has refused what is no pattern.
    case .fileName(let text): (try? Pattern(text)).map { .fileName($0) } ?? .constant("")
    }
  }
}

extension Extract {
  fileprivate var rule: CellExtract? {
    switch self {
    case .postcode: return .postcode
    case .pattern(let text, let noMatch):
      let rule: CellExtract.NoMatch =
        switch noMatch {
        case .error: .fault
        case .unknown: .unknown
        case .whole: .whole
        }
      return (try? Pattern(text)).map { .pattern($0, noMatch: rule) }
    }
  }
}

extension Column {
  var cellType: CellType {
    switch type {
    case .text: .text
    case .choice: .choice(allowed: values.keys.map(\.text).sorted())
    case .bool: .bool
    case .integer: .integer
    case .decimal: .decimal(scale: scale)
    case .percent: .percent(points: percentInPoints)
    case .date: .date(dateFormat)
    case .timestamp: .timestamp
    case .postcode: .postcode
    case .companyNumber: .companyNumber
    }
  }

  /// The cell that a declared blank stands for, read as if it stood in the file; nil where none is
  /// declared or the row is left out.
  var blankCell: Cell? {
    guard case .value(let key) = blank else { return nil }
    let text = key.text
    switch values[key] {
    case .text(let meaning)?: return .text(meaning)
    case .bool(let meaning)?: return .bool(meaning)
    case .unknown?: return nil
    case nil: break
    }
    switch type {
    case .text, .choice, .postcode, .companyNumber: return .text(text)
    case .bool: return text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
    case .integer: return Int64(text).map(Cell.integer)
    case .decimal: return Decimal(text).map(Cell.decimal)
    case .percent:
      guard percentInPoints else { return Decimal(text).map(Cell.decimal) }
      let points = Decimal(text.hasSuffix("%") ? text.dropLast() : text[...])
      return points.map { .decimal(Decimal(coefficient: $0.coefficient, scale: $0.scale + 2)) }
    case .date: return dateFormat.date(from: text.utf8).map(Cell.date)
    case .timestamp: return nil
    }
  }
}

extension Column.Meaning {
  fileprivate var cell: CellMeaning {
    switch self {
    case .unknown: .unknown
    case .bool(let value): .value(.bool(value))
    case .text(let text): .value(.text(text))
    }
  }
}

extension FileFormat {
  var table: TableFormat {
    switch kind {
    case .csv, .tsv: .csv(csv)
    case .ndjson: .ndjson
    case .json: .json(rows: rows ?? "[]")
    case .ocds: .ocds(rows: rows ?? "awards[].suppliers[]")
    case .xlsx: .xlsx(XLSXFormat(sheet: sheet, header: headers, headerRows: headerRows))
    }
  }

  private var headers: HeaderRow {
    switch header {
    case .line(let line): .line(line)
    case .auto: .auto
    case .none: .none
    }
  }

  private var csv: CSVFormat {
    let encoding: TextEncoding =
      switch encoding {
      case .utf8: .utf8
      case .windows1252: .windows1252
      case .auto: .auto
      }
    return CSVFormat(
      delimiter: delimiter, quote: quote, encoding: encoding, header: headers,
      headerRows: headerRows)
  }
}
