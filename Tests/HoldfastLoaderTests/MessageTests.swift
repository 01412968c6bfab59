import Diagnostics
import HoldfastLoader
import HoldfastModel
import Testing

/// Every mistake that the loader finds, by area.
@Suite struct MessageTests {
  @Test(arguments: ["pack", "commitment", "target"]) func packs(_ name: String) throws {
    try MessageFile(name).check { messages(loadPack($0).diagnostics) }
  }

  @Test(arguments: ["institution", "dataset", "column", "area", "rows"])
  func institutions(_ name: String) throws {
    try MessageFile(name).check { messages(loadInstitution($0).diagnostics) }
  }

  @Test func parametersFiles() throws {
    let pack = try pack(openPack)
    try MessageFile("parameters").check { text in
      var packs = [pack]
      let source = SourceText(name: "parameters.yaml", text: text)
      let found = ParametersLoader().apply(source, to: &packs)
      #expect(packs[0].parameters.map(\.value) == pack.parameters.map(\.value))
      return messages(found)
    }
  }
}
