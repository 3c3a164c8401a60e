"""Writes the sample objects and their README into a folder (default: `sample-data` of this checkout)."""

import argparse
import shutil
import sys
import warnings
from collections import defaultdict
from pathlib import Path

from exams import Exam, all_exams
from objects import SampleObject
from people import PATIENTS

README_HEAD = """\
# Sample data

{count} synthetic DICOM objects, laid out as hospitals export them to a CD, **before** de-identification:
names stand in attributes, sequences, private blocks, pixels, reports, folder names.

**Every person, hospital, address and number here is invented**, and every image is drawn by a program;
nothing is derived from a real examination. UIDs are below 2.25. Makers' names appear because private
attributes are known by them.

Licence: [CC0 1.0](https://creativecommons.org/publicdomain/zero/1.0/). Written by
`Tools/sample-data/generate.py`; do not edit by hand.

## Patients

| folder | patient name | character set |
|---|---|---|
"""

README_OBJECTS = """
## Objects

| folder | files | object | transfer syntax | what to look at |
|---|---|---|---|---|
"""


def character_set(patient) -> str:
    return patient.charset if isinstance(patient.charset, str) else "\\".join(patient.charset)


def readme(made: list[tuple[Exam, list[SampleObject]]]) -> str:
    text = README_HEAD.format(count=sum(len(objects) for _, objects in made))
    for patient in PATIENTS:
        folder = f"{patient.hospital.folder}/{patient.folder}"
        text += f"| `{folder}` | {patient.name} | `{character_set(patient)}` |\n"
    text += README_OBJECTS
    for exam, objects in made:
        folder = objects[0].path.parent.as_posix()
        kind = objects[0].data_set.SOPClassUID.name.removesuffix(" Storage")
        syntaxes = ", ".join(dict.fromkeys(one.transfer_syntax.name for one in objects))
        text += f"| `{folder}` | {len(objects)} | {kind} | {syntaxes} | {exam.about} |\n"
    return text


def main() -> int:
    checkout = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=checkout / "sample-data")
    out = parser.parse_args().out
    for patient in PATIENTS:  # only folders of ours, so that a wrong --out loses nothing else
        shutil.rmtree(out / patient.hospital.folder / patient.folder, ignore_errors=True)
    warnings.simplefilter("error")  # pydicom only warns of values that break their VR
    made = [(exam, exam.make(exam.series)) for exam in all_exams()]
    sizes: dict[str, int] = defaultdict(int)
    for exam, objects in made:
        for one in objects:
            sizes[exam.series.study.patient.folder] += one.write(out).stat().st_size
    (out / "README.md").write_text(readme(made), "utf-8")
    for folder, size in sizes.items():
        print(f"{folder}: {size / 1e6:.2f} MB")
    print(f"{sum(len(objects) for _, objects in made)} objects, {sum(sizes.values()) / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
