import Exact

/// Days that no calendar has, such as 31 February.
enum ImpossibleDay {
  /// Whether a cell would be a date if its day were one that every month has.
  static func isWritten(in cell: ArraySlice<UInt8>, _ format: DateFormat) -> Bool {
    guard cell.count <= 64 else { return false }
    return cell.indices.dropLast().contains { index in
      guard ["29", "30", "31"].contains(where: { cell[index...].starts(with: $0.utf8) }) else {
        return false
      }
      var other = cell
      other.replaceSubrange(index..<index + 2, with: "28".utf8)
      return format.date(from: other) != nil
    }
  }
}
