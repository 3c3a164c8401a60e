"""Writes small CT images as asked for: build.py < JSON

JSON is a list of {"path", "set": {keyword: value}, "remove": [keyword], "syntax": UID}; a list of objects is a sequence.
All else is the same in every file, but for UIDs made from the path.
"""

import hashlib
import json
import os
import sys

import pydicom
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import ExplicitVRLittleEndian

CT = "1.2.840.10008.5.1.4.1.1.2"


def uid(text):
    return "2.25." + str(int(hashlib.sha256(text.encode()).hexdigest()[:30], 16))


def template(name):
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = CT, uid(name)
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = uid("study"), uid("series")
    dataset.FrameOfReferenceUID = uid("frame of reference")
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.StudyDate = dataset.SeriesDate = dataset.AcquisitionDate = dataset.ContentDate = "20240115"
    dataset.StudyTime = dataset.ContentTime = "101500"
    dataset.AccessionNumber, dataset.StudyID = "A77001", "1"
    dataset.Modality, dataset.Manufacturer = "CT", "Invented"
    dataset.PatientName, dataset.PatientID = "Invented^Person", "P1"
    dataset.PatientBirthDate, dataset.PatientSex = "19600102", "F"
    dataset.BodyPartExamined = "CHEST"
    dataset.SeriesNumber, dataset.InstanceNumber, dataset.AcquisitionNumber = 1, 1, 1
    dataset.ImagePositionPatient, dataset.ImageOrientationPatient = [0, 0, 0], [1, 0, 0, 0, 1, 0]
    dataset.PixelSpacing, dataset.SliceThickness, dataset.KVP = [1, 1], 1, 120
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows = dataset.Columns = 8
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit, dataset.PixelRepresentation = 16, 12, 11, 0
    dataset.RescaleIntercept, dataset.RescaleSlope = -1024, 1
    dataset.PixelData = bytes(range(128))
    return dataset


def put(dataset, values):
    for keyword, value in values.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            items = []
            for fields in value:
                item = Dataset()
                put(item, fields)
                items.append(item)
            value = items
        setattr(dataset, keyword, value)


for order in json.load(sys.stdin):
    dataset = template(os.path.basename(order["path"]))
    put(dataset, order.get("set", {}))
    for keyword in order.get("remove", []):
        delattr(dataset, keyword)
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = order.get("syntax", ExplicitVRLittleEndian)
    dataset.file_meta.MediaStorageSOPClassUID = dataset.get("SOPClassUID", CT)
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID") or uid("none")
    os.makedirs(os.path.dirname(order["path"]), exist_ok=True)
    pydicom.dcmwrite(order["path"], dataset, enforce_file_format=True)
