"""Examples that were published with their results."""
def problems(binary, folder): return []
def count(): return 0
def command(binary): return []
