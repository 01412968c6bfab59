import Diagnostics
import Exact
import Tabular
import Testing

@Suite struct ProbeTests {
  /// A file with its layout.
  struct Layout: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    var delimiter = UInt8(ascii: ",")
    var line = 1
    var rows = 1
    var headers = ["Date", "Supplier", "Amount"]
    var count = 3

    init(_ name: String, _ text: String) { (testDescription, self.text) = (name, text) }
  }

  static let data = """
    01/04/2024,Acme,1.50
    02/04/2024,"Bolt, Ltd",20
    13/04/2024,Acme,-3.25

    """

  static let layouts: [Layout] = {
    var plain = Layout("plain", "Date,Supplier,Amount\n" + data)
    var list = [plain]
    plain = Layout(
      "preamble", "Payments over 500\n\n\"Source: a, b\"\nDate,Supplier,Amount\n" + data)
    plain.line = 4
    list.append(plain)
    plain = Layout("semicolons", "Date;Supplier;Amount\n1;a;2\n3;b,c;4\n5;d;6\n")
    plain.delimiter = UInt8(ascii: ";")
    list.append(plain)
    plain = Layout("tabs", "Date\tSupplier\tAmount\n1\ta\t2\n3\tb,c\t4\n5\td\t6\n")
    plain.delimiter = 9
    list.append(plain)
    plain = Layout(
      "two rows", "Date,Supplier,Amount,,\n,,Gross,VAT,Net\n1/4/2024,a,3,1,2\n2/4/2024,b,6,2,4\n")
    plain.rows = 2
    plain.headers = ["Date", "Supplier", "Amount Gross", "Amount VAT", "Amount Net"]
    plain.count = 2
    list.append(plain)
    plain = Layout(
      "first rows without amounts", "Date,Supplier,Amount\n,a,\n,b,\n1/4/2024,c,5\n2/4/2024,d,6\n")
    plain.count = 4
    list.append(plain)
    return list
  }()

  @Test(arguments: layouts)
  func findsTheLayout(_ layout: Layout) throws {
    let folder = try Folder(["t.csv": layout.text])
    let table = try #require(folder.table("t.csv"))
    #expect(table.kind == .csv(delimiter: layout.delimiter))
    #expect(table.headerLine == layout.line)
    #expect(table.headerRows == layout.rows)
    #expect(table.columns.map(\.header) == layout.headers)
    #expect(table.rows == layout.count)
  }

  @Test func countsWhatColumnsHold() throws {
    let folder = try Folder([
      "t.csv": """
      Code,Amount,Note,Day
      007,"£1,234.50",N/A,3/4/2024
      008,(5.00),n/a,4/4/2024
      009,-7.125,REDACTED PERSONAL DATA,5/5/2024
      010,,REDACTA LIMITED,5/6/2024

      """
    ])
    let columns = try #require(folder.table("t.csv")).columns
    #expect(columns[0].numbers.leadingZeros == 4)
    #expect(columns[0].sketch.keyCount == 4)
    let amount = columns[1]
    #expect((amount.values, amount.blanks, amount.numbers.fits) == (3, 1, 3))
    #expect((amount.numbers.negatives, amount.numbers.brackets, amount.numbers.scale) == (2, 1, 3))
    #expect(amount.numbers.smallest == Decimal("-7.125"))
    #expect(amount.numbers.largest == Decimal("1234.5"))
    #expect(
      columns[2].words.mapValues(\.kind) == [
        "N/A": .nothing, "n/a": .nothing, "REDACTED PERSONAL DATA": .redacted,
      ])
    #expect(columns[2].values == 1)
    #expect(columns[3].dates.prefix(2).map(\.fits) == [4, 4])
    #expect(columns[3].ambiguousDates == 2)
  }

  @Test(arguments: [
    ("notes.md", "# Hello", "no table, by its name"),
    ("old.xls", "x", "a spreadsheet of a kind that is not read: save it as .xlsx or CSV"),
    ("t.csv", "M1 1AA,4\nM1 1AB,5\nM1 1AD,6\n", "a table without headers"),
    ("t.txt", "Dear all\nplease find\n", "text without columns"),
    ("t.json", "{\"a\": 1}", "JSON without a list of objects"),
  ])
  func saysWhyAFileIsNoTable(_ name: String, _ text: String, _ reason: String) throws {
    let folder = try Folder([name: text])
    guard case .noTable(let why) = folder.look(name) else {
      Issue.record("\(name) was taken for a table")
      return
    }
    #expect(why.hasPrefix(reason))
  }

  @Test(arguments: [
    ("[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2}]", TableProbe.Kind.json(rows: "[]"), 2),
    (
      "{\"meta\": {\"n\": 1}, \"data\": {\"rows\": [{\"a\": 1}, {\"a\": 2}, {\"a\": 3}]}}",
      .json(rows: "data.rows[]"), 3
    ),
    ("{\"a\": 1}\n{\"a\": 2}\n", .ndjson, 2),
    (
      "{\"releases\": [{\"ocid\": \"x-1\", \"id\": \"1\", \"date\": \"2024-04-01T00:00:00Z\"}]}",
      .ocds(rows: "releases[]"), 1
    ),
  ])
  func findsTheRowsOfJSON(_ text: String, _ kind: TableProbe.Kind, _ rows: Int) throws {
    let folder = try Folder(["t.json": text])
    let table = try #require(folder.table("t.json"))
    #expect(table.kind == kind)
    #expect(table.rows == rows)
  }

  @Test func aFileThatCannotBeSplitIsUnreadable() throws {
    let folder = try Folder(["t.csv": "a,b\n1,\"2\n3,4\n"])
    guard case .unreadable(let problem) = folder.look("t.csv") else {
      Issue.record("it was taken for something else")
      return
    }
    #expect(problem.message.contains("never closed"))
  }

  /// However a file is cut into lines of another end, the same is found.
  @Test(arguments: layouts)
  func lineEndsMakeNoDifference(_ layout: Layout) throws {
    let folder = try Folder([
      "a.csv": layout.text, "b.csv": layout.text.replacing("\n", with: "\r\n"),
      "c.csv": "\u{FEFF}" + layout.text,
    ])
    let tables = ["a.csv", "b.csv", "c.csv"].compactMap(folder.table)
    #expect(tables.count == 3)
    for table in tables {
      #expect(table.columns.map(\.header) == layout.headers)
      #expect(table.columns.map(\.values) == tables[0].columns.map(\.values))
    }
  }
}
