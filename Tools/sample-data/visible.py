"""Ultrasound, endoscopy, fundus and secondary capture: colour or screen images, most with a banner."""

from io import BytesIO

import numpy as np
from PIL import Image
from pydicom.dataset import Dataset
from pydicom.encaps import encapsulate
from pydicom.uid import (
    ExplicitVRLittleEndian,
    JPEGBaseline8Bit,
    OphthalmicPhotography8BitImageStorage,
    SecondaryCaptureImageStorage,
    UltrasoundImageStorage,
    UltrasoundMultiFrameImageStorage,
    VLEndoscopicImageStorage,
)

import bitmap_text
import phantoms
import private_blocks
from headers import header
from objects import SampleObject, Series, code, finish, item, sequence, uid

US_ROWS, US_COLUMNS = 400, 512
LOOP_ROWS, LOOP_COLUMNS, LOOP_FRAMES, LOOP_FRAME_TIME = 320, 416, 6, 40  # ms
BANNER_ROWS = 40
ES_ROWS, ES_COLUMNS, ES_TEXT_COLUMNS = 384, 560, 176
FUNDUS_SIZE = 320
SC_ROWS, SC_COLUMNS = 360, 480
JPEG_QUALITY, JPEG_SUBSAMPLING_422 = 90, 1
WHITE, YELLOW, GREY = (255, 255, 255), (255, 230, 90), (150, 150, 150)


def set_colour(data_set: Dataset, frames: list[np.ndarray], *, jpeg: bool) -> None:
    """RGB frames, stored as they are or as JPEG baseline in YBR_FULL_422."""
    data_set.SamplesPerPixel = 3
    data_set.PhotometricInterpretation = "YBR_FULL_422" if jpeg else "RGB"
    data_set.PlanarConfiguration = 0
    data_set.Rows, data_set.Columns = frames[0].shape[:2]
    data_set.BitsAllocated = data_set.BitsStored = 8
    data_set.HighBit = 7
    data_set.PixelRepresentation = 0
    data_set.LossyImageCompression = "01" if jpeg else "00"
    if not jpeg:
        data_set.add_new(0x7FE00010, "OB", b"".join(frame.tobytes() for frame in frames))
        return
    streams = [_jpeg(frame) for frame in frames]
    ratio = sum(frame.nbytes for frame in frames) / sum(map(len, streams))
    data_set.LossyImageCompressionRatio = f"{ratio:.1f}"
    data_set.LossyImageCompressionMethod = "ISO_10918_1"
    data_set.add_new(0x7FE00010, "OB", encapsulate(streams))
    data_set["PixelData"].is_undefined_length = True


def _jpeg(frame: np.ndarray) -> bytes:
    stream = BytesIO()
    Image.fromarray(frame).save(
        stream, "JPEG", quality=JPEG_QUALITY, subsampling=JPEG_SUBSAMPLING_422
    )
    return stream.getvalue()


def _syntax(jpeg: bool):
    return JPEGBaseline8Bit if jpeg else ExplicitVRLittleEndian


def _banner(frame: np.ndarray, series: Series, technique: str) -> None:
    """Two lines: who above, and at the right the technical text which may stay."""
    patient, study = series.study.patient, series.study
    frame[:BANNER_ROWS] = (20, 20, 40)
    who = f"{patient.native} {patient.latin}" if patient.country == "JP" else patient.native
    bitmap_text.draw(frame, 3, 6, who, WHITE)
    bitmap_text.draw(frame, 21, 6, f"ID {patient.id}  {study.date} {series.time[:4]}", YELLOW)
    bitmap_text.draw(frame, 3, frame.shape[1] - 8 * len(technique) - 6, technique, GREY)


def _ultrasound_frame(rows: int, columns: int, series: Series, seed: int, beat: float = 0):
    grey = np.zeros((rows, columns))
    grey[BANNER_ROWS:] = phantoms.ultrasound_sector(rows - BANNER_ROWS, columns, seed, beat)
    frame = phantoms.colour(grey, (0, 0, 0), (235, 235, 225))
    _banner(frame, series, "C5-2 MI 0.9")
    bitmap_text.draw(frame, rows - 20, columns - 80, "D 8.2 cm", GREY)
    return frame


def _add_ultrasound(data_set: Dataset, series: Series, rows: int, columns: int) -> None:
    data_set.UltrasoundColorDataPresent = 0
    data_set.BurnedInAnnotation = "YES"
    data_set.ContentDate = data_set.AcquisitionDate = series.study.date
    data_set.ContentTime = data_set.AcquisitionTime = series.time
    data_set.TransducerData = ["C5-2", "SN-778201", ""]
    data_set.SequenceOfUltrasoundRegions = sequence(
        item(
            RegionSpatialFormat=1,
            RegionDataType=1,
            RegionFlags=0,
            RegionLocationMinX0=0,
            RegionLocationMinY0=BANNER_ROWS,
            RegionLocationMaxX1=columns - 1,
            RegionLocationMaxY1=rows - 1,
            PhysicalUnitsXDirection=3,
            PhysicalUnitsYDirection=3,
            PhysicalDeltaX=0.04,
            PhysicalDeltaY=0.04,
        )
    )


def ultrasound(series: Series, *, jpeg: bool, number: int = 1) -> list[SampleObject]:
    data_set = header(series, UltrasoundImageStorage, number)
    data_set.ImageType = ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0001"]
    data_set.PatientOrientation = None
    _add_ultrasound(data_set, series, US_ROWS, US_COLUMNS)
    frame = _ultrasound_frame(US_ROWS, US_COLUMNS, series, 300 + number)
    set_colour(data_set, [frame], jpeg=jpeg)
    private_blocks.add_siemens_ultrasound(data_set, series)
    return [finish(data_set, series, _syntax(jpeg))]


def ultrasound_loop(series: Series, number: int) -> list[SampleObject]:
    data_set = header(series, UltrasoundMultiFrameImageStorage, number, full=False)
    data_set.ImageType = ["ORIGINAL", "PRIMARY", "ABDOMINAL", "0001"]
    data_set.PatientOrientation = None
    _add_ultrasound(data_set, series, LOOP_ROWS, LOOP_COLUMNS)
    data_set.NumberOfFrames = LOOP_FRAMES
    data_set.FrameIncrementPointer = 0x00181063  # FrameTime
    data_set.FrameTime = LOOP_FRAME_TIME
    frames = [
        _ultrasound_frame(LOOP_ROWS, LOOP_COLUMNS, series, 320 + k, beat=min(k, LOOP_FRAMES - k))
        for k in range(LOOP_FRAMES)
    ]
    set_colour(data_set, frames, jpeg=True)
    return [finish(data_set, series, JPEGBaseline8Bit)]


def endoscopy(series: Series) -> list[SampleObject]:
    """Text column at the left, as on endoscopy processors; the second image is uncompressed."""
    patient, study = series.study.patient, series.study
    objects = []
    for number, jpeg in ((1, True), (2, False)):
        data_set = header(series, VLEndoscopicImageStorage, number, full=number == 1)
        data_set.ImageType = ["ORIGINAL", "PRIMARY"]
        data_set.ContentDate = data_set.AcquisitionDate = study.date
        data_set.ContentTime = data_set.AcquisitionTime = series.time
        data_set.AcquisitionContextSequence = sequence()
        data_set.PatientOrientation = None
        data_set.BurnedInAnnotation = "YES"
        data_set.ImageComments = f"{patient.native} 胃体部 {number}"
        frame = np.zeros((ES_ROWS, ES_COLUMNS, 3), np.uint8)
        columns = ES_COLUMNS - ES_TEXT_COLUMNS
        frame[:, ES_TEXT_COLUMNS:] = phantoms.endoscopy(ES_ROWS, columns, 340 + number)
        sex = "女" if patient.sex == "F" else "男"
        lines = [
            f"ID:{patient.id}", f"氏名:{patient.native}", patient.latin, f"性別 {sex}",
            f"生年月日 {patient.birth_date}", f"{study.date} {series.time[:4]}", f"No.{number}",
        ]
        for k, line in enumerate(lines):
            bitmap_text.draw(frame, 16 + 22 * k, 8, line, WHITE)
        bitmap_text.draw(frame, ES_ROWS - 44, 8, "Zoom x1.2", GREY)
        bitmap_text.draw(frame, ES_ROWS - 24, 8, study.patient.hospital.name, GREY)
        set_colour(data_set, [frame], jpeg=jpeg)
        objects.append(finish(data_set, series, _syntax(jpeg)))
    return objects


def fundus(series: Series) -> list[SampleObject]:
    """One photograph of each eye, without text."""
    objects = []
    for number, side in ((1, "R"), (2, "L")):
        data_set = header(series, OphthalmicPhotography8BitImageStorage, number, full=number == 1)
        data_set.ImageType = ["ORIGINAL", "PRIMARY", "", "COLOR"]
        data_set.ContentDate = series.study.date
        data_set.ContentTime = series.time
        data_set.AcquisitionDateTime = series.study.date + series.time
        data_set.NumberOfFrames = 1
        data_set.FrameIncrementPointer = 0x00181063  # FrameTime, which one frame needs not
        data_set.FrameTime = 0
        data_set.SynchronizationFrameOfReferenceUID = uid(series.study.key, "clock")
        data_set.SynchronizationTrigger = "NO TRIGGER"
        data_set.AcquisitionTimeSynchronized = "N"
        data_set.BurnedInAnnotation = "NO"
        data_set.PatientOrientation = ["L", "F"]
        data_set.PixelSpacing = ["0.03", "0.03"]
        data_set.ImageLaterality = side
        data_set.AnatomicRegionSequence = sequence(code("5665001", "SCT", "Retina"))
        data_set.AcquisitionDeviceTypeCodeSequence = sequence(code("409898007", "SCT", "Fundus Camera"))
        data_set.IlluminationTypeCodeSequence = sequence()
        data_set.LightPathFilterTypeStackCodeSequence = sequence()
        data_set.ImagePathFilterTypeStackCodeSequence = sequence()
        data_set.LensesCodeSequence = sequence()
        data_set.DetectorType = "CCD"
        data_set.PatientEyeMovementCommanded = "NO"
        data_set.EmmetropicMagnification = data_set.IntraOcularPressure = None
        data_set.HorizontalFieldOfView = 45.0
        data_set.RefractiveStateSequence = sequence()
        data_set.PupilDilated = "NO"
        data_set.AcquisitionContextSequence = sequence()
        frame = phantoms.fundus(FUNDUS_SIZE, 360 + number, right=side == "R")
        set_colour(data_set, [frame], jpeg=number == 2)
        objects.append(finish(data_set, series, _syntax(number == 2)))
    return objects


def secondary_capture(series: Series, lines: list[str]) -> list[SampleObject]:
    """A captured form: dark text on light, monochrome."""
    data_set = header(series, SecondaryCaptureImageStorage)
    data_set.ImageType = ["DERIVED", "SECONDARY"]
    data_set.ConversionType = "WSD"
    data_set.DateOfSecondaryCapture = data_set.ContentDate = series.study.date
    data_set.TimeOfSecondaryCapture = data_set.ContentTime = series.time
    data_set.PatientOrientation = None
    data_set.BurnedInAnnotation = "YES"
    data_set.OriginalAttributesSequence = sequence(_before_correction(series))
    pixels = np.full((SC_ROWS, SC_COLUMNS), 235, np.uint8)
    pixels[40:42, 16 : SC_COLUMNS - 16] = 90
    for k, line in enumerate(lines):
        bitmap_text.draw(pixels, 14 + 34 * k, 20, line, 15)
    data_set.SamplesPerPixel = 1
    data_set.PhotometricInterpretation = "MONOCHROME2"
    data_set.Rows, data_set.Columns = pixels.shape
    data_set.BitsAllocated = data_set.BitsStored = 8
    data_set.HighBit = 7
    data_set.PixelRepresentation = 0
    data_set.add_new(0x7FE00010, "OB", pixels.tobytes())
    return [finish(data_set, series)]


def _before_correction(series: Series) -> Dataset:
    """What the archive keeps of a patient registered under a provisional number."""
    patient, study = series.study.patient, series.study
    return item(
        AttributeModificationDateTime=study.date + series.time,
        ModifyingSystem=patient.hospital.ae_title,
        SourceOfPreviousValues=patient.hospital.issuer,
        ReasonForTheAttributeModification="CORRECT",
        ModifiedAttributesSequence=sequence(
            item(PatientName=patient.name, PatientID=f"TMP{patient.id}")
        ),
    )
