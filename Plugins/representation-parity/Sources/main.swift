import HoldfastPluginKit

Plugin("representation-parity", [SmallestRatio.self]).run()
