#!/usr/bin/env bash
# What plugins cost: the host of Holdfast with a counter of five columns in Python, and the start of
# the plugin in Swift, which Scripts/make-plugins builds.
#
#   Benchmarks/plugins/bench.sh [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")"
root=$(realpath ../..)
swift build -c release --product bench-plugins
bench=.build/release/bench-plugins
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 - "$root" "$folder" <<'PYTHON'
import sys
sys.path.insert(0, sys.argv[1] + "/Tests/plugins")
import bench
import shutil
text = bench.COUNTER.replace("    def finish", '''    def state(self) -> object:
        return self.filled

    def merge(self, states: list) -> None:
        self.filled = sum(states)

    def finish''')
open(sys.argv[2] + "/plugin.py", "w").write(text)
shutil.copy(sys.argv[1] + "/Plugins/python/holdfast_plugin.py", sys.argv[2])
PYTHON
echo "Python, a counter of five columns"
"$bench" bench "$folder" "${1:-15}" python3 -BES plugin.py
parity=$root/.build/plugins/representation-parity
if [ -d "$parity" ]; then
  echo "Swift, representation-parity"
  "$bench" representation-parity "$parity" "${1:-15}" ./representation-parity
fi
