import HoldfastModel
import HoldfastPluginHost

/// The files that a plugin begins with, whose name is put in place of that of the template.
struct PluginTemplate {
  /// A language that a plugin can be begun in.
  enum Language: String, CaseIterable {
    case python, swift
  }

  /// Where the kit for Swift is: a folder, or a repository.
  struct Kit {
    let place: String

    /// As the package names it: the last part of its place.
    var name: String {
      let last = place.split(separator: "/").last.map(String.init) ?? place
      return last.hasSuffix(".git") ? String(last.dropLast(4)) : last
    }

    /// Whether it is a repository's address.
    var isAddress: Bool { place.contains("://") || place.hasPrefix("git@") }

    /// The line of Package.swift that asks for it.
    var dependency: String {
      isAddress
        ? ".package(url: \"\(place)\", branch: \"main\")" : ".package(path: \"\(place)\")"
    }
  }

  private static let standIn = "my-plugin"

  /// The files of a plugin by their paths.
  static func files(
    _ name: String, _ language: Language, kit: Kit
  ) -> [(path: String, text: String)] {
    typealias Texts = EmbeddedTemplates
    let dialogue = ("dialogues/done_part\(Recording.ending)", named(name, Texts.dialogue))
    switch language {
    case .python:
      return [
        ("plugin.py", named(name, Texts.pythonPlugin)),
        ("holdfast_plugin.py", Texts.pythonKit),
        (PluginManifest.fileName, named(name, Texts.pythonManifest)), dialogue,
      ]
    case .swift:
      let package = named(name, Texts.swiftPackage)
        .replacing("KIT-DEPENDENCY", with: kit.dependency).replacing("KIT-NAME", with: kit.name)
      return [
        ("Package.swift", package), ("build", named(name, Texts.swiftBuild)),
        ("Sources/\(name)/main.swift", named(name, Texts.swiftPlugin)),
        ("plugin/\(PluginManifest.fileName)", named(name, Texts.swiftManifest)),
        ("plugin/\(dialogue.0)", dialogue.1),
      ]
    }
  }

  private static func named(_ name: String, _ text: String) -> String {
    text.replacing(standIn, with: name)
  }
}
