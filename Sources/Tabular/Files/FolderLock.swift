import Glibc

extension Files {
  /// Does something to a file that is read and written anew while nobody else does so in its folder.
  /// What the system lets nobody wait for, such as some folders of other machines, is done at once.
  ///
  /// - Throws: what the work throws.
  public static func alone<Problem: Error>(
    besides path: String, _ work: () throws(Problem) -> Void
  ) throws(Problem) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let number = try? System.opened(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // Closing it gives the lock back, and so does the end of the program.
    defer { if let number { System.closeFile(number) } }
    if let number {
      while flock(number, LOCK_EX) != 0, errno == EINTR {}
    }
    try work()
  }
}
