"""Prints what no output of sample-data/ may hold, in base 64, one byte string per line: people.py ROOT LEAST

Every name, number, address and hospital of the generator's invented people, in the encodings that DICOM files use; none
of fewer than LEAST characters, since two kanji may be a word of ours.
"""

import base64
import dataclasses
import re
import sys

sys.path.insert(0, sys.argv[1] + "/Tools/sample-data")
import people  # noqa: E402

ENCODINGS = ("utf-8", "latin-1", "shift_jis", "euc_jp", "iso2022_jp", "utf-16-le")
# What an output keeps by the profile, or what is too short to search for in bytes.
KEPT = {"key", "charset", "sex", "size", "weight", "country", "folder"}
FEWEST_BYTES = 6
FEWEST_LETTERS = 4


def strings(record):
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if dataclasses.is_dataclass(value):
            yield from strings(value)
        elif field.name == "folder" or field.name not in KEPT:
            for text in [value] if isinstance(value, str) else value or []:
                yield text
                if "^" in text or "=" in text:
                    yield from re.split(r"[\^=]", text)


found = set()
for value in vars(people).values():
    records = value if isinstance(value, (list, tuple)) else list(value.values()) if isinstance(value, dict) else [value]
    for record in records:
        if dataclasses.is_dataclass(record) and not isinstance(record, type):
            for text in strings(record):
                for encoding in ENCODINGS:
                    try:
                        raw = text.encode(encoding)
                    except UnicodeEncodeError:
                        continue
                    # Escape sequences at both ends belong to the place, not to the text.
                    if encoding == "iso2022_jp":
                        raw = raw.removeprefix(b"\x1b$B").removesuffix(b"\x1b(B")
                    if len(text) >= int(sys.argv[2]) and (len(text) >= FEWEST_LETTERS or len(raw) >= FEWEST_BYTES):
                        found.add(raw)
for raw in sorted(found):
    print(base64.b64encode(raw).decode())
