package import Glibc

/// What the system said no to.
package struct SystemError: Error {
  /// The number that the system gives it.
  package let code: Int32

  package init(code: Int32) { self.code = code }

  /// The reason for the call that has just failed.
  package static var last: SystemError { SystemError(code: errno) }
}

/// The system calls around processes, each of which takes safe values and gives safe values.
package enum System {
  package typealias Pipe = (read: Int32, write: Int32)

  package static func closeFile(_ number: Int32) { _ = close(number) }

  /// Reads what is there; 0 where nobody can write any more.
  package static func read(_ number: Int32, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { room in
        unsafe Glibc.read(number, room.baseAddress, room.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw .last }
    }
  }

  /// What happened to files that were waited for: the same number of answers in the same order.
  package static func poll(
    _ files: [pollfd], milliseconds: Int32
  ) throws(SystemError) -> [Int16] {
    var files = files
    let count = unsafe Glibc.poll(&files, nfds_t(files.count), milliseconds)
    guard count >= 0 || errno == EINTR else { throw .last }
    return files.map { count < 0 ? 0 : $0.revents }
  }

  package static func sleep(milliseconds: UInt32) { usleep(milliseconds * 1000) }
}
