"""Leaves a grandchild in a session of its own, and ends."""
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        open("number", "w").write(str(os.getpid()))
        time.sleep(1000)
    os._exit(0)
while not os.path.exists("number") or not open("number").read(): time.sleep(0.01)
