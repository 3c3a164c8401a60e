"""Writes an image with a sentinel in every attribute of the dictionary, and broken variants: sentinel.py FOLDER"""

import os
import pathlib
import struct
import sys

import pydicom
from pydicom.datadict import DicomDictionary
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.sequence import Sequence

pydicom.config.settings.writing_validation_mode = pydicom.config.IGNORE
TEXT, DIGITS, DATE, TIME = "ZQSENTINELQZ", "86753091", "19431207", "112233.8675"
VALUES = {
    "PN": f"{TEXT}^{TEXT}", "AE": TEXT, "CS": TEXT, "LO": TEXT, "LT": TEXT, "SH": TEXT, "ST": TEXT, "UC": TEXT,
    "UT": TEXT, "UR": f"http://{TEXT}", "AS": "091Y", "DA": DATE, "DT": DATE + TIME, "TM": TIME, "DS": DIGITS,
    "IS": DIGITS, "UI": f"1.2.999.{DIGITS}", "OB": TEXT.encode(), "UN": TEXT.encode(),
}
CT = "1.2.840.10008.5.1.4.1.1.2"
# What makes it an image at all.
FIXED = {
    "SOPClassUID": CT, "SOPInstanceUID": f"1.2.999.{DIGITS}.1", "Modality": "CT", "Rows": 4, "Columns": 4,
    "BitsAllocated": 16, "BitsStored": 16, "HighBit": 15, "PixelRepresentation": 0, "SamplesPerPixel": 1,
    "PhotometricInterpretation": "MONOCHROME2", "NumberOfFrames": "1", "PixelData": bytes(32),
    "SpecificCharacterSet": "ISO_IR 100",
}


def image(nested=True):
    dataset = Dataset()
    for tag, (vr, _, _, _, keyword) in DicomDictionary.items():
        if keyword and tag >> 16 > 7 and keyword not in FIXED and vr in VALUES and (nested or vr == "PN"):
            dataset.add_new(tag, vr, VALUES[vr])
        elif vr == "SQ" and nested and keyword and tag >> 16 > 7:
            item = Dataset()
            item.PatientName, item.TextValue, item.ReferencedSOPInstanceUID = TEXT, TEXT, VALUES["UI"]
            dataset.add_new(tag, vr, Sequence([item]))
    for keyword, value in FIXED.items():
        setattr(dataset, keyword, value)
    block = dataset.private_block(0x0029, TEXT, create=True)
    block.add_new(1, "LO", TEXT)
    block.add_new(2, "UN", TEXT.encode())
    return dataset


def save(name, dataset, syntax="1.2.840.10008.1.2.1"):
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.MediaStorageSOPClassUID = dataset.get("SOPClassUID", CT)
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.file_meta.SourceApplicationEntityTitle = TEXT
    dataset.preamble = TEXT.encode().ljust(128, b"\0")
    pydicom.dcmwrite(folder / name, dataset, enforce_file_format=True)
    return (folder / name).read_bytes()


folder = pathlib.Path(sys.argv[1])
os.makedirs(folder, exist_ok=True)
whole = save("whole", image())
assert all(text.encode() in whole for text in (TEXT, DIGITS, DATE, TIME))
save("implicit", image(), "1.2.840.10008.1.2")
save("big-endian", image(), "1.2.840.10008.1.2.2")
save("deflated", image(), "1.2.840.10008.1.2.1.99")
for place in (5, 3, 2):
    (folder / f"cut-{place}").write_bytes(whole[: len(whole) - len(whole) // place])
(folder / "no-preamble").write_bytes(whole[132:])
(folder / "text").write_text(f"{TEXT} {DIGITS} {DATE} {TIME}")
name = b"\x10\x00\x10\x00PN"
at = whole.index(name)
(folder / "wrong-vr").write_bytes(whole[: at + 4] + b"ZQ" + whole[at + 6:])
(folder / "long-length").write_bytes(whole[: at + 6] + struct.pack("<H", 0xFFFE) + whole[at + 8:])
(folder / "zero-length").write_bytes(whole[: at + 6] + struct.pack("<H", 0) + whole[at + 8:])
syntax = b"1.2.840.10008.1.2.1\0"
(folder / "unknown-syntax").write_bytes(whole.replace(syntax, f"1.2.999.{DIGITS}\0\0\0\0".encode(), 1))
(folder / "deep").write_bytes(whole + (b"\xfa\xff\xfa\xffSQ\0\0\xff\xff\xff\xff" b"\xfe\xff\x00\xe0\xff\xff\xff\xff") * 100)
for name, keyword in (("no-class", "SOPClassUID"), ("no-study", "StudyInstanceUID")):
    dataset = image()
    delattr(dataset, keyword)
    save(name, dataset)
other = image()
other.SOPClassUID = f"1.2.999.{DIGITS}"
other.SpecificCharacterSet = TEXT
save("unknown-class", other)
twin = image(nested=False)
twin.SOPInstanceUID = FIXED["SOPInstanceUID"]
save("zz-twin", twin)
directory = image(nested=False)
directory.SOPClassUID = "1.2.840.10008.1.3.10"
save("directory", directory)
