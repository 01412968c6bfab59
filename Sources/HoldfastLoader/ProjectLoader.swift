public import Diagnostics
public import HoldfastModel
import YAMLSource

/// Reads what a project's folder says of it, from its `holdfast.yaml`.
public struct ProjectLoader {
  /// A loader.
  public init() {}

  /// Reads a project and reports every mistake in it.
  public func load(_ source: SourceText) -> Loaded<Project> {
    let problems = Problems()
    do {
      let node = try YAML.parse(source)
      guard var fields = Fields(node, .project, "the project", problems) else {
        return Loaded(value: nil, diagnostics: problems.items)
      }
      var project = Project()
      let texts = { (name: String) in (fields.texts(name) ?? []).map(\.value) }
      project.packs = texts("packs")
      project.data = fields.text("data")?.value
      project.institutions = texts("institutions")
      project.parameters = texts("parameters")
      project.plugins = texts("plugins")
      project.reports = texts("reports")
      project.waivers = fields.text("waivers")?.value
      project.responses = fields.text("responses")?.value
      project.log = fields.text("log")?.value
      fields.finish()
      return Loaded(value: project, diagnostics: problems.items)
    } catch {
      return Loaded(value: nil, diagnostics: error.items)
    }
  }
}
