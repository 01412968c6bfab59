package import Diagnostics
import Tabular

/// The folder in which what files said is kept, a file for each of them.
///
/// Whatever is odd about it is as good as absent: what is not found here is read. A run says once
/// what keeps it from using the folder.
package final class CacheFolder {
  private let path: String
  /// Whether it may be looked into.
  private var isOpen = false
  private var isWritable = true
  private var damaged = 0
  /// The names of the files that this run looked at or wrote.
  private var used: Set<String> = []
  private var problems: [Diagnostic] = []
  /// How many bytes and files it may hold.
  private let limits: (bytes: Int64, files: Int)

  /// A folder; it is made where there is none.
  package init(_ path: String, limits: (bytes: Int64, files: Int) = (4 << 30, 20_000)) {
    self.path = path
    self.limits = limits
    do throws(Diagnostic) { try Files.makeOwnFolder(path) } catch {
      problems.append(CacheMessage.off(error.message, path))
      return
    }
    isOpen = Files.isOwnFolder(path)
    if !isOpen { problems.append(CacheMessage.notOwn(path)) }
  }

  /// What keeps it from being used.
  package var warnings: [Diagnostic] {
    problems + (damaged > 0 ? [CacheMessage.damaged(damaged, path)] : [])
  }

  /// The bytes of a file; nil where there is none that can be read.
  package func bytes(_ name: String) -> [UInt8]? {
    guard isOpen else { return nil }
    used.insert(name)
    let place = "\(path)/\(name)"
    guard Files.exists(place) else { return nil }
    // Another run may put its own entry in the place of this one just now: each is whole, and the
    // next reading finds it.
    for _ in 0..<Self.readings {
      if let bytes = try? Files.readAll(place, shownAs: place, limit: 1 << 30) { return bytes }
    }
    noteDamage()
    return nil
  }

  /// How often an entry is looked at that changes while it is read.
  private static let readings = 4

  /// Notes a file that says something else than it should.
  func noteDamage() { damaged += 1 }

  /// Keeps the bytes of a file, all of them or none.
  package func save(_ bytes: [UInt8], as name: String) {
    guard isOpen, isWritable else { return }
    used.insert(name)
    do throws(Diagnostic) {
      try Files.write(bytes, to: "\(path)/\(name)", isPrivate: true)
    } catch {
      // One disk that is full or may not be written to is told of once.
      isWritable = false
      problems.append(CacheMessage.cannotWrite(error, path))
    }
  }

  /// Removes what others left half done, and of too much the oldest that this run has no use for.
  package func tidy(now: Int64 = Surroundings.nanosecondsSince1970()) {
    guard isOpen, isWritable, let names = try? Files.entries(of: path, shownAs: path) else {
      return
    }
    var entries: [(name: String, stamp: FileStamp)] = []
    for name in names {
      guard let stamp = try? Files.stamp(of: "\(path)/\(name)", shownAs: name) else { continue }
      if name.hasSuffix(Self.ending) { entries.append((name, stamp)) }
      let isLeft = name.hasPrefix(".holdfast-") && name.hasSuffix(".part")
      if isLeft, stamp.modified < now - 3_600_000_000_000 { Files.remove("\(path)/\(name)") }
    }
    var (bytes, files) = (entries.reduce(0) { $0 + $1.stamp.size }, entries.count)
    let idle = entries.filter { !used.contains($0.name) }
    for entry in idle.sorted(by: { $0.stamp.modified < $1.stamp.modified })
    where bytes > limits.bytes || files > limits.files {
      Files.remove("\(path)/\(entry.name)")
      bytes -= entry.stamp.size
      files -= 1
    }
  }

  /// How the names of files end; others in the folder are left alone.
  package static let ending = ".tallied"
}

/// What is said of a cache that cannot be used.
enum CacheMessage {
  private static let harmless = "the run reads what it needs, and is only slower"

  static func off(_ why: String, _ path: String) -> Diagnostic {
    Diagnostic(.warning, "the cache is off: \(why)", at: .file(path), help: harmless)
  }

  static func notOwn(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "the cache is off: it is no folder of yours alone, so that others could put numbers into it",
      at: .file(path), help: "choose another folder, or let nobody else write to this one")
  }

  static func damaged(_ count: Int, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning,
      "\(count == 1 ? "1 file" : "\(count) files") of the cache cannot be used and \(count == 1 ? "is" : "are") made again",
      at: .file(path), help: "where that happens often, look after the disk")
  }

  static func cannotWrite(_ error: Diagnostic, _ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "the cache keeps nothing new: \(error.message)", at: .file(path), help: harmless)
  }

  static func corrected(_ path: String) -> Diagnostic {
    Diagnostic(
      .warning, "the cache is off: corrections change rows, so that all of them are read",
      at: .file(path), help: harmless)
  }
}
