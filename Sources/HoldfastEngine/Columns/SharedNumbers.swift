import Synchronization

/// A number for each of many places, which any thread may read and set at any time.
@safe final class SharedNumbers: Sendable {
  private nonisolated(unsafe) let numbers: UnsafeMutablePointer<Atomic<Int32>>
  private let count: Int

  /// So many places without a number.
  init(count: Int) {
    self.count = count
    unsafe numbers = .allocate(capacity: count)
    for place in 0..<count { unsafe (numbers + place).initialize(to: Atomic(-1)) }
  }

  deinit {
    unsafe numbers.deinitialize(count: count)
    unsafe numbers.deallocate()
  }

  /// The number of a place, of those from 0 on; nil where nobody set one.
  subscript(place: Int) -> Int32? {
    get {
      precondition(place < count, "a place is one of those there are")
      let number = unsafe numbers[place].load(ordering: .acquiring)
      return number < 0 ? nil : number
    }
    set {
      precondition(place < count, "a place is one of those there are")
      unsafe numbers[place].store(newValue ?? -1, ordering: .releasing)
    }
  }
}
