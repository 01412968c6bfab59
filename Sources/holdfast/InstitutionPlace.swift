import Tabular

/// Where an institution's description and files are.
struct InstitutionPlace {
  /// The folder below which its files stand.
  let folder: String
  /// Its description.
  let file: String

  /// The place that is named by a folder of data, a description, or both: without a folder the
  /// files stand beside the description, and a folder in its place holds institution.yaml.
  init(data: String?, file: String?) {
    guard let file else {
      folder = (data ?? ".").withoutSlash
      self.file = "\(folder)/institution.yaml"
      return
    }
    let isFolder = Files.isDirectory(file)
    self.file = isFolder ? "\(file.withoutSlash)/institution.yaml" : file
    if let data {
      folder = data.withoutSlash
    } else if isFolder {
      folder = file.withoutSlash
    } else {
      let parent = file.lastIndex(of: "/").map { String(file[..<$0]) }
      folder = parent.map { $0.isEmpty ? "/" : $0 } ?? "."
    }
  }
}
