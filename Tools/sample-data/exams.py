"""Which studies and series each invented patient has, with the names that slip into descriptions."""

from collections.abc import Callable
from dataclasses import dataclass

import cross_sectional
import derived
import documents
import portable_document
import projection
import visible
from objects import Equipment, SampleObject, Series, Study
from people import EXEMPLE, MIHON, MUSTERMANN, TANAKA, YAMADA

CT_GE = Equipment("GE MEDICAL SYSTEMS", "Sample CT 64", "CT-640012", "CTROOM1", "sample.1.2")
CT_SIEMENS = Equipment("SIEMENS", "Sample CT 32", "CT-320077", "SCANNER2", "sample VB10")
MR_SIEMENS = Equipment("SIEMENS", "Sample MR 1.5T", "MR-150031", "MR1_OSAKA", "sample MR B17")
MR_PHILIPS = Equipment("Philips Medical Systems", "Sample MR 1.5", "MR-772", "MRT_UKM", "5.1.7")
CR = Equipment("Sample Imaging", "CR Reader 5", "CR-5005", "CR_TOKYO", "3.0")
DX = Equipment("Sample Imaging", "DX Wall 2", "DX-2020", "DX_HGV", "7.2")
US = Equipment("SIEMENS", "Sample US 2000", "US-200044", "US_ROOM3", "VE10")
ES = Equipment("Sample Optics", "Endo Processor 290", "ES-290-7", "ENDO_A", "1.10")
OP = Equipment("Sample Optics", "Fundus Camera 8", "OP-8-123", "OP_OSAKA", "2.2")
PET = Equipment("GE MEDICAL SYSTEMS", "Sample PET 1", "PT-0101", "PET_HGV", "sample.3")
WORKSTATION = Equipment("Sample Software", "Reading Desk", "WS-0007", "DESK7", "11.0")


@dataclass(frozen=True)
class Exam:
    """A series, what makes its objects, and the line about it in the folder's README."""

    series: Series
    make: Callable[[Series], list[SampleObject]]
    about: str


def _yamada() -> list[Exam]:
    study = Study(
        YAMADA, "chest", "20231205", "101530", "A2312050017",
        "胸部単純CT 山田太郎様 (YAMADA)", "左肺結節の精査 2023年11月20日",
    )
    ct = Series(study, "ct", "CT", 2, "胸部単純 山田", CT_GE, "CT", "CHEST", "CHEST ROUTINE",
                patient_position="HFS")
    rt = Series(study, "rt", "RTSTRUCT", 3, "Contours Yamada Taro", WORKSTATION, "RTSTRUCT", minutes=55)
    seg = Series(study, "seg", "SEG", 4, "結節 セグメンテーション", WORKSTATION, "SEG", minutes=60)
    sr = Series(study, "sr", "SR", 5, "読影報告書", WORKSTATION, "SR", minutes=75)
    kos = Series(study, "kos", "KO", 6, "Key images", WORKSTATION, "KO", minutes=80)
    pdf = Series(study, "pdf", "DOC", 7, "紹介状 山田太郎", WORKSTATION, "DOC", minutes=90)
    return [
        Exam(ct, cross_sectional.chest_ct, "chest CT; GE private blocks, a site block in slice 1"),
        Exam(rt, lambda s: derived.structure_set(s, ct), "RTSTRUCT with two structures of the chest CT"),
        Exam(seg, lambda s: derived.segmentation(s, ct), "binary SEG of the nodule in the chest CT"),
        Exam(sr, lambda s: documents.comprehensive_report(s, ct), "Comprehensive SR, names in Japanese text"),
        Exam(kos, lambda s: documents.key_objects(s, ct), "Key Object Selection of one chest CT slice"),
        Exam(pdf, portable_document.encapsulated_pdf, "Encapsulated PDF that names the patient"),
    ]


def _tanaka() -> list[Exam]:
    chest = Study(
        TANAKA, "cr", "20240119", "084512", "A2401190003",
        "胸部X線 2方向 田中花子", "咳嗽 職員健診 教員",
    )
    abdomen = Study(
        TANAKA, "us", "20240122", "131005", "A2401220041", "腹部超音波 田中様", "右季肋部痛",
    )
    stomach = Study(
        TANAKA, "es", "20240208", "093040", "A2402080009", "上部消化管内視鏡 TANAKA H", "心窩部痛 佐々木医師より紹介",
    )
    cr = Series(chest, "cr", "CR", 1, "胸部 正面・側面", CR, "CR", "CHEST")
    pr = Series(chest, "pr", "PR", 2, "Annotation Tanaka", WORKSTATION, "PR", "CHEST", minutes=30)
    us = Series(abdomen, "us", "US", 1, "ABDOMEN", US, "US", "ABDOMEN")
    es = Series(stomach, "es", "ES", 1, "EGD 田中", ES, "ES", "STOMACH")
    return [
        Exam(cr, projection.computed_radiography, "1: name burned in; 2: name in an overlay plane"),
        Exam(pr, lambda s: projection.presentation_state(s, cr), "GSPS that writes the name on the first CR"),
        Exam(
            us,
            lambda s: visible.ultrasound(s, jpeg=False) + visible.ultrasound_loop(s, 2),
            "banner in Latin and kanji, ultrasound regions; 2 is a JPEG baseline loop",
        ),
        Exam(es, visible.endoscopy, "text column beside the image; 1 is JPEG baseline"),
    ]


def _mihon() -> list[Exam]:
    head = Study(
        MIHON, "mr", "20220714", "150122", "OSK-220714-8", "頭部MRI 見本三郎", "頭痛 めまい",
    )
    eyes = Study(
        MIHON, "op", "20220720", "110000", "OSK-220720-2", "眼底写真 両眼", "糖尿病 見本様 定期検査",
    )
    mr = Series(head, "mr", "MR", 3, "T1 AX 見本", MR_SIEMENS, "MR", "HEAD", "t1_se_tra",
                patient_position="HFS")
    sr = Series(head, "sr", "SR", 4, "報告書", WORKSTATION, "SR", minutes=120)
    op = Series(eyes, "op", "OP", 1, "Fundus", OP, "OP")
    sc = Series(eyes, "sc", "OT", 2, "予約票 スキャン", WORKSTATION, "SC", "HEAD", minutes=10)
    form = [
        "大阪見本クリニック 検査予約票", f"患者氏名: {MIHON.native} ({MIHON.latin})", f"ID: {MIHON.id}",
        f"生年月日: {MIHON.birth_date}", f"TEL: {MIHON.phone}", f"住所: {MIHON.address}", "検査: 眼底 両眼",
    ]
    findings = "見本三郎氏、52歳。明らかな梗塞や出血を認めない。前医(架空市民病院 試医師)の2021年6月3日の検査と変化なし。"
    return [
        Exam(mr, cross_sectional.head_mr, "head T1; Siemens private blocks, one binary with the name"),
        Exam(
            sr,
            lambda s: documents.basic_text_report(
                s, ("ja", "RFC5646", "Japanese"), findings, "異常なし。見本様へ電話 06-0000-3003 にて連絡。"
            ),
            "Basic Text SR in Japanese",
        ),
        Exam(op, visible.fundus, "fundus photographs, right uncompressed and left JPEG, no text"),
        Exam(sc, lambda s: visible.secondary_capture(s, form), "captured form: name, address, telephone"),
    ]


def _mustermann() -> list[Exam]:
    spine = Study(
        MUSTERMANN, "mr", "20210311", "074455", "UKM20210311A7",
        "MRT LWS Hr. Mustermann", "Lumbago, Überweisung Prof. Beispiel",
    )
    abdomen = Study(
        MUSTERMANN, "us", "20210318", "160210", "UKM20210318B1",
        "Sonographie Abdomen Mustermann Jürgen", "Oberbauchschmerz seit 02.03.2021",
    )
    mr = Series(spine, "mr", "MR", 4, "T2 TSE SAG", MR_PHILIPS, "MR", "LSPINE", "LWS Standard",
                patient_position="HFS")
    sr = Series(spine, "sr", "SR", 5, "Befund Mustermann", WORKSTATION, "SR", minutes=200)
    us = Series(abdomen, "us", "US", 1, "Abdomen", US, "US", "ABDOMEN")
    findings = (
        "Herr Dr. Jürgen Otto Mustermann (geb. 30.06.1948, MM-7781): Protrusion L4/L5. "
        "Vergleich mit der Voruntersuchung vom 12.01.2019, Praxis Dr. Käthe Fiktiv."
    )
    return [
        Exam(mr, cross_sectional.spine_mr, "lumbar T2, implicit little endian; Philips private blocks"),
        Exam(
            sr,
            lambda s: documents.basic_text_report(
                s, ("de", "RFC5646", "German"), findings, "Kein Prolaps. Rückruf: +49 000 123456."
            ),
            "Basic Text SR in German, deflated",
        ),
        Exam(us, lambda s: visible.ultrasound(s, jpeg=True), "banner in Latin, JPEG baseline"),
    ]


def _exemple() -> list[Exam]:
    head = Study(
        EXEMPLE, "ct", "20240502", "221837", "HGV24050242",
        "TDM cérébral Zoé Exemple", "Chute de vélo, vue par Dr Modèle",
    )
    chest = Study(
        EXEMPLE, "dx", "20240503", "090500", "HGV24050301",
        "Radio thorax Mme Exemple", "Contrôle après chute du 02/05/2024",
    )
    tracer = Study(
        EXEMPLE, "pet", "20240610", "080030", "HGV24061003", "TEP FDG Exemple Z", "Bilan, demande Dr Modèle",
    )
    ct = Series(head, "ct", "CT", 2, "Crâne sans injection", CT_SIEMENS, "CT", "HEAD", "Tete Routine",
                patient_position="HFS")
    dx = Series(chest, "dx", "DX", 1, "Thorax face", DX, "DX", "CHEST")
    sc = Series(chest, "sc", "OT", 2, "Fiche d'accueil", WORKSTATION, "SC", "CHEST", minutes=5)
    pet = Series(tracer, "pet", "PT", 3, "TEP corrigée", PET, "PT", "CHEST", "FDG corps")
    form = [
        "Hôpital Général de Villefictive", "Patiente: EXEMPLE Zoé Anne", f"No: {EXEMPLE.id}",
        "Née le 14/02/1999", f"Tél: {EXEMPLE.phone}", EXEMPLE.address, "Dr Hélène Modèle",
    ]
    return [
        Exam(ct, cross_sectional.head_ct, "head CT with a face outline, RLE"),
        Exam(dx, projection.digital_radiography, "chest DX with a side marker, no other text"),
        Exam(sc, lambda s: visible.secondary_capture(s, form), "captured form in French"),
        Exam(pet, cross_sectional.pet, "PET, signed pixels"),
    ]


def all_exams() -> list[Exam]:
    return [*_yamada(), *_tanaka(), *_mihon(), *_mustermann(), *_exemple()]
