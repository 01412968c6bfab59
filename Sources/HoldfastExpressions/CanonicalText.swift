import CEL
import Exact
import HoldfastModel

/// A text of several parts, each behind its length, so that no two lists of parts give one text
/// whatever stands in them.
package func sealed(_ parts: [String]) -> String {
  var bytes: [UInt8] = []
  // A length takes three digits and a colon at most, but for expressions.
  bytes.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count + 4 })
  for part in parts {
    bytes.append(contentsOf: String(part.utf8.count).utf8)
    bytes.append(UInt8(ascii: ":"))
    bytes.append(contentsOf: part.utf8)
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A part that may be absent, which is not the same as empty.
package func sealed(_ part: String?) -> String { sealed(part.map { [$0] } ?? []) }

extension CheckedCommitment {
  /// All that can change its numbers, in one text: the expressions with definitions resolved, the
  /// parameters and the declarations of the columns that they read. It is written by hand: what
  /// Swift prints of a value by looking into it takes ten times as long.
  public var canonicalText: String {
    let group = groupSlot.map { schema.slots[$0].name }
    let exclusions = zip(commitment.leaveOut, leaveOut).flatMap { written, part in
      [written.id, part.expression.canonicalText]
    }
    let dates = schema.dates.compactMap(schema.slot).map { schema.slots[$0].canonicalText }
    return sealed(
      [
        commitment.check.value, schema.dataset,
        keep?.expression.canonicalText ?? "true", among?.expression.canonicalText ?? "true",
        condition?.expression.canonicalText ?? "true", measure?.expression.canonicalText ?? "1",
        sealed(key?.expression.canonicalText), sealed(components.map(\.commitment.canonicalText)),
        sealed(commitment.options.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }),
        commitment.missing.rawValue, sealed(group), sealed(exclusions), sealed(dates),
        sealed(slots.map { schema.slots[$0].canonicalText }.sorted()), sealed(areaTexts),
        sealed(schema.readings),
      ] + outsideText)
  }

  /// What a checker outside the program is, and what it is told; nothing of those inside.
  fileprivate var outsideText: [String] {
    guard let call = commitment.outside else { return [] }
    return [
      call.declaration.digest, call.parameters,
      sealed(columns.flatMap { [$0.role, $0.part.expression.canonicalText] }),
    ]
  }
}

extension CheckedCommitment {
  /// All that can change what its rows come to, in one text: what `canonicalText` says, without
  /// the kind of evaluation and what follows from it.
  public var rowText: String {
    let exclusions = zip(commitment.leaveOut, leaveOut).flatMap { written, part in
      [written.id, part.expression.canonicalText]
    }
    return sealed(
      [
        keep?.expression.canonicalText ?? "true", among?.expression.canonicalText ?? "true",
        condition?.expression.canonicalText ?? "true", measure?.expression.canonicalText ?? "1",
        sealed(key?.expression.canonicalText),
        sealed(groupSlot.map { schema.slots[$0].name }), sealed(exclusions),
        sealed(slots.map { schema.slots[$0].canonicalText }.sorted()), sealed(areaTexts),
      ] + outsideText)
  }
}

extension RowSchema.Slot {
  fileprivate var canonicalText: String {
    if let column { return column.canonicalText(by, named: name) }
    if case .parameter(let value) = source { return sealed([name, value.description]) }
    return name
  }
}

extension Area {
  /// All that can change what lies in it.
  var canonicalText: String {
    let place =
      switch extent {
      case .postcodes(let tokens): ["postcodes", sealed(tokens.map(\.text))]
      case .lookup(let name, let codes): ["lookup", name, sealed(codes)]
      case .codes(let codes): ["codes", sealed(codes)]
      }
    return sealed([name, sealed(place), sealed(edition), absent.rawValue])
  }
}

extension CheckerOption.Value {
  /// What was written, in one text.
  fileprivate var text: String {
    switch self {
    case .word(let word): word
    case .integer(let number): String(number)
    case .fraction(let number): number.description
    case .items(let lists): sealed(lists.map { sealed([sealed($0.of?.text), sealed($0.items)]) })
    case .members(let members):
      sealed(members.map { sealed([$0.id.value, "\($0.weight)", sealed($0.fullAt?.description)]) })
    case .number(let text): text.text
    }
  }
}
