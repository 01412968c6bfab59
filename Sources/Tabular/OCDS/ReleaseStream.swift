import Diagnostics
import JSONText

/// The releases of a file, whatever they are wrapped in: a release package, a record package, a
/// list, or one after another (NDJSON).
struct ReleaseStream {
  private(set) var stream: JSONStream
  private var trail = JSONTrail()
  /// Whether the object that is the whole text is a package.
  private var isPackage = false
  /// Releases of a record that are still to be given.
  private var waiting: [JSONValue] = []
  private var hasAny = false

  init(_ stream: JSONStream) { self.stream = stream }

  mutating func rewind(observing observe: ByteStream.Observer?) throws(Diagnostic) {
    self = ReleaseStream(stream)
    try stream.rewind(observing: observe)
  }

  /// The next release; nil at the end of the file.
  mutating func next() throws(Diagnostic) -> JSONValue? {
    while waiting.isEmpty {
      guard let event = try stream.next() else {
        guard hasAny || isPackage else { throw OCDSMessage.noReleases(stream.file.shownAs) }
        return nil
      }
      try take(event)
    }
    return waiting.removeFirst()
  }

  private mutating func take(_ event: JSONEvent) throws(Diagnostic) {
    if trail.depth == 0, event != .beginList, event != .endList, event != .endObject {
      try takeRoot(event)
    } else if isItem, event != .endList {
      if let value = try stream.value(from: event) { try takeItem(value) }
    } else {
      if trail.depth == 0, event == .beginList { hasAny = true }
      trail.take(event, stream.token)
    }
  }

  /// Whether an item of the list of releases or records, or of a list that is the whole text, may
  /// begin here.
  private var isItem: Bool {
    if isPackage { return trail.depth == 2 && trail.isItem(ofListUnder: ["releases", "records"]) }
    return trail.depth == 1 && trail.isItem(ofListUnder: [])
  }

  /// A value that is no list: a release or record, unless a list of them comes before an ocid.
  private mutating func takeRoot(_ first: JSONEvent) throws(Diagnostic) {
    var tree = JSONTree()
    var depth = 0
    var event = first
    while true {
      if depth == 1, event == .key {
        if Self.isList(stream.token) {
          isPackage = true
          trail.take(.beginObject, [])
          trail.take(.key, stream.token)
          return
        }
        if stream.token.elementsEqual("ocid".utf8) { return try takeWhole(event, &tree) }
      }
      if let value = try stream.take(event, &tree) {
        guard value.members == nil || value["compiledRelease"] != nil else {
          throw OCDSMessage.noReleases(stream.file.shownAs)
        }
        return try takeItem(value)
      }
      if event == .beginObject || event == .beginList { depth += 1 }
      if event == .endObject || event == .endList { depth -= 1 }
      guard let next = try stream.next() else { return }
      event = next
    }
  }

  /// A release or record that has begun.
  private mutating func takeWhole(
    _ first: JSONEvent, _ tree: inout JSONTree
  ) throws(Diagnostic) {
    var event = first
    while true {
      if let value = try stream.take(event, &tree) { return try takeItem(value) }
      guard let next = try stream.next() else { return }
      event = next
    }
  }

  private static func isList(_ key: [UInt8]) -> Bool {
    key.elementsEqual("releases".utf8) || key.elementsEqual("records".utf8)
  }

  /// A release, or a record with its compiled release or its releases.
  private mutating func takeItem(_ item: JSONValue) throws(Diagnostic) {
    hasAny = true
    if let compiled = item["compiledRelease"], !compiled.isNull {
      waiting.append(compiled)
    } else if let releases = item["releases"]?.items {
      waiting += releases
    } else {
      waiting.append(item)
    }
  }
}

extension JSONTrail {
  /// Whether an item of a list that is the value of one of these keys of the whole text, or is the
  /// whole text where there are none, may begin here.
  fileprivate func isItem(ofListUnder keys: [String]) -> Bool {
    isInList && (keys.isEmpty || keys.contains { rootKey.elementsEqual($0.utf8) })
  }
}
