"""Writes broken copies of DICOM files: mutate.py FOLDER OUT COUNT SEED"""

import pathlib
import random
import sys

LARGEST = 300_000
LIES = (0, 1, 2, 3, 0x7F, 0xFF, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)


def flip_bits(data, rng):
    for _ in range(rng.choice((1, 2, 8, 64))):
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)


def cut(data, rng):
    del data[rng.randrange(1, len(data)):]


def lie(data, rng):
    """Writes a length of 2 or 4 bytes where one may stand: after something that looks like a VR, or anywhere."""
    for _ in range(rng.choice((1, 1, 4))):
        at = rng.randrange(132 if len(data) > 200 else 0, len(data))
        for place in range(at, min(at + 400, len(data) - 8)):
            if 0x41 <= data[place] <= 0x5A and 0x41 <= data[place + 1] <= 0x5A:
                at = place + 2
                break
        size = rng.choice((2, 4))
        value = rng.choice(LIES) & (1 << 8 * size) - 1
        data[at:at + size] = value.to_bytes(size, "little")


def splice(data, rng):
    start = rng.randrange(len(data))
    piece = bytes(data[start:start + rng.randrange(1, 200)])
    at = rng.randrange(len(data))
    data[at:at] = piece * rng.choice((1, 1, 2, 50))


def blank(data, rng):
    start = rng.randrange(len(data))
    end = min(len(data), start + rng.randrange(1, 500))
    data[start:end] = bytes([rng.choice((0, 0xFF, 0x20))]) * (end - start)


folder, out, count, seed = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
rng = random.Random(seed)
sources = [path for path in sorted(folder.rglob("*")) if path.is_file() and 0 < path.stat().st_size < LARGEST]
out.mkdir(parents=True, exist_ok=True)
for number in range(count):
    source = rng.choice(sources)
    data = bytearray(source.read_bytes())
    names = []
    for _ in range(rng.choice((1, 1, 2, 3))):
        change = rng.choice((flip_bits, flip_bits, cut, lie, lie, lie, splice, blank))
        # Most of what can go wrong is in front of the pixels.
        if len(data) > 4 and rng.random() < 0.7 and change is not cut:
            head = data[:4096]
            change(head, rng)
            data[:4096] = head
        elif len(data) > 4:
            change(data, rng)
        names.append(change.__name__)
    (out / f"{number:05d}-{'-'.join(names)}-{source.name[:60]}").write_bytes(data)
