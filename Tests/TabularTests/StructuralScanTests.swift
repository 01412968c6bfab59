import Tabular
import Testing

@Suite struct StructuralScanTests {
  /// A text that stands behind a row of its own, and what is found in it.
  struct Case: Sendable, CustomTestStringConvertible {
    let text: [UInt8]
    var ends: [Int] = []
    var rows: [Int] = []
    var breaks: [Int] = []
    var words: [Int] = []
    var faults: StructuralScan.Faults = []

    init(
      _ text: String, ends: [Int] = [], rows: [Int] = [], breaks: [Int] = [], words: [Int] = [],
      _ faults: StructuralScan.Faults = []
    ) {
      self.text = Array(text.utf8)
      (self.ends, self.rows, self.breaks, self.words) = (ends, rows, breaks, words)
      self.faults = faults
    }

    init(bytes: [UInt8]) {
      text = bytes
      faults = .badLetter
    }

    var testDescription: String { String(decoding: text, as: UTF8.self).debugDescription }

    /// Behind a row of so many letters, whose end is one more.
    func expected(behind count: Int) -> Found {
      var found = Found()
      found.ends = [count] + ends.map { $0 + count + 1 }
      found.rowEnds = [0] + rows.map { $0 + 1 }
      found.breaks = breaks.map { $0 + count + 1 }
      found.words = words.map { $0 + count + 1 }
      found.faults = faults
      return found
    }
  }

  static let cases = [
    Case(""),
    Case("a"),
    Case("a,b\n", ends: [1, 3], rows: [1]),
    Case("a,b\r\n", ends: [1, 4], rows: [1]),
    Case(",-\r\n,-\"\"#", ends: [0, 3, 4], rows: [1], .misplacedQuote),
    Case("\n\n", ends: [0, 1], rows: [0, 1]),
    Case(",,,\n,", ends: [0, 1, 2, 3, 4], rows: [3]),
    Case("\"\""),
    Case("\"\",\"\"\r\n", ends: [2, 6], rows: [1]),
    Case("\"\"\"\",\"a\"\"\"\n", ends: [4, 10], rows: [1]),
    Case("\"a,\nb\r\n\",c\n", ends: [8, 10], rows: [1], breaks: [3, 6]),
    Case("\"a\rb\"\n", ends: [5], rows: [0]),
    Case("total,SubToTaL\n", ends: [5, 14], rows: [1], words: [0, 9]),
    Case("totot", words: [0, 2]),
    Case("\"to\ntot\"", breaks: [3], words: [4]),
    Case(
      "T\u{4F}t,4\u{0F}4\u{54}/t,\u{14}\u{2F}\u{14}\n", ends: [3, 10, 14], rows: [2], words: [0]),
    Case(
      String(repeating: ",", count: 70), ends: Array(0..<70)),
    Case(String(repeating: "\n", count: 70), ends: Array(0..<70), rows: Array(0..<70)),
    Case(
      "é,€,😀,\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}\n",
      ends: [2, 6, 11, 37], rows: [3]),
    Case("a\"\"", .misplacedQuote),
    Case("\"a\"\"", .openQuote),
    Case("\"a\"b", .misplacedQuote),
    Case("\"a\" ,b", ends: [4], .misplacedQuote),
    Case("\"", .openQuote),
    Case("\"a\n", breaks: [2], .openQuote),
    Case("a\r", .bareReturn),
    Case("a\r\r\n", ends: [3], rows: [0], .bareReturn),
    Case("\"a\"\rb", .bareReturn),
    Case("a\rb\n", ends: [3], rows: [0], .bareReturn),
    Case("\"\r", .openQuote),
    Case("\u{0}", .zeroByte),
    Case("\"\u{0}\"", .zeroByte),
    Case("é\u{0}", .zeroByte),
    Case("\u{0}a\"\"\r\"", [.zeroByte, .misplacedQuote, .bareReturn, .openQuote]),
  ]

  static let badLetters: [[UInt8]] = [
    [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC2], [0xC2, 0x41], [0xC3, 0xA9, 0xA9],
    [0xE0, 0x9F, 0xBF], [0xE2, 0x82], [0xE2, 0x82, 0x41], [0xE2, 0xC3, 0xA9], [0xED, 0xA0, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xF0, 0x9F, 0x98], [0xF0, 0x9F, 0x98, 0x41],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
  ]

  /// So many letters stand in front that every border between blocks is met.
  @Test(arguments: cases + badLetters.map(Case.init(bytes:)), StructuralScan.Way.allCases)
  func findsWhatThereIs(_ item: Case, _ way: StructuralScan.Way) {
    let scan = StructuralScan(delimiter: 0x2C, quote: 0x22, way: way)
    for count in 0..<140 {
      let text = Array(repeating: UInt8(ascii: "x"), count: count) + [0x0A] + item.text
      #expect(Found(scan, text) == item.expected(behind: count), "behind \(count)")
    }
    if !item.text.isEmpty { #expect(Found(scan, item.text).faults == item.faults) }
  }

  /// Texts at random: refused exactly where the splitter or UTF-8 refuses them, else cut into the
  /// same fields; whatever the text, all ways find the same.
  @Test(arguments: Signs.all.indices)
  func readsAsTheSplitterDoes(_ index: Int) {
    let signs = Signs.all[index]
    let scans = StructuralScan.Way.allCases.map {
      StructuralScan(delimiter: signs.delimiter, quote: signs.quote, way: $0)
    }
    var texts = ScanTexts(seed: UInt64(index))
    var seen: [StructuralScan.Faults: Int] = [:]
    for _ in 0..<25_000 {
      let text = texts.text(signs)
      let found = scans.map { Found($0, text) }
      if let problem = Self.problem(found, text, signs) {
        Issue.record("\(problem): \(text)")
        return
      }
      seen[found[0].faults, default: 0] += 1
    }
    #expect(seen[[], default: 0] > 5_000)
    for fault in 0..<5 {
      #expect(seen[StructuralScan.Faults(rawValue: 1 << fault), default: 0] > 10)
    }
  }

  private static func problem(_ all: [Found], _ text: [UInt8], _ signs: Signs) -> String? {
    let found = all[0]
    guard all.allSatisfy({ $0 == found }) else { return "the ways differ" }
    let fields = FieldList(splitting: text, signs)
    let isText = String(validating: text, as: UTF8.self) != nil
    guard found.faults.contains(.badLetter) == !isText else { return "other letters are bad" }
    guard found.faults.subtracting(.badLetter).isEmpty == (fields != nil) else {
      return "other texts are refused"
    }
    guard found.faults.isEmpty else { return nil }
    guard found == Found(searching: text, signs) else { return "other places are found" }
    return FieldList(cutting: text, found, signs) == fields ? nil : "the fields differ"
  }

  @Test(arguments: StructuralScan.Way.allCases, Signs.all.map(\.quote))
  func counts(_ way: StructuralScan.Way, _ quote: UInt8) {
    var texts = ScanTexts(seed: 7)
    for _ in 0..<1_000 {
      let text = texts.text(Signs(delimiter: 0x2C, quote: quote))
      let counts = unsafe text.withUnsafeBytes {
        unsafe StructuralScan.count($0, quote: quote, way: way)
      }
      #expect(counts.quotes == text.count { $0 == quote })
      #expect(counts.lineFeeds == text.count { $0 == 0x0A })
    }
  }

  /// A shorter block behind a longer one, and nothing at all.
  @Test(arguments: StructuralScan.Way.allCases)
  func forgetsTheBlockBefore(_ way: StructuralScan.Way) {
    let scan = StructuralScan(delimiter: 0x2C, quote: 0x22, way: way)
    #expect(Found(scan, Array("tot,\"\n\r".utf8)).faults == .openQuote)
    #expect(Found(scan, Array("\na".utf8)) == Found(searching: [0x0A, 0x61], Signs.all[0]))
    unsafe scan.scan(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(unsafe scan.ends.isEmpty && scan.rowEnds.isEmpty && scan.faults.isEmpty)
  }
}
