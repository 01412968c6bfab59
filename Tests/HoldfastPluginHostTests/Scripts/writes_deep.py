"""Fills its own folder with folders deeper than any path is long, and one that may not be entered."""
import os
os.chdir(os.environ["HOLDFAST_TMP"])
os.mkdir("shut")
open("shut/file", "w").close()
os.chmod("shut", 0)
for _ in range(1000):
    os.mkdir("d" * 200)
    os.chdir("d" * 200)
    open("file", "w").close()
