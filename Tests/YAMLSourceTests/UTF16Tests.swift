import Diagnostics
import Testing
import YAMLSource

@Suite struct UTF16Tests {
  private func bytes(_ text: String, isLittle: Bool, isMarked: Bool) -> [UInt8] {
    let units = (isMarked ? [0xFEFF] : []) + Array(text.utf16)
    return units.flatMap { unit in
      let (low, high) = (UInt8(unit & 0xFF), UInt8(unit >> 8))
      return isLittle ? [low, high] : [high, low]
    }
  }

  @Test(arguments: [true, false], [true, false])
  func isReadAsUTF8Is(isLittle: Bool, isMarked: Bool) throws {
    let text = "a: zé日🏥\nb: \"x\"\n"
    let source = SourceText(
      name: "pack.yaml", utf8: bytes(text, isLittle: isLittle, isMarked: isMarked))
    let root = try YAML.parse(source)
    #expect(try tree(root) == tree(parse(text)))
    #expect(scalars(root).map { slice($0.span(of: 0..<1)) } == ["a", "z", "b", "x"])
  }

  @Test func mistakesHaveTheirLine() {
    let found = messages(bytes("é: 1\n日: !!int ü\n", isLittle: true, isMarked: true))
    #expect(found.hasPrefix("pack.yaml:2:4: error: the tag !!int does not fit the value 'ü'"))
    #expect(found.contains("  2 | 日: !!int ü\n"))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x00, 0xD8], [0xFF, 0xFE, 0x00, 0xDC, 0x61, 0x00],
      [0xFE, 0xFF, 0xD8, 0x00, 0x00, 0x61], [0x61, 0x00, 0x3A],
    ] as [[UInt8]])
  func halvesAreRefused(bytes: [UInt8]) {
    #expect(
      messages(bytes).hasPrefix(
        "pack.yaml: error: the file is written in UTF-16, and not all of it can be read"))
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00],
      [0x00, 0x00, 0xFE, 0xFF, 0x00, 0x00, 0x00, 0x61],
    ] as [[UInt8]])
  func otherEncodingsAreRefused(bytes: [UInt8]) {
    #expect(messages(bytes).hasPrefix("pack.yaml:1:1: error: an invisible character (U+0000)"))
  }
}
