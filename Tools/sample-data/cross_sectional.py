"""CT, MR and PET series."""

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import (
    CTImageStorage,
    ImplicitVRLittleEndian,
    MRImageStorage,
    PositronEmissionTomographyImageStorage,
)

import phantoms
import private_blocks
from headers import header
from objects import RLE_TRANSFER_SYNTAX, SampleObject, Series, code, finish, item, sequence

SIZE = 128  # rows and columns
CHEST_SLICES, CHEST_SPACING, CHEST_THICKNESS = 12, 2.8, 20.0  # mm
HEAD_SLICES, HEAD_SPACING, HEAD_THICKNESS = 6, 1.8, 12.0
MR_SLICES = 10
PET_SLICES = 3
NODULE_CENTRE, NODULE_RADIUS = (52.0, 46.0, -90.0), 26.0  # mm from the middle of slice 1; z downwards
RESCALE_INTERCEPT = -1024
AXIAL, SAGITTAL = [1, 0, 0, 0, 1, 0], [0, 1, 0, 0, 0, -1]


def set_plane(data_set: Dataset, series: Series, position, orientation, spacing: float) -> None:
    data_set.FrameOfReferenceUID = series.study.frame_of_reference
    data_set.PositionReferenceIndicator = None
    data_set.ImagePositionPatient = [f"{value:.1f}" for value in position]
    data_set.ImageOrientationPatient = orientation
    data_set.PixelSpacing = [f"{spacing}", f"{spacing}"]


def set_pixels(data_set: Dataset, pixels: np.ndarray, *, signed: bool = False, stored: int = 16) -> None:
    """Monochrome, 16 bits allocated, little endian."""
    data_set.SamplesPerPixel = 1
    data_set.PhotometricInterpretation = "MONOCHROME2"
    data_set.Rows, data_set.Columns = pixels.shape
    data_set.BitsAllocated = 16
    data_set.BitsStored = stored
    data_set.HighBit = stored - 1
    data_set.PixelRepresentation = int(signed)
    kind = "<i2" if signed else "<u2"
    data_set.add_new(0x7FE00010, "OW", np.rint(pixels).astype(kind).tobytes())


def chest_position(number: int) -> tuple[float, float, float]:
    """Upper left voxel of a slice, mm."""
    corner = -CHEST_SPACING * (SIZE - 1) / 2
    return corner, corner, -CHEST_THICKNESS * (number - 1)


def nodule_mask(number: int) -> np.ndarray:
    """Pixels of the chest nodule in one slice, as painted, contoured and segmented."""
    x0, y0, z = chest_position(number)
    x = x0 + CHEST_SPACING * np.arange(SIZE)
    y = y0 + CHEST_SPACING * np.arange(SIZE)[:, None]
    cx, cy, cz = NODULE_CENTRE
    return (x - cx) ** 2 + (y - cy) ** 2 + (z - cz) ** 2 <= NODULE_RADIUS**2


def _ct(series: Series, number: int, hu: np.ndarray, kernel: str) -> Dataset:
    data_set = header(series, CTImageStorage, number, full=number == 1)
    data_set.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    data_set.AcquisitionNumber = 1
    data_set.AcquisitionDate = data_set.ContentDate = series.study.date
    data_set.AcquisitionTime = data_set.ContentTime = series.time
    data_set.KVP = "120"
    data_set.XRayTubeCurrent = "210"
    data_set.ExposureTime = "500"
    data_set.ConvolutionKernel = kernel
    data_set.GantryDetectorTilt = "0"
    set_pixels(data_set, np.clip(hu - RESCALE_INTERCEPT, 0, 4095), stored=12)
    data_set.RescaleIntercept = RESCALE_INTERCEPT
    data_set.RescaleSlope = 1
    data_set.RescaleType = "HU"
    return data_set


def chest_ct(series: Series) -> list[SampleObject]:
    objects = []
    for number in range(1, CHEST_SLICES + 1):
        hu = phantoms.chest_ct(SIZE, (number - 1) / (CHEST_SLICES - 1), seed=number)
        hu[nodule_mask(number)] = 45
        data_set = _ct(series, number, hu, "STANDARD")
        position = chest_position(number)
        set_plane(data_set, series, position, AXIAL, CHEST_SPACING)
        data_set.SliceLocation = f"{position[2]:.1f}"
        data_set.SliceThickness = CHEST_THICKNESS
        data_set.WindowCenter, data_set.WindowWidth = [40, -600], [400, 1600]
        data_set.ImageComments = f"{series.study.patient.native} {number}/{CHEST_SLICES}"
        private_blocks.add_ge(data_set, series, number)
        if number == 1:
            private_blocks.add_site(data_set, series)
        objects.append(finish(data_set, series))
    return objects


def head_ct(series: Series) -> list[SampleObject]:
    values = {"air": -1000, "skin": 30, "bone": 900, "brain": 38, "white": 28, "fluid": 8}
    objects = []
    for number in range(1, HEAD_SLICES + 1):
        z = (number - 1) / (HEAD_SLICES - 1)
        hu = phantoms.head(SIZE, z, values, sigma=3, seed=40 + number)
        data_set = _ct(series, number, hu, "H30s")
        corner = -HEAD_SPACING * (SIZE - 1) / 2
        position = (corner, corner, HEAD_THICKNESS * (number - 1))
        set_plane(data_set, series, position, AXIAL, HEAD_SPACING)
        data_set.SliceThickness = HEAD_THICKNESS
        data_set.WindowCenter, data_set.WindowWidth = 40, 80
        objects.append(finish(data_set, series, RLE_TRANSFER_SYNTAX))
    return objects


def _mr(series: Series, number: int, pixels: np.ndarray, repetition: str, echo: str) -> Dataset:
    data_set = header(series, MRImageStorage, number, full=number == 1)
    data_set.ImageType = ["ORIGINAL", "PRIMARY", "OTHER"]
    data_set.AcquisitionNumber = 1
    data_set.AcquisitionDate = data_set.ContentDate = series.study.date
    data_set.AcquisitionTime = data_set.ContentTime = series.time
    data_set.ScanningSequence = "SE"
    data_set.SequenceVariant = "SK"
    data_set.ScanOptions = None
    data_set.MRAcquisitionType = "2D"
    data_set.RepetitionTime = repetition
    data_set.EchoTime = echo
    data_set.EchoTrainLength = 5
    data_set.MagneticFieldStrength = "1.5"
    data_set.FlipAngle = "90"
    set_pixels(data_set, np.clip(pixels, 0, 4095), stored=12)
    data_set.WindowCenter, data_set.WindowWidth = 400, 900
    return data_set


def head_mr(series: Series) -> list[SampleObject]:
    values = {"air": 8, "skin": 620, "bone": 90, "brain": 430, "white": 560, "fluid": 120}
    objects = []
    for number in range(1, MR_SLICES + 1):
        z = (number - 1) / (MR_SLICES - 1)
        pixels = phantoms.head(SIZE, z, values, sigma=12, seed=80 + number)
        data_set = _mr(series, number, pixels, "500", "12")
        set_plane(data_set, series, (-114.3, -114.3, 9.0 * number), AXIAL, 1.8)
        data_set.SliceThickness = 6
        data_set.SpacingBetweenSlices = 9
        private_blocks.add_siemens_mr(data_set, series, number)
        objects.append(finish(data_set, series))
    return objects


def spine_mr(series: Series) -> list[SampleObject]:
    objects = []
    for number in range(1, MR_SLICES + 1):
        x = 2 * (number - 1) / (MR_SLICES - 1) - 1
        data_set = _mr(series, number, phantoms.spine_mr(SIZE, x, 120 + number), "3500", "102")
        set_plane(data_set, series, (22 * x, -140.0, 140.0), SAGITTAL, 2.2)
        data_set.SliceThickness = 4
        private_blocks.add_philips_mr(data_set, series, number)
        objects.append(finish(data_set, series, ImplicitVRLittleEndian))
    return objects


def pet(series: Series) -> list[SampleObject]:
    objects = []
    for number in range(1, PET_SLICES + 1):
        pixels = phantoms.chest_ct(SIZE // 2, 0.3 * number, seed=160 + number)
        activity = np.clip(pixels + 1000, 0, 1200) * 6
        data_set = header(series, PositronEmissionTomographyImageStorage, number, full=number == 1)
        data_set.ImageType = ["ORIGINAL", "PRIMARY"]
        data_set.AcquisitionDate = data_set.ContentDate = series.study.date
        data_set.AcquisitionTime = data_set.ContentTime = series.time
        data_set.Units = "BQML"
        data_set.CountsSource = "EMISSION"
        data_set.SeriesType = ["STATIC", "IMAGE"]
        data_set.NumberOfSlices = PET_SLICES
        data_set.CorrectedImage = ["DECY", "ATTN", "SCAT"]
        data_set.DecayCorrection = "START"
        data_set.CollimatorType = "NONE"
        data_set.ActualFrameDuration = "120000"
        data_set.FrameReferenceTime = f"{120000 * number}"
        data_set.DecayFactor = "1.01"
        data_set.ImageIndex = number
        data_set.RadiopharmaceuticalInformationSequence = sequence(_tracer(series))
        data_set.PatientOrientationCodeSequence = sequence(
            item(
                **_fields(code("102538003", "SCT", "recumbent")),
                PatientOrientationModifierCodeSequence=sequence(code("40199007", "SCT", "supine")),
            )
        )
        data_set.PatientGantryRelationshipCodeSequence = sequence(code("102540008", "SCT", "headfirst"))
        set_pixels(data_set, activity, signed=True)
        set_plane(data_set, series, (-176.4, -176.4, -5.0 * number), AXIAL, 5.6)
        data_set.SliceThickness = 5
        data_set.RescaleIntercept = 0
        data_set.RescaleSlope = "0.5"
        objects.append(finish(data_set, series))
    return objects


def _fields(data_set: Dataset) -> dict:
    return {element.keyword: element.value for element in data_set}


def _tracer(series: Series) -> Dataset:
    date, time = series.study.date, series.study.time
    return item(
        RadionuclideCodeSequence=sequence(code("77004003", "SCT", "^18^Fluorine")),
        RadiopharmaceuticalCodeSequence=sequence(code("35321007", "SCT", "Fluorodeoxyglucose F^18^")),
        Radiopharmaceutical="FDG",
        RadiopharmaceuticalStartTime=time,
        RadiopharmaceuticalStartDateTime=date + time,
        RadionuclideTotalDose="250000000",
        RadionuclideHalfLife="6586.2",
        RadionuclidePositronFraction="0.967",
        RadiopharmaceuticalVolume="4",
        RadiopharmaceuticalRoute="IV",
    )
