import ArgumentParser
import HoldfastEngine

/// Where a command keeps what files say from one run to the next.
struct CacheOptions: ParsableArguments {
  @Option(help: "Keep what files say in this folder, and read only what is new or changed.")
  var cache: String?

  @Flag(help: "Look at the bytes of every file, and trust no times and sizes.")
  var rehash = false

  func validate() throws {
    if rehash, cache == nil { throw ValidationError("--rehash is about files of a --cache.") }
  }

  /// The folder; nil where nothing is kept.
  var settings: CacheSettings? { cache.map { CacheSettings(folder: $0, rehash: rehash) } }
}
