import CScan
import Glibc

/// The distinct cells of one column, as they stand in the file: each is decoded once and has a code.
///
/// Cells are told apart by their bytes without quotes, up to sixteen of them in the table itself.
/// The table is mixed with a number that nobody outside knows, so that no file can be written whose
/// cells all fall on one place.
@safe final class CellDictionary {
  /// What is special about a distinct cell.
  struct Trait: OptionSet {
    let rawValue: UInt8

    /// It is to be read row by row: nobody can read it, it is a header, or it is very long.
    static let odd = Trait(rawValue: 1)
    /// Somebody blacked it out.
    static let redacted = Trait(rawValue: 2)
  }

  private(set) var cells: [Cell] = []
  private(set) var traits: [Trait] = []
  /// Whether some cell was neither blank, nor a token that says nothing, nor blacked out.
  private(set) var saysSomething = false
  private let decoder: ColumnDecoder
  private let headers: [[UInt8]]
  private let mixers: (UInt64, UInt64)
  /// What of the first sixteen bytes belongs to a cell, by its length.
  private let masks: UnsafeMutablePointer<(low: UInt64, high: UInt64)>
  private var slots: UnsafeMutablePointer<holdfast_cell_slot>
  private var bits = 6
  /// A place where nothing stands.
  private static let nothing = holdfast_cell_slot(low: 0, high: 0, code: -1, place: 0)
  /// Cells of over sixteen bytes, one behind the other.
  private let long = RawBuffer(1 << 10)
  private var longCount = 0
  /// Whether each distinct cell is blank, by code.
  private(set) var blanks: [Bool] = []

  /// How many distinct cells are kept before all are forgotten.
  static let limit = 1 << 17
  private static let longLimit = 8 << 20
  /// The longest cell that is not odd: a limit on what evaluating it can cost.
  private static let longest = 1_000

  /// A table for the cells that a decoder reads; `headers` are those of the column.
  init(_ decoder: ColumnDecoder, headers: [[UInt8]]) {
    self.decoder = decoder
    self.headers = headers
    mixers = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
    unsafe masks = .allocate(capacity: 17)
    for count in 0...16 {
      let low = count < 8 ? (1 << UInt64(8 * count)) - 1 : UInt64.max
      let high = count < 8 ? 0 : count < 16 ? (1 << UInt64(8 * (count - 8))) - 1 : UInt64.max
      unsafe (masks + count).initialize(to: (low, high))
    }
    unsafe slots = Self.empty(bits)
  }

  deinit {
    unsafe slots.deallocate()
    unsafe masks.deallocate()
  }

  /// Whether it holds so much that it should be emptied.
  var isFull: Bool { cells.count >= Self.limit || longCount >= Self.longLimit }

  /// Whether some distinct cell is odd.
  private(set) var hasOdd = false
  /// Whether some distinct cell was blacked out.
  private(set) var hasRedacted = false
  private var something: Int32?

  /// The code that stands for all cells that say something, where nothing else matters.
  @inline(__always)
  func somethingCode() -> Int32 {
    if let something { return something }
    saysSomething = true
    let code = add(.text("something"))
    something = code
    return code
  }

  /// Gives a cell that does not stand in the file a code.
  func add(_ cell: Cell) -> Int32 { add(cell, []) }

  private func add(_ cell: Cell, _ trait: Trait) -> Int32 {
    cells.append(cell)
    traits.append(trait)
    blanks.append(cell == .unknown || cell == .excluded)
    return Int32(cells.count - 1)
  }

  /// Forgets all cells: codes given before mean nothing afterwards.
  func reset() {
    cells.removeAll(keepingCapacity: true)
    traits.removeAll(keepingCapacity: true)
    blanks.removeAll(keepingCapacity: true)
    longCount = 0
    (something, hasOdd, hasRedacted) = (nil, false, false)
    for index in 0..<(1 << bits) { unsafe slots[index] = Self.nothing }
  }

  /// The table for a loop; to be asked for again after each new cell.
  var lookup: Lookup {
    unsafe Lookup(table: table, long: UnsafePointer(long.bytes), masks: UnsafePointer(masks))
  }

  /// Likewise, for cells of up to sixteen bytes.
  var table: holdfast_cell_table {
    unsafe holdfast_cell_table(
      slots: UnsafePointer(slots), mask: UInt32(1 << bits) - 1, shift: UInt32(64 - bits),
      mixers: mixers)
  }

  /// The code of a cell, which is decoded where it was not met yet. Sixteen bytes from its beginning on
  /// must be readable.
  func code(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let known = unsafe lookup.code(bytes, count)
    return known >= 0 ? known : unsafe insert(bytes, count)
  }

  private static func empty(_ bits: Int) -> UnsafeMutablePointer<holdfast_cell_slot> {
    let slots = UnsafeMutablePointer<holdfast_cell_slot>.allocate(capacity: 1 << bits)
    unsafe slots.initialize(repeating: Self.nothing, count: 1 << bits)
    return unsafe slots
  }

  private func insert(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    let cell = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
    let code = decode(cell)
    guard count > 16 else {
      let raw = unsafe UnsafeRawPointer(bytes)
      let low = unsafe raw.loadUnaligned(as: UInt64.self) & masks[count].low
      let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & masks[count].high
      put(holdfast_cell_slot(low: low, high: high, code: code, place: 0))
      return code
    }
    long.grow(to: longCount + count > long.count ? 2 * (longCount + count) : long.count)
    unsafe (long.bytes + longCount).update(from: bytes, count: count)
    let low = unsafe Self.digest(bytes, count, mixers.0)
    put(
      holdfast_cell_slot(
        low: low, high: UInt64(count) | 1 << 63, code: code, place: UInt32(longCount)))
    longCount += count
    return code
  }

  private func put(_ slot: holdfast_cell_slot) {
    // A small table may be nearly empty: then hardly a cell stands where another belongs.
    if cells.count * (bits < 12 ? 8 : 2) > 1 << bits { grow() }
    var index = place(of: slot)
    while unsafe slots[index].code >= 0 { index = (index + 1) & ((1 << bits) - 1) }
    unsafe slots[index] = slot
  }

  private func place(of slot: holdfast_cell_slot) -> Int {
    Int(unsafe holdfast_cell_place(slot.low, slot.high, table))
  }

  private func grow() {
    let (old, count) = unsafe (slots, 1 << bits)
    bits += 1
    unsafe slots = Self.empty(bits)
    for index in 0..<count where unsafe old[index].code >= 0 {
      let slot = unsafe old[index]
      var place = place(of: slot)
      while unsafe slots[place].code >= 0 { place = (place + 1) & ((1 << bits) - 1) }
      unsafe slots[place] = slot
    }
    unsafe old.deallocate()
  }

  /// Decodes a cell that was not met yet.
  private func decode(_ bytes: [UInt8]) -> Int32 {
    var faults: [CellFault] = []
    var tally = ColumnTally()
    let range = Blanks.trimmed(bytes.span, bytes.indices)
    let cell = decoder.cell(bytes, range, line: 0, &faults, &tally)
    var trait: Trait = tally.redacted > 0 ? .redacted : []
    let isHeader = headers.contains { $0.elementsEqual(bytes) }
    if !faults.isEmpty || isHeader || bytes.count > Self.longest { trait.insert(.odd) }
    if !trait.contains(.odd), tally.saysSomething { saysSomething = true }
    if trait.contains(.odd) { hasOdd = true }
    if trait.contains(.redacted) { hasRedacted = true }
    return add(cell, trait)
  }
}
