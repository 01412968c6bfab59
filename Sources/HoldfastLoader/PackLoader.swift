public import Diagnostics
import Exact
public import HoldfastModel
import YAMLSource

/// What came of reading a file: as much as could be understood, and everything wrong with it.
public struct Loaded<Value: Sendable>: Sendable {
  /// The value; nil where nothing could be made of the file.
  public var value: Value?
  /// Errors and warnings.
  public var diagnostics: [Diagnostic]
}

/// Reads packs from YAML.
public struct PackLoader {
  /// What finds the text of a pack that another extends, given what is written and where.
  public typealias Finder = (Located<String>) throws(Diagnostic) -> SourceText

  private let checkers: CheckerBook
  let find: Finder?

  /// A loader that knows these checkers. Without `finder` no pack can extend another.
  public init(checkers: CheckerBook, finder: Finder? = nil) {
    self.checkers = checkers
    find = finder
  }

  /// Reads a pack and reports every mistake in it that can be seen without data.
  public func load(_ source: SourceText) -> Loaded<Pack> {
    let problems = Problems()
    let value = read(source, after: [], problems)
    return Loaded(value: value?.pack, diagnostics: problems.items)
  }

  /// A pack with those that it extends; `chain` names those that led here.
  func read(_ source: SourceText, after chain: [String], _ problems: Problems) -> WrittenPack? {
    do {
      let node = try YAML.parse(source)
      guard !WholeFile.pack.isMistaken(node, problems) else { return nil }
      return Fields(node, .pack, "the pack", problems).flatMap {
        pack($0, after: chain + [source.name], problems)
      }
    } catch {
      for item in error.items { problems.add(item) }
      return nil
    }
  }

  private func pack(
    _ root: Fields, after chain: [String], _ problems: Problems
  ) -> WrittenPack? {
    var fields = root
    let id = fields.text("pack")
    let title = fields.text("title")
    var pack = Pack(
      id: id?.value ?? "", title: title?.value ?? id?.value ?? "",
      version: fields.text("version")?.value ?? "", span: id?.span ?? fields.span)
    pack.effective = fields.date("effective")
    pack.until = fields.date("until")
    pack.purpose = fields.text("purpose")?.value
    if let from = pack.effective, let until = pack.until, until < from {
      problems.add("'until' is before 'effective'", at: fields.span)
    }
    pack.sources = sources(&fields)
    pack.needs = needs(&fields, problems)
    pack.parameters = parameters(&fields, problems)
    pack.definitions = definitions(&fields, problems)
    _ = fields.node("context")
    let base = extended(&fields, after: chain, problems)
    if let base { pack.take(base, problems) }
    var written = WrittenPack(pack: pack)
    commitments(&fields, over: base?.parent, into: &written, problems)
    fields.finish()
    return id == nil ? nil : written
  }

  private func sources(_ fields: inout Fields) -> [String: SourceDocument] {
    var result: [String: SourceDocument] = [:]
    for (name, own) in fields.table("sources", { "source '\($0)'" }) {
      var source = own
      result[name.value] = SourceDocument(
        title: source.text("title")?.value ?? "", locator: source.text("locator")?.value)
      source.finish()
    }
    return result
  }

  private func needs(_ fields: inout Fields, _ problems: Problems) -> [Need] {
    var result: [Need] = []
    for (dataset, node) in fields.pairs("needs") {
      let what = "the needs of '\(dataset.value)'"
      guard let columns = Fields.entries(node, what, problems) else { continue }
      for (column, node) in Fields.pairs(columns, what, problems) {
        guard var need = Fields(node, .need, "the need '\(column.value)'", problems) else {
          continue
        }
        result.append(
          Need(
            dataset: dataset.value, column: column.value, type: need.word("type") ?? .text,
            bases: (need.texts("basis") ?? []).map(\.value), means: need.text("means")?.value,
            span: column.span))
        need.finish()
      }
    }
    return result
  }

  private func definitions(_ fields: inout Fields, _ problems: Problems) -> [Definition] {
    var result: [Definition] = []
    for (name, node) in fields.pairs("definitions") {
      guard let scalar = node.scalar, !scalar.resolved.isNull else {
        problems.add("definition '\(name.value)' must be an expression", at: node.span)
        continue
      }
      result.append(Definition(name: name.value, expression: scalar.expression))
    }
    return result
  }

  private func commitments(
    _ fields: inout Fields, over parent: WrittenPack?, into result: inout WrittenPack,
    _ problems: Problems
  ) {
    guard let node = fields.node("commitments") else {
      guard let parent else { return fields.reportMissing("commitments") }
      return result.inherit(parent)
    }
    guard case .sequence(let items) = node.kind, !items.isEmpty else {
      problems.add(
        "commitments must be a list of at least one, each beginning with '- id:'", at: node.span)
      return
    }
    if let parent { result.inherit(parent) }
    var seen: [String: SourceSpan] = [:]
    for item in items {
      let reader = CommitmentReader(checkers: checkers, pack: result.pack, problems: problems)
      let base = item.id.flatMap { result.nodes[$0] }
      guard let commitment = reader.commitment(item, over: base) else { continue }
      if let first = seen[commitment.id] {
        problems.add(
          "the id '\(commitment.id)' is used twice; first on line \(first.start.line)",
          at: commitment.span, help: "give each commitment an id of its own")
      }
      seen[commitment.id] = commitment.span
      result.put(commitment, item, over: base, problems)
    }
    let all = result.pack.commitments
    result.pack.commitments = all.map { OnceRule(all, problems).applied(to: $0) }
  }
}

/// How names may be spelt.
enum Names {
  /// In expressions: a letter, then letters, digits and underscores, all lower case.
  static func variable(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, (0x61...0x7A).contains(first), bytes.count <= 64 else {
      return false
    }
    return bytes.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// Of packs and commitments: letters, digits, underscores, dots and hyphens.
  static func identifier(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 64
      && name.utf8.allSatisfy {
        (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || (0x30...0x39).contains($0)
          || [UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: ".")].contains($0)
      }
  }

  /// Reports a name that is not spelt so.
  static func check(
    _ name: Located<String>, _ isValid: (String) -> Bool, _ what: String, _ problems: Problems
  ) {
    guard !isValid(name.value) else { return }
    let rule =
      isValid("a-b")
      ? "letters, digits, dots, hyphens and underscores"
      : "lower-case letters, digits and underscores, a letter first"
    problems.add("'\(name.value)' cannot be \(what): use \(rule)", at: name.span)
  }
}
