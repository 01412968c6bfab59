import ArgumentParser
import Diagnostics
import HoldfastEngine
import HoldfastLoader
import HoldfastModel
import Tabular

/// What is read of files beside the data.
protocol ReadBeside {
  /// What the files of a data folder say, and everything wrong with them. Packs are nil where they
  /// could not all be read.
  func read(_ folder: String, packs: [Pack]?) -> BesideFiles
}

/// The institution's dated exceptions, in a file beside the data.
struct WaiverOptions: ParsableArguments, ReadBeside {
  @Option(help: "The institution's dated exceptions, where they are not DATA/waivers.yaml.")
  var waivers: String?

  /// What the command line leaves out is taken from the project.
  mutating func validate() throws {
    if waivers == nil { waivers = ProjectFile.here.project.waivers }
  }

  /// The file that is read for a data folder; nil where there is none.
  func file(_ folder: String) -> String? {
    BesideFiles.path(waivers, "\(folder)/\(WaiversLoader.file)")
  }

  func read(_ folder: String, packs: [Pack]?) -> BesideFiles {
    var result = BesideFiles()
    result.add(waivers: file(folder), packs: packs)
    return result
  }
}

/// What people say to findings: exceptions and answers, in files beside the data.
struct BesideOptions: ParsableArguments, ReadBeside {
  @OptionGroup var exceptions: WaiverOptions

  @Option(help: "What parties answer to findings, where it is not DATA/responses.yaml.")
  var responses: String?

  /// What the command line leaves out is taken from the project.
  mutating func validate() throws {
    if responses == nil { responses = ProjectFile.here.project.responses }
  }

  /// The files that are read for a data folder; nil where there is none.
  func waiversFile(_ folder: String) -> String? { exceptions.file(folder) }

  /// The same for responses.
  func responsesFile(_ folder: String) -> String? {
    BesideFiles.path(responses, "\(folder)/\(ResponsesLoader.file)")
  }

  /// The files that people wrote for the run.
  func written(_ folder: String) -> [String] {
    [waiversFile(folder), responsesFile(folder)].compactMap { $0 }
  }

  func read(_ folder: String, packs: [Pack]?) -> BesideFiles {
    var result = exceptions.read(folder, packs: packs)
    result.add(responses: responsesFile(folder), packs: packs)
    return result
  }
}

/// What was read of files beside the data.
struct BesideFiles {
  var waivers: WaiverBook?
  var responses: ResponseBook?
  var problems: [Diagnostic] = []

  /// The file that was named, or else the usual one, where there is one.
  static func path(_ given: String?, _ usual: String) -> String? {
    given ?? (Files.exists(usual) ? usual : nil)
  }

  /// Reads the exceptions of a file, where there is one.
  mutating func add(waivers path: String?, packs: [Pack]?) {
    guard let path else { return }
    add(path, { WaiversLoader(packs: packs).load($0) }) { files, waivers, source in
      files.waivers = WaiverBook(waivers, source: source)
    }
  }

  /// Reads the answers of a file, where there is one.
  mutating func add(responses path: String?, packs: [Pack]?) {
    guard let path else { return }
    add(path, { ResponsesLoader(packs: packs).load($0) }) { files, responses, source in
      files.responses = ResponseBook(responses, source: source)
    }
  }

  /// Reads a file and keeps what it says, and what is wrong with it.
  private mutating func add<Value>(
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
