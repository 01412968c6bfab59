import CEL
import Testing

@Suite("cost")
struct CostTests {
  private func cost(_ text: String) throws -> Cost { try sampleEnvironment.compile(text).cost() }

  @Test(arguments: [
    ("1", 1, 1), ("count > 1", 3, 3), ("active && count > 1", 2, 5),
    ("active ? 1 : count + 1", 3, 6),
    ("[1, 2, 3].all(x, x > 0)", 5, 20), ("[1, 2, 3].map(x, x > 0)", 17, 20),
    ("'abc' == category", 3, 67), ("category.contains('a')", 3, 67),
    ("lists.range(10).map(x, x)", 23, 34),
  ])
  func isEstimated(_ text: String, _ least: Int, _ most: Int) throws {
    let cost = try cost(text)
    #expect((cost.least, cost.most) == (least, most), "\(text): \(cost)")
  }

  @Test(arguments: [
    ("category.split(' ').all(a, category.split(' ').exists(b, b == a))", true),
    ("lists.range(2000).all(x, lists.range(2000).exists(y, y == x))", true),
    ("lists.range(count).all(x, x > 0)", true), ("category.matches('(a{100}){10}')", false),
    ("category.matches('^[A-Z]{1,2}[0-9]')", false),
    ("category.split(' ').exists(a, a in ['b', 'c'])", false),
    ("category.replace('', category).replace('', category) == ''", true),
    ("[1, 2, 3].all(x, [1, 2, 3].exists(y, x == y && category == 'a'))", false),
  ])
  func dearExpressionsAreTold(_ text: String, _ isDear: Bool) throws {
    let cost = try cost(text)
    #expect((cost.most > Limits.default.steps) == isDear, "\(text): \(cost)")
  }

  @Test func theCostliestPartIsNamed() throws {
    let text = "count > 1 && category.split(' ').all(a, category.split(',').exists(b, b == a))"
    let part = try #require(try sampleEnvironment.compile(text).costliestPart())
    #expect(
      part.description == "category.split(\" \").all(a, category.split(\",\").exists(b, b == a))")
  }

  /// What a row takes is within the estimate.
  @Test(arguments: [
    "1", "count > 1", "active || count > 1", "active ? 1 : count + 1", "tags.all(x, x != '')",
    "[1, 2, 3].filter(n, n > 1).map(n, n * n)", "category.matches('^w+')",
    "category.matches(category)",
    "lists.range(100).all(x, lists.range(100).exists(y, y == x))",
    "category.split('').sortBy(x, x)",
    "['a', 'b'].transformMapEntry(i, x, {x: i, x + 'c': i})", "cel.bind(x, tags + tags, x == x)",
    "{'a': tags}.?a.optMap(t, t.size()).orValue(0) > 1", "math.greatest(1, 2, count) > 1",
    "category.replace('o', 'ooo').size() > 1 ? [tags, tags].flatten() : tags",
    "google.protobuf.Struct{fields: {'a': tags}}.size()", "'%s %s'.format([category, tags])",
  ])
  func whatIsUsedIsWithin(_ text: String) throws {
    let checked = try sampleEnvironment.compile(text)
    let row = Cells(values: sample.map(\.value))
    let (value, steps) = try sampleEnvironment.program(checked).evaluateCounting(row)
    let cost = checked.cost()
    #expect(value.type != .error, "\(value)")
    #expect(steps <= cost.most, "\(text): \(steps) of \(cost)")
  }

  @Test func aDefinitionIsPaidOnceWhereverItStands() throws {
    var environment = sampleEnvironment
    environment.define("dear", try environment.compile("tags.all(x, tags.exists(y, x == y))"))
    let once = try environment.compile("dear").cost().most
    let text = "dear && dear && [1, 2, 3].all(x, dear)"
    let checked = try environment.compile(text)
    #expect(checked.cost().most < once + 40)
    let row = Cells(values: sample.map(\.value))
    #expect(try environment.program(checked).evaluateCounting(row).steps <= checked.cost().most)
  }
}
