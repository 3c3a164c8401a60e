"""Studies, series and the modules every object shares: patient, study, series, equipment, SOP common."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.sequence import Sequence
from pydicom.uid import UID, DeflatedExplicitVRLittleEndian, ExplicitVRLittleEndian, RLELossless

from people import Patient

# Any fixed value serves; changing it changes every UID.
UID_NAMESPACE = uuid.UUID("6f1c1d8e-7a55-4b0e-9c43-1f7a2d0c5b11")
IMPLEMENTATION_VERSION = "TOKUMEI_SAMPLES"
RLE_TRANSFER_SYNTAX = RLELossless
DEFLATED = DeflatedExplicitVRLittleEndian


def uid(*label: object) -> UID:
    """A UID under 2.25 (PS3.5 §B.2) which depends on nothing but its label."""
    return UID(f"2.25.{uuid.uuid5(UID_NAMESPACE, '/'.join(map(str, label))).int}")


def item(**attributes) -> Dataset:
    data_set = Dataset()
    for keyword, value in attributes.items():
        setattr(data_set, keyword, value)
    return data_set


def sequence(*items: Dataset) -> Sequence:
    return Sequence(items)


def code(value: str, scheme: str, meaning: str) -> Dataset:
    return item(CodeValue=value, CodingSchemeDesignator=scheme, CodeMeaning=meaning)


@dataclass(frozen=True)
class Equipment:
    manufacturer: str
    model: str
    serial: str
    station: str
    software: str


@dataclass(frozen=True)
class Study:
    patient: Patient
    key: str
    date: str
    time: str
    accession: str
    description: str
    reason: str

    @property
    def uid(self) -> UID:
        return uid(self.patient.key, self.key)

    @property
    def frame_of_reference(self) -> UID:
        return uid(self.patient.key, self.key, "frame of reference")


@dataclass(frozen=True)
class Series:
    study: Study
    key: str
    modality: str
    number: int
    description: str
    equipment: Equipment
    folder: str
    body_part: str = ""
    protocol: str = ""
    patient_position: str | None = None
    minutes: int = 0

    @property
    def uid(self) -> UID:
        return uid(self.study.patient.key, self.study.key, self.key)

    @property
    def time(self) -> str:
        """Start of the series: the study's time and some minutes."""
        total = int(self.study.time[:2]) * 60 + int(self.study.time[2:4]) + self.minutes
        return f"{total // 60:02d}{total % 60:02d}{self.study.time[4:6]}"

    def instance_uid(self, number: int = 1) -> UID:
        return uid(self.study.patient.key, self.study.key, self.key, number)


@dataclass
class SampleObject:
    """A data set, its place below the sample folder and the transfer syntax it is written in."""

    data_set: Dataset
    path: Path
    transfer_syntax: UID

    def write(self, root: Path) -> Path:
        meta = FileMetaDataset()
        meta.MediaStorageSOPClassUID = self.data_set.SOPClassUID
        meta.MediaStorageSOPInstanceUID = self.data_set.SOPInstanceUID
        # RLE is encoded below, from explicit little endian.
        encode = self.transfer_syntax == RLE_TRANSFER_SYNTAX
        meta.TransferSyntaxUID = ExplicitVRLittleEndian if encode else self.transfer_syntax
        meta.ImplementationClassUID = uid("implementation class")
        meta.ImplementationVersionName = IMPLEMENTATION_VERSION
        meta.SourceApplicationEntityTitle = self.data_set.get("StationName", "SAMPLE")[:16]
        target = root / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        whole = FileDataset(str(target), self.data_set, preamble=b"\0" * 128, file_meta=meta)
        if encode:
            whole.compress(RLE_TRANSFER_SYNTAX, encoding_plugin="pydicom", generate_instance_uid=False)
        whole.save_as(target, enforce_file_format=True)
        return target


def finish(
    data_set: Dataset, series: Series, transfer_syntax: UID = ExplicitVRLittleEndian
) -> SampleObject:
    """Names the file as the exporting archive does, IM0001 upwards within the folder."""
    patient = series.study.patient
    name = f"IM{int(data_set.InstanceNumber):04d}"
    path = Path(patient.hospital.folder) / patient.folder / series.folder / name
    return SampleObject(data_set, path, transfer_syntax)
