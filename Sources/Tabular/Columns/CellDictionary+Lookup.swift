import CScan
import Glibc

/// Finding cells in the table.
extension CellDictionary {
  /// The table as it is at the moment, for loops over many cells.
  @unsafe struct Lookup {
    let table: holdfast_cell_table
    let long: UnsafePointer<UInt8>
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
      var index = unsafe holdfast_cell_place(low, high, table)
      while true {
        let slot = unsafe table.slots + Int(index)
        let code = unsafe slot.pointee.code
        if unsafe slot.pointee.low == low, unsafe slot.pointee.high == high { return code }
        if code < 0 { return -1 }
        unsafe index = (index &+ 1) & table.mask
      }
    }

    @inline(never)
    private func longCode(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
      let low = unsafe CellDictionary.digest(bytes, count, table.mixers.0)
      let high = UInt64(count) | 1 << 63
      var index = unsafe holdfast_cell_place(low, high, table)
      while true {
        let slot = unsafe table.slots[Int(index)]
        if slot.code < 0 { return -1 }
        if slot.low == low, slot.high == high,
          unsafe memcmp(long + Int(slot.place), bytes, count) == 0
        {
          return slot.code
        }
        unsafe index = (index &+ 1) & table.mask
      }
    }
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
