import Diagnostics
import JSONText

/// Where the objects of a file come from that rows are made of.
protocol UnitSource {
  /// The file.
  var stream: JSONStream { get }
  /// Values outside all units that hold for every row, known after a whole pass.
  var surroundings: [(path: [UInt8], value: JSONValue)] { get }
  /// What the reader should know, known after a whole pass.
  var notices: [Diagnostic] { get }

  /// The next one; nil at the end of the file.
  mutating func next() throws(Diagnostic) -> Unit?
  /// Goes back to the first one.
  mutating func rewind(observing observe: ByteStream.Observer?) throws(Diagnostic)
}

/// The values of an NDJSON file, one on each line.
struct LineUnits: UnitSource {
  private(set) var stream: JSONStream
  var surroundings: [(path: [UInt8], value: JSONValue)] { [] }
  var notices: [Diagnostic] { [] }

  mutating func next() throws(Diagnostic) -> Unit? {
    guard let event = try stream.next() else { return nil }
    return try stream.value(from: event).map { Unit(value: $0) }
  }

  mutating func rewind(observing observe: ByteStream.Observer?) throws(Diagnostic) {
    try stream.rewind(observing: observe)
  }

  init(_ stream: JSONStream) { self.stream = stream }
}
