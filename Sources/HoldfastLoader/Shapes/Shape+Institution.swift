import HoldfastModel

/// What a file `institution.yaml` says, but for its datasets.
extension Shape {
  static let institution = Shape(
    "institution", "An organisation whose data is judged, and its files.",
    [
      .required(
        "institution", .filled, "The organisation's name.",
        help: "name it: institution: Northgate Hospitals"),
      .required(
        "currency", .like(.currency), "The code of its currency.",
        help: "name the code: currency: GBP"),
      .optional(
        "fiscal_year_starts", .like(.yearStart),
        "Month and day on which its years start: 04-01; 1 January if left out."),
      .optional(
        "time_zone", .text, "The zone in which today is found: Europe/London; UTC if left out."),
      .optional(
        "areas", .table(.variable("an area's name"), of: .mapping(.area)), "Named places."),
      .optional(
        "lookups", .table(.variable("a lookup's name"), of: .mapping(.lookup)),
        "Tables that tell in which place a postcode or code lies."),
      .optional(
        "corrections", .mapping(.corrections),
        "The file in which people set cells right, where it is not corrections.csv."),
      .told(
        "datasets", .table(.variable("a dataset's name"), .mapping(.dataset), atLeast: 1),
        "The tables."),
    ])

  static let corrections = Shape(
    "corrections", "The file in which people set cells right.",
    [
      .required(
        "file", .filled, "Its path below the data folder.",
        help: "name the file: file: corrections.csv"),
      .optional(
        "date_format", .text, "How its days are written, besides 2024-04-01: d/M/yyyy."),
    ])

  static let area = Shape(
    "area", "A place, known by postcodes, by codes, or by a lookup and codes.",
    alternatives: [.exactlyOne("codes", "postcodes")],
    [
      .optional("lookup", .text, "The table that leads to the codes.", beside: .told("codes")),
      .optional("codes", .texts(atLeast: 1), "The codes of the place."),
      .optional(
        "postcodes", .texts(atLeast: 1),
        "Postcodes or parts of them: M, M5, M5 4, M5 4WT; compared part by part."),
      .optional("edition", .text, "The edition of the geography."),
      .optional(
        "absent", .word(Area.Absent.self),
        "What a postcode is that the lookup should know and does not; unknown if left out."),
      .optional("decided_by", .text, "Who decided that this is the place."),
      .optional("decided_on", .date, "When that was decided."),
    ])

  static let lookup = Shape(
    "lookup", "A table that tells in which place a postcode or code lies.",
    [
      .required("files", .texts, "Paths below the data folder."),
      .optional("format", .mapping(.format), "How the files are written."),
      .required(
        "key", .filled, "The header of the keys.",
        help: "name the header of the keys: key: postcode"
      ),
      .optional("key_type", .word(Lookup.KeyKind.self), "What the keys are; postcode if left out."),
      .required(
        "code", .filled, "The header of the codes.", help: "name the header of the codes: code: lad"
      ),
      .optional(
        "covers", .texts,
        "The postcodes that it should know: others that are well-formed lie elsewhere."),
      .optional("edition", .text, "The edition of the geography."),
    ])
}
