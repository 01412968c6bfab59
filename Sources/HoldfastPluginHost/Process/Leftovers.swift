internal import Glibc
internal import Processes

/// Processes that a plugin left behind where nothing kept it from leaving its group.
enum Leftovers {
  /// Ends every process that was given a private folder in its variables.
  ///
  /// One that took the variable away is not found; only a plugin that runs unconfined can do that.
  static func end(of folder: PrivateFolder) {
    let mark = Array("HOLDFAST_TMP=\(folder.path)\0".utf8)
    // Each round finds what those of the last round started before they ended.
    for _ in 0..<20 {
      let found = numbers().filter { holds(mark, $0) }
      guard !found.isEmpty else { return }
      for number in found { _ = kill(number, SIGKILL) }
      System.sleep(milliseconds: 5)
    }
  }

  private static func numbers() -> [Int32] {
    let entries = (try? System.entries(of: Array("/proc".utf8))) ?? []
    return entries.compactMap { Int32(String(decoding: $0.name, as: UTF8.self)) }
  }

  private static func holds(_ mark: [UInt8], _ number: Int32) -> Bool {
    var variables: [UInt8] = [0]
    try? System.readFile("/proc/\(number)/environ") { bytes in
      if variables.count < 1 << 20 { variables += bytes }
    }
    let wanted = [0] + mark
    guard variables.count >= wanted.count else { return false }
    return variables.indices.dropLast(wanted.count - 1).contains { start in
      variables[start] == 0 && variables[start..<start + wanted.count].elementsEqual(wanted)
    }
  }
}
