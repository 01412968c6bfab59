import Diagnostics

/// The text of a file as blocks of UTF-8, each letter whole within its block, without byte order
/// mark.
struct TextBlocks {
  /// A byte that is none of the encoding's.
  struct BadByte: Error {
    let byte: UInt8
    /// Its place in the file, from 0.
    let offset: Int64
  }

  /// The size of the blocks that are read from the file.
  static let blockSize = 256 << 10

  /// What the text is unpacked from, where it is gzipped.
  private let stream: ByteStream
  /// UTF-8 or windows-1252.
  let encoding: TextEncoding
  /// What stood before the first letter.
  private(set) var mark = ByteOrderMark.none
  /// How many bytes of the text it takes.
  private(set) var markLength = 0
  /// The present block; its first `count` bytes count.
  private(set) var block: [UInt8] = []
  private(set) var count = 0
  /// Whether nothing follows the present block.
  private(set) var isLast = false
  /// How many bytes of the text were read.
  private var textRead: Int64 = 0
  /// The first bytes of the text, which tell other kinds of files by.
  private(set) var beginning: [UInt8] = []
  private var raw: [UInt8]
  /// The beginning of a letter that the last block cut.
  private var held: [UInt8] = []
  private var pending: BadByte?
  private var isFirst = true

  /// Opens a file; `auto` is settled by a pass over the whole file.
  init(_ path: String, shownAs: String, encoding: TextEncoding) throws(Diagnostic) {
    stream = try ByteStream(path, shownAs: shownAs)
    raw = [UInt8](repeating: 0, count: Self.size(for: stream))
    switch encoding {
    case .utf8, .windows1252: self.encoding = encoding
    case .auto: self.encoding = try Self.isUTF8(stream) ? .utf8 : .windows1252
    }
  }

  /// How large the blocks of a file are: of a small one as large as it is, and a byte more, by which
  /// its end is seen. No letter is longer than the smallest.
  private static func size(for stream: ByteStream) -> Int {
    guard !stream.isGzipped, stream.file.stamp.size < Int64(blockSize) else { return blockSize }
    return max(64, Int(stream.file.stamp.size) + 1)
  }

  var file: OpenFile { stream.file }
  /// Whether the text is the bytes of the file themselves.
  var isPlain: Bool { encoding == .utf8 && !stream.isGzipped }
  /// How many bytes of the file were read, packed where it is gzipped.
  var bytesRead: Int64 { stream.bytesRead }

  /// Goes on to the next block; false at the end of the file. A bad byte is thrown after the block
  /// that holds the text before it. `observe` is shown the bytes of the file.
  mutating func advance(_ observe: ((ArraySlice<UInt8>) -> Void)?) throws(BlockError) -> Bool {
    if let bad = pending { throw .badByte(bad) }
    for (index, byte) in held.enumerated() { raw[index] = byte }
    let start = held.count
    held.removeAll(keepingCapacity: true)
    let read: Int
    do throws(Diagnostic) {
      read = try stream.fill(&raw, from: start, observing: observe)
    } catch {
      throw .reading(error)
    }
    let end = start + read
    let offset = textRead - Int64(start)
    textRead += Int64(read)
    isLast = end < raw.count
    guard end > 0 else {
      count = 0
      return false
    }
    if isFirst { beginning = Array(raw[..<min(end, 8)]) }
    if encoding == .utf8 {
      takeUTF8(end, offset)
    } else {
      takeWindows1252(end, offset)
    }
    return true
  }

  /// Whether the present block holds nothing, not even a bad byte behind it.
  var isEmpty: Bool { count == 0 && pending == nil }

  /// Why there is no next block.
  enum BlockError: Error {
    case badByte(BadByte)
    case reading(Diagnostic)
  }

  private mutating func takeUTF8(_ end: Int, _ offset: Int64) {
    var valid = end
    switch UTF8Scan.of(raw.span.extracting(0..<end)) {
    case .whole: break
    case .cut(let index) where !isLast:
      valid = index
      held.append(contentsOf: raw[index..<end])
    case .cut(let index), .bad(let index):
      valid = index
      pending = BadByte(byte: raw[index], offset: offset + Int64(index))
    }
    swap(&block, &raw)
    if raw.isEmpty { raw = [UInt8](repeating: 0, count: block.count) }
    count = valid
    removeMark()
  }

  private mutating func takeWindows1252(_ end: Int, _ offset: Int64) {
    block.removeAll(keepingCapacity: true)
    let bytes = raw
    if let index = Windows1252.append(bytes.span.extracting(0..<end), to: &block) {
      pending = BadByte(byte: raw[index], offset: offset + Int64(index))
    }
    count = block.count
    removeMark()
  }

  private mutating func removeMark() {
    guard isFirst else { return }
    isFirst = false
    let start = block[..<count]
    let length = mark.read(start)
    markLength = length
    block.removeFirst(length)
    block.append(contentsOf: repeatElement(0, count: length))
    count -= length
  }

  private static func isUTF8(_ stream: ByteStream) throws(Diagnostic) -> Bool {
    var buffer = [UInt8](repeating: 0, count: blockSize)
    var held = 0
    while true {
      let end = held + (try stream.fill(&buffer, from: held))
      let isLast = end < buffer.count
      switch UTF8Scan.of(buffer.span.extracting(0..<end)) {
      case .bad: return try again(stream, false)
      case .cut where isLast: return try again(stream, false)
      case .cut(let index):
        for at in index..<end { buffer[at - index] = buffer[at] }
        held = end - index
      case .whole:
        if isLast { return try again(stream, true) }
        held = 0
      }
    }
  }

  private static func again(_ stream: ByteStream, _ answer: Bool) throws(Diagnostic) -> Bool {
    try stream.rewind()
    return answer
  }
}
