import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastLoader
import HoldfastModel
import Tabular

/// Reads the files that a person wrote.
enum Inputs {
  /// The largest file of rules or descriptions.
  private static let limit = 10_000_000

  /// The text of a file.
  static func source(_ path: String) throws(Diagnostic) -> SourceText {
    SourceText(name: path, utf8: try Files.readAll(path, shownAs: path, limit: limit))
  }

  /// The packs of some paths, and everything wrong with them; a folder stands for its pack.yaml.
  static func packs(
    _ paths: [String], _ checkers: CheckerBook = Checkers.book,
    finder: @escaping @Sendable (Located<String>) throws(Diagnostic) -> SourceText = extended
  ) -> (packs: [Pack], diagnostics: [Diagnostic]) {
    let loader = PackLoader(checkers: checkers, finder: finder)
    var packs: [Pack] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      do throws(Diagnostic) {
        let file = Files.isDirectory(path) ? "\(path.withoutSlash)/pack.yaml" : path
        let loaded = loader.load(try source(file))
        diagnostics += loaded.diagnostics
        guard let pack = loaded.value else { continue }
        if let twin = packs.first(where: { $0.id == pack.id }) {
          diagnostics.append(
            Diagnostic(
              "two packs are called '\(pack.id)', the other is \(twin.span.source.name)",
              at: pack.span, help: "name each pack once"))
        }
        packs.append(pack)
      } catch {
        diagnostics.append(error)
      }
    }
    return (packs, diagnostics)
  }

  /// The pack that another extends: a path from the folder of the file that says so.
  static func extended(_ path: Located<String>) throws(Diagnostic) -> SourceText {
    let place = place(of: path)
    do throws(Diagnostic) {
      let isFolder = Files.isDirectory(place)
      return try source(isFolder ? "\(place.withoutSlash)/pack.yaml" : place)
    } catch {
      throw Diagnostic(
        "the pack '\(path.value)' that is extended cannot be read: \(error.message)", at: path.span,
        help: "write its path from the folder of this file: extends: ../cleveland")
    }
  }

  /// Where the pack is that another extends.
  static func place(of path: Located<String>) -> String {
    let name = path.span.source.name
    let folder = name.lastIndex(of: "/").map { String(name[..<$0]) } ?? "."
    return (path.value.hasPrefix("/") ? path.value : "\(folder)/\(path.value)").withoutSteps
  }

  /// The institution that a data folder or a file describes.
  static func institution(
    data: String, file: String?
  ) -> (institution: Institution?, diagnostics: [Diagnostic]) {
    let path = file ?? "\(data.withoutSlash)/institution.yaml"
    do throws(Diagnostic) {
      guard Files.isDirectory(data) else {
        throw Diagnostic(
          .error, "the data folder '\(data)' is no folder", at: .file(data),
          help: "give --data the folder that holds institution.yaml and the files")
      }
      let loaded = InstitutionLoader().load(try source(path))
      return (loaded.value, loaded.diagnostics)
    } catch {
      return (nil, [error])
    }
  }
}

extension String {
  /// A path without slashes at its end; the root stays.
  var withoutSlash: String {
    var path = self[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}

extension String {
  /// A path without `.`, and without steps into a folder and out again.
  fileprivate var withoutSteps: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}

/// Prints diagnostics on standard error.
func complain(_ diagnostics: [Diagnostic]) {
  guard !diagnostics.isEmpty else { return }
  Surroundings.writeError(DiagnosticList(diagnostics).rendered())
}

/// What the exit codes beyond the verdicts mean.
extension ExitCode {
  /// Something could not be evaluated.
  static let notEvaluated = ExitCode(3)
}

extension Inputs {
  /// Puts the values of a parameters file into the packs that they are for.
  static func apply(_ path: String, to packs: inout [Pack]) -> [Diagnostic] {
    do throws(Diagnostic) {
      return ParametersLoader().apply(try source(path), to: &packs)
    } catch {
      return [error]
    }
  }
}
