"""The style sheet of a report in HTML: one column on a telephone, two on a screen, one on paper."""

STYLE = """\
:root {
  color-scheme: light dark;
  --page: #f6f5f1; --card: #fff; --ink: #23262b; --soft: #666c75; --line: #e2dfd7;
  --work: #3f6fb0; --life: #b9517c; --recovery: #2c8f89; --growth: #c98a1b; --focus: #5b6f8f;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #17191d; --card: #202329; --ink: #e8e6e1; --soft: #a0a5ae; --line: #343840;
    --work: #7ba7e0; --life: #e08cb1; --recovery: #5fc2bb; --growth: #e6b45c; --focus: #9fb2d0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 2.5rem 1rem; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif;
}
main { max-width: 60rem; margin: 0 auto; }
header { margin: 0 0 1.75rem; }
h1 { margin: 0; font-size: 2em; line-height: 1.2; letter-spacing: -.015em; }
h2 { margin: 0 0 .9rem; font-size: 1.05em; }
p { margin: .35rem 0; }
.soft, footer { color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 1rem; }
.card b { display: block; font-size: 1.7em; line-height: 1.25; font-weight: 650; }
.grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1rem; }
.grid, section { margin-top: 1rem; }
section, .card {
  background: var(--card); border: 1px solid var(--line); border-radius: .8rem;
  padding: 1.1rem 1.25rem; break-inside: avoid;
}
.grid section { margin: 0; }
.wide { grid-column: 1 / -1; }
svg { display: block; width: 100%; height: auto; overflow: visible; }
svg text { fill: var(--ink); font-size: 13px; }
svg .faint { fill: var(--soft); }
svg .track { fill: var(--line); }
svg .rule { stroke: var(--line); }
svg .aim { stroke: var(--ink); stroke-width: 2; }
.fill-work { fill: var(--work); } .fill-life { fill: var(--life); }
.fill-recovery { fill: var(--recovery); } .fill-growth { fill: var(--growth); }
.fill-focus { fill: var(--focus); } .meant { opacity: .3; }
.key { display: grid; grid-template-columns: auto 1fr auto auto; gap: .3rem .6rem; margin: 0; }
.key .sign { font-size: 1.05em; line-height: 1.4; }
.work { color: var(--work); } .life { color: var(--life); }
.recovery { color: var(--recovery); } .growth { color: var(--growth); }
.balance {
  display: grid; grid-template-columns: minmax(5rem, 11rem) minmax(max-content, 1fr); gap: 1rem;
  align-items: center;
}
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
th { font-weight: 600; text-align: left; color: var(--soft); font-size: .88em; }
th, td { padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th.number { text-align: right; }
td { overflow-wrap: break-word; }
.texts { table-layout: fixed; }
.texts td { overflow-wrap: anywhere; }
.texts th:first-child:nth-last-child(4) { width: 3.5rem; }
tr:last-child td { border-bottom: 0; }
.quadrants { display: grid; grid-template-columns: 1fr 1fr; gap: .6rem; }
.quadrants div { border: 1px solid var(--line); border-radius: .55rem; padding: .6rem .8rem; }
blockquote { margin: .25rem 0 1rem; padding: 0 0 0 .9rem; border-left: 3px solid var(--growth); }
blockquote, td { white-space: pre-line; }
footer { margin: 1.5rem .25rem 0; font-size: .88em; }
@media (max-width: 50rem) {
  body { padding: 1.25rem .75rem; }
  .grid, .balance { grid-template-columns: minmax(0, 1fr); }
  .wide svg text { font-size: 21px; }
  .balance svg { max-width: 12rem; margin: 0 auto; }
}
@media print {
  :root {
    color-scheme: light;
    --page: #fff; --card: #fff; --ink: #111; --soft: #555; --line: #ccc;
    --work: #3f6fb0; --life: #b9517c; --recovery: #2c8f89; --growth: #c98a1b; --focus: #5b6f8f;
  }
  @page { margin: 14mm; }
  body { padding: 0; font-size: 9pt; }
  .cards { grid-template-columns: repeat(4, 1fr); gap: .7rem; }
  .grid { gap: .7rem; }
  .balance { grid-template-columns: 7.5rem 1fr; gap: 1rem; }
  section, .card { padding: .8rem .9rem; }
  th, td { padding-block: .2rem; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
"""
