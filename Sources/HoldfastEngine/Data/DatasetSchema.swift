import Exact
import HoldfastModel
import Tabular

extension Dataset {
  /// What a reader is asked for: every declared column.
  ///
  /// Cells without content whose meaning is declared come as `excluded`, so that the engine can
  /// tell them from cells that are simply unknown, and weigh the choice.
  var schema: [ColumnSchema] {
    columns.map { column in
      var schema = ColumnSchema(
        name: column.name, headers: column.headers, type: column.cellType,
        currency: column.currency, isPersonal: column.isPersonal || isPersonal)
      schema.values = column.values.mapValues(\.cell)
      let tokens = Set(unknownTokens + column.unknownTokens).filter { !$0.isEmpty }.sorted()
      if column.blank == .unknown {
        schema.unknownTokens = tokens
      } else {
        schema.blank = .exclude
        for token in tokens where schema.values[token] == nil {
          schema.values[token] = .value(.excluded)
        }
      }
      return schema
    }
  }
}

extension Column {
  var cellType: CellType {
    switch type {
    case .text: .text
    case .choice: .choice(allowed: values.keys.sorted())
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
    guard case .value(let text) = blank else { return nil }
    switch values[text] {
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
  var csv: CSVFormat {
    let encoding: TextEncoding =
      switch encoding {
      case .utf8: .utf8
      case .windows1252: .windows1252
      case .auto: .auto
      }
    return CSVFormat(
      delimiter: delimiter, quote: quote, encoding: encoding,
      header: headerLine.map(HeaderRow.line) ?? .auto)
  }
}
