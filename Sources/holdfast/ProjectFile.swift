import Diagnostics
import HoldfastLoader
import HoldfastModel
import Tabular

/// The project in the folder in which the command is run.
enum ProjectFile {
  /// What its holdfast.yaml says, and everything wrong with it; nothing where there is none.
  static let here: (project: Project, problems: [Diagnostic]) = {
    guard Files.exists(Project.fileName) else { return (Project(), []) }
    do throws(Diagnostic) {
      let loaded = ProjectLoader().load(try Inputs.source(Project.fileName))
      return (loaded.value ?? Project(), loaded.diagnostics)
    } catch {
      return (Project(), [error])
    }
  }()
}
