"""Private attributes: safe ones of PS3.15 Table E.3.10-1 and unsafe neighbours that identify."""

from pydicom.dataset import Dataset

from objects import Series, item, sequence


def add_ge(data_set: Dataset, series: Series, number: int) -> None:
    acquisition = data_set.private_block(0x0019, "GEMS_ACQU_01", create=True)
    acquisition.add_new(0x23, "DS", "39.37")  # safe: table speed
    acquisition.add_new(0x24, "DS", f"{number * 0.4:.1f}")  # safe: mid scan time
    acquisition.add_new(0x27, "DS", "500")  # safe: rotation speed
    acquisition.add_new(0x8F, "LO", f"{series.study.patient.id}/{series.study.accession}")
    parameters = data_set.private_block(0x0043, "GEMS_PARM_01", create=True)
    parameters.add_new(0x27, "SH", "/0.984:1")  # safe: scan pitch ratio
    parameters.add_new(0x1E, "DS", series.study.date)
    images = data_set.private_block(0x0025, "GEMS_SERS_01", create=True)
    images.add_new(0x07, "SL", 12)  # safe: images in series
    images.add_new(0x19, "LO", series.study.patient.id)


def add_siemens_mr(data_set: Dataset, series: Series, number: int) -> None:
    diffusion = data_set.private_block(0x0019, "SIEMENS MR HEADER", create=True)
    diffusion.add_new(0x0C, "IS", "0")  # safe: b value
    diffusion.add_new(0x0D, "CS", "NONE")  # safe: diffusion directionality
    diffusion.add_new(0x27, "FD", [0.0] * 6)  # safe: b matrix
    diffusion.add_new(0x08, "CS", "IMAGE NUM 4")
    csa = data_set.private_block(0x0029, "SIEMENS CSA HEADER", create=True)
    csa.add_new(0x08, "CS", "IMAGE NUM 4")
    csa.add_new(0x09, "LO", series.study.date)
    # A binary header that holds the name, as the protocol text of real ones does.
    protocol = f'tPatientName = "{series.study.patient.latin}"\nulImage = {number}\n'.encode("utf-8")
    csa.add_new(0x10, "OB", b"SV10\x04\x03\x02\x01" + protocol + b"\0" * (len(protocol) % 2))


def add_philips_mr(data_set: Dataset, series: Series, number: int) -> None:
    imaging = data_set.private_block(0x2001, "Philips Imaging DD 001", create=True)
    imaging.add_new(0x03, "FL", 0.0)  # safe: diffusion b factor
    imaging.add_new(0x0A, "IS", str(number))  # safe: slice number
    imaging.add_new(0x0B, "CS", "SAGITTAL")  # safe: slice orientation
    imaging.add_new(0x14, "SL", 1)  # safe: number of echoes
    imaging.add_new(0xC8, "LO", f"{series.study.patient.latin} {series.study.patient.birth_date}")


def add_siemens_ultrasound(data_set: Dataset, series: Series) -> None:
    scanner = data_set.private_block(0x0119, "SIEMENS Ultrasound SC2000", create=True)
    scanner.add_new(0x00, "LO", "V1.0")  # safe
    scanner.add_new(0x05, "UL", 12)  # safe
    scanner.add_new(0x70, "LO", series.study.patient.id)


def add_site(data_set: Dataset, series: Series) -> None:
    """A hospital's own block: the name in PN, free text, a sequence and as bytes under UN."""
    patient = series.study.patient
    site = data_set.private_block(0x0099, "KAKUU HIS 1.0", create=True)
    site.add_new(0x01, "PN", patient.name)
    site.add_new(0x02, "LT", f"{patient.native} {patient.phone} {patient.address}")
    site.add_new(
        0x03,
        "SQ",
        sequence(item(PatientName=patient.name, PatientID=patient.id, AdmittingDate=series.study.date)),
    )
    raw = patient.native.encode("shift_jis", "replace")
    site.add_new(0x04, "UN", raw + b"\0" * (len(raw) % 2))
