import CEL
import Diagnostics
import HoldfastModel

/// Holds the areas and texts that expressions name against what the institution declares.
extension CommitmentCheck {
  func finder(_ parts: [CheckedPart]) -> LiteralFinder {
    var finder = LiteralFinder(schema: schema)
    for part in parts { finder.visit(part.expression) }
    return finder
  }

  func checkAreas(_ finder: LiteralFinder, _ found: inout [Diagnostic]) {
    guard let institution else { return }
    let names = institution.areas.map(\.name)
    for (name, _) in finder.areas {
      guard let name else {
        found.append(
          Diagnostic(
            "area() takes a name in quotes or a parameter", at: commitment.span,
            help: "write area(\"home\") or area(params.home)"))
        continue
      }
      guard !names.contains(name) else { continue }
      found.append(
        Diagnostic(
          "'\(commitment.id)' uses the area '\(name)', which the institution does not have",
          at: place(of: name),
          help: Nearest.hint(for: name, in: names) ?? "declare it under areas:"))
    }
  }

  /// A checker that draws its own line takes none from anywhere: not from a schedule, not from a
  /// parameters file.
  func checkTakesTarget(_ found: inout [Diagnostic]) {
    guard let checker, checker.keys[.target] == nil else { return }
    for target in commitment.schedule.map(\.target) + [commitment.stretch].compactMap({ $0 }) {
      found.append(
        Diagnostic(
          "'\(checker.keyword)' takes no target", at: target.span,
          help: "it measures \(checker.summary)"))
    }
  }

  /// Two editions of one geography in one commitment would compare places that are not the same.
  func checkEditions(_ finder: LiteralFinder, _ found: inout [Diagnostic]) {
    let names = Set(finder.areas.compactMap(\.name))
    var editions: [String: String] = [:]
    for area in (institution?.areas ?? []).filter({ names.contains($0.name) }) {
      let kind =
        switch area.extent {
        case .postcodes: "postcodes"
        case .codes: "codes"
        case .lookup(let name, _): "the lookup '\(name)'"
        }
      guard let edition = area.edition else { continue }
      if let other = editions[kind], other != edition {
        found.append(
          Diagnostic(
            "'\(commitment.id)' mixes the editions \(other) and \(edition) of \(kind)",
            at: commitment.span, help: "use areas of one edition in one commitment"))
      }
      editions[kind] = edition
    }
  }

  /// A column of codes of one edition does not lie in an area of codes of another.
  func checkColumnEditions(_ finder: LiteralFinder, _ found: inout [Diagnostic]) {
    for (slot, name) in finder.places {
      guard let area = institution?.areas.first(where: { $0.name == name }),
        let column = schema.slots[slot].column, let edition = column.edition,
        let other = codeEdition(of: area), other != edition
      else { continue }
      found.append(
        Diagnostic(
          "'\(schema.slots[slot].name)' holds codes of edition \(edition), and the area '\(name)' "
            + "is drawn in edition \(other)", at: place(of: name),
          help: "use a lookup from the one edition to the other"))
    }
  }

  /// The edition of the codes that are looked up in an area; nil where postcodes are.
  private func codeEdition(of area: Area) -> String? {
    switch area.extent {
    case .postcodes: nil
    case .codes: area.edition
    case .lookup(let name, _):
      institution?.lookups.first { $0.name == name && $0.keyKind == .code }?.edition
    }
  }

  /// What the areas are that expressions name.
  func areaTexts(_ finder: LiteralFinder) -> [String] {
    let names = Set(finder.areas.compactMap(\.name))
    return (institution?.areas ?? []).filter { names.contains($0.name) }
      .map(\.canonicalText).sorted()
  }

  /// Texts that only the data can confirm; those of declared columns are checked here.
  func freeLiterals(
    _ finder: LiteralFinder, _ found: inout [Diagnostic]
  ) -> [LiteralUse] {
    var result: [LiteralUse] = []
    for use in finder.literals.sorted(by: { $0.precedes($1) }) {
      guard let column = schema.slots[use.slot].column else { continue }
      let declared = column.declaredTexts
      let isDeclared = declared.contains(TextKey(use.literal))
      if declared.isEmpty || (column.type != .choice && !isDeclared) {
        result.append(use)
      } else if !isDeclared {
        let names = declared.sorted().map(\.text)
        found.append(
          Diagnostic(
            "'\(use.literal)' is no value of column '\(schema.slots[use.slot].name)'",
            at: place(of: use.literal),
            help: Nearest.hint(for: use.literal, in: names)
              ?? "its values are \(names.joined(separator: ", "))"))
      }
    }
    return result
  }

  /// Where the first expression of the commitment that holds the literal does so.
  private func place(of literal: String) -> SourceSpan {
    let texts =
      [commitment.among, commitment.condition].compactMap { $0 }
      + commitment.leaveOut.map(\.when) + pack.definitions.map(\.expression)
    for text in texts {
      let bytes = Array(text.text.utf8)
      for quote in ["\"", "'"] {
        let needle = Array((quote + literal + quote).utf8)
        if let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) {
          return text.span(of: start..<start + needle.count)
        }
      }
    }
    return commitment.span
  }
}

extension Column {
  /// The texts that its declaration says it may hold.
  fileprivate var declaredTexts: Set<TextKey> {
    var result: Set<TextKey> = []
    for case .text(let text) in values.values { result.insert(TextKey(text)) }
    if case .value(let text) = blank { result.insert(text) }
    return result
  }
}
