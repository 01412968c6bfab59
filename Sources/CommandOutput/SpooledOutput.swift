public import Diagnostics
import Processes
import Synchronization

/// What a command printed, kept in a private file that lies on disk without a name: nobody else
/// can open it, and it goes with this process, however that ends.
public final class SpooledOutput: Sendable {
  /// Where this process, and only this one, can open the file for as long as it is not removed.
  public let path: String
  /// The size in bytes, more than 0.
  public let bytes: Int
  /// What the reader should know though nothing is wrong: what the command wrote to standard error.
  public let notices: [Diagnostic]
  private let file: SpoolFile
  private let isRemoved = Atomic(false)

  init(_ file: SpoolFile, bytes: Int, notices: [Diagnostic]) {
    self.file = file
    self.path = file.path
    self.bytes = bytes
    self.notices = notices
  }

  /// Gives the disk back, now and not at the end of the process; `path` then means nothing.
  ///
  /// The file does not go with the last reference to this value: the system hands the number in
  /// `path` to the next file that is opened, and a reader must never take that one for this.
  public func remove() {
    if !isRemoved.exchange(true, ordering: .relaxed) { file.remove() }
  }
}

/// A file without a name for this process alone.
struct SpoolFile {
  private let number: Int32

  var path: String { "/proc/self/fd/\(number)" }

  /// The folder that the machine has for files of a run.
  static var folder: String {
    System.variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
  }

  init() throws(CommandFailure) {
    do throws(SystemError) {
      number = try System.createNameless(in: Self.folder)
    } catch {
      throw .notKept(error)
    }
  }

  func append(_ bytes: ArraySlice<UInt8>) throws(SystemError) {
    try System.write(bytes, to: number)
  }

  func remove() { System.closeFile(number) }
}
