import CEL
import Testing

@Suite("limits of evaluation")
struct LimitTests {
  /// Each would take long or much memory; where a condition could absorb the error it must not.
  @Test(arguments: [
    "[0,1,2,3,4,5,6,7,8,9].map(a, [0,1,2,3,4,5,6,7,8,9].map(b, [0,1,2,3,4,5,6,7,8,9].map(c, "
      + "[0,1,2,3,4,5,6,7,8,9].map(d, [0,1,2,3,4,5,6,7,8,9].map(e, [0,1,2,3,4,5,6,7,8,9].map(f, 1))))))"
      + " == [] || active",
    "'x'.replace('', 'abcdefghij').replace('', 'abcdefghij').replace('', 'abcdefghij')"
      + ".replace('', 'abcdefghij').replace('', 'abcdefghij').replace('', 'abcdefghij')"
      + ".replace('', 'abcdefghij').replace('', 'abcdefghij').replace('', 'abcdefghij') == 'x'",
  ])
  func workIsBounded(_ text: String) throws {
    let value = try evaluate(text)
    #expect(value.type == .error, "\(value.description.prefix(80))")
  }

  /// Looking at a long text again and again is paid for, or costs nothing.
  @Test(arguments: [
    ("big.contains('zz')", true), ("big == 'zz'", false), ("'zz' == big", true),
    ("big in ['a', 'b']", false), ("big in ['a','b','c','d','e','f','g','h','i','j']", false),
    ("{'a': 1}[?big].hasValue()", true), ("big < 'a'", true), ("big.matches('zz')", true),
    ("size(big) < 1", true), ("big.startsWith('zz')", true), ("string(big) == 'zz'", true),
    ("[big].exists(b, b.contains('zz'))", true), ("big.contains(big + 'z')", true),
  ])
  func longTextsArePaidForEachTime(_ condition: String, _ isPaid: Bool) throws {
    let environment = Environment(variables: [Variable("big", .string)])
    let row = Cells(values: [.string(String(repeating: "a", count: 1 << 20))])
    let text = "lists.range(200).exists(x, \(condition))"
    let value = try environment.program(environment.compile(text)).evaluate(row)
    #expect((value.type == .error) == isPaid, "\(value)")
  }

  @Test func definitionsThatMultiplyAreRefused() throws {
    var environment = sampleEnvironment
    environment.define("d0", try environment.compile("active && active"))
    let outcome: Bool
    do throws(IssueList) {
      for level in 1...40 {
        let last = "d\(level - 1)"
        environment.define("d\(level)", try environment.compile("\(last) && \(last)"))
      }
      outcome = false
    } catch {
      outcome = error.issues.first?.message.contains("too large") ?? false
    }
    #expect(outcome)
  }
}

@Suite("definitions and names")
struct DefinitionTests {
  private func environment() throws -> Environment {
    var environment = sampleEnvironment
    environment.define("large", try environment.compile("amount > 100"))
    environment.define("many", try environment.compile("tags.exists(x, x == 'a') && large"))
    return environment
  }

  @Test(arguments: [
    ("large", "true"), ("many && large", "true"), ("tags.all(x, many)", "true"),
    ("[1, 2].map(amount, large)", "[true, true]"), ("[1].all(large, large == 1)", "true"),
    ("many ? large : !large", "true"),
  ])
  func aDefinitionKeepsItsMeaning(_ text: String, _ wanted: String) throws {
    #expect(try evaluate(text, in: environment()).description == wanted)
  }

  @Test func whatADefinitionReadsIsKnown() throws {
    let environment = try environment()
    let checked = try environment.compile("many || count > 1")
    #expect(checked.variables == ["amount", "count", "tags"])
    #expect(checked.definitions == ["many"])
    #expect(checked.type == .bool)
    #expect(try environment.program(checked).slots == [0, 3, 8])
  }

  @Test func theCanonicalTextFollowsDefinitionsAndIgnoresSpelling() throws {
    let environment = try environment()
    let text = try environment.compile("( large )&&tags.exists(count,count=='a')").canonicalText
    #expect(text == ".amount > 100 && .tags.exists(count, count == \"a\")")
    #expect(try sampleEnvironment.compile(text).canonicalText == text)
    let nested = try environment.compile("large ? large : !(large || many)").canonicalText
    #expect(try sampleEnvironment.compile(nested).canonicalText == nested)
  }

  @Test func aDefinitionThatReadsWhatIsNotThereIsRefused() throws {
    var environment = Environment()
    environment.define("large", try self.environment().compile("large"))
    #expect(throws: IssueList.self) { try environment.program(environment.compile("large")) }
  }

  @Test func namesWithDotsAreTakenWhole() throws {
    #expect(try evaluate("supplier.postcode.startsWith('M3')").isEqual(to: .bool(true)))
    #expect(try evaluate("['x'].all(supplier, supplier == 'x')").isEqual(to: .bool(true)))
    let types = try sampleEnvironment.compile("supplier.postcode == category")
    #expect(types.variables == ["category", "supplier.postcode"])
  }

  @Test func anUncheckedExpressionFailsOnlyWhereItIsEvaluated() throws {
    let checked = try sampleEnvironment.compileUnchecked(
      "nothing.at_all(1) || category < 1 || active")
    let program = try sampleEnvironment.program(checked)
    #expect(program.evaluate(Cells(values: sample.map(\.value))).isEqual(to: .bool(true)))
  }
}
