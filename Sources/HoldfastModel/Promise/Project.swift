/// What `holdfast.yaml` says of a project, so that commands need no options.
public struct Project: Sendable {
  /// The file that is looked for in the folder in which a command is run.
  public static let fileName = "holdfast.yaml"

  /// The packs: files, or folders with a pack.yaml.
  public var packs: [String] = []
  /// The folder with institution.yaml and the institution's files.
  public var data: String?
  /// Descriptions of institutions that do not stand there.
  public var institutions: [String] = []
  /// Files with what packs leave open.
  public var parameters: [String] = []
  /// Folders of plugins.
  public var plugins: [String] = []
  /// Reports, each as `FORMAT` or `FORMAT=FILE`.
  public var reports: [String] = []
  /// The institution's dated exceptions, where they do not stand beside its description.
  public var waivers: String?
  /// What parties answer to findings, where it does not stand beside the description.
  public var responses: String?
  /// The log that runs are appended to.
  public var log: String?

  /// A project of which nothing is said.
  public init() {}
}
