import Diagnostics
import Exact
import HoldfastModel
import YAMLSource

/// Reads areas and lookups.
struct AreaReader {
  let problems: Problems

  func areas(_ fields: inout Fields) -> [Area] {
    fields.table("areas") { "area '\($0)'" }.compactMap { area($0, $1) }
  }

  private func area(_ name: Located<String>, _ root: Fields) -> Area? {
    var fields = root
    let lookup = fields.text("lookup")
    let codes = fields.texts("codes")
    let postcodes = fields.texts("postcodes")
    let edition = fields.text("edition")?.value
    let absent: Area.Absent? = fields.word("absent")
    let by = fields.text("decided_by")?.value
    let on = fields.date("decided_on")
    fields.finish()
    guard let extent = extent(name, fields, lookup, codes, postcodes) else { return nil }
    return Area(
      name: name.value, extent: extent, edition: edition, absent: absent ?? .unknown,
      decidedBy: by, decidedOn: on, span: name.span)
  }

  private func extent(
    _ name: Located<String>, _ fields: Fields, _ lookup: Located<String>?,
    _ codes: [Located<String>]?, _ postcodes: [Located<String>]?
  ) -> Area.Extent? {
    switch (lookup, codes, postcodes) {
    case (let lookup?, let codes?, nil) where !codes.isEmpty:
      return .lookup(name: lookup.value, codes: codes.map(\.value))
    case (nil, let codes?, nil) where !codes.isEmpty: return .codes(codes.map(\.value))
    case (nil, nil, let postcodes?) where !postcodes.isEmpty:
      return .postcodes(tokens(postcodes))
    default:
      problems.add(
        "area '\(name.value)' must have either postcodes:, or codes:, or lookup: with codes:",
        at: name.span, help: "for example postcodes: [M3, \"M5 4\"]")
      return nil
    }
  }

  func tokens(_ texts: [Located<String>]) -> [Postcode.Token] {
    texts.compactMap { text in
      if let token = Postcode.Token(text.value) { return token }
      problems.add(
        "'\(text.value)' is no part of a British postcode", at: text.span,
        help: "write an area (M), an outward code (M5), a sector (M5 4) or a postcode (M5 4WT)")
      return nil
    }
  }

  func lookups(_ fields: inout Fields) -> [Lookup] {
    fields.table("lookups") { "lookup '\($0)'" }.map { name, own in
      var fields = own
      let lookup = Lookup(
        name: name.value, files: fields.texts("files") ?? [],
        format: FormatReader(problems: problems).format(&fields),
        key: fields.text("key")?.value ?? "",
        keyKind: fields.word("key_type") ?? .postcode,
        code: fields.text("code")?.value ?? "",
        covers: tokens(fields.texts("covers") ?? []), edition: fields.text("edition")?.value,
        span: name.span)
      fields.finish()
      return lookup
    }
  }
}
