"""Prints which files below a folder pydicom reads as DICOM files: readable.py FOLDER"""

import pathlib
import sys

import pydicom

for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if not path.is_file():
        continue
    try:
        pydicom.dcmread(path).walk(lambda _, element: element.value)
        print(path)
    except Exception:
        pass
