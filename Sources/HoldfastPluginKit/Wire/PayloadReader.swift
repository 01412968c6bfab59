internal import JSONText

/// Reads the rows of a batch: columns of cells, which rows count, and what `where` says of them.
struct PayloadReader {
  /// What a payload holds.
  private(set) var columns: [[Cell]] = []
  private(set) var members: [Cell]?
  private(set) var conditions: [Cell]?

  private var reader = JSONReader(limits: JSONLimits(depth: 4, tokenBytes: 16 << 20))

  /// Reads a payload; throws where it is none.
  init(_ bytes: [UInt8]) throws(PluginError) {
    reader.feed(bytes)
    reader.finish()
    do throws(JSONError) { try read() } catch {
      // What stands there may be a cell.
      throw PluginError(.unsupported, "a batch is no JSON: \(error.words(hidden: true).message)")
    }
  }

  private mutating func read() throws(JSONError) {
    guard try reader.next() == .beginObject else { return }
    while let event = try reader.next(), event == .key {
      switch reader.tokenText {
      case "c":
        guard try reader.next() == .beginList else { return }
        while try reader.next() == .beginList { columns.append(try cells()) }
      case "m":
        guard try reader.next() == .beginList else { return }
        members = try cells()
      case "w":
        guard try reader.next() == .beginList else { return }
        conditions = try cells()
      default: return
      }
    }
    while try reader.next() != nil {}
  }

  /// The cells of a list that has begun.
  private mutating func cells() throws(JSONError) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(columns.first?.count ?? 0)
    while let event = try reader.next() {
      switch event {
      case .null: cells.append(.unknown)
      case .bool(let flag): cells.append(.flag(flag))
      case .text: cells.append(.text(reader.tokenText))
      // A number that is not whole is no cell: it comes as one that fits no column.
      case .number: cells.append(Int(reader.tokenText).map(Cell.whole) ?? .unknown)
      default: return cells
      }
    }
    return cells
  }
}
