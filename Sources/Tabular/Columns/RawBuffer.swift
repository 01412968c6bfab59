/// Bytes that stay where they are until there have to be more.
@safe final class RawBuffer {
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var count: Int

  init(_ count: Int) {
    unsafe bytes = .allocate(capacity: count)
    unsafe bytes.initialize(repeating: 0, count: count)
    self.count = count
  }

  deinit { unsafe bytes.deallocate() }

  /// Makes room for so many bytes, and keeps those that are there.
  func grow(to wanted: Int) {
    guard wanted > count else { return }
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: wanted)
    unsafe larger.initialize(from: bytes, count: count)
    unsafe (larger + count).initialize(repeating: 0, count: wanted - count)
    unsafe bytes.deallocate()
    unsafe bytes = larger
    count = wanted
  }
}
