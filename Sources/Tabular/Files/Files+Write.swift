public import Diagnostics
import Glibc

extension Files {
  /// Puts bytes into a file so that nobody ever sees half of them: they go to a file beside it,
  /// which then takes its place. Pipes and devices are written to directly.
  ///
  /// Throws where the folder is missing, is not writable, or the disk is full; an older file then
  /// stays as it was.
  public static func write(
    _ bytes: [UInt8], to path: String, shownAs: String? = nil
  ) throws(Diagnostic) {
    do throws(SystemError) {
      guard let status = try? System.status(at: path) else {
        return try replace(path, with: bytes, mode: nil)
      }
      switch FileKind(status) {
      case .regular:
        try replace(System.resolved(path), with: bytes, mode: status.st_mode)
      case .other: try writeDirectly(bytes, to: path)
      case .directory: throw SystemError(code: EISDIR)
      }
    } catch {
      let help =
        error.code == ENOENT ? "create the folder first, or choose another path" : nil
      throw error.diagnostic("the file cannot be written", shownAs ?? path, help: help)
    }
  }

  private static func replace(
    _ path: String, with bytes: [UInt8], mode: mode_t?
  ) throws(SystemError) {
    let (draft, number) = try createDraft(beside: path)
    do throws(SystemError) {
      defer { System.closeFile(number) }
      if let mode { try System.setMode(number, mode) }
      try System.write(bytes, to: number)
      try System.flush(number)
    } catch {
      System.remove(draft)
      throw error
    }
    do throws(SystemError) { try System.move(draft, to: path) } catch {
      System.remove(draft)
      throw error
    }
  }

  /// A new file in the same folder, under a name that nobody else uses.
  private static func createDraft(
    beside path: String
  ) throws(SystemError) -> (path: String, number: Int32) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    var attempt = 0
    while true {
      let draft = "\(folder).holdfast-\(System.processNumber)-\(attempt).part"
      do throws(SystemError) {
        return (draft, try System.create(draft, mode: 0o666))
      } catch {
        guard error.code == EEXIST, attempt < 1000 else { throw error }
        attempt += 1
      }
    }
  }

  private static func writeDirectly(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let number = try System.openForWriting(path)
    defer { System.closeFile(number) }
    try System.write(bytes, to: number)
  }
}
