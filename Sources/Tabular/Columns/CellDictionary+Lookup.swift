import Glibc

/// Finding cells in the table.
extension CellDictionary {
  /// What stands at the first two places where a cell may be.
  struct Probe {
    let code: Int32
    /// Whether that is the cell.
    let isFound: Bool
  }

  /// The table as it is at the moment, for loops over many cells.
  @unsafe struct Lookup {
    let slots: UnsafePointer<Slot>
    let long: UnsafePointer<UInt8>
    let shift: UInt64
    let mask: Int
    let mixer: UInt64
    let masks: UnsafePointer<(low: UInt64, high: UInt64)>

    /// The code of a cell; -1 where it was not met yet. Sixteen bytes from its beginning
    /// on must be readable.
    @inline(__always)
    func code(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
      guard count <= 16 else { return unsafe longCode(bytes, count) }
      // A table of masks takes no branch that cells of many lengths would make hard to foretell.
      let raw = unsafe UnsafeRawPointer(bytes)
      let mask = unsafe masks[count]
      let low = unsafe raw.loadUnaligned(as: UInt64.self) & mask.low
      let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & mask.high
      var index = unsafe Int(
        truncatingIfNeeded: CellDictionary.hash(low, high, mixer) >> shift)
      while true {
        let slot = unsafe slots + index
        let code = unsafe slot.pointee.code
        if unsafe slot.pointee.low == low, unsafe slot.pointee.high == high { return code }
        if code < 0 { return -1 }
        unsafe index = (index &+ 1) & self.mask
      }
    }

    /// Looks at the first two places where a cell may be, whatever stands there. Sixteen bytes from its
    /// beginning on must be readable.
    @inline(__always)
    func probe(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ quote: UInt8) -> Probe {
      let raw = unsafe UnsafeRawPointer(bytes)
      let mask = unsafe masks[min(count, 16)]
      let first = unsafe raw.loadUnaligned(as: UInt64.self)
      let low = first & mask.low
      let high = unsafe raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self) & mask.high
      let index = unsafe Int(
        truncatingIfNeeded: CellDictionary.hash(low, high, mixer) >> shift)
      let (slot, next) = unsafe (slots + index, slots + ((index &+ 1) & self.mask))
      let isHere = unsafe (slot.pointee.low ^ low) | (slot.pointee.high ^ high) == 0
      let isNext = unsafe (next.pointee.low ^ low) | (next.pointee.high ^ high) == 0
      let isOdd = (count > 16 ? 1 : 0) | (UInt8(truncatingIfNeeded: first) == quote ? 1 : 0)
      let code = unsafe isHere ? slot.pointee.code : next.pointee.code
      return Probe(code: code, isFound: isOdd == 0 && (isHere || isNext) && code >= 0)
    }

    @inline(never)
    private func longCode(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
      let low = unsafe CellDictionary.digest(bytes, count, mixer)
      let high = UInt64(count) | 1 << 63
      var index = unsafe Int(
        truncatingIfNeeded: CellDictionary.hash(low, high, mixer) >> shift)
      while true {
        let slot = unsafe slots[index]
        if slot.code < 0 { return -1 }
        if slot.low == low, slot.high == high,
          unsafe memcmp(long + Int(slot.place), bytes, count) == 0
        {
          return slot.code
        }
        unsafe index = (index &+ 1) & mask
      }
    }
  }

  @inline(__always)
  static func hash(_ low: UInt64, _ high: UInt64, _ mixer: UInt64) -> UInt64 {
    (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* mixer
  }

  /// A digest of a cell of over sixteen bytes.
  static func digest(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, _ mixer: UInt64
  ) -> UInt64 {
    let raw = unsafe UnsafeRawPointer(bytes)
    var result = mixer
    var index = 0
    while index &+ 8 < count {
      let word = unsafe raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      result = (result ^ word) &* 0x9E37_79B9_7F4A_7C15
      result ^= result >> 29
      index &+= 8
    }
    // The last eight bytes, some of which may have had their turn.
    let word = unsafe raw.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
    result = (result ^ word) &* 0xD6E8_FEB8_6659_FD93
    return result ^ (result >> 32)
  }
}
