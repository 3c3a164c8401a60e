"""Searches files for byte strings that should be nowhere: search.py FOLDER < NEEDLES

NEEDLES are lines of base 64. Prints a line per hit, in a file's path below the folder or in its bytes.
"""

import base64
import pathlib
import sys

needles = [base64.b64decode(line) for line in sys.stdin.read().split()]
folder = pathlib.Path(sys.argv[1])
for path in sorted(folder.rglob("*")):
    name = str(path.relative_to(folder)).encode("utf-8", "surrogateescape")
    contents = path.read_bytes() if path.is_file() else b""
    for needle in needles:
        for place, hay in (("name", name), ("bytes", contents)):
            if needle in hay:
                print(f"{base64.b64encode(needle).decode()} in the {place} of {path}")
