package import HoldfastModel

/// Groups that one commitment hides so that a smaller one cannot be worked out, and that another, of
/// nearly the same persons, must not show then: the total of the one less the groups of the other
/// would tell.
package struct HiddenGroups {
  private struct Entry {
    let name: String
    /// The dataset and the column that its groups are by.
    let column: [String]
    let groups: [TextKey]
    let sizes: [Int]
    /// Those that it hides since others hide them.
    var besides: Set<Int> = []
    /// Those that keep what it hides from being worked out.
    var guarding: Set<Int> = []

    /// Takes the groups that guard what is hidden now. Small groups that do not keep themselves hidden
    /// are guarded by all that is hidden with them; where they do, or there are none, only what is
    /// hidden beside `besides` guards anything.
    mutating func guardHidden() {
      let choice = Suppression(sizes: sizes, besides: besides)
      guarding = choice.hidden.subtracting(choice.small)
      if choice.small.isEmpty || choice.isGuarded(choice.small) { guarding.subtract(besides) }
    }
  }

  private var entries: [Entry] = []

  /// Of no commitment yet.
  package init() {}

  /// Adds a commitment, with how many persons each of its groups has.
  package mutating func add(
    _ name: String, by column: [String], _ groups: [(group: TextKey, size: Int)]
  ) {
    entries.append(
      Entry(name: name, column: column, groups: groups.map(\.group), sizes: groups.map(\.size)))
  }

  /// The groups that a commitment hides for the sake of others.
  package func groups(of name: String) -> Set<TextKey> {
    guard let entry = entries.first(where: { $0.name == name }) else { return [] }
    return Set(entry.besides.map { entry.groups[$0] })
  }

  /// Lets what is hidden in one be hidden in others, and with it what they hide for its sake, until
  /// nothing is added.
  package mutating func settle() {
    var isOpen = true
    while isOpen {
      isOpen = false
      for index in entries.indices { entries[index].guardHidden() }
      for places in Self.places(of: entries).values where spread(over: places) { isOpen = true }
    }
  }

  /// Where each group of each column stands: the entry, and the place among its groups.
  private static func places(of entries: [Entry]) -> [Group: [(entry: Int, place: Int)]] {
    var result: [Group: [(entry: Int, place: Int)]] = [:]
    for (index, entry) in entries.enumerated() {
      for (place, group) in entry.groups.enumerated() where entry.sizes[place] > 0 {
        result[Group(column: entry.column, name: group), default: []].append((index, place))
      }
    }
    return result
  }

  private struct Group: Hashable {
    let column: [String]
    let name: TextKey
  }

  /// Whether a group is hidden in more commitments than before: where it has nearly as many persons.
  private mutating func spread(over places: [(entry: Int, place: Int)]) -> Bool {
    let sizes = places.filter { entries[$0.entry].guarding.contains($0.place) }
      .map { entries[$0.entry].sizes[$0.place] }
    var isMore = false
    for (index, place) in places where !entries[index].guarding.contains(place) {
      let size = entries[index].sizes[place]
      guard sizes.contains(where: { ($0 - size).magnitude < Suppression.minimum }) else { continue }
      if entries[index].besides.insert(place).inserted { isMore = true }
    }
    return isMore
  }
}
