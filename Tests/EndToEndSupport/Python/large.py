"""Makes an image larger than a signed 32-bit number of bytes, mostly a hole in the file: large.py SMALL OUT

SMALL is a small image in explicit VR little endian whose pixel data is the last element.
"""

import struct
import sys

frames = 4200
length = 512 * 512 * 2 * frames
small = open(sys.argv[1], "rb").read()
end = small.rindex(struct.pack("<HH", 0x7FE0, 0x0010))
with open(sys.argv[2], "wb") as out:
    out.write(small[:end] + struct.pack("<HH2sHI", 0x7FE0, 0x0010, b"OW", 0, length))
    start = out.tell()
    out.truncate(start + length)
    # Something to recognise at both ends.
    out.write(b"first")
    out.seek(start + length - 4)
    out.write(b"last")
print(length)
