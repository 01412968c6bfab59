import Exact
import HoldfastModel

/// Writes values as bytes that depend on nothing but the values: every number in its shortest form,
/// every table in the order of its keys.
struct TallyWriter {
  private(set) var bytes: [UInt8] = []

  /// Bytes whose number the reader knows.
  mutating func raw(_ bytes: some Sequence<UInt8>) { self.bytes += bytes }

  /// A whole number that is not below zero: seven bits a byte, the lowest first.
  mutating func count(_ value: Int) { magnitude(UInt128(value)) }

  /// A whole number: twice its distance from zero, less one where it is below.
  mutating func integer(_ value: Int128) {
    let doubled = value.magnitude << 1
    magnitude(value < 0 ? doubled &- 1 : doubled)
  }

  private mutating func magnitude(_ value: UInt128) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Bytes with their number.
  mutating func block(_ bytes: [UInt8]) {
    count(bytes.count)
    raw(bytes)
  }

  mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

  mutating func text(_ value: String) {
    count(value.utf8.count)
    bytes += value.utf8
  }

  /// Whether there is a value, and the value.
  mutating func optional<Value>(_ value: Value?, _ write: (inout TallyWriter, Value) -> Void) {
    flag(value != nil)
    if let value { write(&self, value) }
  }

  mutating func list<Item>(_ items: [Item], _ write: (inout TallyWriter, Item) -> Void) {
    count(items.count)
    for item in items { write(&self, item) }
  }

  /// A table by texts, in the order of their bytes.
  mutating func table<Value>(
    _ table: [String: Value], _ write: (inout TallyWriter, Value) -> Void
  ) {
    list(table.sorted { TextKey($0.key) < TextKey($1.key) }) { writer, entry in
      writer.text(entry.key)
      write(&writer, entry.value)
    }
  }

  /// A table by numbers that are not below zero.
  mutating func table<Value>(_ table: [Int: Value], _ write: (inout TallyWriter, Value) -> Void) {
    list(table.sorted { $0.key < $1.key }) { writer, entry in
      writer.count(entry.key)
      write(&writer, entry.value)
    }
  }

  /// A table by days.
  mutating func table<Value>(
    _ table: [CivilDate: Value], _ write: (inout TallyWriter, Value) -> Void
  ) {
    list(table.sorted { $0.key < $1.key }) { writer, entry in
      writer.day(entry.key)
      write(&writer, entry.value)
    }
  }

  mutating func day(_ value: CivilDate) { integer(Int128(value.days)) }

  mutating func decimal(_ value: Decimal) {
    integer(value.coefficient)
    count(value.scale)
  }
}
