import YAMLSource

/// Events in the notation of the YAML test suite: `=VAL &anchor <tag> :text`.
enum EventLine {
  static func text(_ event: YAMLEvent) -> String {
    switch event.kind {
    case .streamStart: "+STR"
    case .streamEnd: "-STR"
    case .documentStart(let isMarked): isMarked ? "+DOC ---" : "+DOC"
    case .documentEnd(let isMarked): isMarked ? "-DOC ..." : "-DOC"
    case .alias(let name): "=ALI *" + name
    case .sequenceStart(let inBrackets): (inBrackets ? "+SEQ []" : "+SEQ") + properties(event)
    case .sequenceEnd: "-SEQ"
    case .mappingStart(let inBraces): (inBraces ? "+MAP {}" : "+MAP") + properties(event)
    case .mappingEnd: "-MAP"
    case .scalar(let text, let style):
      "=VAL" + properties(event) + " " + sign(style) + escaped(text)
    }
  }

  private static func properties(_ event: YAMLEvent) -> String {
    (event.anchor.map { " &\($0)" } ?? "") + (event.tag.map { " <\($0)>" } ?? "")
  }

  private static func sign(_ style: YAMLScalar.Style) -> String {
    switch style {
    case .plain: ":"
    case .singleQuoted: "'"
    case .doubleQuoted: "\""
    case .literal: "|"
    case .folded: ">"
    }
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n".unicodeScalars
      case "\t": result += "\\t".unicodeScalars
      case "\r": result += "\\r".unicodeScalars
      case "\u{8}": result += "\\b".unicodeScalars
      case "\0": result += "\\0".unicodeScalars
      case "\\": result += "\\\\".unicodeScalars
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
