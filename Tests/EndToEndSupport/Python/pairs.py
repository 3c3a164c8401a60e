"""Prints which output came from which input: pairs.py UID_MAP DATASET JOURNAL INPUT...

One line per input that has an output: input, tab, output. The pairing goes through the map of replaced UIDs. Where an
input has no SOP Instance UID, the journal says which output is its own; where both know, they have to agree.
"""

import csv
import pathlib
import sqlite3
import sys

import pydicom


def instance(path):
    try:
        dataset = pydicom.dcmread(path, specific_tags=["SOPInstanceUID"], stop_before_pixels=True, force=True)
        return str(dataset.get("SOPInstanceUID", "") or "").strip()
    except Exception:
        return ""


def main(uid_map, data_set, journal, *inputs):
    with open(uid_map, newline="") as lines:
        new = {row["id_old"]: row["id_new"] for row in csv.DictReader(lines)}
    outputs = {path.stem: str(path.resolve()) for path in pathlib.Path(data_set, "images").rglob("*.dcm")}
    with sqlite3.connect(f"file:{journal}?mode=ro", uri=True) as database:
        noted = dict(database.execute("SELECT path, output FROM file WHERE state = 3"))
    files = []
    for given in map(pathlib.Path, inputs):
        files += [given] if given.is_file() else [path for path in given.rglob("*") if path.is_file()]
    for path in sorted(str(path.resolve()) for path in files):
        if path not in noted:
            continue
        output = str(pathlib.Path(data_set, noted[path]).resolve())
        old = instance(path)
        if old in new and outputs.get(new[old]) != output:
            sys.exit("the map of UIDs and the journal disagree")
        print(f"{path}\t{output}")


main(*sys.argv[1:])
