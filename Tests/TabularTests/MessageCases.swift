import Diagnostics
import Exact
import Patterns
import Tabular

/// Files of separated values with something wrong, each with the columns that are asked for.
struct MessageCase {
  let name: String
  var bytes: [UInt8]
  var schema: [ColumnSchema] = [MessageCase.date, MessageCase.amount]
  var format = CSVFormat()
  var isPersonal = false
  var file = "t.csv"

  init(_ name: String, _ text: String) {
    self.name = name
    bytes = Array(text.utf8)
  }

  init(_ name: String, _ bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// One cell below a header.
  init(cell: String, _ name: String, _ type: CellType) {
    self.init(name, "c,d\n\"\(cell)\",1\n")
    schema = [ColumnSchema(name: "c", type: type, currency: "GBP")]
  }

  func with(_ change: (inout MessageCase) -> Void) -> MessageCase {
    var copy = self
    change(&copy)
    return copy
  }

  static let date = ColumnSchema(name: "date", headers: ["Date", "Payment Date"])
  static let amount = ColumnSchema(
    name: "amount", headers: ["Amount"], type: .decimal(scale: 2), currency: "GBP",
    unknownTokens: ["#N/A"])

  static func column(_ origin: ColumnOrigin, _ type: CellType = .text) -> ColumnSchema {
    ColumnSchema(name: "c", origin: origin, type: type)
  }
}

extension MessageCase {
  static let files: [MessageCase] = [
    MessageCase("nothing in the file", ""),
    MessageCase("UTF-16 with its mark", [0xFF, 0xFE, 0x44, 0, 0x61, 0]),
    MessageCase("UTF-16 without a mark", [0x44, 0, 0x61, 0, 0x74, 0]),
    MessageCase("a web page", "<!DOCTYPE html>\n<html><body>Log in</body></html>\n"),
    MessageCase("a PDF", "%PDF-1.4\n%%EOF\n"),
    MessageCase("a byte that is not UTF-8", Array("Date,Amount\n1,".utf8) + [0xA3, 0x35, 0x0A]),
    MessageCase("a byte that is not windows-1252", Array("Date,Amount\n1,".utf8) + [0x81, 0x0A])
      .with { $0.format.encoding = .windows1252 },
    MessageCase(
      "a damaged mark", [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF] + Array("Date,Amount\n".utf8)),
    MessageCase("an encoding found out", Array("Date,Amount\n".utf8) + [0xA3, 0x2C, 0x35, 0x0A])
      .with { $0.format.encoding = .auto },
    MessageCase("a delimiter like the quote", "a\n").with { $0.format.delimiter = 0x22 },
    MessageCase("a quote that is no ASCII sign", "a\n").with { $0.format.quote = 0xA3 },
    MessageCase("a line below 1", "a\n").with { $0.format.header = .line(0) },
    MessageCase("three rows of headers", "a\n").with { $0.format.headerRows = 3 },
    MessageCase("no headers on two rows", "a\n").with {
      $0.format.header = .none
      $0.format.headerRows = 2
    },
    MessageCase("a scale too large", "c\n1\n")
      .with { $0.schema = [ColumnSchema(name: "c", type: .decimal(scale: 28))] },
  ]

  static let records: [MessageCase] = [
    MessageCase("a quote inside a cell", "Date,Amount\n1,5\" pipe\n"),
    MessageCase("text after a quote", "Date,Amount\n\"the \"big\" one\",5\n"),
    MessageCase("a quote never closed", "Date,Amount\n1,2\n3,\"4\n5,6\n"),
    MessageCase("old Mac line ends", "Date,Amount\r1,2\r"),
    MessageCase("a zero byte", "Date,Amount\n1,2\u{0}\n"),
    MessageCase(
      "a record too long", "Date,Amount\n1," + String(repeating: "x", count: 4 << 20) + "\n"),
    MessageCase(
      "a quote open too long", "Date,Amount\n1,\"" + String(repeating: "x", count: 4 << 20) + "\"\n"
    ),
    MessageCase("too few cells", "Date,Amount,Supplier\n2024-04-01,5,A\n2024-04-02,6\n"),
    MessageCase("too many cells", "Date,Amount\n2024-04-01,1,234\n"),
    MessageCase("extra cells in some rows only", "Date,Amount\n2024-04-01,5\n2024-04-02,6,\n"),
    MessageCase("too few cells under headers without a name", "Date,Amount,\n1,2,3\n1,2\n")
      .with { $0.schema = [column(.position(3))] },
    MessageCase("a note below the table", "Date,Amount\n1,2\nSource: finance department\n"),
    MessageCase("the headers again", "Date,Amount\n1,2\nDate,Amount\n3,4\n"),
    MessageCase("personal headers again", "Date,Amount\n1,2\nDate,Amount\n")
      .with { $0.isPersonal = true },
    MessageCase("too few and too many cells between semicolons", "Date;Amount\n1\n1;2;3\n")
      .with { $0.format.delimiter = UInt8(ascii: ";") },
    MessageCase("uneven rows without headers", "1,2\n3\n4,5,6\n").with {
      $0.format.header = .none
      $0.schema = [column(.position(2))]
    },
    MessageCase("personal records", "Date,Amount\nAnn\n").with { $0.isPersonal = true },
    MessageCase("many of them", "Date,Amount\n" + String(repeating: "1\n", count: 23)),
  ]

  static let headers: [MessageCase] = [
    MessageCase("no header for a column", "Date,Cost\n1,2\n"),
    MessageCase("no headers for many columns", "Datte,Cost,Type\n1,2,3\n")
      .with { $0.schema = $0.schema + [column(.headers([HeaderName("Supplier")]))] },
    MessageCase("no headers for very many columns", "x,y\n1,2\n")
      .with { $0.schema = (1...14).map { ColumnSchema(name: "c\($0)", headers: ["H\($0)"]) } },
    MessageCase("no headers for many columns, personal", "Datte,Ann,Type\n1,2,3\n").with {
      $0.schema = $0.schema + [column(.headers([HeaderName("Supplier")]))]
      $0.isPersonal = true
    },
    MessageCase("headers on two rows", "Date,Amount,,\n,Gross,VAT,Net\n1,2,3,4\n")
      .with { $0.schema = [column(.headers([HeaderName("Amount Net")]))] },
    MessageCase("personal headers on two rows", "Date,Amount,\n,Ann,Bob\n1,2,3\n").with {
      $0.schema = [column(.headers([HeaderName("Net")]))]
      $0.isPersonal = true
    },
    MessageCase("most headers on another line", "SELECT *\nDate,Amount,Type\n1,2,3\n")
      .with { $0.schema = $0.schema + [column(.headers([HeaderName("Supplier")]))] },
    MessageCase("columns by header in a file without", "1,2\n")
      .with { $0.format.header = .none },
    MessageCase("a column by header in a file without", "1,2\n").with {
      $0.format.header = .none
      $0.schema = [amount, column(.position(1))]
    },
    MessageCase("a position past the first row", "1,2\n3,4\n").with {
      $0.format.header = .none
      $0.schema = [column(.position(3))]
    },
    MessageCase("a header that is nearly right", "Date,Amuont\n1,2\n"),
    MessageCase("personal headers", "Ann Smith,London\n").with { $0.isPersonal = true },
    MessageCase("two headers for a column", "Date,Payment Date,Amount\n1,2,3\n"),
    MessageCase("one header twice", "Date,Amount,Amount\n1,2,3\n"),
    MessageCase("two headers alike but for signs", "Date,AMOUNT,AMOUNT %\n1,2,3\n"),
    MessageCase("a position past the headers", "Date,Amount\n1,2\n")
      .with { $0.schema = [column(.position(5))] },
    MessageCase("too few headers of a name", "Name,Name\n1,2\n")
      .with { $0.schema = [column(.headers([HeaderName("Name", nth: 3)]))] },
    MessageCase("headers past the end", "Date,Amount\n1,2\n").with { $0.format.header = .line(4) },
    MessageCase("headers past an end without a line end", "Date,Amount\n1,2")
      .with { $0.format.header = .line(4) },
    MessageCase("no second row", "Date,Amount\n").with { $0.format.headerRows = 2 },
    MessageCase("too many headers", String(repeating: ",", count: 16_384) + "\n"),
    MessageCase("headers below a title", "Payments over 25k\n\nDate,Amount\n1,2\n"),
    MessageCase("semicolons", "Date;Amount\n1;2\n"), MessageCase("tabs", "Date\tAmount\n1\t2\n"),
    MessageCase("bars", "Date|Amount\n1|2\n"),
    MessageCase("commas", "Date,Amount\n1,2\n").with { $0.format.delimiter = 0x09 },
    MessageCase("no line with all headers", "Report\nDate,Cost\n1,2\n")
      .with { $0.format.header = .auto },
    MessageCase("no line with all headers, personal", "Report\nDate,Ann Smith\n1,2\n")
      .with {
        $0.format.header = .auto
        $0.isPersonal = true
      },
    MessageCase("no line with any header", "Report\nWhen,Cost\n1,2\n")
      .with { $0.format.header = .auto },
    MessageCase("a line to find without headers to know it by", "1,2\n").with {
      $0.format.header = .auto
      $0.schema = [column(.position(1))]
    },
    MessageCase("a constant of another type", "Date,Amount\n1,2\n")
      .with { $0.schema = [column(.constant("ten"), .integer)] },
  ]

  /// Columns that come from the file's name.
  static func names() throws -> [MessageCase] {
    let pattern = try Pattern("([0-9]{4}-[0-9]{2})")
    let month = CellType.date(DateFormat("yyyy-MM") ?? .iso)
    return [
      ("april.csv", "nothing in the file's name"), ("2024-13.csv", "no month in the file's name"),
    ]
    .map { file, name in
      MessageCase(name, "Date,Amount\n1,2\n").with {
        $0.file = file
        $0.schema = [column(.fileName(pattern), month)]
      }
    }
  }
}
