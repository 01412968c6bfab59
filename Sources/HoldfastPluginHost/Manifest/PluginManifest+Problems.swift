internal import Crypto
public import Diagnostics
public import HoldfastModel

extension PluginManifest {
  /// Every mistake in the manifest and in its pins, each at its place; where there is none, the
  /// plugin may be started.
  public func problems() -> [Diagnostic] {
    var problems = ownProblems
    do throws(Diagnostic) {
      problems += pinProblems(try PluginPins.compute(folder))
    } catch {
      problems.append(error)
    }
    return problems
  }

  /// What identifies the plugin, as 64 hexadecimal digits: any other name, version, command, right
  /// or byte of a file gives another.
  public var digest: String {
    var hash = SHA256()
    let rights = ["\(startsProcesses)", "\(memory)"]
    let pins = files.map(\.value).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let lists = [
      [protocolName.value, name.value, version], command.value, rights, reads,
      pins.flatMap { [$0.path, $0.sha256] },
    ]
    // Lengths keep one list of words from looking like another.
    for list in lists {
      hash.update(data: Array("\(list.count);".utf8))
      for word in list { hash.update(data: Array("\(word.utf8.count):\(word)".utf8)) }
    }
    return PluginPins.hexadecimal(hash.finalize())
  }

  private var ownProblems: [Diagnostic] {
    var problems: [Diagnostic] = []
    if !PluginName.isPlugin(name.value) {
      problems.append(
        Diagnostic(
          "'\(Diagnostic.printable(name.value))' is no name for a plugin", at: name.span,
          help: "use small letters, digits and '-', a letter first"))
    }
    if protocolName.value != Self.protocolName {
      problems.append(
        Diagnostic(
          "the plugin speaks '\(Diagnostic.printable(protocolName.value))'; this version of "
            + "holdfast speaks \(Self.protocolName)",
          at: protocolName.span, help: "use a version of the plugin that speaks it"))
    }
    if command.value.isEmpty || command.value.contains(where: { $0.utf8.contains(0) }) {
      problems.append(
        Diagnostic(
          "the command names no program", at: command.span,
          help: "write command: [program, argument, argument]"))
    }
    let program = command.value.first ?? ""
    if program.contains("/"), program.utf8.first != UInt8(ascii: "/"), !isPinned(program) {
      problems.append(
        Diagnostic(
          "the program '\(Diagnostic.printable(program))' is not one of the plugin's files",
          at: command.span,
          help: "write its path from the plugin's folder as it stands under files, or a name alone")
      )
    }
    return problems
  }

  private func isPinned(_ program: String) -> Bool {
    let path = program.hasPrefix("./") ? String(program.dropFirst(2)) : program
    return files.contains { TextKey($0.value.path) == TextKey(path) }
  }

  /// What the folder holds, against what the manifest says. Paths are compared byte by byte.
  private func pinProblems(_ found: [PluginPin]) -> [Diagnostic] {
    let help = "if you trust what is there now, run holdfast plugins pin --write \(folder)"
    let digests = Dictionary(
      found.map { (TextKey($0.path), $0.sha256) }, uniquingKeysWith: { first, _ in first })
    var listed: Set<TextKey> = []
    var problems: [Diagnostic] = []
    for pin in files {
      let path = Diagnostic.printable(pin.value.path)
      func add(_ what: String) {
        problems.append(Diagnostic("'\(path)' \(what)", at: pin.span, help: help))
      }
      if !listed.insert(TextKey(pin.value.path)).inserted { add("is listed twice") }
      switch digests[TextKey(pin.value.path)] {
      case nil: add("is listed, and is not in the folder of the plugin")
      case pin.value.sha256.lowercased(): break
      default: add("is not the file that was pinned: it was changed")
      }
    }
    for pin in found where !listed.contains(TextKey(pin.path)) {
      let path = Diagnostic.printable(pin.path)
      problems.append(
        Diagnostic(
          .error, "'\(path)' is in the folder of the plugin and is not listed under files",
          at: .file("\(folder)/\(path)"), help: "remove it, or \(help)"))
    }
    return problems
  }
}

/// How plugins, checkers and the like may be called.
package enum PluginName {
  /// Whether a plugin may be called so.
  package static func isPlugin(_ text: String) -> Bool { isName(text, and: "-") }

  /// Checkers, roles and parameters are written in packs, as other names there are.
  static func isInner(_ text: String) -> Bool { isName(text, and: "_") }

  private static func isName(_ text: String, and signs: String) -> Bool {
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let first = text.utf8.first, letters.contains(first), text.utf8.count <= 64 else {
      return false
    }
    return text.utf8.allSatisfy {
      letters.contains($0) || digits.contains($0) || signs.utf8.contains($0)
    }
  }
}
