import Diagnostics
import Testing
import YAMLSource

@Suite struct LimitTests {
  private func nested(_ open: String, _ close: String, _ count: Int) -> String {
    String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
  }

  @Test func depthIsBounded() {
    #expect(messages(nested("[", "]", 200)).isEmpty)
    #expect(
      messages(nested("[", "]", 201)).hasPrefix(
        "pack.yaml:1:201: error: lists and mappings are nested more than 200 deep here"))
    #expect(messages(nested("- ", "", 200)).isEmpty)
    #expect(messages(nested("- ", "", 201)).hasPrefix("pack.yaml:1:401: error: lists"))
    #expect(messages(nested("{a: ", "}", 100_000)).hasPrefix("pack.yaml:1:801: error: lists"))
  }

  @Test func aliasesCountForDepth() {
    var text = "- &a0 [x]\n"
    for level in 1...198 { text += "- &a\(level) [*a\(level - 1)]\n" }
    #expect(messages(text).isEmpty)
    #expect(
      messages(text + "- &a199 [*a198]\n").contains(
        "pack.yaml:200:10: error: lists and mappings are nested more than 200 deep here"))
  }

  @Test func aliasesCountForSize() {
    let list = "- &a [" + String(repeating: "x,", count: 999) + "]\n"
    let hundred = String(repeating: "- *a\n", count: 100)
    #expect(messages(list + hundred).isEmpty)
    #expect(
      messages(list + hundred + "- *a\n").hasPrefix(
        "pack.yaml:102:3: error: the aliases up to this one stand for more than 100000 values"))
  }

  @Test func nodesAreBounded() {
    var limits = YAMLLimits()
    limits.nodes = 4
    #expect(messages("[1, 2, 3]", limits: limits).isEmpty)
    #expect(
      messages("[1, 2, 3, 4]", limits: limits).hasPrefix(
        "pack.yaml:1:11: error: the file holds more than 4 values"))
    #expect(messages("[&a [x], *a]", limits: limits).hasPrefix("pack.yaml:1:10: error:"))
  }

  @Test func sizeIsBounded() {
    var limits = YAMLLimits()
    limits.bytes = 5
    #expect(messages("a: 12", limits: limits).isEmpty)
    #expect(
      messages("a: 123", limits: limits).hasPrefix(
        "pack.yaml: error: the file has 6 bytes, and at most 5 are read"))
  }

  @Test func manyMistakesEndTheReading() {
    let text = String(repeating: "- *x\n", count: 500)
    do throws(DiagnosticList) {
      _ = try parse(text)
      Issue.record("accepted")
    } catch {
      #expect(error.items.count == 100)
    }
  }

  @Test func aMistakeOnAVeryLongLineEndsTheReading() {
    func count(_ blanks: Int) -> Int {
      let text = "[" + String(repeating: " ", count: blanks) + "!x a, !x b, !x c]\n"
      do throws(DiagnosticList) {
        _ = try parse(text)
        return 0
      } catch {
        return error.items.count
      }
    }
    #expect(count(1000) == 3)
    #expect(count(100_000) == 1)
  }

  /// Marks of the positions are kept for every so many scalars: each of these stands alone.
  @Test func positionsHoldInLongTexts() throws {
    let text = "- é\n" + String(repeating: "- aé日🏥b\n", count: 300)
    for (line, scalar) in try scalars(parse(text)).enumerated().dropFirst() {
      #expect(slice(scalar.span(of: 0..<scalar.text.utf8.count)) == "aé日🏥b")
      #expect(scalar.span(of: 10..<11).start == Position(line: line + 1, column: 7))
    }
  }

  /// Files cut, doubled and overwritten at random: every one is read or refused with words.
  @Test func brokenFilesAreRefusedInWords() {
    let seeds = [
      "pack: a\nwhere: !x && y\nt: >= 5\nl: [1, {b: 'c''d'}]\nq: \"\\u00e9 \\\n  z\"\n",
      "- &a {x: |\n    text\n\n   more\n  }\n- *a\n- !!int '3'\n- ? [k]\n  : é\n",
      "a: >-\n  one\n   two\n\n  three\nb: &x\n  - - 1\n    - *x\n%TAG\n...\n---\n",
    ].map { Array($0.utf8) }
    let signs = Array("!&*|>%@`'\"{}[],:-?# \n\t\r\\0\u{E9}".utf8)
    var state: UInt64 = 20_240_401
    func below(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for round in 0..<3000 {
      var bytes = seeds[round % seeds.count]
      for _ in 0...below(4) where !bytes.isEmpty {
        let at = below(bytes.count)
        switch below(4) {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + 1 + below(8)))
        case 1: bytes.insert(signs[below(signs.count)], at: at)
        case 2: bytes[at] = signs[below(signs.count)]
        default: bytes.insert(contentsOf: bytes[at..<min(bytes.count, at + below(12))], at: at)
        }
      }
      checkReadOrRefused(bytes)
    }
  }

  private func checkReadOrRefused(_ bytes: [UInt8]) {
    do throws(DiagnosticList) {
      let root = try YAML.parse(SourceText(name: "pack.yaml", utf8: bytes))
      for scalar in scalars(root) {
        let span = scalar.span(of: 0..<scalar.text.utf8.count)
        #expect(span.range.upperBound <= bytes.count)
      }
    } catch {
      #expect(error.hasErrors && error.rendered().contains("help: "))
    }
  }
}
