"""Prints the references of released files that do not hold any more: references.py UID_MAP IMAGES INPUT

For each UID of an input that stands in an output's place, the output has to hold what the map gives for it; and where a
reference of the input led to another input that was released, the new one has to lead to that file.
"""

import csv
import pathlib
import sys

import pydicom

NAMES = ("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID", "ReferencedSOPInstanceUID", "FrameOfReferenceUID",
         "ReferencedFrameOfReferenceUID")


def uids(dataset):
    for element in dataset:
        if element.VR == "SQ":
            for item in element.value:
                yield from uids(item)
        elif element.keyword in NAMES and element.value:
            yield element.keyword, str(element.value)


with open(sys.argv[1], newline="") as lines:
    new = {row["id_old"]: row["id_new"] for row in csv.DictReader(lines)}
outputs = {}
for path in pathlib.Path(sys.argv[2]).rglob("*.dcm"):
    dataset = pydicom.dcmread(path)
    outputs[str(dataset.SOPInstanceUID)] = sorted(set(uids(dataset)))
# The image that the PR refers to is withheld.
modalities, followed = set(), 0
for path in sorted(pathlib.Path(sys.argv[3]).rglob("*")):
    if not path.is_file() or not pydicom.misc.is_dicom(path):
        continue
    dataset = pydicom.dcmread(path)
    output = outputs.get(new.get(str(dataset.SOPInstanceUID)))
    if output is None:
        continue
    for keyword, old in uids(dataset):
        if (keyword, new.get(old)) not in output:
            print(f"{path}: {keyword} does not follow")
        elif keyword == "ReferencedSOPInstanceUID" and new[old] in outputs:
            modalities.add(dataset.Modality)
            followed += 1
missing = {"SEG", "RTSTRUCT", "SR", "KO"} - modalities
if missing or followed < 20:
    print(f"no reference of {sorted(missing)} led to a released file; {followed} in all")
