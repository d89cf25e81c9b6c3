//! How a page looks: on screens wide and narrow, dark and light, and on paper.
//!
//! Knows the names that the page gives its parts. The colours are those of the board; on paper it
//! is black on white.

use std::io::{self, Write};

use ratatui::style::Style;

use crate::theme::{Choice, Depth, Theme};

/// Writes the style sheet.
pub(super) fn write(to: &mut dyn Write) -> io::Result<()> {
    write!(to, ":root{{color-scheme:light dark;")?;
    colours(to, Choice::Light)?;
    write!(to, "}}\n@media screen and (prefers-color-scheme:dark){{:root{{")?;
    colours(to, Choice::Dark)?;
    write!(to, "}}}}\n{LOOK}{NARROW}{PAPER}")
}

/// The colours of a theme, by what they mean.
fn colours(to: &mut dyn Write, choice: Choice) -> io::Result<()> {
    let theme = Theme::resolve(choice, None, Depth::True);
    let front = |style: Style| style.fg.unwrap_or_default();
    let [land, ..] = theme.map.land;
    write!(to, "--ground:{};", theme.ground.bg.unwrap_or_default())?;
    for (name, style) in [
        ("ink", theme.text),
        ("dim", theme.dim),
        ("rule", theme.faint),
        ("accent", theme.accent),
        ("warn", theme.warn),
        ("arrests", theme.arrests_label),
        ("rescues", theme.rescues_label),
        ("identified", theme.accent),
        ("moved", theme.warn),
        ("land", land),
    ] {
        write!(to, "--{name}:{};", front(style))?;
    }
    Ok(())
}

const LOOK: &str = "\
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;padding:2.5rem 1.5rem 3rem;max-width:62rem;background:var(--ground);\
color:var(--ink);font:1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',\
'Liberation Sans',Arial,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
h1{margin:0 0 .25rem;font-size:2.1rem;line-height:1.15;letter-spacing:-.01em;text-wrap:balance}
h2{margin:2.75rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--rule);\
font-size:1.25rem;line-height:1.3}
h3{margin:1.5rem 0 .35rem;font-size:1rem;line-height:1.4}
p{margin:0 0 .75rem;max-width:44rem}
a{color:var(--accent);text-decoration-thickness:1px;text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
:target{background:color-mix(in srgb,var(--accent) 16%,transparent)}
[role=doc-noteref]{font-size:.8em;text-decoration:none;white-space:nowrap}
[role=doc-noteref]:hover{text-decoration:underline}
.about{margin:0 0 .25rem;color:var(--dim)}
.caution{margin:1rem 0 .5rem;padding-inline-start:.75rem;border-inline-start:3px solid var(--warn)}
.caution strong{color:var(--warn)}
.disclaimer{margin:.75rem 0 0;color:var(--dim);font-size:.9rem}
ul{margin:0 0 .75rem;padding-inline-start:1.25rem;max-width:48rem}
ul ul{margin:.15rem 0 .35rem}
li{margin:.2rem 0}
ul ul li{color:var(--dim)}
li::marker{color:var(--dim)}
.wide{position:relative;overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;line-height:1.35}
caption{padding:0 0 .5rem;text-align:start;color:var(--dim);font-size:.9rem}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin-inline-start:-1px;\
white-space:nowrap}
th,td{padding:.45rem .75rem;border-bottom:1px solid var(--rule);text-align:start;\
vertical-align:baseline;overflow-wrap:normal}
th:first-child,td:first-child{padding-inline-start:0}
th:last-child,td:last-child{padding-inline-end:0}
thead th{border-bottom:2px solid var(--rule);color:var(--dim);font-size:.9rem;font-weight:600}
tbody th{font-weight:600}
.n{text-align:end}
.n b{font-weight:600;white-space:nowrap}
.n .of{display:block;color:var(--dim);font-size:.85rem}
th::first-letter{text-transform:uppercase}
.many .none span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);margin-inline-start:-1px}
.many .none::before{content:'\\b7'}
.dots{margin-top:-.5rem;color:var(--dim);font-size:.85rem}
.none{color:var(--dim);font-size:.85rem;font-style:italic}
.chart{margin:1.75rem 0 1rem}
figcaption{margin:0 0 .5rem;color:var(--dim);font-size:.9rem}
.defs{position:absolute}
.left{fill:var(--arrests)}
.right{fill:var(--rescues)}
.hatch{fill:none;stroke-width:1.8}
.hatch.left{stroke:var(--arrests)}
.hatch.right{stroke:var(--rescues)}
.axis{stroke:var(--rule);stroke-width:1}
.key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0 0 .75rem;font-size:.85rem}
.bars{list-style:none;margin:0;padding:0;max-width:none}
.bars li{display:grid;grid-template:auto/8.5rem 9rem 1fr 9rem;align-items:center;column-gap:.75rem;\
margin:0;padding:.35rem 0;border-bottom:1px solid var(--rule);font-size:.85rem;line-height:1.3}
.bars svg{display:block;width:100%;overflow:visible}
.bars .name{font-size:.95rem;font-weight:600}
.bars span.left{text-align:end}
.map{margin:1rem 0}
.map svg{display:block;width:100%;min-width:40rem}
.sources{list-style:none;margin:0;padding:0;max-width:48rem}
.sources li{margin:0;padding:.5rem .5rem .5rem 2.25rem;text-indent:-2.25rem}
.sources .url,.back{display:block;text-indent:0;font-size:.85rem}
.url{unicode-bidi:isolate}
.back{color:var(--dim)}
footer{margin-top:3rem;padding-top:.75rem;border-top:1px solid var(--rule);color:var(--dim);\
font-size:.85rem}
";

/// A telephone: the bars lie below the name, what they show below them.
const NARROW: &str = "\
@media (max-width:44rem){
body{padding:1.5rem 1rem 2rem}
h1{font-size:1.7rem}
.bars li{grid-template:auto auto auto/1fr 1fr;gap:.15rem 1rem}
.bars .name,.bars svg{grid-column:1/3}
.bars span.left,.bars span.right{grid-row:3}
.bars span.left{grid-column:1;text-align:start}
.bars span.right{grid-column:2;text-align:end}
th,td{padding:.45rem .5rem}
}
";

/// Paper: nothing is cut between two pages, and a link is what is printed beside it.
const PAPER: &str = "\
@page{size:A4;margin:18mm 17mm 20mm;@bottom-right{content:counter(page) ' / ' counter(pages);\
font:8pt sans-serif;color:#333}}
@media print{
:root{--ground:#fff;--ink:#000;--dim:#333;--rule:#999;--accent:#000}
html{font-size:9.5pt}
body{max-width:none;padding:0;line-height:1.4}
h1{font-size:20pt}
h2{margin-top:16pt;font-size:12.5pt}
h3{margin-top:9pt;font-size:10pt}
h1,h2,h3,h2+p:has(+.wide),figcaption,.key,caption{break-after:avoid}
h2,h3{break-inside:avoid}
p,ul,.sources{max-width:none}
p,li,tr,.caution,.key{break-inside:avoid}
p,li{orphans:3;widows:3}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
.wide{overflow:visible}
.map svg{min-width:0}
.map{break-inside:avoid}
th,td{padding-block:2.5pt}
.many table{font-size:7.5pt}
.many th,.many td{padding-inline:2.5pt}
.many .n b{white-space:normal}
.many .of,.many thead th{font-size:6.5pt}
.sources li{padding-block:2.5pt}
a{text-decoration:none}
.bars li{grid-template:auto/7.5rem 8rem 1fr 8rem;padding:2pt 0}
.back{display:none}
footer{margin-top:14pt}
svg{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
";
