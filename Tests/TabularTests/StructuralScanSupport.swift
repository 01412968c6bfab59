import Tabular

/// Fields one behind the other, where each ends, and how many fields there are up to each row.
struct FieldList: Equatable {
  var bytes: [UInt8] = []
  var ends: [Int] = []
  var rows: [Int] = []

  /// The fields as the splitter reads them; nil where it refuses the text.
  init?(splitting text: [UInt8], _ signs: Signs) {
    var splitter = RecordSplitter(delimiter: signs.delimiter, quote: signs.quote)
    var record = Record()
    var index = 0
    do throws(SplitError) {
      while try splitter.next(in: text.span, from: &index, into: &record) { take(record) }
      if try splitter.finish(into: &record) { take(record) }
    } catch {
      return nil
    }
  }

  /// The fields of a text without faults, cut where a scan says.
  init(cutting text: [UInt8], _ found: Found, _ signs: Signs) {
    var start = 0
    for (index, end) in found.ends.enumerated() {
      let isRow = rows.count < found.rowEnds.count && found.rowEnds[rows.count] == index
      take(text[start..<end], signs.quote, endsRow: isRow)
      start = end + 1
    }
    // A line end behind the last row begins no row, but a delimiter begins a field.
    let lastRow = found.rowEnds.last.map { found.ends[$0] + 1 } ?? 0
    if lastRow < text.count { take(text[start...], signs.quote, endsRow: true) }
  }

  private mutating func take(_ record: Record) {
    ends += record.ends.map { $0 + bytes.count }
    bytes += record.bytes
    rows.append(ends.count)
  }

  private mutating func take(_ field: ArraySlice<UInt8>, _ quote: UInt8, endsRow: Bool) {
    var field = field
    if endsRow, field.last == 0x0D { field.removeLast() }
    if field.first == quote {
      var isSecond = false
      for byte in field.dropFirst().dropLast() {
        isSecond = byte == quote && !isSecond
        if !isSecond { bytes.append(byte) }
      }
    } else {
      bytes += field
    }
    ends.append(bytes.count)
    if endsRow { rows.append(ends.count) }
  }
}

/// What a scan found, as values.
struct Found: Equatable {
  var ends: [Int] = []
  var rowEnds: [Int] = []
  var breaks: [Int] = []
  var words: [Int] = []
  var faults: StructuralScan.Faults = []

  init() {}

  init(_ scan: StructuralScan, _ text: [UInt8]) {
    unsafe text.withUnsafeBytes { unsafe scan.scan($0) }
    ends = unsafe scan.ends.map { Int($0) }
    rowEnds = unsafe scan.rowEnds.map { Int($0) }
    breaks = unsafe scan.breaks.map { Int($0) }
    words = unsafe scan.words.map { Int($0) }
    faults = scan.faults
  }

  /// What there is to find in a text without faults, byte by byte.
  init(searching text: [UInt8], _ signs: Signs) {
    var isInside = false
    for (index, byte) in text.enumerated() {
      if byte == signs.quote { isInside.toggle() }
      if byte == 0x0A, isInside { breaks.append(index) }
      if byte == 0x0A, !isInside { rowEnds.append(ends.count) }
      if byte == 0x0A || byte == signs.delimiter, !isInside { ends.append(index) }
      let word = text[index...].prefix(3).lazy.map { $0 | 0x20 }
      if word.elementsEqual("tot".utf8) { words.append(index) }
    }
  }
}
