internal import Exact
internal import HoldfastModel

/// Writes what was counted of a group as plugins read it: the same numbers make the same bytes.
enum SliceWriter {
  static func write(_ slice: Slice, to writer: inout JSONWriter) {
    writer.object { object in
      object.key("sums")
      object.object { sums in
        for row in RowClass.all where slice.sums[row.index].rows > 0 {
          sums.key(row.name)
          sums.object { write(slice.sums[row.index], to: &$0) }
        }
      }
      object.key("unmeasured")
      object.object { counts in
        for row in RowClass.all {
          guard let rows = slice.unmeasured[row.index], rows > 0 else { continue }
          counts.member(row.name, rows)
        }
      }
      object.key("ranges")
      object.object { writeRanges(slice, to: &$0) }
      object.key("keys")
      object.list { writeKeys(slice.keys, to: &$0) }
      object.key("values")
      object.list { writeValues(slice, to: &$0) }
    }
  }

  private static func write(_ sum: RowSum, to object: inout JSONWriter) {
    object.member("rows", sum.rows)
    object.member("sum", sum.total)
  }

  private static func writeRanges(_ slice: Slice, to object: inout JSONWriter) {
    for row in RowClass.all {
      guard let range = slice.ranges[row.index], range.rows > 0 else { continue }
      object.key(row.name)
      object.object { object in
        object.member("rows", range.rows)
        object.member("low", range.ends.low)
        object.member("high", range.ends.high)
      }
    }
  }

  /// By the bytes of the key, the unknown one first, and then by class.
  private static func writeKeys(_ keys: [KeyedClass: RowSum], to list: inout JSONWriter) {
    let ordered = keys.filter { $0.value.rows > 0 }.sorted { left, right in
      guard left.key.key != right.key.key else { return left.key.row.index < right.key.row.index }
      guard let first = left.key.key, let second = right.key.key else {
        return left.key.key == nil
      }
      return first < second
    }
    for (key, sum) in ordered {
      list.object { object in
        object.member("key", key.key?.text)
        object.member("class", key.row.name)
        write(sum, to: &object)
      }
    }
  }

  /// By class, and then by number.
  private static func writeValues(_ slice: Slice, to list: inout JSONWriter) {
    for row in RowClass.all {
      for (value, rows) in slice.values[row.index].sorted(by: { $0.key < $1.key }) where rows > 0 {
        list.object { object in
          object.member("class", row.name)
          // Equal numbers may have been written with different zeros at their ends.
          object.member("value", value.normalized)
          object.member("rows", rows)
        }
      }
    }
  }
}

extension RowClass {
  /// The class as plugins name it.
  var name: String {
    let membership =
      switch membership {
      case .certain: "certain"
      case .possible: "possible"
      }
    let condition =
      switch condition {
      case .holds: "holds"
      case .fails: "fails"
      case .unknown: "unknown"
      }
    let sign =
      switch sign {
      case .negative: "negative"
      case .zero: "zero"
      case .positive: "positive"
      }
    return "\(membership)/\(condition)/\(sign)"
  }
}
