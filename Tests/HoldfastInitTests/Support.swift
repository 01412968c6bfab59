import Diagnostics
import Foundation
import HoldfastInit
import HoldfastModel
import Tabular

/// A folder with files for one test, removed at the end.
final class Folder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "init-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Array(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  /// The description of what lies in the folder.
  func draft(_ wishes: InstitutionDraft.Wishes = .init(name: "Test", currency: "GBP"))
    throws -> InstitutionDraft
  {
    try InstitutionDraft(folder: path, wishes)
  }

  /// What a file is found to be.
  func look(_ name: String) -> TableProbe.Outcome {
    TableProbe.look(at: path + "/" + name, shownAs: name)
  }

  /// The table in a file; nil where none is found.
  func table(_ name: String) -> TableProbe? {
    guard case .table(let probe) = look(name) else { return nil }
    return probe
  }
}

/// A generator that gives the same numbers in every run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ (state >> 29)) &* 0xbf58_476d_1ce4_e5b9
  }
}

extension String {
  /// Comments over several lines as one, so that wrapping is no part of what a test asks for.
  var unwrapped: String {
    split(separator: "\n").map { line in
      let text = line.drop { $0 == " " }
      return text.hasPrefix("#   ") ? " " + text.dropFirst(4) : "\n" + line
    }.joined()
  }
}
