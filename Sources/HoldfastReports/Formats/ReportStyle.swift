/// What the report of one institution has beside the house style.
enum ReportStyle {
  static let text = """
    main { max-width: 62rem; margin: 0 auto; } header { max-width: 62rem; margin: 0 auto 1.5rem; }
    footer { max-width: 62rem; margin: 2rem auto 0; border-top: 1px solid var(--line); }
    header .verdict { font-size: 1.05rem; padding: .25rem .75rem; }
    .lead { font-size: 1.05rem; color: var(--text); }
    .scroll + h3, .scroll { margin-top: .75rem; }
    .glance td, .glance tbody th { padding: .45rem .9rem; }
    .glance thead th, .facts thead th { min-width: 0; }
    .glance td + td, .glance th + td { min-width: 7.5rem; } .glance .figure { margin: 0; } .facts tbody th { min-width: 8rem; font-weight: 600; }
    caption { font-weight: 600; color: var(--text); }
    .facts td { overflow-wrap: anywhere; min-width: 9rem; }
    .facts .number { white-space: nowrap; min-width: 0; text-align: right;
      font-variant-numeric: tabular-nums; }
    a { color: inherit; text-decoration: none; }
    a .title { text-decoration: underline; text-decoration-thickness: 1px;
      text-underline-offset: .2em; }
    article { border: 1px solid var(--line); border-radius: .5rem; padding: 1rem 1.15rem;
      margin: 1rem 0; }
    article h3 { margin: 0 0 .35rem; font-size: 1.05rem; }
    article h3 .id { display: block; font-weight: 400; }
    article h4 { margin: 1rem 0 .25rem; font-size: 1rem; }
    article p { margin: .4rem 0; max-width: 75ch; } .found { font-weight: 600; }
    .bar { margin: .6rem 0 .9rem; } .bar svg { display: block; width: 100%; height: 2.1rem; }
    .bar .aim { display: flex; font-size: .8rem; color: var(--text); }
    .bar .aim span { white-space: nowrap; }
    .bar .axis { display: flex; justify-content: space-between; font-size: .8rem;
      color: var(--soft); }
    .track { fill: var(--calm-ground); stroke: var(--line); } .zone { fill: var(--soft); }
    .line { fill: var(--text); } .sure { fill: var(--hue); }
    .band { fill: var(--hue); fill-opacity: .35; stroke: var(--hue); stroke-dasharray: 4 3; }
    .hue-pass { --hue: var(--pass); } .hue-fail, .hue-error { --hue: var(--fail); }
    .hue-indeterminate { --hue: var(--open); }
    .hue-waived, .hue-not_applicable { --hue: var(--calm); }
    dl { margin: .5rem 0 0; display: grid; grid-template-columns: 10rem 1fr; gap: .25rem 1rem; }
    dt { color: var(--soft); } dd { margin: 0; max-width: 70ch; overflow-wrap: anywhere; }
    code { font: .85rem ui-monospace, monospace; } blockquote { margin: 0; }
    .key { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; font-size: .85rem;
      color: var(--soft); padding: 0; list-style: none; }
    @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; }
      article { padding: .75rem .8rem; } }
    @media screen and (max-width: 40rem) {
      .glance thead { position: absolute; clip-path: inset(50%); }
      .glance tbody tr { display: block; padding: .5rem 0; border-top: 1px solid var(--line); }
      .glance td, .glance tbody th { display: block; border: 0; padding: .1rem .9rem;
        min-width: 0; max-width: none; } .glance .figure { display: inline; }
      .glance td:nth-of-type(2)::before { content: "Found: "; }
      .glance td:nth-of-type(3)::before { content: "Target: "; }
      .glance td:nth-of-type(4)::before { content: "A miss "; } }
    @media print { main, header, footer { max-width: none; } article { padding: .6rem .8rem; }
      h2, h3, h4, caption, .found { break-after: avoid; } .bar, p, dd { break-inside: avoid; }
      .verdict, .bar svg { print-color-adjust: exact; }
      :root { font-size: 9pt; color-scheme: light; --ground: #fff; --text: #000; --soft: #444; --line: #999;
        --head: #eee; --pass: #116329; --fail: #a40e26; --open: #7a4100; --calm: #3d4752;
        --pass-ground: #e3f5e8; --fail-ground: #fdebec; --open-ground: #fff1dc;
        --calm-ground: #eef1f4; } }
    """
}
