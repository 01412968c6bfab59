import HoldfastPluginHost

// What `holdfast __exec-plugin` is, alone: so that plugins can be tested without building holdfast.
PluginLauncher.enter(Array(CommandLine.arguments.dropFirst()))
