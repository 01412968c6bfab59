import Diagnostics
import JSONText

/// The events of a JSON file, which may be gzipped.
struct JSONStream {
  let form: JSONForm
  /// Whether nothing of the file may be shown.
  let hidden: Bool
  private let bytes: ByteStream
  private var reader: JSONReader
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)
  private var isAtEnd = false
  private var isAtBeginning = true
  private var observe: ByteStream.Observer?

  var file: OpenFile { bytes.file }
  /// How many bytes of the text were read.
  var textRead: Int { reader.here.offset }
  /// Whether it began with a byte order mark.
  var hasMark: Bool { reader.hasMark }

  /// Opens a file.
  init(_ path: String, shownAs: String, form: JSONForm, hidden: Bool) throws(Diagnostic) {
    self.form = form
    self.hidden = hidden
    bytes = try ByteStream(path, shownAs: shownAs)
    reader = JSONReader(form: form)
  }

  /// Goes back to the beginning. `observe` is shown the bytes of the file from there on.
  mutating func rewind(observing observe: ByteStream.Observer? = nil) throws(Diagnostic) {
    try bytes.rewind()
    reader = JSONReader(form: form)
    (isAtEnd, isAtBeginning) = (false, true)
    self.observe = observe
  }

  /// The next event; nil at the end of the text.
  mutating func next() throws(Diagnostic) -> JSONEvent? {
    while true {
      do throws(JSONError) {
        if let event = try reader.next() { return event }
      } catch {
        throw error.diagnostic(file: file.shownAs, hidden: hidden)
      }
      if isAtEnd { return nil }
      try readOn()
    }
  }

  /// The text of the last key or text, the digits of the last number.
  var token: [UInt8] { reader.token }

  /// The value of which the last event is the beginning.
  mutating func value(from event: JSONEvent) throws(Diagnostic) -> JSONValue? {
    var tree = JSONTree()
    var next: JSONEvent? = event
    while let event = next {
      if let value = try take(event, &tree) { return value }
      next = try self.next()
    }
    return nil
  }

  /// Adds the last event to a tree.
  func take(_ event: JSONEvent, _ tree: inout JSONTree) throws(Diagnostic) -> JSONValue? {
    do throws(JSONError) { return try tree.take(event, of: reader) } catch {
      throw error.diagnostic(file: file.shownAs, hidden: hidden)
    }
  }

  /// Throws where the file changed since it was opened.
  func checkUnchanged() throws(Diagnostic) { try bytes.checkUnchanged() }

  private mutating func readOn() throws(Diagnostic) {
    let count = try bytes.fill(&buffer, observing: observe)
    let block = buffer[..<count]
    if isAtBeginning {
      isAtBeginning = false
      if let refusal = JSONMessage.refusal(block, file.shownAs) { throw refusal }
    }
    guard count > 0 else {
      isAtEnd = true
      reader.finish()
      return
    }
    reader.feed(block)
  }
}
