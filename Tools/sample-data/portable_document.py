"""An encapsulated PDF, written by hand so that no PDF library stamps it with a date."""

from pydicom.uid import EncapsulatedPDFStorage

from headers import header
from objects import SampleObject, Series, code, finish, sequence


def encapsulated_pdf(series: Series) -> list[SampleObject]:
    study = series.study
    patient = study.patient
    data_set = header(series, EncapsulatedPDFStorage)
    data_set.ConversionType = "WSD"
    data_set.ContentDate, data_set.ContentTime = study.date, series.time
    data_set.AcquisitionDateTime = study.date + series.time
    data_set.BurnedInAnnotation = "YES"
    data_set.DocumentTitle = f"{patient.native} 紹介状"
    data_set.ConceptNameCodeSequence = sequence(code("57133-1", "LN", "Referral note"))
    data_set.MIMETypeOfEncapsulatedDocument = "application/pdf"
    pdf = _pdf(
        f"Referral {patient.latin}",
        [f"Patient: {patient.latin}", f"ID: {patient.id}", f"Born: {patient.birth_date}"],
    )
    data_set.EncapsulatedDocumentLength = len(pdf)
    data_set.EncapsulatedDocument = pdf + b"\0" * (len(pdf) % 2)
    return [finish(data_set, series)]


def _pdf(title: str, lines: list[str]) -> bytes:
    """One page of Helvetica, uncompressed."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 14 Tf 60 760 Td {shown} ET"
    bodies = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Title ({title}) /Author (Tokyo Kakuu University Hospital) >>",
    ]
    pdf, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        offsets.append(len(pdf))
        pdf += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    size = len(bodies) + 1
    return pdf + (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {size} /Root 1 0 R /Info 6 0 R >>\nstartxref\n{len(pdf)}\n%%EOF\n"
    ).encode("ascii")
