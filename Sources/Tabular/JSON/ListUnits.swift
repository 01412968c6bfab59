import Diagnostics
import JSONText

/// The items of one list of a JSON text, found by the keys that lead to it.
struct ListUnits: UnitSource {
  private(set) var stream: JSONStream
  private let path: RowsPath
  private let keys: [[UInt8]]
  private var place = JSONTrail()
  /// Whether items of the list are being read.
  private var isInList = false
  private var wasFound = false
  private var isFirstPass = true
  private var surroundingBytes = 0
  private(set) var surroundings: [(path: [UInt8], value: JSONValue)] = []
  var notices: [Diagnostic] { [] }

  init(_ stream: JSONStream, _ path: RowsPath) {
    self.stream = stream
    self.path = path
    keys = (path.steps.first ?? []).map { Array($0.utf8) }
  }

  mutating func next() throws(Diagnostic) -> Unit? {
    while let event = try stream.next() {
      if isInList, place.depth == keys.count + 1 {
        guard event == .endList else {
          return try stream.value(from: event).map { Unit(value: $0) }
        }
        isInList = false
      }
      try take(event)
    }
    guard wasFound else { throw try notFound() }
    isFirstPass = false
    return nil
  }

  mutating func rewind(observing observe: ByteStream.Observer?) throws(Diagnostic) {
    try stream.rewind(observing: observe)
    place = JSONTrail()
  }

  private mutating func take(_ event: JSONEvent) throws(Diagnostic) {
    switch event {
    case .beginList where place.leads(through: keys):
      (isInList, wasFound) = (true, true)
    case .text, .number, .bool, .null:
      if isFirstPass, let path = place.path { try surround(event, path) }
    default: break
    }
    place.take(event, stream.token)
  }

  /// Keeps a value that stands outside all lists.
  private mutating func surround(_ event: JSONEvent, _ path: [UInt8]) throws(Diagnostic) {
    guard let value = try stream.value(from: event) else { return }
    surroundingBytes += path.count + stream.token.count
    guard surroundings.count < PathTable.limit, surroundingBytes <= PathTable.byteLimit else {
      throw JSONMessage.tooManyPaths(stream.file.shownAs)
    }
    surroundings.append((path, value))
  }

  /// The path leads to no list: says which lists there are, found by one more pass.
  private mutating func notFound() throws(Diagnostic) -> Diagnostic {
    try rewind(observing: nil)
    var lists: [String] = []
    while let event = try stream.next() {
      place.take(event, stream.token)
      guard event == .beginList, lists.count < 20 else { continue }
      let name = place.shown
      if !lists.contains(where: { $0.utf8.elementsEqual(name.utf8) }) { lists.append(name) }
    }
    return JSONMessage.noList(path.text, lists, hidden: stream.hidden, stream.file.shownAs)
  }
}
