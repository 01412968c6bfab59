extension Record {
  /// Adds a field.
  mutating func appendField(_ bytes: ArraySlice<UInt8>) {
    reserve(bytes.count)
    storage.replaceSubrange(used..<used + bytes.count, with: bytes)
    used += bytes.count
    ends.append(used)
  }
}
