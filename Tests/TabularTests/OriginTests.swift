import Diagnostics
import Exact
import Patterns
import Tabular
import Testing

@Suite struct OriginTests {
  private static func name(_ nth: Int?) -> ColumnSchema {
    ColumnSchema(name: "c", origin: .headers([HeaderName("Supplier Name", nth: nth)]))
  }

  @Test(arguments: [
    ("Supplier Name,x,Supplier Name\n7,x,Acme\n", 1, "7"),
    ("Supplier Name,x,Supplier Name\n7,x,Acme\n", 2, "Acme"),
    ("supplier name,x,SUPPLIER NAME\n7,x,Acme\n", 2, "Acme"),
    ("SUPPLIER NAME,Supplier Name,Supplier Name\n7,8,Acme\n", 2, "Acme"),
  ])
  func takesTheNthOfAHeader(_ text: String, _ nth: Int, _ cell: String) throws {
    let reading = try Reading(text, [Self.name(nth)])
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [[.text(cell)]])
  }

  @Test(arguments: [1, 2, 3])
  func takesAPosition(_ position: Int) throws {
    let column = ColumnSchema(name: "c", origin: .position(position), type: .integer)
    let reading = try Reading(",b,\n1,2,3\n", [column])
    #expect(reading.rows == [[.integer(Int64(position))]])
    #expect(
      reading.summary?.mapped.first?.place
        == .field(position: position, header: position == 2 ? "b" : ""))
    #expect(reading.summary?.unmapped == (position == 2 ? [] : ["b"]))
  }

  /// A field that a column names must be in every record, with or without a header above it.
  @Test func needsTheCellsOfAPosition() throws {
    let column = ColumnSchema(name: "c", origin: .position(3))
    let reading = try Reading("a,b,\n1,2,3\n1,2\n", [column])
    #expect(
      reading.error?.message
        == "the record has 2 cells and the file 3 headers; the first one without a cell is 'no. 3'")
  }

  @Test(arguments: [
    (
      ColumnOrigin.position(3), "a,b",
      "the column 'c' should be number 3, and the file has 2 headers"
    ),
    (.position(0), "a,b", "the column 'c' should be number 0, and the file has 2 headers"),
    (
      .position(Int.min), "a",
      "the column 'c' should be number \(Int.min), and the file has 1 header"
    ),
    (
      .headers([HeaderName("a", nth: 3)]), "a,a,b",
      "the column 'c' should be number 3 of those headed 'a', and the file has 2"
    ),
    (
      .headers([HeaderName("a", nth: 0)]), "a,b",
      "the column 'c' should be number 0 of those headed 'a', and the file has 1"
    ),
    (
      .headers([HeaderName("a", nth: 1)]), "b,d",
      "the column 'c' has no header: looked for 'a', found 'b', 'd'"
    ),
  ])
  func refusesWhatTheFileDoesNotHave(
    _ origin: ColumnOrigin, _ headers: String, _ message: String
  ) throws {
    let reading = try Reading(headers + "\n1,2,3\n", [ColumnSchema(name: "c", origin: origin)])
    #expect(reading.errors.map(\.message) == [message])
    #expect(reading.error?.help != nil)
  }

  @Test func namesFaultsUnderRepeatedAndMissingHeaders() throws {
    let columns = [
      ColumnSchema(name: "a", origin: .position(1), type: .integer),
      ColumnSchema(name: "b", origin: .headers([HeaderName("x", nth: 2)]), type: .integer),
    ]
    let reading = try Reading(",x,x\nq,1,w\n", columns)
    #expect(reading.faults.map(\.header) == ["no. 1", "x (no. 2)"])
    #expect(reading.faults.map(\.shown) == ["q", "w"])
  }

  @Test func readsAConstantByItsType() throws {
    let columns = [
      ColumnSchema(name: "body", origin: .constant(" Northgate ")),
      ColumnSchema(name: "rate", origin: .constant("12.5%"), type: .percent(points: true)),
      ColumnSchema(name: "kind", origin: .constant("-"), unknownTokens: ["-"]),
      ColumnSchema(name: "x"),
    ]
    let reading = try Reading("x\n1\n2\n", columns)
    let cells: [Cell] = [
      .text("Northgate"), .decimal(Decimal(coefficient: 125, scale: 3)), .unknown,
    ]
    #expect(reading.rows == [cells + [.text("1")], cells + [.text("2")]])
    #expect(reading.summary?.mapped.first?.place == .constant(" Northgate "))
    #expect(reading.summary?.mapped.first?.header == nil)
    #expect(reading.summary?.unavailable == [])
    let wrong = ColumnSchema(name: "n", origin: .constant("ten"), type: .integer)
    let refused = try Reading("x\n1\n", [wrong])
    #expect(refused.rows.isEmpty)
    #expect(
      refused.error?.message
        == "'ten', which is the column 'n', cannot be read: the cell is not a whole number")
  }

  @Test func readsTheFilesName() throws {
    let month = try #require(DateFormat("yyyy-MM"))
    var column = ColumnSchema(
      name: "month", origin: .fileName(try Pattern(#"(\d{4}-\d\d)"#)), type: .date(month))
    column.extract = .pattern(try Pattern("never"), noMatch: .fault)
    let folder = try Workdir()
    let path = try folder.write("a.csv", Array("x\n1\n".utf8))
    func read(_ name: String) -> Result<[[Cell]], DiagnosticList> {
      var rows: [[Cell]] = []
      do throws(DiagnosticList) {
        let summary = try TableReader(path: path, shownAs: name, schema: [column])
          .read { rows.append($0.cells) }
        #expect(summary.mapped.first?.place == .fileName("2024-04"))
        return .success(rows)
      } catch {
        return .failure(error)
      }
    }
    let april = try #require(CivilDate("2024-04-01"))
    #expect(try read("spend/2024-04 final.csv").get() == [[.date(april)]])
    for (name, message) in [
      (
        "spend/april.csv",
        "the pattern '(\\d{4}-\\d\\d)' of the column 'month' finds nothing in the file's name"
      ),
      (
        "spend/2024-13.csv",
        "'2024-13', from the file's name for 'month', cannot be read: the cell is not a date of the form yyyy-MM"
      ),
    ] {
      guard case .failure(let list) = read(name) else {
        Issue.record("\(name) was read")
        continue
      }
      #expect(list.items.map(\.message) == [message])
      #expect(list.items.first?.rendered().hasPrefix(name) == true)
    }
  }

  /// One field may serve several columns.
  @Test func splitsOneFieldIntoTwoColumns() throws {
    var id = ColumnSchema(name: "id", headers: ["Supplier"])
    id.extract = .pattern(try Pattern(#"^(\S+) : "#), noMatch: .fault)
    var name = ColumnSchema(name: "name", headers: ["Supplier"])
    name.extract = .pattern(try Pattern("^\\S+ : (.*)"), noMatch: .whole)
    let reading = try Reading("Supplier\nUK1 : Prime Care\nOther\n", [id, name])
    #expect(
      reading.rows == [[.text("UK1"), .text("Prime Care")], [.fault(0), .text("Other")]])
    #expect(reading.summary?.unmapped == [])
  }
}

@Suite struct FoldTests {
  private func column(_ name: String, _ header: String) -> ColumnSchema {
    ColumnSchema(name: name, headers: [header])
  }

  @Test(arguments: ["Amount (Â£)", "Amount (Ã‚Â£)", "Amount (£)", "amount £", "AMOUNT"])
  func seesThroughSignsWrittenTwice(_ header: String) throws {
    #expect(try Reading("\(header)\n1\n", [column("c", "Amount (£)")]).rows == [[.text("1")]])
  }

  @Test(arguments: ["Ângelo", "Amount Â"])
  func keepsLettersThatAreNoDamage(_ header: String) throws {
    #expect(try Reading("\(header)\n1\n", [column("c", header.uppercased())]).errors.isEmpty)
    let bare = header.filter { $0 != "Â" }
    #expect(try !Reading("\(header)\n1\n", [column("c", bare)]).errors.isEmpty)
  }

  /// `AMOUNT %` is equal to `Amount` but for signs; it is the other column's all the same.
  @Test func takesNoHeaderThatAnotherColumnDeclares() throws {
    let columns = [column("amount", "Amount"), column("share", "AMOUNT %")]
    #expect(try Reading("AMOUNT,AMOUNT %\n1,2\n", columns).rows == [[.text("1"), .text("2")]])
    let reading = try Reading("x,AMOUNT %\n1,2\n", columns)
    #expect(
      reading.errors.map(\.message)
        == ["the column 'amount' has no header: looked for 'Amount', found 'x', 'AMOUNT %'"])
    let alone = try Reading("AMOUNT,AMOUNT %\n1,2\n", [column("amount", "Amount")])
    #expect(
      alone.errors.map(\.message) == ["2 headers match the column 'amount': 'AMOUNT', 'AMOUNT %'"])
  }

  @Test func letsColumnsShareAHeaderThatDiffersInCase() throws {
    let columns = [column("id", "supplier"), column("name", "Supplier")]
    #expect(try Reading("Supplier\nx\n", columns).rows == [[.text("x"), .text("x")]])
  }
}

@Suite struct TwoRowHeaderTests {
  private static let text =
    "Report,,,,,,\nName,Amount,,,Supplier,,\n,Gross,VAT,Net,,,Code\nA,3,1,2,B,,X\n"

  @Test(arguments: [HeaderRow.line(2), .auto])
  func joinsTheRows(_ header: HeaderRow) throws {
    let columns = ["Name", "Amount Gross", "Amount VAT", "Amount Net", "Supplier", "Code"]
      .map { ColumnSchema(name: "c", headers: [$0]) }
    let reading = try Reading(Self.text, columns, CSVFormat(header: header, headerRows: 2))
    #expect(reading.errors.isEmpty)
    #expect(reading.rows == [["A", "3", "1", "2", "B", "X"].map { Cell.text($0) }])
    #expect(reading.lines == [4])
    #expect(reading.summary?.headerLine == 2)
    #expect(reading.summary?.unmapped == [])
  }

  @Test(arguments: [
    ("A,,,B", "x,y,,z", ["A x", "A y", "B z"]), (",A", "x,y", ["x", "A y"]),
    ("A,B", "", ["A", "B"]), ("", "a,b", ["a", "b"]), ("A", "x,y,z", ["A x", "A y", "A z"]),
    ("A,,", ",x,y", ["A", "A x", "A y"]), ("A,,,", "x,,y,z", ["A x", "y", "z"]),
  ])
  func carriesTheUpperCell(_ upper: String, _ lower: String, _ headers: [String]) throws {
    let reading = try Reading("\(upper)\n\(lower)\n", [], CSVFormat(headerRows: 2))
    #expect(reading.summary?.unmapped == headers)
  }

  @Test func needsBothRows() throws {
    let reading = try Reading("a,b\n", [], CSVFormat(headerRows: 2))
    #expect(
      reading.error?.message
        == "the headers should stand on two rows, and nothing follows the first")
    #expect(try Reading("a\n1\n", [], CSVFormat(headerRows: 3)).error != nil)
  }
}
