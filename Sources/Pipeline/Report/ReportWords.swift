package import Anonymizer

/// What codes mean, in the report's two languages and in words for readers who do not know the standard.
extension ReportContent.ReasonCount {
  package init(_ reason: WithholdReason, files: Int) {
    self.init(code: reason.rawValue, text: .init(ja: reason.japanese, en: reason.text.sentence), files: files)
  }

  package init(_ reason: ReviewReason, files: Int) {
    self.init(code: reason.rawValue, text: reason.words, files: files)
  }
}

extension ReportContent.Method {
  package static let basicProfile = ReportContent.Method(
    DeidentificationMethod.basicProfile,
    .init(
      ja: "氏名、番号、日付、施設など、患者と関係者を特定しうる属性を、規格の表に従って削除または置換しました。",
      en:
        "Attributes that can identify the patient or other people (names, numbers, dates, institutions) were "
        + "removed or replaced, by the standard's table."))

  package init(_ option: ProfileOption) { self.init(option.method, option.words) }

  private init(_ method: DeidentificationMethod, _ text: ReportContent.Text) {
    self.init(codeValue: method.codeValue, codeMeaning: method.codeMeaning, text: text)
  }
}

extension String {
  /// With a capital at its start.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() }
}

extension WithholdReason {
  fileprivate var japanese: String {
    switch self {
    case .unreadable: "ファイルを開けない、または読めません"
    case .empty: "空のファイルです"
    case .notDICOM: "DICOM ファイルではありません"
    case .truncated: "ファイルが要素の途中で終わっています"
    case .malformed: "ファイルの構造に矛盾があります"
    case .tooDeep: "シーケンスの入れ子が 64 段を超えています"
    case .tooLarge: "展開したデータセットが 1 GiB を超えます"
    case .unknownTransferSyntax: "未知の転送構文です"
    case .referencedPixelData: "画素データがファイルの外にあります（JPIP）"
    case .video: "動画はまだ検査できません"
    case .unparsed: "DCMTK がデータセットを読めない、または編集できません"
    case .directory: "DICOMDIR は媒体の目次であり、画像ではありません"
    case .encapsulatedDocument: "埋め込み文書（PDF など）はまだ処理できません"
    case .labelOrOverview: "スライドのラベルが写っている画像です（LABEL、OVERVIEW）"
    case .pixelsUnchecked: "氏名が写り込みやすい種類の画像で、画素をまだ検査していません"
    case .burnedInAnnotation: "文字の焼き込みがあると宣言されている画像です"
    case .recognizableFace: "顔を再構成できる可能性があり、プロファイルが保留を指定しています"
    case .sameUID: "同じ SOP インスタンス UID で内容の異なるファイルが、すでにリリースされています"
    case .linkOutside: "シンボリックリンクが入力フォルダーの外を指しています"
    case .unwritable: "結果を書き込めませんでした"
    case .pixelDataChanged: "書き出した画素データが入力と一致しません"
    case .crashed: "処理プロセスがこのファイルで異常終了しました"
    }
  }
}

extension ReviewReason {
  fileprivate var words: ReportContent.Text {
    switch self {
    case .uidMissing:
      .init(
        ja: "UID のないファイルに、新しい UID を付けました。同じ検査やシリーズとの対応は失われている可能性があります。",
        en:
          "UIDs were missing and new ones were given; what belongs to the same study or series may be apart.")
    case .patientIDMissing:
      .init(
        ja: "患者 ID がないため、検査ごとに別の仮名を付けました。同じ患者の検査が別人として扱われている可能性があります。",
        en:
          "No patient ID: each study got a pseudonym of its own, so studies of one patient may look like several "
          + "patients.")
    case .patientIDContradictory:
      .init(
        ja: "一つの患者 ID に異なる生年月日または性別がありました。別人の可能性があるため、検査ごとに別の仮名を付けました。",
        en:
          "One patient ID came with different birth dates or sexes. These may be different people, so each study "
          + "got a pseudonym of its own.")
    case .recognizableFace:
      .init(
        ja: "頭部の断層画像など、三次元表示で顔を再構成できる可能性があります。ファイルには (0028,0302) = YES と記録されています。"
          + "提供の条件を確認してください。",
        en:
          "A face might be rendered from these slices. The files say so in (0028,0302) = YES; check the terms "
          + "under which they may be shared.")
    }
  }
}

extension ProfileOption {
  fileprivate var words: ReportContent.Text {
    switch self {
    case .cleanPixelData:
      .init(ja: "画素に焼き込まれた文字を消しました。", en: "Text burned into the pixels was erased.")
    case .cleanRecognizableVisualFeatures:
      .init(ja: "顔など、本人と分かる外見を消しました。", en: "Features such as a face were made unrecognizable.")
    case .cleanGraphics:
      .init(ja: "図形注釈やオーバーレイから個人情報を除きました。", en: "Graphics and overlays were cleaned.")
    case .cleanStructuredContent:
      .init(ja: "構造化レポートの内容から個人情報を除きました。", en: "The content of structured reports was cleaned.")
    case .cleanDescriptors:
      .init(
        ja: "検査やシリーズの説明などの自由記載から個人情報を除いて残しました。",
        en: "Free text such as descriptions was kept without what identifies.")
    case .retainLongitudinalTemporalInformationFullDates:
      .init(ja: "日付と時刻を元のまま残しました。", en: "Dates and times were kept as they were.")
    case .retainLongitudinalTemporalInformationModifiedDates:
      .init(
        ja: "日付を患者ごとに一定の日数だけずらしました。検査の間隔は元のままです。",
        en: "Dates were moved by one number of days per patient, so intervals are as they were.")
    case .retainPatientCharacteristics:
      .init(ja: "年齢、性別、身長、体重などを残しました。", en: "Age, sex, size, weight and the like were kept.")
    case .retainDeviceIdentity:
      .init(ja: "装置の識別情報を残しました。", en: "What identifies the device was kept.")
    case .retainUIDs: .init(ja: "UID を元のまま残しました。", en: "UIDs were kept as they were.")
    case .retainSafePrivate:
      .init(
        ja: "規格が安全と認めるプライベート属性だけを残しました。",
        en: "Of the private attributes, only those that the standard lists as safe were kept.")
    case .retainInstitutionIdentity:
      .init(ja: "施設の識別情報を残しました。", en: "What identifies the institution was kept.")
    }
  }
}
