"""RTSTRUCT and SEG of the chest CT's nodule."""

import numpy as np
from pydicom.dataset import Dataset
from pydicom.uid import CTImageStorage, RTStructureSetStorage, SegmentationStorage

from cross_sectional import (
    AXIAL,
    CHEST_SLICES,
    CHEST_SPACING,
    CHEST_THICKNESS,
    NODULE_CENTRE,
    NODULE_RADIUS,
    SIZE,
    chest_position,
    nodule_mask,
)
from headers import header
from objects import SampleObject, Series, code, finish, item, sequence, uid

DETACHED_STUDY_CLASS = "1.2.840.10008.3.1.2.3.1"
# The tangent half-angle steps t of ((1-t²)/(1+t²), 2t/(1+t²)): a circle without trigonometry.
HALF_ANGLES = (0.0, 0.25, 0.5, 0.8)


def _image(ct: Series, number: int) -> Dataset:
    return item(ReferencedSOPClassUID=CTImageStorage, ReferencedSOPInstanceUID=ct.instance_uid(number))


def _nodule_slices() -> list[int]:
    return [n for n in range(1, CHEST_SLICES + 1) if nodule_mask(n).any()]


def _circle(centre: tuple[float, float], radius: float, z: float) -> list[str]:
    quarter = [((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t)) for t in HALF_ANGLES]
    points, turned = [], quarter
    for _ in range(4):
        points += turned
        turned = [(-y, x) for x, y in turned]
    return [
        f"{value:.1f}"
        for x, y in points
        for value in (centre[0] + radius * x, centre[1] + radius * y, z)
    ]


def _contours(ct: Series, slices: list[int], centre, radius_at) -> list[Dataset]:
    contours = []
    for number in slices:
        z = chest_position(number)[2]
        points = _circle(centre, radius_at(z), z)
        contours.append(
            item(
                ContourImageSequence=sequence(_image(ct, number)),
                ContourGeometricType="CLOSED_PLANAR",
                NumberOfContourPoints=len(points) // 3,
                ContourData=points,
            )
        )
    return contours


def structure_set(series: Series, ct: Series) -> list[SampleObject]:
    study = series.study
    patient = study.patient
    data_set = header(series, RTStructureSetStorage, full=False)
    data_set.StructureSetLabel = "PLAN1"
    data_set.StructureSetName = f"{patient.latin} PLAN1"
    data_set.StructureSetDescription = f"{patient.native} 胸部 輪郭 {patient.id}"
    data_set.StructureSetDate = study.date
    data_set.StructureSetTime = series.time
    frame = study.frame_of_reference
    data_set.ReferencedFrameOfReferenceSequence = sequence(
        item(FrameOfReferenceUID=frame, RTReferencedStudySequence=sequence(_referenced_study(ct)))
    )
    data_set.FrameOfReferenceUID = frame
    data_set.PositionReferenceIndicator = None
    _add_structures(data_set, series, ct)
    data_set.ApprovalStatus = "APPROVED"
    data_set.ReviewDate = study.date
    data_set.ReviewTime = series.time
    data_set.ReviewerName = patient.hospital.reading
    return [finish(data_set, series)]


def _referenced_study(ct: Series) -> Dataset:
    referenced_series = item(
        SeriesInstanceUID=ct.uid,
        ContourImageSequence=sequence(*(_image(ct, n) for n in range(1, CHEST_SLICES + 1))),
    )
    return item(
        ReferencedSOPClassUID=DETACHED_STUDY_CLASS,
        ReferencedSOPInstanceUID=ct.study.uid,
        RTReferencedSeriesSequence=sequence(referenced_series),
    )


def _add_structures(data_set: Dataset, series: Series, ct: Series) -> None:
    patient, frame = series.study.patient, series.study.frame_of_reference
    rois, contours, observations = [], [], []
    z0 = NODULE_CENTRE[2]

    def nodule_radius(z: float) -> float:
        return max(NODULE_RADIUS**2 - (z - z0) ** 2, 0.0) ** 0.5

    structures = [
        ("GTV", "GTV", _nodule_slices(), NODULE_CENTRE[:2], nodule_radius, ["255", "0", "0"]),
        ("CORD", "ORGAN", range(1, CHEST_SLICES + 1), (0.0, 78.0), lambda z: 8.0, ["0", "255", "0"]),
    ]
    for number, (name, kind, slices, centre, radius, colour) in enumerate(structures, 1):
        rois.append(
            item(
                ROINumber=number,
                ReferencedFrameOfReferenceUID=frame,
                ROIName=name,
                ROIDescription=f"{name} {patient.native}",
                ROIGenerationAlgorithm="MANUAL",
            )
        )
        drawn = _contours(ct, list(slices), centre, radius)
        contours.append(
            item(ROIDisplayColor=colour, ContourSequence=sequence(*drawn), ReferencedROINumber=number)
        )
        observations.append(
            item(
                ObservationNumber=number,
                ReferencedROINumber=number,
                ROIObservationLabel=name,
                RTROIInterpretedType=kind,
                ROIInterpreter=patient.hospital.reading,
            )
        )
    data_set.StructureSetROISequence = sequence(*rois)
    data_set.ROIContourSequence = sequence(*contours)
    data_set.RTROIObservationsSequence = sequence(*observations)


def segmentation(series: Series, ct: Series) -> list[SampleObject]:
    study = series.study
    patient = study.patient
    data_set = header(series, SegmentationStorage, full=False)
    data_set.ImageType = ["DERIVED", "PRIMARY"]
    data_set.ContentDate, data_set.ContentTime = study.date, series.time
    data_set.ContentLabel = "NODULE"
    data_set.ContentDescription = f"{patient.native} 結節"
    data_set.ContentCreatorName = patient.hospital.reading
    data_set.LossyImageCompression = "00"
    data_set.FrameOfReferenceUID = study.frame_of_reference
    data_set.PositionReferenceIndicator = None
    data_set.SamplesPerPixel = 1
    data_set.PhotometricInterpretation = "MONOCHROME2"
    data_set.Rows = data_set.Columns = SIZE
    data_set.BitsAllocated = data_set.BitsStored = 1
    data_set.HighBit = data_set.PixelRepresentation = 0
    data_set.SegmentationType = "BINARY"
    data_set.SegmentSequence = sequence(_segment(patient.latin))
    slices = _nodule_slices()
    organization = uid(patient.key, study.key, series.key, "dimensions")
    data_set.DimensionOrganizationSequence = sequence(item(DimensionOrganizationUID=organization))
    data_set.DimensionIndexSequence = sequence(
        item(
            DimensionOrganizationUID=organization,
            DimensionIndexPointer=0x00200032,  # ImagePositionPatient
            FunctionalGroupPointer=0x00209113,  # PlanePositionSequence
            DimensionDescriptionLabel="Position",
        )
    )
    data_set.SharedFunctionalGroupsSequence = sequence(_shared_groups())
    data_set.PerFrameFunctionalGroupsSequence = sequence(
        *(_frame_groups(ct, number, index) for index, number in enumerate(slices, 1))
    )
    data_set.NumberOfFrames = len(slices)
    data_set.ReferencedSeriesSequence = sequence(
        item(
            SeriesInstanceUID=ct.uid,
            ReferencedInstanceSequence=sequence(*(_image(ct, n) for n in slices)),
        )
    )
    bits = np.concatenate([nodule_mask(number).ravel() for number in slices])
    data_set.add_new(0x7FE00010, "OB", np.packbits(bits, bitorder="little").tobytes())
    return [finish(data_set, series)]


def _segment(name: str) -> Dataset:
    return item(
        SegmentNumber=1,
        SegmentLabel="Nodule",
        SegmentDescription=f"{name} nodule",
        SegmentAlgorithmType="MANUAL",
        SegmentedPropertyCategoryCodeSequence=sequence(
            code("49755003", "SCT", "Morphologically Abnormal Structure")
        ),
        SegmentedPropertyTypeCodeSequence=sequence(code("27925004", "SCT", "Nodule")),
    )


def _shared_groups() -> Dataset:
    return item(
        PlaneOrientationSequence=sequence(item(ImageOrientationPatient=AXIAL)),
        PixelMeasuresSequence=sequence(
            item(
                SliceThickness=CHEST_THICKNESS,
                SpacingBetweenSlices=CHEST_THICKNESS,
                PixelSpacing=[f"{CHEST_SPACING}", f"{CHEST_SPACING}"],
            )
        ),
        SegmentIdentificationSequence=sequence(item(ReferencedSegmentNumber=1)),
    )


def _frame_groups(ct: Series, number: int, index: int) -> Dataset:
    position = [f"{value:.1f}" for value in chest_position(number)]
    source = _image(ct, number)
    source.PurposeOfReferenceCodeSequence = sequence(
        code("121322", "DCM", "Source image for image processing operation")
    )
    return item(
        FrameContentSequence=sequence(item(DimensionIndexValues=[index])),
        PlanePositionSequence=sequence(item(ImagePositionPatient=position)),
        DerivationImageSequence=sequence(
            item(
                SourceImageSequence=sequence(source),
                DerivationCodeSequence=sequence(code("113076", "DCM", "Segmentation")),
            )
        ),
    )
