/// What a column is for, as far as its header tells.
enum ColumnRole: Hashable {
  case money, date, start, end, supplier, supplierCode, reference, department, category
  case companyNumber, postcode, address, person

  /// The role of a header; nil where it tells nothing.
  init?(_ words: HeaderWords) {
    if Self.isPerson(words) {
      self = .person
    } else if words.has("postcode", "postcodes") || words.has(phrase: "post code") {
      self = .postcode
    } else if Self.isCompanyNumber(words) {
      self = .companyNumber
    } else if Self.isDate(words) {
      self =
        words.has("start", "commencement", "begin")
        ? .start : words.has("end", "expiry", "expires", "termination") ? .end : .date
    } else if words.has("address") {
      self = .address
    } else if Self.isSupplier(words) {
      self =
        words.has("id", "number", "no", "code", "ref", "uri") ? .supplierCode : .supplier
    } else if Self.isMoney(words) {
      self = .money
    } else if Self.isReference(words) {
      self = .reference
    } else if words.has("directorate", "directotate", "department", "dept", "division") {
      self = .department
    } else if words.has("category", "type", "classification", "purpose", "proclass", "account") {
      self = .category
    } else {
      return nil
    }
  }

  private static func isDate(_ words: HeaderWords) -> Bool {
    words.has("date", "dates", "month", "dated") || words.has(phrase: "paid on")
  }

  private static func isSupplier(_ words: HeaderWords) -> Bool {
    words.has("supplier", "suppliers", "vendor", "beneficiary", "payee", "merchant", "creditor")
      || words.has(phrase: "company name")
  }

  private static func isMoney(_ words: HeaderWords) -> Bool {
    guard !words.has("number", "no", "code", "id", "percent", "registration", "reg") else {
      return false
    }
    return words.has(
      "amount", "amounts", "value", "net", "gross", "vat", "price", "cost", "costs", "spend",
      "sterling", "gbp", "salary", "fee", "fees")
  }

  private static func isReference(_ words: HeaderWords) -> Bool {
    words.has("transaction", "invoice", "document", "voucher", "order", "payment", "their")
      && words.has("number", "no", "ref", "reference", "id", "date")
      || words.has("documentno", "transno")
  }

  private static func isCompanyNumber(_ words: HeaderWords) -> Bool {
    words.has("crn") || words.has(phrase: "companies house")
      || (words.has("company", "comp") && words.has("number", "no", "reg", "registration"))
  }

  private static func isPerson(_ words: HeaderWords) -> Bool {
    words.has(
      "surname", "forename", "email", "phone", "telephone", "dob", "nino", "ethnicity",
      "religion", "disability", "salary", "employee", "person")
      || words.has(phrase: "first name") || words.has(phrase: "last name")
      || words.has(phrase: "date of birth") || words.has(phrase: "e mail")
      || words.has(phrase: "contact name") || words.has(phrase: "national insurance")
  }
}
