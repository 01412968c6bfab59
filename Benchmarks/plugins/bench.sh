#!/usr/bin/env bash
# What plugins cost: the host of Holdfast with two checkers of five columns in Python, one that
# only counts and one that compares each row with the one before, and the start of the plugin in
# Swift, which Scripts/make-plugins builds.
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
import pathlib
import shutil
import sys

root, folder = (pathlib.Path(word) for word in sys.argv[1:])
sys.path.insert(0, str(root / "Tests/plugins"))
import bench

counter = bench.COUNTER.replace("    def finish", '''    def state(self) -> object:
        return self.filled

    def merge(self, states: list) -> None:
        self.filled = sum(states)

    def finish''')
# The same, with something to work out for each row: how alike its name is to the one before.
worker = counter.replace(
    "        self.filled += batch.rows - batch[\"note\"].count(None)\n", '''\
        for name, amount, note in zip(batch["id"], batch["amount"], batch["note"]):
            pairs = {(name + amount)[place:place + 2] for place in range(len(name + amount) - 1)}
            self.alike = max(self.alike, len(pairs & self.pairs))
            self.pairs = pairs
            if note is not None:
                self.filled += 1
''').replace(
    "        self.filled = 0\n", "        self.filled, self.alike, self.pairs = 0, 0, set()\n")
for name, text in (("counter", counter), ("worker", worker)):
    (folder / name).mkdir()
    (folder / name / "plugin.py").write_text(text)
    shutil.copy(root / "Plugins/python/holdfast_plugin.py", folder / name)
PYTHON
for name in counter worker; do
  echo "Python, a $name of five columns"
  "$bench" bench "$folder/$name" "${1:-15}" python3 -BES plugin.py
done
parity=$root/.build/plugins/representation-parity
if [ -d "$parity" ]; then
  echo "Swift, representation-parity"
  "$bench" representation-parity "$parity" "${1:-15}" ./representation-parity
fi
