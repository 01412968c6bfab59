/// One column of the regular rows of a block: a code for each row, and the number where the column
/// is one of numbers.
@safe package final class ColumnVector {
  /// How the cells of a column are taken in.
  package enum Form: Sendable {
    /// Each distinct cell is decoded once.
    case distinct
    /// Likewise, but all cells that say something stand for one another: only whether they do
    /// matters.
    case presence
    /// Numbers; codes tell on which side of the cuts they lie, and whether they are unknown
    /// (`cuts.count + 1`) or left out (`cuts.count + 2`).
    case numbers(cuts: [Int64])
  }

  /// The place of the column in the schema.
  package let column: Int
  package let form: Form
  private let field: Int?
  let dictionary: CellDictionary
  let reader: NumberReader
  let longestToken: Int
  let quote: UInt8
  private let constant: Int32
  private var room = 0
  private(set) var codes: UnsafeMutablePointer<Int32>
  private(set) var numbers: UnsafeMutablePointer<Int64>
  var marks: UnsafeMutablePointer<UInt8>
  /// Rows whose cells are looked up one by one.
  private(set) var others: UnsafeMutablePointer<UInt32>
  /// Whether some cell of the block is to be read row by row.
  var hasOdd = false
  var saysNumber = false
  /// No number of the block is larger.
  var largest: UInt64 = 0

  init(
    _ column: Int, _ form: Form, _ decoder: ColumnDecoder, headers: [[UInt8]], quote: UInt8
  ) {
    self.column = column
    self.form = form
    self.quote = quote
    dictionary = CellDictionary(decoder, headers: headers)
    reader = NumberReader(decoder)
    let schema = decoder.schema
    longestToken =
      (schema.values.map(\.text) + schema.unknownTokens + schema.redacted).map(\.utf8.count).max()
      ?? 0
    unsafe codes = .allocate(capacity: 0)
    unsafe numbers = .allocate(capacity: 0)
    unsafe marks = .allocate(capacity: 0)
    unsafe others = .allocate(capacity: 0)
    switch decoder.place {
    case .field(let place): (field, constant) = (place, 0)
    case .fixed(let cell): (field, constant) = (nil, dictionary.add(cell))
    }
  }

  deinit {
    unsafe codes.deallocate()
    unsafe numbers.deallocate()
    unsafe marks.deallocate()
    unsafe others.deallocate()
  }

  /// The classes of a column of numbers, which are its codes; nil for others.
  package var fixedClasses: [Int32]? {
    guard case .numbers(let cuts) = form, field != nil else { return nil }
    return (0..<Int32(cuts.count + 3)).map { $0 }
  }

  /// How many codes there are so far.
  package var codeCount: Int {
    guard case .numbers(let cuts) = form, field != nil else { return dictionary.cells.count }
    return cuts.count + 3
  }

  /// The code of a row of the block.
  package func code(of row: Int) -> Int { Int(unsafe codes[row]) }

  /// The number of a row of the block, of a column of numbers; nil where it is unknown or left out,
  /// or the same in every row.
  package func number(of row: Int) -> Int64? {
    guard case .numbers = form, field != nil else { return nil }
    if hasMarks, unsafe marks[row] != NumberReader.Mark.number { return nil }
    return unsafe numbers[row]
  }

  /// Whether a code of a column of numbers is that of cells that are left out.
  package func isExcluded(_ code: Int) -> Bool {
    guard case .numbers(let cuts) = form else { return false }
    return code == cuts.count + 2
  }

  /// How far from zero the number of a row of the block is.
  package func weight(_ row: Int) -> Int64 { Int64(unsafe numbers[row].magnitude) }

  /// Whether there are so many distinct cells that they are forgotten before the next block.
  package var isFull: Bool { dictionary.isFull && field != nil }

  /// The distinct cells so far, by code.
  package var cells: [Cell] { dictionary.cells }

  /// Whether a distinct cell was blacked out, by code.
  package func isRedacted(_ code: Int) -> Bool { dictionary.traits[code].contains(.redacted) }

  /// Whether rows with a distinct cell are to be read row by row.
  package func isOdd(_ code: Int) -> Bool { dictionary.traits[code].contains(.odd) }

  /// Whether some cell of the file said something so far.
  package var saysSomething: Bool { saysNumber || dictionary.saysSomething || field == nil }

  /// Whether the column is the same in every row.
  package var isConstant: Bool { field == nil }

  /// Forgets the distinct cells where there are too many; true if so.
  func resetIfFull() -> Bool {
    guard isFull else { return false }
    dictionary.reset()
    return true
  }

  /// Takes the column of the regular rows of a block in.
  func read(_ block: RowBlock) {
    makeRoom(block.count)
    hasOdd = false
    largest = 0
    guard let field else {
      unsafe codes.update(repeating: constant, count: block.count)
      return
    }
    switch form {
    case .distinct: readCodes(block, field)
    case .presence: readPresence(block, field)
    case .numbers(let cuts):
      readNumbers(block, field)
      readSides(block.count, cuts)
    }
  }

  var hasMarks = false

  /// The rows of the block that are to be read row by row, for the sake of this column.
  func oddRows(_ count: Int) -> [Int] {
    guard hasOdd else { return [] }
    if case .numbers = form {
      return (0..<count).filter { unsafe marks[$0] == NumberReader.Mark.odd }
    }
    return (0..<count).filter { dictionary.traits[Int(unsafe codes[$0])].contains(.odd) }
  }

  /// Some of the rows that are blank in this column.
  func blankRows(among rows: [Int]?, _ count: Int) -> [Int] {
    if case .numbers = form {
      guard hasMarks else { return [] }
      return (rows ?? Array(0..<count)).filter { unsafe marks[$0] != NumberReader.Mark.number }
    }
    let (blanks, codes) = unsafe (dictionary.blanks, self.codes)
    if let rows { return rows.filter { blanks[Int(unsafe codes[$0])] } }
    guard blanks.contains(true) else { return [] }
    var result: [Int] = []
    unsafe blanks.withUnsafeBufferPointer { blanks in
      for row in 0..<count where unsafe blanks[Int(codes[row])] { result.append(row) }
    }
    return result
  }

  /// How many rows of the block have a cell that was blacked out, those of some rows aside.
  package func redacted(_ count: Int, without rows: Set<Int>) -> Int {
    guard field != nil, dictionary.hasRedacted else { return 0 }
    return (0..<count).count { !rows.contains($0) && isRedacted(Int(unsafe codes[$0])) }
  }

  private func makeRoom(_ count: Int) {
    guard room < count else { return }
    unsafe codes.deallocate()
    unsafe numbers.deallocate()
    unsafe marks.deallocate()
    unsafe others.deallocate()
    room = count + count / 2
    unsafe codes = .allocate(capacity: room)
    unsafe numbers = .allocate(capacity: room)
    unsafe marks = .allocate(capacity: room)
    unsafe others = .allocate(capacity: room)
    unsafe numbers.initialize(repeating: 0, count: room)
  }
}
