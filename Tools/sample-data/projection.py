"""CR and DX images, and a presentation state that writes on the CR."""

import numpy as np
from pydicom.uid import (
    ComputedRadiographyImageStorage,
    DigitalXRayImageStorageForPresentation,
    GrayscaleSoftcopyPresentationStateStorage,
)

import bitmap_text
import phantoms
from cross_sectional import set_pixels
from headers import header
from objects import SampleObject, Series, code, finish, item, sequence

CR_ROWS, CR_COLUMNS = 384, 320
DX_ROWS, DX_COLUMNS = 400, 336
OVERLAY_GROUP = 0x6000


def computed_radiography(series: Series) -> list[SampleObject]:
    """Frontal with text in the pixels, lateral with text in an overlay plane."""
    patient = series.study.patient
    objects = []
    for number, view in ((1, "PA"), (2, "LL")):
        data_set = header(series, ComputedRadiographyImageStorage, number)
        data_set.ImageType = ["ORIGINAL", "PRIMARY"]
        data_set.AcquisitionDate = data_set.ContentDate = series.study.date
        data_set.AcquisitionTime = data_set.ContentTime = series.time
        data_set.ViewPosition = view
        data_set.KVP = "120"
        data_set.Exposure = "3"
        data_set.PatientOrientation = ["L", "F"] if view == "PA" else ["P", "F"]
        data_set.PlateID = f"P-{patient.id}"
        data_set.ImagerPixelSpacing = ["1.1", "1.1"]
        density = phantoms.chest_projection(CR_ROWS, CR_COLUMNS, 200 + number, lateral=view == "LL")
        pixels = density * 1000
        overlay = np.zeros((CR_ROWS, CR_COLUMNS), np.uint8)
        written = pixels if view == "PA" else overlay
        value = 1023 if view == "PA" else 1
        bitmap_text.draw(written, 4, 4, f"{patient.native} {patient.latin}", value)
        bitmap_text.draw(written, 22, 4, f"ID:{patient.id} {series.study.date}", value)
        bitmap_text.draw(pixels, CR_ROWS - 40, 8, "R" if view == "PA" else "L", 1023, scale=2)
        set_pixels(data_set, pixels, stored=10)
        data_set.WindowCenter, data_set.WindowWidth = 512, 1024
        data_set.BurnedInAnnotation = "YES" if view == "PA" else "NO"
        if view == "LL":
            _add_overlay(data_set, overlay)
        objects.append(finish(data_set, series))
    return objects


def _add_overlay(data_set, plane: np.ndarray) -> None:
    group = OVERLAY_GROUP << 16
    data_set.add_new(group + 0x0010, "US", plane.shape[0])
    data_set.add_new(group + 0x0011, "US", plane.shape[1])
    data_set.add_new(group + 0x0022, "LO", "Patient identification")
    data_set.add_new(group + 0x0040, "CS", "G")
    data_set.add_new(group + 0x0050, "SS", [1, 1])
    data_set.add_new(group + 0x0100, "US", 1)
    data_set.add_new(group + 0x0102, "US", 0)
    data_set.add_new(group + 0x3000, "OW", np.packbits(plane, bitorder="little").tobytes())


def digital_radiography(series: Series) -> list[SampleObject]:
    data_set = header(series, DigitalXRayImageStorageForPresentation)
    data_set.ImageType = ["ORIGINAL", "PRIMARY", ""]
    data_set.PresentationIntentType = "FOR PRESENTATION"
    data_set.AcquisitionDate = data_set.ContentDate = series.study.date
    data_set.AcquisitionTime = data_set.ContentTime = series.time
    data_set.AnatomicRegionSequence = sequence(code("51185008", "SCT", "Chest"))
    data_set.ImageLaterality = "U"
    data_set.ViewPosition = "PA"
    data_set.ViewCodeSequence = sequence(code("399348003", "SCT", "postero-anterior"))
    data_set.PatientOrientation = ["L", "F"]
    data_set.DetectorType = "SCINTILLATOR"
    data_set.DetectorID = "DX-DET-0042"
    data_set.DateOfLastDetectorCalibration = series.study.date
    data_set.ImagerPixelSpacing = ["1.0", "1.0"]
    data_set.PositionerType = "NONE"
    data_set.KVP = "110"
    data_set.Exposure = "3"
    data_set.AcquisitionContextSequence = sequence()
    pixels = phantoms.chest_projection(DX_ROWS, DX_COLUMNS, 220) * 4000
    bitmap_text.draw(pixels, 8, DX_COLUMNS - 24, "L", 4095, scale=2)
    set_pixels(data_set, pixels, stored=12)
    data_set.PixelIntensityRelationship = "LOG"
    data_set.PixelIntensityRelationshipSign = -1
    data_set.RescaleIntercept = 0
    data_set.RescaleSlope = 1
    data_set.RescaleType = "US"
    data_set.PresentationLUTShape = "IDENTITY"
    data_set.LossyImageCompression = "00"
    data_set.BurnedInAnnotation = "NO"
    data_set.WindowCenter, data_set.WindowWidth = 2048, 4096
    return [finish(data_set, series)]


def presentation_state(series: Series, images: Series) -> list[SampleObject]:
    """Refers to the first CR and annotates it with the patient's name."""
    patient, study = series.study.patient, series.study
    data_set = header(series, GrayscaleSoftcopyPresentationStateStorage, full=False)
    data_set.PresentationCreationDate = study.date
    data_set.PresentationCreationTime = series.time
    data_set.ContentLabel = "KEY_FINDING"
    data_set.ContentDescription = f"{patient.native} 胸部正面"
    data_set.ContentCreatorName = patient.hospital.reading
    image = item(
        ReferencedSOPClassUID=ComputedRadiographyImageStorage,
        ReferencedSOPInstanceUID=images.instance_uid(1),
    )
    data_set.ReferencedSeriesSequence = sequence(
        item(SeriesInstanceUID=images.uid, ReferencedImageSequence=sequence(image))
    )
    data_set.GraphicLayerSequence = sequence(
        item(GraphicLayer="TEXT", GraphicLayerOrder=1, GraphicLayerDescription="所見")
    )
    text = item(
        UnformattedTextValue=f"{patient.native} ({patient.id}) 右上肺野に結節影",
        BoundingBoxAnnotationUnits="PIXEL",
        BoundingBoxTopLeftHandCorner=[20.0, 60.0],
        BoundingBoxBottomRightHandCorner=[200.0, 80.0],
        BoundingBoxTextHorizontalJustification="LEFT",
    )
    circle = item(
        GraphicAnnotationUnits="PIXEL",
        GraphicDimensions=2,
        NumberOfGraphicPoints=2,
        GraphicData=[90.0, 130.0, 90.0, 145.0],
        GraphicType="CIRCLE",
        GraphicFilled="N",
    )
    data_set.GraphicAnnotationSequence = sequence(
        item(GraphicLayer="TEXT", TextObjectSequence=sequence(text), GraphicObjectSequence=sequence(circle))
    )
    data_set.DisplayedAreaSelectionSequence = sequence(
        item(
            DisplayedAreaTopLeftHandCorner=[1, 1],
            DisplayedAreaBottomRightHandCorner=[CR_COLUMNS, CR_ROWS],
            PresentationSizeMode="SCALE TO FIT",
            PresentationPixelAspectRatio=["1", "1"],
        )
    )
    data_set.PresentationLUTShape = "IDENTITY"
    return [finish(data_set, series)]
