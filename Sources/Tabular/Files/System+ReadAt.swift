import Glibc

extension System {
  /// Reads so many bytes at a place in the file into a buffer from `offset` on; fewer only at its
  /// end.
  static func read(
    _ number: Int32, _ wanted: Int, at place: Int64, into buffer: RawBuffer, from offset: Int
  ) throws(SystemError) -> Int {
    precondition(offset + wanted <= buffer.count, "a buffer has room for what is read")
    var done = 0
    while done < wanted {
      let count = unsafe pread(
        number, buffer.bytes + offset + done, wanted - done, off_t(place) + off_t(done))
      if count == 0 { break }
      if count > 0 {
        done += count
      } else {
        let error = SystemError.last
        guard error.code == EINTR else { throw error }
      }
    }
    return done
  }

  /// Reads at most so many bytes as `buffer` has left from `offset` on, at a place in the file from
  /// 0; 0 at its end. The place that `read` goes on from stays where it is.
  static func read(
    _ number: Int32, at place: Int64, into buffer: inout [UInt8], from offset: Int
  ) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let room = unsafe UnsafeMutableRawBufferPointer(
          rebasing: bytes[min(offset, bytes.count)...])
        return unsafe pread(number, room.baseAddress, room.count, off_t(place))
      }
      if count >= 0 { return count }
      let error = SystemError.last
      guard error.code == EINTR else { throw error }
    }
  }
}
