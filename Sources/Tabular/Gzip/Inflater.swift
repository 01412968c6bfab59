import CZlib

/// Unpacks what deflate packed: zlib's inflater behind safe values.
@safe final class Inflater {
  /// What surrounds the packed data.
  enum Wrapping: Int32 {
    /// Nothing, as in a zip file.
    case none = -15
    /// The head and the checksums of a gzip file; zlib holds the content to them.
    case gzip = 31
  }

  /// Why unpacking stopped.
  enum Fault: Error {
    /// What is packed cannot be unpacked, in zlib's words.
    case damaged(String)
    /// There is no memory left.
    case noMemory
  }

  /// zlib keeps the address of its state, so the state lives in a place of its own.
  private let state: UnsafeMutablePointer<z_stream>

  init(_ wrapping: Wrapping) throws(Fault) {
    unsafe state = .allocate(capacity: 1)
    unsafe state.initialize(to: z_stream())
    let size = unsafe Int32(MemoryLayout<z_stream>.size)
    guard unsafe inflateInit2_(state, wrapping.rawValue, ZLIB_VERSION, size) == Z_OK else {
      unsafe state.deallocate()
      throw .noMemory
    }
  }

  deinit {
    unsafe inflateEnd(state)
    unsafe state.deallocate()
  }

  /// Makes ready for packed data that begin anew.
  func reset() { _ = unsafe inflateReset(state) }

  /// Unpacks from `input` into `output` and moves on in both; true at the end of the packed data.
  func step(
    _ input: [UInt8], _ taken: inout Range<Int>, into output: inout [UInt8], _ filled: inout Int
  ) throws(Fault) -> Bool {
    let packed = input.span.extracting(taken)
    let room = output.count - filled
    let result = unsafe packed.withUnsafeBufferPointer { from in
      unsafe output.withUnsafeMutableBufferPointer { to in
        // zlib reads the input only; its older interface does not say so.
        unsafe state.pointee.next_in = UnsafeMutablePointer(mutating: from.baseAddress)
        unsafe state.pointee.avail_in = UInt32(clamping: from.count)
        unsafe state.pointee.next_out = to.baseAddress.map { unsafe $0 + filled }
        unsafe state.pointee.avail_out = UInt32(clamping: room)
        return unsafe inflate(state, Z_NO_FLUSH)
      }
    }
    let left = unsafe Int(state.pointee.avail_in)
    taken = (taken.upperBound - left)..<taken.upperBound
    filled = unsafe output.count - Int(state.pointee.avail_out)
    switch result {
    case Z_STREAM_END: return true
    case Z_OK, Z_BUF_ERROR: return false
    case Z_MEM_ERROR: throw .noMemory
    default:
      let words = unsafe state.pointee.msg.flatMap { unsafe String(validatingCString: $0) }
      throw .damaged(words ?? "it is not what deflate writes")
    }
  }
}

/// The checksum of zip files.
struct CRC32 {
  private(set) var value: UInt32 = 0

  mutating func add(_ bytes: Span<UInt8>) {
    value = unsafe bytes.withUnsafeBufferPointer { all in
      UInt32(truncatingIfNeeded: unsafe crc32(UInt(value), all.baseAddress, UInt32(all.count)))
    }
  }
}
