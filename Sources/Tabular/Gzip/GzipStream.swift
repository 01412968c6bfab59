import Diagnostics

/// The unpacked content of a gzip file, one member after another.
final class GzipStream {
  /// Reads packed bytes: fills a buffer, fewer than fit only at the end of the file.
  typealias Source = (inout [UInt8]) throws(Diagnostic) -> Int

  private let file: String
  private let inflater: Inflater
  private var input = [UInt8](repeating: 0, count: 64 << 10)
  /// What is left of the input.
  private var left = 0..<0
  /// Where the input ends in the file.
  private var offset: Int64 = 0
  private var limit = UnpackLimit()
  /// Whether the next byte begins a member, the first or a further one.
  private var betweenMembers = true
  private var members = 0

  init(file: String) throws(Diagnostic) {
    self.file = file
    do throws(Inflater.Fault) { inflater = try Inflater(.gzip) } catch {
      throw GzipMessage.noMemory.diagnostic(file)
    }
  }

  /// Fills `buffer` from `start` on; fewer bytes than fit only at the end of the content.
  func fill(
    _ buffer: inout [UInt8], from start: Int, _ source: Source
  ) throws(Diagnostic) -> Int {
    var filled = start
    while filled < buffer.count {
      if left.isEmpty, try !refill(source) {
        guard betweenMembers else { throw GzipMessage.cutOff.diagnostic(file) }
        break
      }
      if betweenMembers {
        inflater.reset()
        members += 1
        betweenMembers = false
      }
      try unpack(into: &buffer, &filled)
    }
    return filled - start
  }

  private func refill(_ source: Source) throws(Diagnostic) -> Bool {
    let count = try source(&input)
    left = 0..<count
    offset += Int64(count)
    return count > 0
  }

  private func unpack(into buffer: inout [UInt8], _ filled: inout Int) throws(Diagnostic) {
    let (before, start) = (left.count, filled)
    do throws(Inflater.Fault) {
      betweenMembers = try inflater.step(input, &left, into: &buffer, &filled)
    } catch {
      throw message(error).diagnostic(file)
    }
    guard limit.count(packed: before - left.count, unpacked: filled - start) else {
      throw GzipMessage.tooMuch.diagnostic(file)
    }
  }

  private func message(_ fault: Inflater.Fault) -> GzipMessage {
    switch fault {
    case .noMemory: .noMemory
    case .damaged("incorrect header check") where members > 1:
      .followed(offset: offset - Int64(left.count) - 2)
    case .damaged(let why): .damaged(why)
    }
  }
}
