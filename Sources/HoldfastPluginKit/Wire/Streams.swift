internal import Glibc

/// The two ends of the conversation, out of the reach of `print` and `readLine`.
struct Streams {
  private let requests: Int32
  private let replies: Int32
  private var buffer = [UInt8](repeating: 0, count: 1 << 18)
  private var unread = 0..<0

  /// What a line of a request may have at most, in bytes.
  private static let longestLine = 64 << 20

  init() {
    (requests, replies) = (dup(0), dup(1))
    let nothing = unsafe open("/dev/null", O_RDONLY)
    dup2(nothing, 0)
    close(nothing)
    // What a checker prints goes to the log.
    dup2(2, 1)
  }

  /// The next line without its end; nil where there is no whole one any more.
  mutating func line() -> [UInt8]? {
    var line: [UInt8] = []
    while line.count <= Self.longestLine, fill() {
      if let end = buffer[unread].firstIndex(of: UInt8(ascii: "\n")) {
        line += buffer[unread.lowerBound..<end]
        unread = (end + 1)..<unread.upperBound
        return line
      }
      line += buffer[unread]
      unread = 0..<0
    }
    return nil
  }

  /// So many bytes; nil where there are fewer.
  mutating func bytes(_ count: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    while bytes.count < count {
      guard fill() else { return nil }
      let taken = min(count - bytes.count, unread.count)
      bytes += buffer[unread.lowerBound..<unread.lowerBound + taken]
      unread = (unread.lowerBound + taken)..<unread.upperBound
    }
    return bytes
  }

  /// Sends a reply; false where nobody reads it.
  func send(_ line: [UInt8]) -> Bool {
    var rest = line[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(replies, $0.baseAddress, $0.count) }
      guard count >= 0 || errno == EINTR else { return false }
      rest = rest.dropFirst(max(0, count))
    }
    return true
  }

  /// Whether there is something to take.
  private mutating func fill() -> Bool {
    guard unread.isEmpty else { return true }
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(requests, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      unread = 0..<max(0, count)
      return count > 0
    }
  }
}

/// How the process ends, and what it is told.
enum Ending {
  /// Whether Holdfast started this process.
  static var isPlugin: Bool {
    guard let value = unsafe getenv("HOLDFAST_PLUGIN") else { return false }
    return unsafe String(cString: value) == "1"
  }

  static func exit(_ code: Int32, _ words: String = "") -> Never {
    let bytes = Array(words.utf8)
    if !bytes.isEmpty {
      _ = unsafe bytes.withUnsafeBytes { unsafe write(2, $0.baseAddress, $0.count) }
    }
    Glibc.exit(code)
  }
}
