public import Diagnostics
import Glibc

extension Files {
  /// Puts bytes into a file so that nobody ever sees half of them: they go to a file beside it,
  /// which then takes its place. Pipes and devices are written to directly.
  ///
  /// Throws where the folder is missing, is not writable, or the disk is full; an older file then
  /// stays as it was.
  ///
  /// - Parameter isPrivate: lets nobody but the owner read a new file.
  public static func write(
    _ bytes: [UInt8], to path: String, shownAs: String? = nil, isPrivate: Bool = false
  ) throws(Diagnostic) {
    do throws(Diagnostic) { try writeAll([(path, bytes)], arePrivate: isPrivate) } catch {
      throw Diagnostic(.error, error.message, at: .file(shownAs ?? path), help: error.help)
    }
  }

  /// Puts several files in place, all of them or, where one cannot be written, none: every draft is
  /// on the disk before the first takes its place.
  public static func writeAll(
    _ files: [(path: String, bytes: [UInt8])], arePrivate: Bool = false
  ) throws(Diagnostic) {
    var drafts: [(draft: String, path: String)] = []
    var direct: [(path: String, bytes: [UInt8])] = []
    for file in files {
      do throws(SystemError) {
        if let status = try? System.status(at: file.path), FileKind(status) != .regular {
          guard FileKind(status) != .directory else { throw SystemError(code: EISDIR) }
          direct.append(file)
        } else {
          drafts.append(
            (try draft(of: file.path, file.bytes, arePrivate ? 0o600 : 0o666), file.path))
        }
      } catch {
        for (draft, _) in drafts { System.remove(draft) }
        throw cannotWrite(error, file.path)
      }
    }
    for (draft, path) in drafts {
      do throws(SystemError) { try System.move(draft, to: target(path)) } catch {
        for (draft, _) in drafts { System.remove(draft) }
        throw cannotWrite(error, path)
      }
    }
    for (path, bytes) in direct {
      do throws(SystemError) { try writeDirectly(bytes, to: path) } catch {
        throw cannotWrite(error, path)
      }
    }
  }

  /// The file that a path leads to, links followed.
  private static func target(_ path: String) throws(SystemError) -> String {
    (try? System.status(at: path)) == nil ? path : try System.resolved(path)
  }

  private static func draft(
    of path: String, _ bytes: [UInt8], _ newMode: mode_t
  ) throws(SystemError) -> String {
    let mode = (try? System.status(at: path))?.st_mode
    let (draft, number) = try createDraft(beside: target(path), newMode)
    do throws(SystemError) {
      defer { System.closeFile(number) }
      if let mode { try System.setMode(number, mode) }
      try System.write(bytes, to: number)
      try System.flush(number)
    } catch {
      System.remove(draft)
      throw error
    }
    return draft
  }

  private static func cannotWrite(_ error: SystemError, _ path: String) -> Diagnostic {
    let help = error.code == ENOENT ? "create the folder first, or choose another path" : nil
    return error.diagnostic("the file cannot be written", path, help: help)
  }

  /// A new file in the same folder, under a name that nobody else uses.
  private static func createDraft(
    beside path: String, _ mode: mode_t
  ) throws(SystemError) -> (path: String, number: Int32) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(path[...$0]) } ?? ""
    var attempt = 0
    while true {
      let draft = "\(folder).holdfast-\(System.processNumber)-\(attempt).part"
      do throws(SystemError) {
        return (draft, try System.create(draft, mode: mode))
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
