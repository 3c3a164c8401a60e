extension ReportPage {
  /// Legible from 320 pixels up and on paper; the two radio buttons alone decide about the language.
  static let style = """
    :root {
      --ink: #1d2529; --soft: #55626a; --line: #d5dcdf; --paper: #fff; --tint: #f2f6f6; --accent: #0b5f63;
      --warn-ink: #7a2e00; --warn: #fff3e6;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body {
      position: relative; max-width: 64rem; margin: 0 auto; padding: 1.25rem clamp(1rem, 4vw, 2.5rem) 3rem;
      color: var(--ink); background: var(--paper); font-size: 1rem; line-height: 1.7; line-break: strict;
      font-family: system-ui, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", "IPAexGothic",
        "IPAGothic", sans-serif;
    }
    #japanese:checked ~ * span[lang="en"], #english:checked ~ * span[lang="ja"] { display: none; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
    }
    h1 { margin: 0 0 .75rem; font-size: clamp(1.5rem, 5vw, 2.1rem); line-height: 1.3; overflow-wrap: anywhere; }
    h2 { margin: 2.5rem 0 .75rem; padding-bottom: .3rem; font-size: 1.25rem; border-bottom: 2px solid var(--accent); }
    h3 { margin: 0 0 .4rem; font-size: 1.05rem; line-height: 1.4; }
    p { max-width: 48rem; margin: .5rem 0 1rem; }
    dl, dd { margin: 0; }
    code { font: .875em/1 ui-monospace, "DejaVu Sans Mono", Consolas, monospace; overflow-wrap: anywhere; }

    .kind { margin: 0; color: var(--accent); font-weight: 600; }
    .language {
      float: right; display: inline-flex; margin: 0 0 .5rem 1rem; overflow: hidden; border: 1px solid var(--accent);
      border-radius: .4rem;
    }
    .language label { padding: .15rem .75rem; color: var(--accent); font-size: .875rem; cursor: pointer; }
    #japanese:checked ~ header label[for="japanese"], #english:checked ~ header label[for="english"] {
      color: #fff; background: var(--accent);
    }
    #japanese:focus-visible ~ header .language, #english:focus-visible ~ header .language {
      outline: 3px solid #f0a500; outline-offset: 2px;
    }
    .facts {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem 1.5rem;
      padding: .9rem 1rem; background: var(--tint); border-radius: .5rem;
    }
    .facts dt, .tiles dt { color: var(--soft); font-size: .875rem; }
    .facts dd { line-height: 1.5; overflow-wrap: anywhere; }

    .tiles {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(7rem, 1fr)); gap: .75rem; margin-bottom: 1.25rem;
    }
    .tiles div {
      display: flex; flex-direction: column-reverse; padding: .6rem .9rem; border: 1px solid var(--line);
      border-radius: .5rem;
    }
    .tiles dd { font-size: 1.6rem; font-weight: 600; line-height: 1.3; white-space: nowrap; }
    .warning {
      padding: .75rem 1rem; color: var(--warn-ink); background: var(--warn); border-left: .35rem solid; font-weight: 600;
    }
    .warning code, .command code { white-space: nowrap; }
    .command { overflow-x: auto; }
    .wide { overflow-x: auto; margin-bottom: 1.25rem; }
    table { width: 100%; border-collapse: collapse; line-height: 1.5; }
    th, td { padding: .45rem .5rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { color: var(--soft); font-size: .8125rem; font-weight: 600; white-space: nowrap; }
    tbody th { font-weight: 400; }
    .number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
    .methods div { padding: .5rem 0; border-bottom: 1px solid var(--line); }
    .methods dt { font-weight: 600; }
    .methods dd { max-width: 48rem; }
    .command { padding: .5rem .75rem; background: var(--tint); border-radius: .4rem; }

    .groups { display: flex; flex-wrap: wrap; gap: 1.5rem 2.5rem; }
    .pictures { display: flex; flex-wrap: wrap; gap: .9rem; }
    figure { width: 9.5rem; margin: 0; break-inside: avoid; }
    figcaption { margin-top: .25rem; font-size: .8125rem; line-height: 1.4; }
    .picture {
      display: flex; align-items: center; justify-content: center; aspect-ratio: 1; overflow: hidden;
      background: #000; border-radius: .3rem;
    }
    .picture img { display: block; width: auto; height: auto; max-width: 100%; max-height: 100%; }
    .missing {
      flex-direction: column; padding: .5rem; color: var(--soft); background: var(--tint); border: 1px dashed #8a979d;
      font-size: .8125rem; line-height: 1.5; text-align: center;
    }

    @media (max-width: 30rem) {
      th, td { padding: .4rem .25rem; font-size: .875rem; }
      thead th { font-size: .75rem; letter-spacing: -.02em; }
      .optional { display: none; }
      .tiles { grid-template-columns: 1fr 1fr; }
      .tiles div:last-child { grid-column: span 2; }
      .groups { gap: 1.25rem; }
      figure { width: 7rem; }
    }
    @media print {
      @page { margin: 15mm; }
      body { max-width: none; padding: 0; font-size: 10pt; }
      .language { display: none; }
      h2, h3 { break-after: avoid; }
      tr, .methods div, .tiles div { break-inside: avoid; }
      .wide { overflow: visible; }
      .picture, .facts, .command, .warning { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
    }
    """
}
