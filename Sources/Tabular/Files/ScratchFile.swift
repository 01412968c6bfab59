public import Diagnostics

/// A file without a name for this process alone.
public struct ScratchFile: Sendable {
  private let number: Int32

  /// Where this process can open the file for as long as it is not removed.
  public var path: String { "/proc/self/fd/\(number)" }

  /// A file with some content, in the folder that the machine has for files of a run.
  public init(_ bytes: [UInt8]) throws(Diagnostic) {
    let given = Surroundings.variable("TMPDIR") ?? ""
    let folder = given.isEmpty ? "/tmp" : given
    let name = "\(folder)/holdfast-\(String(UInt64.random(in: 0 ... .max), radix: 36))"
    do throws(SystemError) {
      number = try System.create(name, mode: 0o600)
      System.remove(name)
      do throws(SystemError) { try System.write(bytes, to: number) } catch {
        System.closeFile(number)
        throw error
      }
    } catch {
      throw Diagnostic(
        .error, "no file of the run can be kept in '\(folder)': \(error)",
        at: .file(folder), help: "point TMPDIR to a folder with room")
    }
  }

  /// Gives the disk back; `path` then means nothing.
  public func remove() { System.closeFile(number) }
}
