"""The invented patients, their hospitals and the staff who treat them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Hospital:
    folder: str
    name: str
    address: str
    department: str
    referring: str
    performing: str
    reading: str
    operator: str
    ae_title: str
    issuer: str


@dataclass(frozen=True)
class Patient:
    """One patient; `latin` and `native` are the spellings drawn into images and free text."""

    key: str
    folder: str
    charset: str | list[str]
    name: str
    latin: str
    native: str
    id: str
    other_id: str
    birth_date: str
    sex: str
    size: str
    weight: str
    address: str
    phone: str
    country: str
    occupation: str
    mother: str
    comment: str
    hospital: Hospital

    def age(self, date: str) -> str:
        years = int(date[:4]) - int(self.birth_date[:4]) - (date[4:] < self.birth_date[4:])
        return f"{years:03d}Y"


def _tokyo(katakana: bool) -> Hospital:
    """The same hospital under ISO 2022 IR 87 and ISO 2022 IR 13, where sites write half-width kana."""
    return Hospital(
        folder="CD_TOKYO",
        name="東京架空大学病院",
        address="東京都架空区見本町1-2-3",
        department="放射線科",
        referring="ｻｻｷ^ﾚｲｺ=佐々木^例子=ささき^れいこ" if katakana
        else "SASAKI^REIKO=佐々木^例子=ささき^れいこ",
        performing="ﾔｶﾞﾐ^ｹﾝｼﾞ=矢上^見治=やがみ^けんじ" if katakana
        else "YAGAMI^KENJI=矢上^見治=やがみ^けんじ",
        reading="ﾖﾐﾀ^ｴｲｿﾞｳ=読田^映三=よみた^えいぞう" if katakana
        else "YOMITA^EIZO=読田^映三=よみた^えいぞう",
        operator="ｷﾞｼ^ﾏﾅﾌﾞ=技師^学=ぎし^まなぶ" if katakana
        else "GISHI^MANABU=技師^学=ぎし^まなぶ",
        ae_title="TKUH_PACS",
        issuer="TOKYO KAKUU UNIV HOSP",
    )


OSAKA = Hospital(
    folder="CD_OSAKA",
    name="大阪見本クリニック",
    address="大阪府架空市例町4-5-6 見本ビル3階",
    department="画像診断科",
    referring="KARINO^ISHI=仮野^医志=かりの^いし",
    performing="TAMESHI^YUKI=試^雪=ためし^ゆき",
    reading="DOKUEI^SHIN=読影^診=どくえい^しん",
    operator="SATSUEI^MITSU=撮影^光=さつえい^みつ",
    ae_title="OSKMC_PACS",
    issuer="OSAKA MIHON CLINIC",
)

MUSTERSTADT = Hospital(
    folder="CD_MUSTERSTADT",
    name="Universitätsklinik Musterstadt",
    address="Prüfstraße 12, 00000 Musterstadt",
    department="Radiologie",
    referring="Beispiel^Günther^^Prof. Dr.",
    performing="Fiktiv^Käthe^^Dr.",
    reading="Erfunden^Björn^^Dr.",
    operator="Probe^Änne",
    ae_title="UKM_PACS",
    issuer="UK MUSTERSTADT",
)

VILLEFICTIVE = Hospital(
    folder="CD_VILLEFICTIVE",
    name="Hôpital Général de Villefictive",
    address="7 rue de l'Échantillon, 00000 Villefictive",
    department="Imagerie médicale",
    referring="Modèle^Hélène^^Dr",
    performing="Fictif^Gaël^^Dr",
    reading="Inventé^Éloïse^^Pr",
    operator="Essai^Noël",
    ae_title="HGV_PACS",
    issuer="HG VILLEFICTIVE",
)

YAMADA = Patient(
    key="yamada", folder="00012345_YAMADA", charset=["", "ISO 2022 IR 87"],
    name="YAMADA^TARO=山田^太郎=やまだ^たろう", latin="YAMADA TARO", native="山田太郎",
    id="00012345", other_id="987654321098", birth_date="19520317", sex="M", size="1.68", weight="64",
    address="東京都架空区見本町9-8-7 架空荘101号", phone="03-0000-1234", country="JP",
    occupation="会社員", mother="SUZUKI^HANA=鈴木^花=すずき^はな",
    comment="山田太郎様 ご家族連絡先 090-0000-5678 (妻 山田良子)", hospital=_tokyo(False),
)

TANAKA = Patient(
    key="tanaka", folder="00067890_TANAKA", charset=["ISO 2022 IR 13", "ISO 2022 IR 87"],
    name="ﾀﾅｶ^ﾊﾅｺ=田中^花子=たなか^はなこ", latin="TANAKA HANAKO", native="田中花子",
    id="00067890", other_id="123450067890", birth_date="19861105", sex="F", size="1.57", weight="49",
    address="東京都架空区例町2-22", phone="03-0000-9876", country="JP",
    occupation="教員", mother="ｻﾄｳ^ﾕｷ=佐藤^雪=さとう^ゆき",
    comment="田中花子様 通訳不要 TEL 080-0000-1122", hospital=_tokyo(True),
)

MIHON = Patient(
    key="mihon", folder="K-3003_MIHON", charset="ISO_IR 192",
    name="MIHON^SABURO=見本^三郎=みほん^さぶろう", latin="MIHON SABURO", native="見本三郎",
    id="K-3003", other_id="551200330033", birth_date="19700101", sex="M", size="1.75", weight="81",
    address="大阪府架空市試町7-7", phone="06-0000-3003", country="JP",
    occupation="調理師", mother="REI^ICHIKO=例^市子=れい^いちこ",
    comment="見本三郎様 閉所恐怖症あり saburo.mihon@example.jp", hospital=OSAKA,
)

MUSTERMANN = Patient(
    key="mustermann", folder="MM-7781_MUSTERMANN", charset="ISO_IR 100",
    name="Mustermann^Jürgen^Otto^Dr.", latin="MUSTERMANN JÜRGEN", native="Jürgen Mustermann",
    id="MM-7781", other_id="A123456780", birth_date="19480630", sex="M", size="1.82", weight="90",
    address="Erfindungsweg 3, 00000 Musterstadt", phone="+49 000 123456", country="DE",
    occupation="Bäcker", mother="Probst^Mühle",
    comment="Herr Mustermann bittet um Rückruf unter +49 000 654321", hospital=MUSTERSTADT,
)

EXEMPLE = Patient(
    key="exemple", folder="2024-0042_EXEMPLE", charset="ISO_IR 100",
    name="Exemple^Zoé^Anne^Mme", latin="EXEMPLE ZOÉ", native="Zoé Exemple",
    id="2024-0042", other_id="2990175000042", birth_date="19990214", sex="F", size="1.65", weight="58",
    address="12 impasse du Modèle, 00000 Villefictive", phone="+33 00 00 00 42", country="FR",
    occupation="Étudiante", mother="Spécimen^Chloé",
    comment="Mme Exemple, voir son frère Théo Exemple (+33 00 00 00 43)", hospital=VILLEFICTIVE,
)

PATIENTS = [YAMADA, TANAKA, MIHON, MUSTERMANN, EXEMPLE]
