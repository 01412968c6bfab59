import Diagnostics
import Exact
import HoldfastLoader
import HoldfastModel
import Testing

/// A pack with a parameter and a target that are for others to supply.
let openPack = """
  pack: open
  version: 1.0.0
  parameters:
    minimum: { type: percent, default: 25% }
    floor: { type: decimal }
  commitments:
    - { id: OPN-1, title: A, check: share, of: spend, where: "true", target: ">= params.minimum" }
    - { id: OPN-2, title: B, check: share, of: spend, where: "true", target: required }
  """

@Suite struct ParametersTests {
  private func applied(_ text: String) throws -> (pack: Pack, messages: String) {
    var packs = [try pack(openPack)]
    let source = SourceText(name: "parameters.yaml", text: text)
    let found = ParametersLoader().apply(source, to: &packs)
    return (packs[0], messages(found))
  }

  @Test func suppliesWhatIsOpen() throws {
    let (pack, messages) = try applied(
      """
      parameters: open
      set: { floor: "1,250.50" }
      targets: { OPN-2: ">= 30%" }
      """)
    #expect(messages.isEmpty)
    #expect(pack.parameters.last?.value == .decimal(Decimal(coefficient: 125_050, scale: 2)))
    #expect(!pack.commitments[1].isTemplate)
    #expect(pack.commitments[1].schedule.map(\.target.text) == [">= 30%"])
  }

  @Test func changesWithAReason() throws {
    let (pack, messages) = try applied(
      """
      parameters: open
      loosens: the board agreed on a slower start
      set: { minimum: 10% }
      targets: { OPN-1: ">= 1%" }
      """)
    #expect(messages.isEmpty)
    #expect(pack.parameters.first?.value == .decimal(Decimal(coefficient: 10, scale: 2)))
    #expect(pack.commitments[0].schedule.map(\.target.text) == [">= 1%"])
  }

  @Test func leavesOtherPacksAlone() throws {
    var packs = [try pack(openPack), try pack(openPack.replacing("pack: open", with: "pack: b"))]
    let source = SourceText(name: "p.yaml", text: "parameters: b\nset: { floor: 3 }\n")
    #expect(ParametersLoader().apply(source, to: &packs).isEmpty)
    #expect(packs[0].parameters.last?.value == nil)
    #expect(packs[1].parameters.last?.value == .decimal(Decimal(3)))
  }

  @Test func aTemplateHasNoTargetOfItsOwn() throws {
    let pack = try pack(openPack)
    #expect(pack.commitments.map(\.isTemplate) == [false, true])
    #expect(pack.commitments[1].schedule.isEmpty)
  }
}
