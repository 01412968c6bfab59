import Exact
import HoldfastModel
import JSONText

/// What parties answered, as the JSON report has it; nothing where there is no file of that.
struct ResponseJSON {
  let report: Report

  /// What stands beside no finding.
  var result: [(String, JSON)] {
    guard let responses = report.responses else { return [] }
    return [
      (
        "responses",
        .object([
          ("shown", .integer(responses.shown)),
          ("unused", .array(responses.unused.map(Self.value))),
          ("later", .array(responses.later.map(Self.value))),
        ])
      )
    ]
  }

  /// The file that they stand in.
  var run: [(String, JSON)] {
    guard let responses = report.responses else { return [] }
    return [
      (
        "responses",
        .object([("path", .text(responses.file)), ("digest", .text(responses.digest))])
      )
    ]
  }

  /// A response.
  static func value(_ response: Response) -> JSON {
    .object([
      ("commitment", .text(response.name.commitment)), ("group", JSON(response.name.group)),
      ("party", .text(response.party)), ("by", JSON(response.by)),
      ("answered", .text(response.on.description)), ("says", .text(response.says)),
      ("document", JSON(response.document)),
    ])
  }
}
