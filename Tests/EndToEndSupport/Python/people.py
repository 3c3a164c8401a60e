"""Prints what no output of sample-data/ may hold, in base 64, one byte string per line: people.py ROOT

Every name, number, address and hospital of the generator's invented people, in the encodings that DICOM files use.
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
SHORTEST = 4


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
                    if len(text) >= SHORTEST or len(raw) >= 6:
                        found.add(raw)
for raw in sorted(found):
    print(base64.b64encode(raw).decode())
