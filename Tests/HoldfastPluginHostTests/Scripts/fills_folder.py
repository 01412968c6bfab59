import os, sys
folder = os.environ["HOLDFAST_TMP"]
sys.stdin.readline()
word = open("how").read().strip()
if word == "many":
    for number in range(200):
        open(os.path.join(folder, str(number)), "w").close()
elif word == "large":
    for number in range(3):
        with open(os.path.join(folder, str(number)), "wb") as file:
            file.write(b"1" * (1 << 20))
elif word == "deep":
    os.chdir(folder)
    for number in range(60):
        os.mkdir("d" * 200)
        os.chdir("d" * 200)
elif word == "little":
    open(os.path.join(folder, "one"), "w").close()
sys.stdin.readline()
