import Glibc
import Synchronization

/// Threads of the system, for work that keeps a core busy.
package enum Threads {
  /// How many processors this process may use.
  package static var available: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }

  /// Runs a body so many times at once, each with its own number from 0, something else meanwhile on
  /// the calling thread, and waits for all. False where the system gives no thread at all, and
  /// nothing was run.
  package static func run(
    _ count: Int, _ body: @escaping @Sendable (Int) -> Void, meanwhile: () -> Void
  ) -> Bool {
    var threads: [pthread_t] = []
    for number in 0..<count {
      let work = unsafe Unmanaged.passRetained(Work { body(number) })
      var thread = pthread_t()
      let result = unsafe pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer = unsafe pointer else { return nil }
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body()
          return nil
        }, work.toOpaque())
      if result == 0 {
        threads.append(thread)
      } else {
        unsafe work.release()
      }
    }
    guard !threads.isEmpty else { return false }
    meanwhile()
    for thread in threads { pthread_join(thread, nil) }
    return true
  }

  private final class Work: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
