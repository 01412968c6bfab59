import CScan

/// Finds where the fields and records of a block of text end, many bytes at a time.
///
/// One scan serves block after block, each of which begins where a record does. It splits as
/// `RecordSplitter` does and refuses what that refuses, but does not say where: a block with faults
/// is for the splitter to read again.
@safe package final class StructuralScan {
  /// How to scan. All ways find the same; they are named so that tests can compare them. One that
  /// this machine does not have is replaced by the portable one.
  package enum Way: CaseIterable, Sendable {
    case fastest, portable, avx2, avx512

    fileprivate var word: holdfast_scan_way {
      switch self {
      case .fastest: HOLDFAST_SCAN_FASTEST
      case .portable: HOLDFAST_SCAN_PORTABLE
      case .avx2: HOLDFAST_SCAN_AVX2
      case .avx512: HOLDFAST_SCAN_AVX512
      }
    }
  }

  /// Why a block is not what the strict rules of RFC 4180 and UTF-8 allow.
  package struct Faults: OptionSet, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The block ends inside quotes.
    package static let openQuote = Faults(HOLDFAST_SCAN_OPEN_QUOTE)
    /// A zero byte, inside quotes or not.
    package static let zeroByte = Faults(HOLDFAST_SCAN_ZERO_BYTE)
    /// A carriage return outside quotes that no line feed follows.
    package static let bareReturn = Faults(HOLDFAST_SCAN_BARE_RETURN)
    /// A quote that opens inside a field, or closes before the field is over.
    package static let misplacedQuote = Faults(HOLDFAST_SCAN_MISPLACED_QUOTE)
    /// Bytes that are not UTF-8; a letter that the end of the block cuts is none either.
    package static let badLetter = Faults(HOLDFAST_SCAN_BAD_LETTER)

    private init(_ fault: holdfast_scan_fault) { self.init(rawValue: fault.rawValue) }
  }

  /// How many quotes and line feeds a text has, wherever they stand.
  package struct Counts: Equatable, Sendable {
    package var quotes = 0
    package var lineFeeds = 0
  }

  private let way: Way
  private let delimiter: UInt8
  private let quote: UInt8
  /// The four arrays, one behind the other in one piece of memory, and how long each may be.
  private var memory: UnsafeMutablePointer<UInt32>
  private var room = 0
  private var found = holdfast_scan_found()

  /// A scan for texts with these signs.
  package init(delimiter: UInt8, quote: UInt8, way: Way = .fastest) {
    self.way = way
    self.delimiter = delimiter
    self.quote = quote
    unsafe memory = .allocate(capacity: 0)
  }

  deinit { unsafe memory.deallocate() }

  /// Scans a block. What an earlier scan found is gone then.
  package func scan(_ text: UnsafeRawBufferPointer) {
    guard let bytes = unsafe text.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      found = holdfast_scan_found()
      return
    }
    makeRoom(for: text.count)
    let arrays = unsafe holdfast_scan_arrays(
      ends: memory, row_ends: memory + room, breaks: memory + 2 * room, words: memory + 3 * room)
    found = unsafe holdfast_scan(way.word, bytes, text.count, delimiter, quote, arrays)
  }

  /// Where the delimiters and line feeds outside quotes stand in the block, in order. Like the
  /// others, to be used until the next scan.
  @unsafe package var ends: UnsafeBufferPointer<UInt32> { unsafe array(0, found.ends) }

  /// The first of them.
  @unsafe package var firstEnd: UnsafePointer<UInt32> { unsafe UnsafePointer(memory) }

  /// For each line feed outside quotes, its index in `ends`. A last record without one has none.
  @unsafe package var rowEnds: UnsafeBufferPointer<UInt32> { unsafe array(1, found.row_ends) }

  /// Where the line feeds inside quotes stand.
  @unsafe package var breaks: UnsafeBufferPointer<UInt32> { unsafe array(2, found.breaks) }

  /// Where the letters "tot" begin, in capitals or not, inside quotes or not.
  @unsafe package var words: UnsafeBufferPointer<UInt32> { unsafe array(3, found.words) }

  /// What is wrong with the block. If anything is, what stands behind it in the arrays has no
  /// meaning.
  package var faults: Faults { Faults(rawValue: found.faults) }

  /// Counts the quotes and line feeds of a text, which may begin anywhere.
  package static func count(
    _ text: UnsafeRawBufferPointer, quote: UInt8, way: Way = .fastest
  ) -> Counts {
    guard let bytes = unsafe text.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return Counts()
    }
    let counts = unsafe holdfast_scan_count(way.word, bytes, text.count, quote)
    return Counts(quotes: Int(counts.quotes), lineFeeds: Int(counts.feeds))
  }

  private func array(_ index: Int, _ count: Int) -> UnsafeBufferPointer<UInt32> {
    unsafe UnsafeBufferPointer(start: memory + index * room, count: count)
  }

  /// Memory that is never written to costs nothing, so each array may hold every byte's place.
  private func makeRoom(for count: Int) {
    precondition(count <= Int(UInt32.max), "a block is no longer than places can tell")
    let needed = count + Int(HOLDFAST_SCAN_SLACK)
    guard room < needed else { return }
    unsafe memory.deallocate()
    room = needed
    unsafe memory = .allocate(capacity: 4 * room)
  }
}
