import Diagnostics
import JSONText

/// A release with what tells it from others.
struct Release {
  /// The contracting process that it is of.
  let ocid: String
  /// When it was made; nil where it does not say so, or not as RFC 3339 has it.
  let moment: Moment?
  let value: JSONValue
  /// What messages call the process.
  let shown: String

  /// A point in time.
  struct Moment: Hashable, Comparable {
    let seconds: Int64
    let nanos: Int32

    static func < (left: Moment, right: Moment) -> Bool {
      (left.seconds, left.nanos) < (right.seconds, right.nanos)
    }
  }

  /// The longest ocid.
  private static let limit = 1000

  init(_ value: JSONValue, file: String, hidden: Bool) throws(Diagnostic) {
    guard value.members != nil else {
      throw JSONMessage.noObject(value, file, hidden: hidden)
    }
    guard let ocid = value["ocid"]?.text, !Blanks.trimmed(ocid).isEmpty,
      ocid.utf8.count <= Self.limit
    else { throw OCDSMessage.noOCID(value, file) }
    self.ocid = ocid
    self.value = value
    shown = hidden ? "one ocid" : "the ocid '\(ocid)'"
    moment = value["date"]?.text.flatMap { text in
      let bytes = Array(text.utf8)
      return TimestampCell(bytes.span, 0..<bytes.count).map {
        Moment(seconds: $0.seconds, nanos: $0.nanos)
      }
    }
  }
}
