import ArgumentParser
import Diagnostics
import HoldfastCheckers
import HoldfastModel
import Tabular

/// `holdfast checkers`
struct ListCheckers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkers", abstract: "List the kinds of evaluation and the keys they take.")

  func run() throws {
    var text = ""
    for checker in Checkers.declarations {
      text += "\(checker.keyword): \(checker.summary)\n"
      for key in CheckerDeclaration.Key.allCases {
        switch checker.keys[key] {
        case .required?: text += "  \(key.rawValue) (required)\n"
        case .optional?: text += "  \(key.rawValue)\n"
        case nil: break
        }
      }
      for part in checker.partNames {
        text += "  \(part.name)\(part.want == .required ? " (required)" : ""): \(part.means)\n"
      }
      for option in checker.options {
        text +=
          "  \(option.name)\(option.want == .required ? " (required)" : ""): \(option.means)\n"
      }
    }
    do throws(Diagnostic) { try Surroundings.writeOutput(text) } catch {
      complain([error])
      throw ExitCode.notEvaluated
    }
  }
}
