import HoldfastModel
import Tabular

/// Names of datasets: by what they hold, else by what their files are called.
enum DatasetNames {
  static func named(_ groups: [TableGroup]) -> [DraftDataset] {
    let wanted = groups.map(name)
    var names = NameBook()
    return groups.indices.map { index in
      var name = wanted[index]
      if wanted.count(where: { $0 == name }) > 1 {
        name = ownWords(of: groups[index]).name(orElse: name)
      }
      return DraftDataset(name: names.take(name), groups[index])
    }
  }

  private static func name(of group: TableGroup) -> String {
    let roles = Set(group.columns.compactMap(\.role))
    let stem = stem(of: group)
    if roles.contains(.money), roles.contains(.supplier), stem.words.count <= 1 {
      return roles.contains(.start) && roles.contains(.end) ? "contracts" : "spend"
    }
    return ownWords(of: group).name(orElse: "table")
  }

  /// The words of its files' names, else of its folder's.
  private static func ownWords(of group: TableGroup) -> HeaderWords {
    let stem = stem(of: group)
    guard stem.words.isEmpty else { return stem }
    let name = group.files.first.map { FileName($0.path) }
    return HeaderWords((name?.folderWords ?? []).joined(separator: " "))
  }

  private static func stem(of group: TableGroup) -> HeaderWords {
    let stems = Set(group.files.map { FileName($0.path).stem })
    return HeaderWords(stems.count == 1 ? stems.flatMap(\.self).joined(separator: " ") : "")
  }
}
