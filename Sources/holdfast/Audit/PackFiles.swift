import Diagnostics
import HoldfastLoader
import HoldfastModel
import Tabular

/// The files of packs, with those that they extend, under names that keep their places to each other.
struct PackFiles {
  /// The files by their names in a bundle.
  private(set) var files: [String: [UInt8]] = [:]
  /// The names of the packs as they were asked for.
  private(set) var named: [String] = []

  /// Reads the packs of some paths once more.
  init(_ paths: [String], _ checkers: CheckerBook) throws(DiagnosticList) {
    let read = Monitor<[(path: String, bytes: [UInt8])]>([])
    let loader = PackLoader(checkers: checkers) { (path) throws(Diagnostic) in
      guard !path.value.hasPrefix("/") else {
        throw Diagnostic(
          "evidence cannot hold a pack that is extended by a path from the root of one machine",
          at: path.span, help: "write its path from the folder of this file: extends: ../cleveland")
      }
      let source = try Inputs.extended(path)
      read.change { $0.append((source.name, source.utf8)) }
      return source
    }
    var asked: [String] = []
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      for path in paths {
        let file = Files.isDirectory(path) ? "\(path.withoutSlash)/pack.yaml" : path
        let source = try Inputs.source(file)
        read.change { $0.append((file, source.utf8)) }
        asked.append(file)
        problems += loader.load(source).diagnostics
      }
    } catch { throw DiagnosticList([error]) }
    try DiagnosticList(problems).throwIfErrors()
    place(read.change { $0 }, asked)
  }

  /// Names files by their paths below the folder that holds all of them.
  private mutating func place(_ read: [(path: String, bytes: [UInt8])], _ asked: [String]) {
    let real = read.map { file in
      ((Files.realPath(file.path) ?? file.path).split(separator: "/").map(String.init), file.bytes)
    }
    var common = real.first.map { Array($0.0.dropLast()) } ?? []
    for (steps, _) in real {
      common = Array(zip(common, steps.dropLast()).prefix { $0 == $1 }.map(\.0))
    }
    let name = { (steps: [String]) in
      "packs/" + steps.dropFirst(common.count).joined(separator: "/")
    }
    for (steps, bytes) in real { files[name(steps)] = bytes }
    named = asked.map { path in
      name((Files.realPath(path) ?? path).split(separator: "/").map(String.init))
    }
  }
}
