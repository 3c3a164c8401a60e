"""Copies DICOM files with new UIDs, references included: replicate.py FOLDER OUT COPIES

A copy is another examination of the same patients. In the last one a patient has another birth date, so that what was
released before has to come back under other pseudonyms.
"""

import hashlib
import pathlib
import sys

import pydicom

folder, out, copies = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])


def salted(dataset, salt):
    def change(_, element):
        if element.VR == "UI" and element.value:
            values = [element.value] if element.VM == 1 else list(element.value)
            new = [uid(value, salt) if value.startswith("2.25.") else value for value in values]
            element.value = new[0] if element.VM == 1 else new

    dataset.walk(change)


def uid(value, salt):
    return "2.25." + str(int(hashlib.sha256(f"{salt}|{value}".encode()).hexdigest()[:30], 16))


for path in sorted(folder.rglob("*")):
    if not path.is_file() or not pydicom.misc.is_dicom(path):
        continue
    for copy in range(copies):
        dataset = pydicom.dcmread(path)
        salted(dataset, copy)
        salted(dataset.file_meta, copy)
        if copy == copies - 1 and dataset.PatientID == "MM-7781":
            dataset.PatientBirthDate = "19010203"
        target = out / f"copy{copy:03d}" / path.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        dataset.save_as(target, enforce_file_format=True)
