import Diagnostics

/// The rules about single signs and lines.
extension LayoutCheck {
  /// A comment begins after a blank or at the start of a line.
  func commentWithoutBlank(in gap: Range<Int>) -> Diagnostic? {
    let bytes = source.utf8
    var inComment = false
    for at in gap {
      if bytes[at] == 0x0A || bytes[at] == 0x0D {
        inComment = false
      } else if bytes[at] == UInt8(ascii: "#"), !inComment {
        if at > contentStart, bytes[at - 1] > 0x20 { return Wording.comment(span(at..<at + 1)) }
        inComment = true
      }
    }
    return nil
  }

  /// The name of an anchor or alias ends before a blank or a bracket; libyaml ends it sooner.
  func nameFault(_ event: Event, _ place: Range<Int>) -> Diagnostic? {
    if case .alias = event.kind { return nameFault(at: place.upperBound) }
    guard let name = event.anchor else { return nil }
    let text = source.utf8[place]
    guard let start = text.firstIndex(of: UInt8(ascii: "&")) else { return nil }
    return nameFault(at: start + 1 + name.utf8.count)
  }

  private func nameFault(at end: Int) -> Diagnostic? {
    guard end < source.utf8.count, source.utf8[end] > 0x20,
      !isFlowSign(source.utf8[end])
    else { return nil }
    return Wording.name(span(end..<end + 1))
  }

  func scalarFault(
    _ text: String, _ style: YAMLScalar.Style, _ column: Int, _ place: Range<Int>
  ) -> Diagnostic? {
    switch style {
    case .plain: return dashFault(text, place)
    case .singleQuoted, .doubleQuoted:
      return outdented(in: place).map { Wording.indentInQuotes($0, opened: content(of: place)) }
    case .literal, .folded: return blockStartFault(column, place) ?? blockFault(text, place)
    }
  }

  /// A dash before a comma or a bracket is no text.
  private func dashFault(_ text: String, _ place: Range<Int>) -> Diagnostic? {
    guard isInFlow, text.utf8.elementsEqual("-".utf8), place.upperBound < source.utf8.count,
      isFlowSign(source.utf8[place.upperBound])
    else { return nil }
    return Wording.dash(span(place))
  }

  /// Text in brackets goes on in lines that are indented more than the block around it. A comment
  /// says nothing, and everybody writes the closing bracket below the key.
  func bracketFault(_ whole: Range<Int>) -> Diagnostic? {
    let signs = [UInt8(ascii: "#"), UInt8(ascii: "]"), UInt8(ascii: "}")]
    return outdented(in: whole, except: signs).map {
      Wording.indentInBrackets($0, opened: content(of: whole))
    }
  }

  /// The first sign of a line, after the first, that is indented no more than the block around
  /// it. Some signs may stand there all the same.
  private func outdented(in place: Range<Int>, except signs: [UInt8] = []) -> SourceSpan? {
    let indent = indent
    guard indent >= 0 else { return nil }
    let bytes = source.utf8
    var at = place.lowerBound
    while at < place.upperBound {
      guard let next = lineEnd(in: bytes, at: at, before: place.upperBound) else {
        at += 1
        continue
      }
      at = next
      while at < place.upperBound, bytes[at] == 0x20 { at += 1 }
      guard at - next <= indent else { continue }
      var first = at
      while first < place.upperBound, isBlank(bytes[first]) { first += 1 }
      guard first < place.upperBound else { return nil }
      let mayStand = bytes[first] == 0x0A || bytes[first] == 0x0D || signs.contains(bytes[first])
      if !mayStand { return span(first..<first + 1) }
    }
    return nil
  }

  /// A block whose header has a line of its own is indented more than what it belongs to.
  private func blockStartFault(_ column: Int, _ place: Range<Int>) -> Diagnostic? {
    let line = source.utf8[lineStart(of: place.lowerBound)..<place.lowerBound]
    guard column <= indent, line.allSatisfy(isBlank) else { return nil }
    return Wording.indent(span(place.lowerBound..<place.lowerBound + 1))
  }

  /// The header of a block is followed by a blank, and no blank line before its first line is
  /// indented more than that.
  private func blockFault(_ text: String, _ place: Range<Int>) -> Diagnostic? {
    let bytes = source.utf8
    let header = content(of: place).range.lowerBound
    var at = header
    while at < bytes.count, bytes[at] > 0x20, bytes[at] != UInt8(ascii: "#") { at += 1 }
    if at < bytes.count, bytes[at] == UInt8(ascii: "#") {
      return Wording.comment(span(at..<at + 1))
    }
    let declaresIndent = bytes[header..<at].contains { (0x31...0x39).contains($0) }
    guard !declaresIndent, text.utf8.allSatisfy({ $0 == 0x0A }) else { return nil }
    return blankLinesFault(from: at)
  }

  private func blankLinesFault(from header: Int) -> Diagnostic? {
    let bytes = source.utf8
    var at = header
    while at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D { at += 1 }
    var most = 0
    while let start = lineEnd(in: bytes, at: at, before: bytes.count) {
      at = start
      while at < bytes.count, bytes[at] == 0x20 { at += 1 }
      guard at < bytes.count, bytes[at] != 0x0A, bytes[at] != 0x0D else {
        most = max(most, at - start)
        continue
      }
      let isOfBlock = at - start > indent && at - start < most
      return isOfBlock ? Wording.blankLines(span(at..<at + 1)) : nil
    }
    return nil
  }

  private func isFlowSign(_ byte: UInt8) -> Bool { Array(",[]{}".utf8).contains(byte) }

  /// A value without the anchor and tag before it.
  private func content(of place: Range<Int>) -> SourceSpan {
    let start = Properties(of: span(place)).end
    return span(start..<max(start, place.upperBound))
  }

  func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(source: source, range: range) }
}
