/// How every HTML report looks: one style sheet, without anything from elsewhere.
enum HouseStyle {
  static let text = """
    :root { color-scheme: light dark;
      --ground: #ffffff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de; --head: #f3f5f7;
      --pass: #116329; --fail: #a40e26; --open: #7a4100; --calm: #3d4752;
      --pass-ground: #e3f5e8; --fail-ground: #fdebec; --open-ground: #fff1dc;
      --calm-ground: #eef1f4; }
    @media (prefers-color-scheme: dark) { :root {
      --ground: #0f1419; --text: #e6e9ec; --soft: #a5afb9; --line: #36404a; --head: #19202a;
      --pass: #7ee2a0; --fail: #ffa3ab; --open: #ffc777; --calm: #c3ccd5;
      --pass-ground: #0f2f1c; --fail-ground: #3a1318; --open-ground: #35230a;
      --calm-ground: #222b35; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; background: var(--ground);
      color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
    h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
    h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
    h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
    header p, footer p { color: var(--soft); max-width: 70ch; }
    section p { max-width: 80ch; }
    .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
    table { border-collapse: collapse; width: 100%; }
    caption { text-align: left; padding: .6rem .9rem; color: var(--soft); }
    th, td { text-align: left; vertical-align: top; padding: .6rem .9rem;
      border-top: 1px solid var(--line); }
    thead th { background: var(--head); font-weight: 600; min-width: 11rem; }
    tbody th { font-weight: 400; min-width: 18rem; max-width: 28rem; }
    tbody th span { display: block; }
    .id { font: .85rem ui-monospace, monospace; color: var(--soft); }
    .title { font-weight: 600; }
    .target, .rank { color: var(--soft); font-size: .9rem; }
    .note { color: var(--soft); font-size: .85rem; margin-top: .25rem; }
    .none { color: var(--soft); }
    .verdict { display: inline-block; padding: .05rem .5rem; border-radius: .35rem;
      font-weight: 600; font-size: .85rem; white-space: nowrap; color: var(--calm);
      background: var(--calm-ground); }
    .pass { color: var(--pass); background: var(--pass-ground); }
    .fail, .error { color: var(--fail); background: var(--fail-ground); }
    .indeterminate { color: var(--open); background: var(--open-ground); }
    .figure { display: block; font-variant-numeric: tabular-nums; margin-top: .2rem; }
    pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem;
      background: var(--calm-ground); padding: .6rem; border-radius: .35rem; }
    :focus-visible { outline: 3px solid var(--open); outline-offset: 2px; }
    @media (max-width: 40rem) { body { padding: 1rem .75rem; }
      tbody th { min-width: 13rem; } thead th { min-width: 9rem; } }
    @media print { body { max-width: none; padding: 0; font-size: 9pt; }
      .scroll { overflow: visible; border: 0; } thead { display: table-header-group; }
      tr { break-inside: avoid; } thead th, tbody th { min-width: 0; } }
    """
}
