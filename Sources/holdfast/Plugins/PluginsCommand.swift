import ArgumentParser

/// `holdfast plugins`
struct PluginsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plugins",
    abstract: "Look at checkers outside the program, test them, and pin their files.",
    discussion: """
      A plugin is a folder with plugin.yaml. It is looked for in the folders that are named, and
      nowhere else; it runs only while its files are those that were pinned, and confined.

      Examples:
        holdfast plugins new wages --language python
        holdfast plugins list Plugins
        holdfast plugins describe Plugins/duplicate-suppliers
        holdfast plugins test Plugins/duplicate-suppliers
        holdfast plugins pin Plugins/duplicate-suppliers
      """,
    subcommands: [
      NewPlugin.self, ListPlugins.self, DescribePlugins.self, TestPlugins.self, PinPlugin.self,
    ])
}

/// The folders that a command looks for plugins in.
struct PluginOptions: ParsableArguments {
  @Argument(help: "Folders with plugin.yaml, or that hold such folders.")
  var folders: [String]
}
