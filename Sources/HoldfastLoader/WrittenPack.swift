import Diagnostics
import HoldfastModel
import YAMLSource

/// A pack with its commitments as they were written, for packs that extend it.
struct WrittenPack {
  var pack: Pack
  /// The node of each commitment, with what it took over from others.
  private(set) var nodes: [String: YAMLNode] = [:]

  init(pack: Pack) { self.pack = pack }

  /// Takes over all commitments of the pack that is extended.
  mutating func inherit(_ parent: WrittenPack) {
    nodes = parent.nodes
    pack.commitments = parent.pack.commitments.map { commitment in
      var commitment = commitment
      commitment.inheritedFrom = commitment.inheritedFrom ?? parent.pack.id
      return commitment
    }
  }

  /// Puts a commitment in its place: that of the one it was written over, or the end.
  mutating func put(
    _ commitment: Commitment, _ node: YAMLNode, over base: YAMLNode?, _ problems: Problems
  ) {
    let place = pack.commitments.firstIndex { $0.id == commitment.id && $0.inheritedFrom != nil }
    // A reason is one for the pack that gives it.
    nodes[commitment.id] = node.laid(over: base?.without("loosens"), .commitment)
    guard let place, let base else {
      pack.commitments.append(commitment)
      return
    }
    var commitment = commitment
    commitment.inheritedFrom = pack.commitments[place].inheritedFrom
    let rule = TighteningRule(parent: pack.commitments[place], child: commitment)
    let reason = node["loosens"]?.scalar?.text
    let changes = rule.loosened(node, over: base)
    if let reason {
      pack.adjustments.append(
        Choice(
          what: "\(pack.id)/\(commitment.id)",
          value: "differs from \(commitment.inheritedFrom ?? ""), loosened: \(reason)"))
    } else if let change = changes.first {
      problems.add(
        "'\(commitment.id)' changes \(change) of '\(commitment.inheritedFrom ?? "")', which may "
          + "loosen it", at: commitment.span,
        help: "a pack may only tighten what it extends; or say why: loosens: <reason>")
    }
    pack.commitments[place] = commitment
  }
}

/// What a pack extends, and why it may loosen it.
struct ExtendedPack {
  let parent: WrittenPack
  let loosens: String?
  let span: SourceSpan
}

extension PackLoader {
  /// How many packs may extend each other in a row.
  private static let depth = 8

  /// The pack that another extends.
  func extended(
    _ fields: inout Fields, after chain: [String], _ problems: Problems
  ) -> ExtendedPack? {
    guard let node = fields.node("extends") else { return nil }
    var loosens: String?
    var path: Located<String>?
    if node.scalar != nil {
      path = fields.text("extends")
    } else if var inner = fields.fields("extends") {
      path = inner.text("pack")
      loosens = inner.text("loosens")?.value
      inner.finish()
    }
    guard let path else { return nil }
    do throws(Diagnostic) {
      guard let find else {
        throw Diagnostic("no pack can be extended here", at: path.span)
      }
      let source = try find(path)
      guard !chain.contains(source.name) else {
        throw Diagnostic("'\(path.value)' leads back to this pack", at: path.span)
      }
      guard chain.count < Self.depth else {
        throw Diagnostic("more than eight packs extend each other in a row", at: path.span)
      }
      return read(source, after: chain, problems).map {
        ExtendedPack(parent: $0, loosens: loosens, span: path.span)
      }
    } catch {
      problems.add(error)
      return nil
    }
  }
}

extension Pack {
  /// Takes over what the pack that is extended declares; its own declarations stand beside it.
  mutating func take(_ base: ExtendedPack, _ problems: Problems) {
    let parent = base.parent.pack
    for (name, source) in parent.sources.sorted(by: { $0.key < $1.key }) {
      if let own = sources[name], own.title != source.title || own.locator != source.locator {
        problems.add(
          "'\(name)' is another source in '\(parent.id)', whose quotes are from there",
          at: base.span, help: "give the source another name")
      }
      sources[name] = source
    }
    for need in needs {
      guard
        let other = parent.needs.first(where: {
          $0.dataset == need.dataset && $0.column == need.column
        })
      else { continue }
      let isNarrower =
        other.bases.isEmpty || (!need.bases.isEmpty && Set(need.bases).isSubset(of: other.bases))
      if other.type != need.type || !isNarrower {
        problems.add(
          "'\(need.dataset): \(need.column)' is asked for otherwise by '\(parent.id)'",
          at: need.span, help: "ask for the same, or for fewer bases")
      }
    }
    adjustments = parent.adjustments + adjustments
    needs =
      parent.needs.filter { need in
        !needs.contains { $0.dataset == need.dataset && $0.column == need.column }
      } + needs
    let names = Set(parameters.map(\.name) + definitions.map(\.name))
    let changed = (parent.parameters.map(\.name) + parent.definitions.map(\.name))
      .filter(names.contains)
    parameters = parent.parameters.filter { !names.contains($0.name) } + parameters
    definitions = parent.definitions.filter { !names.contains($0.name) } + definitions
    guard let first = changed.first else { return }
    guard let reason = base.loosens else {
      problems.add(
        "'\(first)' is declared by '\(parent.id)' too, and another meaning may loosen its promises",
        at: base.span,
        help: "choose another name, or say why: extends: { pack: ..., loosens: <reason> }")
      return
    }
    adjustments += changed.map {
      Choice(what: "\(id)/\($0)", value: "differs from \(parent.id), loosened: \(reason)")
    }
  }
}

extension YAMLNode {
  /// The id of a commitment; nil where it has none.
  var id: String? { self["id"]?.scalar?.text }

  /// What stands behind a key of a mapping.
  subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = kind else { return nil }
    return entries.first { $0.key.scalar?.text == key }?.value
  }

  /// The keys of a mapping.
  var keys: [String] {
    guard case .mapping(let entries) = kind else { return [] }
    return entries.compactMap(\.key.scalar?.text)
  }

  /// The mapping without a key.
  func without(_ key: String) -> YAMLNode {
    guard case .mapping(let entries) = kind else { return self }
    return YAMLNode(kind: .mapping(entries.filter { $0.key.scalar?.text != key }), span: span)
  }
}
