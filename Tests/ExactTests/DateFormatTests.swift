import Exact
import Testing

@Suite struct DateFormatTests {
  @Test(arguments: [
    ("yyyy-MM-dd", "2024-04-01", "2024-04-01"), ("dd/MM/yyyy", "01/04/2024", "2024-04-01"),
    ("d/M/yyyy", "1/4/2024", "2024-04-01"), ("d/M/yyyy", "01/04/2024", "2024-04-01"),
    ("d/M/yyyy", "31/12/2024", "2024-12-31"), ("MM/dd/yyyy", "04/01/2024", "2024-04-01"),
    ("dd/MM/yyyy", "  01/04/2024 ", "2024-04-01"), ("dd-MMM-yyyy", "01-Apr-2024", "2024-04-01"),
    ("dd-MMM-yyyy", "01-APR-2024", "2024-04-01"), ("dd-MMM-yyyy", "01-apr-2024", "2024-04-01"),
    ("d MMMM yyyy", "1 April 2024", "2024-04-01"), ("d MMMM yyyy", "1 APRIL 2024", "2024-04-01"),
    ("d MMMM yyyy", "1 May 2024", "2024-05-01"), ("MMM d, yyyy", "Sep 9, 2024", "2024-09-09"),
    ("dd.MM.yy", "01.04.24", "2024-04-01"), ("dd.MM.yy", "01.04.68", "2068-04-01"),
    ("dd.MM.yy", "01.04.69", "1969-04-01"), ("dd.MM.yy", "01.04.99", "1999-04-01"),
    ("dd.MM.yy", "01.04.00", "2000-04-01"), ("yyyyMMdd", "20240401", "2024-04-01"),
    ("dd/MM/yyyy", "29/02/2024", "2024-02-29"), ("d-MMM-yyyy", "7-SEPT-2020 ", "2020-09-07"),
    ("MMM-yy", "Oct-20", "2020-10-01"), ("MMM-yy", "SEPT-20", "2020-09-01"),
    ("yyyy-MM", "2024-02", "2024-02-01"), ("MM/yyyy", "12/2024", "2024-12-01"),
    ("MMMM yyyy", "September 2020", "2020-09-01"), ("yyyyMM", "202404", "2024-04-01"),
    ("serial", "44136", "2020-11-01"), ("serial", "44136.0", "2020-11-01"),
    ("serial", " 44136.000 ", "2020-11-01"), ("serial", "61", "1900-03-01"),
    ("serial", "2958465", "9999-12-31"),
  ])
  func reads(pattern: String, cell: String, expected: String) throws {
    let format = try #require(DateFormat(pattern))
    #expect(format.date(from: cell.utf8)?.description == expected)
    #expect(format.pattern == pattern)
  }

  @Test(arguments: [
    ("dd/MM/yyyy", "31/02/2024"), ("dd/MM/yyyy", "29/02/2023"), ("dd/MM/yyyy", "31/04/2024"),
    ("dd/MM/yyyy", "1/04/2024"), ("dd/MM/yyyy", "01/4/2024"), ("dd/MM/yyyy", "01/04/24"),
    ("dd/MM/yyyy", "01/04/20245"), ("dd/MM/yyyy", "01/04/2024 00:00"),
    ("dd/MM/yyyy", "01/04/2024x"), ("dd/MM/yyyy", "x01/04/2024"), ("dd/MM/yyyy", "01-04-2024"),
    ("dd/MM/yyyy", "04/13/2024"), ("dd/MM/yyyy", "00/04/2024"), ("dd/MM/yyyy", "01/00/2024"),
    ("dd/MM/yyyy", "01/04/0000"), ("dd/MM/yyyy", ""), ("dd/MM/yyyy", "   "),
    ("dd/MM/yyyy", "01 /04/2024"), ("dd/MM/yyyy", "\t01/04/2024"), ("dd/MM/yyyy", "0１/04/2024"),
    ("d/M/yyyy", "001/4/2024"), ("d/M/yyyy", "/4/2024"), ("d/M/yyyy", "-1/4/2024"),
    ("dd-MMM-yyyy", "01-April-2024"), ("dd MMMM yyyy", "01 Sept 2024"), ("MMM-yy", "01-Apr-24"),
    ("MMM-yy", "Apr-2024"), ("MM/yyyy", "13/2024"), ("yyyy-MM", "2024-04-01"), ("yyyy-MM", "2024"),
    ("serial", "60"), ("serial", "2958466"), ("serial", "44136.5"), ("serial", "44136."),
    ("serial", "44,136"), ("serial", "-44136"), ("serial", "12345678"), ("serial", "4.4136E4"),
    ("serial", "2020-11-01"), ("serial", ""),
    ("dd-MMM-yyyy", "01-Avr-2024"), ("dd-MMM-yyyy", "01-04-2024"), ("dd-MMM-yyyy", "01--2024"),
    ("d MMMM yyyy", "1 Apr 2024"), ("d MMMM yyyy", "1 Aprile 2024"), ("dd.MM.yy", "01.04.2024"),
    ("dd.MM.yy", "01.04.4"), ("yyyy-MM-dd", "2024-04-01T10:00:00Z"), ("yyyyMMdd", "2024041"),
  ])
  func refuses(pattern: String, cell: String) throws {
    let format = try #require(DateFormat(pattern))
    #expect(format.date(from: cell.utf8) == nil)
  }

  @Test(arguments: [
    "", "dd/MM", "yyyy", "MMM", "dd/yyyy", "Serial", "serial ", "dd/MM/yyy", "dd/MM/yyyyy",
    "dd/MM/y", "ddd/MM/yyyy",
    "dd/MMMMM/yyyy", "DD/MM/YYYY", "dd/mm/yyyy", "dd/MM/yyyy HH:mm", "dd/MM/yyyy'T'", "d/d/M/yyyy",
    "dd/MM/MMM/yyyy", "yy/MM/yyyy", "dd/MM/yy/yyyy", "dd\u{B7}MM\u{B7}yyyy", "dd/MM/2024",
  ])
  func refusesOtherPatterns(pattern: String) {
    #expect(DateFormat(pattern) == nil)
  }

  @Test(arguments: [
    ("MMM-yy", true), ("yyyy-MM", true), ("MMMM yyyy", true), ("d MMM yy", false),
    ("serial", false), ("yyyy-MM-dd", false),
  ])
  func knowsMonths(pattern: String, isMonth: Bool) {
    #expect(DateFormat(pattern)?.isMonth == isMonth)
  }

  @Test func isoIsItsPattern() {
    #expect(DateFormat.iso == DateFormat("yyyy-MM-dd"))
  }

  @Test func readsEveryDayThatItsPatternCanWrite() throws {
    let format = try #require(DateFormat("yyyy-MM-dd"))
    for days in stride(from: -719_162, through: 2_932_896, by: 997) {
      let date = try #require(CivilDate(days: days))
      #expect(format.date(from: date.description.utf8) == date)
    }
  }
}
