"""Structured reports and a key object selection."""

from pydicom.dataset import Dataset
from pydicom.uid import (
    BasicTextSRStorage,
    ComprehensiveSRStorage,
    CTImageStorage,
    ExplicitVRLittleEndian,
    KeyObjectSelectionDocumentStorage,
)

from headers import header
from objects import DEFLATED, SampleObject, Series, code, finish, item, sequence

REPORT = ("18748-4", "LN", "Diagnostic Imaging Report")
KEY_IMAGE, NODULE_IMAGE = 6, 5  # slices of the chest CT


def _content(value_type: str, relationship: str, concept: tuple, **attributes) -> Dataset:
    return item(
        RelationshipType=relationship,
        ValueType=value_type,
        ConceptNameCodeSequence=sequence(code(*concept)),
        **attributes,
    )


def _text(concept: tuple, value: str) -> Dataset:
    return _content("TEXT", "CONTAINS", concept, TextValue=value)


def _person(concept: tuple, name: str) -> Dataset:
    return _content("PNAME", "HAS OBS CONTEXT", concept, PersonName=name)


def _section(concept: tuple, *children: Dataset) -> Dataset:
    return _content(
        "CONTAINER",
        "CONTAINS",
        concept,
        ContinuityOfContent="SEPARATE",
        ContentSequence=sequence(*children),
    )


def _reference(image: Series, number: int) -> Dataset:
    return item(
        ReferencedSOPClassUID=CTImageStorage,
        ReferencedSOPInstanceUID=image.instance_uid(number),
    )


def _evidence(images: Series, numbers: list[int]) -> Dataset:
    references = sequence(*(_reference(images, number) for number in numbers))
    return item(
        StudyInstanceUID=images.study.uid,
        ReferencedSeriesSequence=sequence(
            item(SeriesInstanceUID=images.uid, ReferencedSOPSequence=references)
        ),
    )


def _document(series: Series, sop_class: str, language: tuple, children: list[Dataset]) -> Dataset:
    study = series.study
    patient = study.patient
    data_set = header(series, sop_class)
    data_set.ReferencedPerformedProcedureStepSequence = sequence()
    data_set.PerformedProcedureCodeSequence = sequence()
    data_set.ContentDate, data_set.ContentTime = study.date, series.time
    data_set.CompletionFlag = "COMPLETE"
    data_set.VerificationFlag = "VERIFIED"
    data_set.VerifyingObserverSequence = sequence(
        item(
            VerifyingOrganization=patient.hospital.name,
            VerificationDateTime=study.date + series.time,
            VerifyingObserverName=patient.hospital.reading,
            VerifyingObserverIdentificationCodeSequence=sequence(),
        )
    )
    data_set.ReferencedRequestSequence = sequence(
        item(
            StudyInstanceUID=study.uid,
            ReferencedStudySequence=sequence(),
            AccessionNumber=study.accession,
            PlacerOrderNumberImagingServiceRequest=f"PL{study.accession}",
            FillerOrderNumberImagingServiceRequest=f"FI{study.accession}",
            RequestedProcedureID=f"R{study.accession[1:]}",
            RequestedProcedureDescription=study.description,
            RequestedProcedureCodeSequence=sequence(),
        )
    )
    data_set.ValueType = "CONTAINER"
    data_set.ConceptNameCodeSequence = sequence(code(*REPORT))
    data_set.ContinuityOfContent = "SEPARATE"
    data_set.ContentSequence = sequence(
        _content(
            "CODE",
            "HAS CONCEPT MOD",
            ("121049", "DCM", "Language of Content Item and Descendants"),
            ConceptCodeSequence=sequence(code(*language)),
        ),
        _person(("121008", "DCM", "Person Observer Name"), patient.hospital.reading),
        _person(("121029", "DCM", "Subject Name"), patient.name),
        *children,
    )
    return data_set


def basic_text_report(
    series: Series, language: tuple, findings: str, impression: str
) -> list[SampleObject]:
    data_set = _document(
        series,
        BasicTextSRStorage,
        language,
        [
            _section(("121070", "DCM", "Findings"), _text(("121071", "DCM", "Finding"), findings)),
            _section(("121076", "DCM", "Conclusions"), _text(("121077", "DCM", "Conclusion"), impression)),
        ],
    )
    syntax = DEFLATED if series.study.patient.charset == "ISO_IR 100" else ExplicitVRLittleEndian
    return [finish(data_set, series, syntax)]


def _measurement(images: Series) -> list[Dataset]:
    diameter = _content(
        "NUM",
        "CONTAINS",
        ("81827009", "SCT", "Diameter"),
        MeasuredValueSequence=sequence(
            item(
                NumericValue="52",
                MeasurementUnitsCodeSequence=sequence(code("mm", "UCUM", "millimeter")),
            )
        ),
    )
    image = _content(
        "IMAGE",
        "CONTAINS",
        ("121112", "DCM", "Source of Measurement"),
        ReferencedSOPSequence=sequence(_reference(images, NODULE_IMAGE)),
    )
    return [diameter, image]


def comprehensive_report(series: Series, images: Series) -> list[SampleObject]:
    study = series.study
    patient = study.patient
    finding = (
        f"{patient.native}様({patient.age(study.date)[1:3]}歳)。左肺に約50mmの結節を認める。"
        f"前回({int(study.date[:4]) - 1}年)と比較し増大。"
    )
    data_set = _document(
        series,
        ComprehensiveSRStorage,
        ("ja", "RFC5646", "Japanese"),
        [
            _content(
                "UIDREF",
                "HAS OBS CONTEXT",
                ("121018", "DCM", "Procedure Study Instance UID"),
                UID=study.uid,
            ),
            _content(
                "DATE",
                "HAS OBS CONTEXT",
                ("121031", "DCM", "Subject Birth Date"),
                Date=patient.birth_date,
            ),
            _section(
                ("121070", "DCM", "Findings"),
                _text(("121071", "DCM", "Finding"), finding),
                *_measurement(images),
            ),
            _section(
                ("121076", "DCM", "Conclusions"),
                _text(
                    ("121077", "DCM", "Conclusion"),
                    f"肺結節。ID {patient.id} {patient.native}様へ説明済み。連絡先 {patient.phone}",
                ),
            ),
        ],
    )
    data_set.CurrentRequestedProcedureEvidenceSequence = sequence(_evidence(images, [NODULE_IMAGE]))
    return [finish(data_set, series)]


def key_objects(series: Series, images: Series) -> list[SampleObject]:
    study = series.study
    data_set = header(series, KeyObjectSelectionDocumentStorage)
    data_set.ReferencedPerformedProcedureStepSequence = sequence()
    data_set.ContentDate, data_set.ContentTime = study.date, series.time
    data_set.CurrentRequestedProcedureEvidenceSequence = sequence(_evidence(images, [KEY_IMAGE]))
    data_set.ValueType = "CONTAINER"
    data_set.ConceptNameCodeSequence = sequence(code("113000", "DCM", "Of Interest"))
    data_set.ContinuityOfContent = "SEPARATE"
    data_set.ContentTemplateSequence = sequence(
        item(MappingResource="DCMR", MappingResourceUID="1.2.840.10008.8.1.1", TemplateIdentifier="2010")
    )
    image = item(
        RelationshipType="CONTAINS",
        ValueType="IMAGE",
        ReferencedSOPSequence=sequence(_reference(images, KEY_IMAGE)),
    )
    data_set.ContentSequence = sequence(
        _person(("121008", "DCM", "Person Observer Name"), study.patient.hospital.reading),
        _text(("113012", "DCM", "Key Object Description"), f"{study.patient.native} カンファレンス用"),
        image,
    )
    return [finish(data_set, series)]
