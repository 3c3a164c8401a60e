"""Prints the inputs that pydicom reads and whose outputs it does not: unreadable.py DATASET JOURNAL"""

import pathlib
import sqlite3
import sys

import pydicom


def is_readable(path):
    try:
        pydicom.dcmread(path, force=True)
        return True
    except Exception:
        return False


with sqlite3.connect(f"file:{sys.argv[2]}?mode=ro", uri=True) as database:
    for source, output in database.execute("SELECT path, output FROM file WHERE state = 3"):
        if not is_readable(pathlib.Path(sys.argv[1], output)) and is_readable(source):
            print(source)
