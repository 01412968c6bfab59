public import Diagnostics
public import HoldfastModel
import Tabular
import YAMLSource

/// The description of an institution as its files suggest it, with the questions that they leave
/// open.
public struct InstitutionDraft: Sendable {
  /// The description, as YAML.
  public let text: String
  /// What was found, for the person who asked: datasets, files, questions.
  public let summary: String
  /// How many questions stand in the text.
  public let questions: Int
  /// How many of them must be answered before the files can be read.
  public let blockers: Int

  /// What is known beside the files.
  public struct Wishes: Sendable {
    /// The institution's name; the folder's if nobody says.
    public var name: String?
    /// The code of its currency; told from the signs in the files if nobody says.
    public var currency: String?

    /// The packs whose needs are to be met; without any all columns are declared.
    public var packs: [Pack]

    /// Nothing.
    public init(name: String? = nil, currency: String? = nil, packs: [Pack] = []) {
      self.name = name
      self.currency = currency
      self.packs = packs
    }
  }

  /// Looks through a folder. Throws where it cannot be read or holds no table.
  public init(folder: String, _ wishes: Wishes = Wishes()) throws(Diagnostic) {
    let scan = try FolderScan(folder)
    guard !scan.tables.isEmpty else {
      let why = (scan.ignored + scan.unreadable.map { ($0.path, $0.problem.message) }).prefix(5)
      throw Diagnostic(
        .error, "the folder holds no table", at: .file(folder),
        help: why.isEmpty
          ? "put the institution's files into it first"
          : why.map { "\($0.0): \($0.1)" }.joined(separator: "; "))
    }
    let groups = TableGroup.groups(of: scan.tables)
    let found = References(DatasetNames.named(groups)).datasets
    // A pack that does not say what it needs asks for everything.
    let needs = wishes.packs.flatMap(\.needs)
    let fit = needs.isEmpty ? nil : PackFit(found, needs)
    let datasets = fit?.datasets ?? found
    let writer = InstitutionWriter(
      folder: folder, scan: scan, datasets: datasets, fit: fit, wishes: wishes)
    let page = writer.page()
    text = page.text
    questions = page.questions
    blockers = page.blockers
    summary = Summary(scan: scan, datasets: datasets, page: page).text
    try Self.check(page.text, folder)
  }

  /// Headers come from strangers: a description that cannot be read back is never handed out.
  private static func check(_ text: String, _ folder: String) throws(Diagnostic) {
    do throws(DiagnosticList) {
      _ = try YAML.parse(SourceText(name: "institution.yaml", text: text))
    } catch {
      throw Diagnostic(
        .error, "the description of these files could not be written as YAML", at: .file(folder),
        help: "look for odd signs in the headers and the names of the files")
    }
  }
}
