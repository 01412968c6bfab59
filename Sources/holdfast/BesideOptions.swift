import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import Tabular

/// What people say to findings: exceptions and answers, in files beside the data.
struct BesideOptions: ParsableArguments {
  @Option(help: "The institution's dated exceptions, where they are not DATA/waivers.yaml.")
  var waivers: String?

  @Option(help: "What parties answer to findings, where it is not DATA/responses.yaml.")
  var responses: String?

  /// What the command line leaves out is taken from the project.
  mutating func validate() throws {
    let project = ProjectFile.here.project
    if waivers == nil { waivers = project.waivers }
    if responses == nil { responses = project.responses }
  }

  /// The files that are read for a data folder; nil where there is none.
  func waiversFile(_ folder: String) -> String? {
    Self.file(waivers, "\(folder)/\(WaiversLoader.file)")
  }

  /// The same for responses.
  func responsesFile(_ folder: String) -> String? {
    Self.file(responses, "\(folder)/\(ResponsesLoader.file)")
  }

  /// The files that people wrote for the run.
  func written(_ folder: String) -> [String] {
    [waiversFile(folder), responsesFile(folder)].compactMap { $0 }
  }

  private static func file(_ given: String?, _ usual: String) -> String? {
    given ?? (Files.exists(usual) ? usual : nil)
  }

  /// The exceptions and answers for a data folder, and everything wrong with them. Packs are nil
  /// where they could not all be read.
  func read(_ folder: String, packs: [Pack]?) -> BesideFiles {
    var result = BesideFiles()
    if let path = waiversFile(folder) {
      result.add(path, { WaiversLoader(packs: packs).load($0) }) { files, waivers, source in
        files.waivers = WaiverBook(waivers, source: source)
      }
    }
    if let path = responsesFile(folder) {
      result.add(path, { ResponsesLoader(packs: packs).load($0) }) { files, responses, source in
        files.responses = ResponseBook(responses, source: source)
      }
    }
    return result
  }
}

/// What was read of files beside the data.
struct BesideFiles {
  var waivers: WaiverBook?
  var responses: ResponseBook?
  var problems: [Diagnostic] = []

  /// Reads a file and keeps what it says, and what is wrong with it.
  fileprivate mutating func add<Value>(
    _ path: String, _ load: (SourceText) -> Loaded<Value>,
    _ keep: (inout BesideFiles, Value, SourceText) -> Void
  ) {
    do throws(Diagnostic) {
      let source = try Inputs.source(path)
      let loaded = load(source)
      problems += loaded.diagnostics
      if let value = loaded.value { keep(&self, value, source) }
    } catch {
      problems.append(error)
    }
  }
}
