"""The identifying attributes of one instance, as an order system and a scanner would fill them."""

from pydicom.dataset import Dataset

from objects import Series, item, sequence, uid

INSTANCE_CREATOR = uid("instance creator")
# Their series module (PS3.3 §C.17.1, §C.17.6.1) has neither staff nor request.
DOCUMENTS = ("SR", "KO")


def header(series: Series, sop_class: str, number: int = 1, *, full: bool = True) -> Dataset:
    """Everything but the module that makes the instance what it is.

    `full` adds attributes outside the IOD (address, telephone, ...): allowed as an extended SOP
    class, but each one a warning of dciodvfy, so only the first instance of a series has them.
    """
    data_set = Dataset()
    data_set.SpecificCharacterSet = series.study.patient.charset
    data_set.SOPClassUID = sop_class
    data_set.SOPInstanceUID = series.instance_uid(number)
    data_set.InstanceNumber = number
    data_set.InstanceCreationDate = series.study.date
    data_set.InstanceCreationTime = series.time
    data_set.InstanceCreatorUID = INSTANCE_CREATOR
    _add_patient(data_set, series)
    _add_study(data_set, series)
    _add_series(data_set, series)
    if full:
        _add_demographics(data_set, series)
    return data_set


def _add_patient(data_set: Dataset, series: Series) -> None:
    patient, date = series.study.patient, series.study.date
    data_set.PatientName = patient.name
    data_set.PatientID = patient.id
    data_set.IssuerOfPatientID = patient.hospital.issuer
    data_set.PatientBirthDate = patient.birth_date
    data_set.PatientSex = patient.sex
    data_set.PatientAge = patient.age(date)
    data_set.PatientSize = patient.size
    data_set.PatientWeight = patient.weight
    data_set.Occupation = patient.occupation
    data_set.PatientComments = patient.comment
    data_set.AdditionalPatientHistory = f"{patient.native}: {series.study.reason}"
    data_set.OtherPatientIDsSequence = sequence(
        item(
            PatientID=patient.other_id,
            IssuerOfPatientID="NATIONAL INSURANCE",
            TypeOfPatientID="TEXT",
        )
    )


def _add_study(data_set: Dataset, series: Series) -> None:
    study = series.study
    hospital = study.patient.hospital
    data_set.StudyInstanceUID = study.uid
    data_set.StudyDate = study.date
    data_set.StudyTime = study.time
    data_set.StudyID = study.accession[-4:]
    data_set.AccessionNumber = study.accession
    data_set.StudyDescription = study.description
    data_set.ReferringPhysicianName = hospital.referring
    data_set.PhysiciansOfRecord = hospital.referring
    data_set.NameOfPhysiciansReadingStudy = hospital.reading
    data_set.ServiceEpisodeID = f"E{study.accession[1:]}"
    data_set.AdmissionID = f"N{study.accession[1:]}"


def _add_series(data_set: Dataset, series: Series) -> None:
    study, equipment = series.study, series.equipment
    hospital = study.patient.hospital
    data_set.SeriesInstanceUID = series.uid
    data_set.Modality = series.modality
    data_set.SeriesNumber = series.number
    data_set.SeriesDate = study.date
    data_set.SeriesTime = series.time
    data_set.SeriesDescription = series.description
    if series.modality not in DOCUMENTS:
        _add_procedure(data_set, series)
    if series.protocol:
        data_set.ProtocolName = series.protocol
    if series.body_part:
        data_set.BodyPartExamined = series.body_part
    if series.patient_position is not None:
        data_set.PatientPosition = series.patient_position
    data_set.Manufacturer = equipment.manufacturer
    data_set.ManufacturerModelName = equipment.model
    data_set.DeviceSerialNumber = equipment.serial
    data_set.SoftwareVersions = equipment.software
    data_set.StationName = equipment.station
    data_set.InstitutionName = hospital.name
    data_set.InstitutionAddress = hospital.address
    data_set.InstitutionalDepartmentName = hospital.department


def _add_procedure(data_set: Dataset, series: Series) -> None:
    study = series.study
    data_set.PerformingPhysicianName = study.patient.hospital.performing
    data_set.OperatorsName = study.patient.hospital.operator
    data_set.RequestAttributesSequence = sequence(_request(series))
    data_set.PerformedProcedureStepID = f"P{study.accession[1:]}"
    data_set.PerformedProcedureStepStartDate = study.date
    data_set.PerformedProcedureStepStartTime = study.time
    data_set.PerformedProcedureStepDescription = study.description


def _request(series: Series) -> Dataset:
    study = series.study
    return item(
        AccessionNumber=study.accession,
        StudyInstanceUID=study.uid,
        RequestedProcedureID=f"R{study.accession[1:]}",
        RequestedProcedureDescription=study.description,
        ReasonForTheRequestedProcedure=study.reason,
        ScheduledProcedureStepID=f"S{study.accession[1:]}",
        ScheduledProcedureStepDescription=f"{study.description} ({study.patient.id})",
    )


def _add_demographics(data_set: Dataset, series: Series) -> None:
    patient = series.study.patient
    data_set.PatientAddress = patient.address
    data_set.PatientTelephoneNumbers = patient.phone
    data_set.PatientMotherBirthName = patient.mother
    data_set.CurrentPatientLocation = f"{patient.hospital.department} 3-12"
    data_set.RequestingPhysician = patient.hospital.referring
