import ArgumentParser
import Diagnostics
import HoldfastPluginHost
import Tabular

/// `holdfast plugins new`
struct NewPlugin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a plugin that works, to be made into one of your own.",
    discussion: """
      It measures which part of the rows is done, over unknown cells too, and has a recorded
      dialogue. docs/plugins.md says how to go on.

      Examples:
        holdfast plugins new wages --language python
        holdfast plugins new wages --language swift --kit ../holdfast
      """)

  @Argument(help: "Its name: small letters, digits and '-', a letter first.")
  var name: String

  @Option(help: "The language: python or swift.")
  var language: PluginTemplate.Language

  @Option(help: "The folder to make; one of the plugin's name unless told otherwise.")
  var out: String?

  @Option(
    help: "For Swift: the folder or the address of the repository that HoldfastPluginKit is in.")
  var kit: String?

  func validate() throws {
    guard PluginName.isPlugin(name) else {
      throw ValidationError(
        "'\(name)' is no name for a plugin: use small letters, digits and '-', a letter first")
    }
    guard language == .python || kit != nil else {
      throw ValidationError(
        "say where the kit for Swift is: --kit FOLDER or --kit ADDRESS of Holdfast's repository")
    }
    guard !(kit ?? "").contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline }) else {
      throw ValidationError("the place of the kit holds a sign that Package.swift cannot")
    }
  }

  func run() throws {
    do throws(Diagnostic) {
      let folder = (out ?? name).withoutSlash
      guard !Files.exists(folder) else {
        throw Diagnostic(
          .error, "there is something at '\(folder)' already, and nothing is overwritten",
          at: .file(folder), help: "choose another folder with --out, or remove this one")
      }
      try make(folder)
      try Surroundings.writeOutput(next(folder))
    } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }

  private func make(_ folder: String) throws(Diagnostic) {
    let kit = PluginTemplate.Kit(place: try place(of: kit ?? ""))
    for file in PluginTemplate.files(name, language, kit: kit) {
      var path = folder
      try Files.makeFolder(path)
      for part in file.path.split(separator: "/").dropLast() {
        path += "/\(part)"
        try Files.makeFolder(path)
      }
      try Files.write(Array(file.text.utf8), to: "\(folder)/\(file.path)")
    }
    if language == .python { try PinPlugin.write(folder) }
  }

  /// The folder of the kit from the root, so that the plugin can be moved; an address as it is.
  private func place(of kit: String) throws(Diagnostic) -> String {
    if language == .python || PluginTemplate.Kit(place: kit).isAddress { return kit }
    guard let path = Files.realPath(kit), Files.isFile("\(path)/Package.swift") else {
      throw Diagnostic(
        .error, "there is no package of Swift in '\(kit)'", at: .file(kit),
        help: "name the folder of Holdfast's sources after --kit")
    }
    return path
  }

  private func next(_ folder: String) -> String {
    let build = language == .swift ? "  sh \(folder)/build\n" : ""
    return "\(folder): made; go on with\n\(build)  holdfast plugins test \(folder)\n"
  }
}

extension PluginTemplate.Language: ExpressibleByArgument {}
