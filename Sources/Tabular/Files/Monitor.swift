import Glibc

/// A value that several threads change in turn, and wait for.
@safe package final class Monitor<Value>: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>
  private var value: Value

  package init(_ value: Value) {
    self.value = value
    unsafe mutex = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    var kind = pthread_mutexattr_t()
    unsafe pthread_mutexattr_init(&kind)
    // What is done alone takes less time than going to sleep and being woken.
    unsafe pthread_mutexattr_settype(&kind, Int32(PTHREAD_MUTEX_ADAPTIVE_NP))
    unsafe pthread_mutex_init(mutex, &kind)
    unsafe pthread_mutexattr_destroy(&kind)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Changes the value alone, and wakes all who wait for it.
  package func change<Result>(_ body: (inout Value) -> Result) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      unsafe pthread_cond_broadcast(changed)
      unsafe pthread_mutex_unlock(mutex)
    }
    return body(&value)
  }

  /// Waits until the body has a result, and wakes all who wait.
  package func wait<Result>(_ body: (inout Value) -> Result?) -> Result {
    wait { value, _ in body(&value) }
  }

  /// Waits until the body has a result; wakes nobody where it says that nobody needs to be.
  package func wait<Result>(_ body: (inout Value, inout Bool) -> Result?) -> Result {
    unsafe pthread_mutex_lock(mutex)
    var mayWake = true
    defer {
      if mayWake { unsafe pthread_cond_broadcast(changed) }
      unsafe pthread_mutex_unlock(mutex)
    }
    while true {
      if let result = body(&value, &mayWake) { return result }
      unsafe pthread_cond_wait(changed, mutex)
    }
  }
}
