/// The style sheet of digests: a page of a journal on screen and on paper.
enum HTMLStyle {
  /// The style of books: reading devices have their own fonts, sizes and pages.
  static let bookSheet: StaticString = """
    h1, h2, h3 { line-height: 1.2; }
    code, pre { font-family: monospace; }
    pre { white-space: pre-wrap; }
    q { quotes: none; }
    ol.posts, ol.posts ol { list-style: none; margin: 0; padding: 0; }
    ol.posts ol { padding-left: 0.7em; border-left: 1px solid #999; }
    ol.posts ol ol ol ol { padding-left: 0; border-left: 0; }
    .post { margin-bottom: 1em; }
    .post h3 { display: inline; margin: 0 0.5em 0 0; }
    .post header .facts { display: inline; }
    .facts, .method, .note, .quotation, .cut, figcaption, footer { color: #555; font-size: 85%; }
    .number, .overview dt { color: #8a3a1c; font-weight: bold; }
    .overview { border: 1px solid #999; padding: 0.5em; }
    .overview dd { margin: 0 0 0.5em 1em; }
    .note { border-left: 2px solid #8a3a1c; padding-left: 0.6em; }
    blockquote.quotation { margin: 0 0 0.5em; padding-left: 0.6em; border-left: 2px solid #999; }
    .subject { font-weight: bold; }
    .missing, .remark { font-style: italic; }
    .bar, .person { fill: #8a3a1c; }
    .axis { stroke: #999; }
    .reply { fill: none; stroke: #777; }
    .tip { fill: #777; }
    .tick, .name { font-size: 13px; }
    ul.items, .index ul { list-style: none; padding-left: 1em; }

    """

  static let sheet: StaticString = """
    :root { color-scheme: light dark; --paper: #fcfbf8; --ink: #1f1d1a; --faint: #6a645b; --line: #ddd7cc; --accent: #8a3a1c; --wash: #f3efe6; --mark: #f6e3a1; }
    @media (prefers-color-scheme: dark) { :root { --paper: #181715; --ink: #dfdad1; --faint: #a19a8e; --line: #3a3733; --accent: #e0a182; --wash: #23211e; --mark: #5c4a12; } }
    * { box-sizing: border-box; }
    html { font-size: 106.25%; -webkit-text-size-adjust: 100%; scroll-behavior: smooth; }
    body { margin: 0; padding: 2.5rem 1.1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Charter, "Bitstream Charter", "Iowan Old Style", "Source Serif 4", Georgia, "DejaVu Serif", serif; overflow-wrap: break-word; hanging-punctuation: first; }
    main { max-width: 35rem; margin: 0 auto; }
    h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; break-after: avoid; }
    h1 { font-size: 1.95rem; margin: 0 0 .5rem; letter-spacing: -.01em; }
    h2 { font-size: 1.3rem; margin: 0 0 .4rem; }
    p { margin: 0 0 .7rem; text-wrap: pretty; hyphens: auto; }
    a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
    a:hover { color: var(--accent); }
    a:focus-visible, label:focus-visible, .fold:focus-visible ~ header label { outline: 2px solid var(--accent); outline-offset: 2px; }
    code, pre { font-family: "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; font-size: .78em; }
    code { overflow-wrap: anywhere; }
    pre { margin: 0 0 .8rem; padding: .6rem .8rem; overflow-x: auto; background: var(--wash); line-height: 1.45; }
    q { quotes: none; }
    mark { background: var(--mark); color: var(--ink); padding: 0 .3em; border-radius: .2em; }
    .facts, .method, .note, label, .cut, .quotation, .sources, .pingbacks, footer { color: var(--faint); font-size: .84rem; line-height: 1.45; }
    .facts { margin: 0 0 .3rem; font-variant-numeric: tabular-nums; }
    .facts strong { color: var(--ink); }
    .title { padding-bottom: 1rem; border-bottom: 3px double var(--line); margin-bottom: 1.5rem; }
    .method { margin: .8rem 0; }
    .people, nav { margin-bottom: 1.8rem; }
    .people h2, nav h2, footer h2 { font-size: 1rem; }
    nav ol { margin: 0; padding-left: 1.6rem; }
    nav li { margin-bottom: .25rem; }
    .thread { border-top: 1px solid var(--line); padding-top: 1.6rem; margin-top: 2.4rem; }
    .number { color: var(--accent); font-variant-numeric: tabular-nums; text-decoration: none; }
    ol.posts, ol.posts ol { list-style: none; margin: 0; padding: 0; }
    ol.posts { margin-top: 1.4rem; }
    ol.posts ol { padding-left: .9rem; border-left: 1px solid var(--line); }
    ol.posts ol ol ol ol ol ol { padding-left: 0; border-left: 0; }
    .post { position: relative; padding: .4rem 0 .8rem; clear: both; scroll-margin-top: 1rem; }
    .post > header { margin-bottom: .45rem; break-after: avoid; }
    .post h3 { display: inline; font-size: 1rem; margin: 0 .5em 0 0; }
    .post header .facts { display: inline; }
    .post:target { background: var(--wash); box-shadow: -.6rem 0 0 var(--wash), .6rem 0 0 var(--wash); }
    .match > header h3 bdi { border-bottom: 2px solid var(--mark); }
    .subject { font-weight: 600; }
    .guess { color: var(--accent); font-weight: 600; }
    .missing { font-style: italic; color: var(--faint); }
    .cut { margin-bottom: .6rem; }
    blockquote.quotation { margin: 0 0 .6rem; padding-left: .7rem; border-left: 3px solid var(--line); }
    blockquote.quotation p { margin: 0; }
    span.cut { font-size: inherit; }
    .fold { position: absolute; opacity: 0; pointer-events: none; }
    label { cursor: pointer; border-bottom: 1px dotted var(--faint); margin-left: .5em; }
    ul.items { list-style: none; margin: 0 0 .7rem; padding-left: 1.6em; }
    ul.items li { margin-bottom: .2rem; }
    .marker { display: inline-block; min-width: 1.1em; margin-left: -1.4em; color: var(--faint); }
    .short { white-space: nowrap; }
    .note { display: none; border-left: 2px solid var(--accent); padding-left: .7rem; margin: .2rem 0 .8rem; font-size: .76rem; overflow-wrap: anywhere; }
    .note p { margin: 0 0 .35rem; hyphens: none; }
    .evidence { color: var(--ink); }
    .fold:checked ~ .note { display: block; }
    .overview { margin: 1rem 0 1.2rem; padding: .8rem 1rem .3rem; background: var(--wash); font-size: .92rem; line-height: 1.45; }
    .overview dt { font-weight: 600; font-size: .84rem; color: var(--accent); margin-bottom: .15rem; break-after: avoid; }
    .overview dd { margin: 0 0 .55rem; overflow-wrap: anywhere; }
    .overview .facts { white-space: normal; }
    .mark { color: var(--ink); }
    .suggested { border-left: 2px dotted var(--faint); padding-left: .4rem; }
    .remark { font-style: italic; }
    .charts figure { margin: 0 0 1.4rem; }
    .charts svg { display: block; width: 100%; height: auto; }
    .charts .network { max-width: 24rem; margin-bottom: .4rem; }
    .bar, .person { fill: var(--accent); }
    .axis { stroke: var(--line); }
    .reply { fill: none; stroke: var(--faint); stroke-opacity: .45; }
    .tip { fill: var(--faint); }
    .tick, .name { fill: var(--faint); font: 13px "DejaVu Sans", system-ui, sans-serif; }
    .name { fill: var(--ink); }
    figcaption { color: var(--faint); font-size: .84rem; }
    .index ul { list-style: none; margin: 0; padding: 0; font-size: .9rem; }
    .index h2 { font-size: 1rem; margin-top: 1.6rem; }
    .index li { margin-bottom: .15rem; padding-left: 1em; text-indent: -1em; }
    .sources, .pingbacks { padding-left: 1.4rem; }
    .sources code, .path { overflow-wrap: anywhere; }
    .digest { display: block; }
    footer { border-top: 3px double var(--line); margin-top: 3rem; padding-top: 1rem; }
    footer h2 { color: var(--ink); }
    @media (max-width: 30rem) { .tick { font-size: 20px; } body { padding: 1.4rem .9rem 3rem; } h1 { font-size: 1.55rem; } ol.posts ol { padding-left: .55rem; } ol.posts ol ol ol ol { padding-left: 0; border-left: 0; } }
    .brief .post { padding: .1rem 0 .2rem; }
    .brief .post > header { margin-bottom: .1rem; }
    .brief .post p { margin-bottom: .3rem; }
    @media screen and (min-width: 68rem) { main:not(.brief) { max-width: 53rem; padding-right: 18rem; } main:not(.brief) .fold, main:not(.brief) .post label { display: none; } main:not(.brief) .note { display: block; float: right; clear: right; width: 15rem; margin: .1rem -18rem 1rem 0; padding: 0; border: 0; } }
    @page { size: A4; margin: 22mm 24mm 24mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt Georgia, serif; color: #555; } }
    @media print { :root { --paper: #fff; --ink: #000; --faint: #444; --line: #bbb; --accent: #5c2410; --wash: #f4f4f4; --mark: #eee; } html { font-size: 10.5pt; } body { padding: 0; } main { max-width: none; } p { orphans: 3; widows: 3; text-align: left; } a { text-decoration: none; } .fold, label { display: none; } .brief .note { display: none; } main:not(.brief) .note { display: block; font-size: 8pt; border-left-width: 1pt; margin: 0 0 2mm; padding-left: 2mm; break-inside: avoid; } .post > header { break-inside: avoid; } pre { white-space: pre-wrap; } .thread { break-before: auto; } nav a::after { content: none; } }

    """
}
