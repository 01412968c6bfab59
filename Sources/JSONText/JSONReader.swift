/// Reads JSON (RFC 8259, strictly) step by step from blocks of bytes, in memory that depends on
/// the depth and the longest token alone. Where the blocks are cut makes no difference.
///
/// Beyond the grammar it refuses what readers disagree about: a key that an object has twice, half
/// of a surrogate pair, bytes that are no UTF-8. Numbers stay as written.
public struct JSONReader: Sendable {
  let limits: JSONLimits
  let form: JSONForm
  var block: [UInt8] = []
  var index = 0
  /// The number of bytes before the block.
  var before = 0
  var line = 1
  /// The offset at which the line begins, and how many bytes of it continue a letter.
  var lineStart = 0
  var continuations = 0
  /// The last bytes of the block before this one, for messages.
  var tail: [UInt8] = []

  var state = LexState.mark(0)
  var wanted: JSONExpectation
  /// Which of the open containers are objects.
  var isObject: [Bool] = []
  /// The keys of the open objects, one scope for each depth, used again and again.
  var scopes: [KeyScope] = []
  var openKeyBytes = 0
  var letter = LetterCheck()
  /// Where the letter that is being checked begins, and its first byte.
  var letterStart = JSONPlace()
  var letterByte: UInt8 = 0
  /// The line on which the last whole value ended.
  var lastLine = 0
  var isFinished = false
  var failure: JSONError?

  /// The bytes of the last key, text or number: escapes resolved, numbers as written.
  public internal(set) var token: [UInt8] = []
  /// Where the last event begins.
  public internal(set) var place = JSONPlace()
  /// Whether a byte order mark was skipped.
  public internal(set) var hasMark = false

  /// A reader at the beginning of a text.
  public init(limits: JSONLimits = JSONLimits(), form: JSONForm = .document) {
    self.limits = limits
    self.form = form
    wanted = form == .document ? .value : .nextValue
  }

  /// The token as a text.
  public var tokenText: String { String(decoding: token, as: UTF8.self) }

  /// How many objects and lists are open.
  public var depth: Int { isObject.count }

  /// The place of the next byte.
  public var here: JSONPlace { place(at: index) }

  /// Gives the reader the next bytes.
  public mutating func feed(_ bytes: ArraySlice<UInt8>) {
    let left = block.count - index
    tail = tailKept()
    before += index
    if left == 0 {
      block.removeAll(keepingCapacity: true)
    } else {
      block.removeFirst(index)
    }
    index = 0
    block.append(contentsOf: bytes)
  }

  /// Gives the reader the next bytes.
  public mutating func feed(_ bytes: [UInt8]) { feed(bytes[...]) }

  /// Tells the reader that there are no more bytes.
  public mutating func finish() { isFinished = true }

  /// The next event; nil where more bytes are needed or, after `finish`, where the text is over.
  /// After an error every call throws it again.
  public mutating func next() throws(JSONError) -> JSONEvent? {
    if let failure { throw failure }
    do throws(JSONError) { return try step() } catch {
      failure = error
      throw error
    }
  }

  private mutating func step() throws(JSONError) -> JSONEvent? {
    while true {
      guard index < block.count else {
        return isFinished ? try atEnd() : nil
      }
      switch state {
      case .mark(let read): try readMark(read)
      case .between:
        try skipBlanks()
        guard index < block.count else { continue }
        if let event = try begin(block[index]) { return event }
      case .text(let text):
        if let event = try readText(text) { return event }
      case .number(let number):
        if let event = try readNumber(number) { return event }
      case .word:
        if let event = try readWord() { return event }
      case .stranger: try readStranger()
      }
    }
  }

  /// The end of the bytes: a last number or word may end there, anything else must be complete.
  private mutating func atEnd() throws(JSONError) -> JSONEvent? {
    switch state {
    case .mark(let read):
      if read > 0, read < 3 { throw error(.notUTF8(0xEF), at: JSONPlace()) }
      throw ended()
    case .between:
      guard wanted == .nothing || wanted == .nextValue else { throw ended() }
      return nil
    case .text:
      if letter.missing > 0 { throw error(.notUTF8(letterByte), at: letterStart) }
      throw error(.endInText, at: place)
    case .number(let number):
      return try endNumber(number)
    case .word:
      return try endWord()
    case .stranger: throw error(.notUTF8(letterByte), at: letterStart)
    }
  }

  private mutating func skipBlanks() throws(JSONError) {
    let bytes = block
    let span = bytes.span
    while index < span.count {
      switch span[index] {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        if form == .lines, !isObject.isEmpty { throw ended() }
        index += 1
        line += 1
        lineStart = before + index
        continuations = 0
      default: return
      }
    }
  }

  /// The text, or the line that a value must stand on, ends too early.
  func ended() -> JSONError { error(.end(wanted, ofLine: form == .lines), at: here) }
}
