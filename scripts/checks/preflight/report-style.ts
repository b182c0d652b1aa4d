/** How the preflight's page looks, by day and by night. The pages on it stay white: they are paper. */
export const style = `
:root {color-scheme: light dark; --ground: #efede8; --card: #fff; --ink: #1d1c1a; --soft: #63605a; --rule: #dedad2; --error: #b3141b; --warning: #8f5600; --note: #2a5d84; --badge: #fff}
@media (prefers-color-scheme: dark) {:root {--ground: #191817; --card: #242321; --ink: #ece9e3; --soft: #aaa59c; --rule: #3b3936; --error: #ff8f88; --warning: #f0b45e; --note: #8fc1ea; --badge: #191817}}
* {box-sizing: border-box}
html {scroll-padding: 24px; scroll-behavior: smooth}
@media (prefers-reduced-motion: reduce) {html {scroll-behavior: auto}}
body {margin: 0; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground)}
body > * {max-width: 1960px; margin-inline: auto; padding-inline: 24px}
.found {max-width: 1192px}
header {padding-top: 40px}
section {padding-bottom: 40px}
h1 {font-size: 30px; line-height: 1.2; letter-spacing: -0.01em; margin: 0 0 8px; text-wrap: balance}
h2 {font-size: 20px; line-height: 1.3; margin: 32px 0 4px; overflow-wrap: anywhere}
p {margin: 0 0 8px; max-width: 70ch}
code, .place {font: 0.875em/1.5 ui-monospace, monospace}
a {color: inherit; text-underline-offset: 0.2em; text-decoration-thickness: 1px}
:focus-visible {outline: 3px solid var(--note); outline-offset: 2px; border-radius: 3px}
.soft {color: var(--soft)}
.error {--tone: var(--error)} .warning {--tone: var(--warning)} .note {--tone: var(--note)}
.sum {display: flex; flex-wrap: wrap; gap: 4px 20px; list-style: none; margin: 0 0 16px; padding: 0}
.sum [class] {color: var(--tone); font-weight: 600}
.badge {display: inline-block; min-width: 24px; padding: 0 6px; font: 600 13px/22px system-ui, sans-serif; text-align: center; text-decoration: none; color: var(--badge); background: var(--tone); border-radius: 4px; font-variant-numeric: tabular-nums}
.found {list-style: none; margin: 0; padding: 0; background: var(--card); border-radius: 8px}
.found li {display: grid; grid-template-columns: 32px minmax(0, 1fr) minmax(0, 300px); gap: 0 16px; padding: 12px 16px; border-top: 1px solid var(--rule)}
.found li:first-child {border-top: 0}
.found li:target {background: color-mix(in srgb, var(--tone) 12%, var(--card)); border-radius: 8px}
.found p {margin: 0; overflow-wrap: anywhere}
.found strong {color: var(--tone); font-weight: 600}
.where {overflow-wrap: anywhere; text-align: right}
details {margin-top: 12px} summary {cursor: pointer; padding: 8px 0; color: var(--soft)}
.pages {display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr)); gap: 24px; padding-top: 28px}
figure {margin: 0; min-width: 0; scroll-margin: 24px}
.wide {grid-column: 1 / -1; max-width: 1192px}
.sheet {position: relative; background: #fff; box-shadow: 0 1px 4px #0004} .sheet img {display: block; width: 100%}
.trim, .mark {position: absolute}
.trim {outline: 1px dashed #0007; pointer-events: none}
.mark {min-width: 9px; min-height: 9px; text-decoration: none; border: 2px solid var(--tone); background: color-mix(in srgb, var(--tone) 14%, transparent); border-radius: 2px; scroll-margin: 40vh}
.sheet {--error: #c4161c; --warning: #a86500; --note: #2a6a9b; --badge: #fff}
.mark .badge {position: absolute; right: calc(100% + 1px); top: calc(var(--below) * 20px - 2px); min-width: 20px; padding: 0 4px; font-size: 12px; line-height: 18px}
.mark:target, .mark:hover, .mark:focus-visible {background: color-mix(in srgb, var(--tone) 34%, transparent); z-index: 1}
.mark:target {outline: 3px solid var(--tone); outline-offset: 2px}
figcaption {display: flex; flex-wrap: wrap; align-items: center; gap: 2px 12px; padding-top: 8px; font-size: 14px}
figcaption b {font-weight: 600; margin-right: auto}
.plates {flex-basis: 100%; display: grid; grid-template-columns: max-content 1fr max-content; gap: 0 10px; align-items: center; margin: 0; font-size: 13px; font-variant-numeric: tabular-nums}
.plates dt, .plates dd {margin: 0} .share {text-align: right}
.bar {height: 8px; border-radius: 4px; overflow: hidden; background: var(--rule)} .bar i {display: block; height: 100%; background: var(--plate)}
.cyan {--plate: #0093d3} .magenta {--plate: #d6117f} .yellow {--plate: #d3b400} .black {--plate: light-dark(#1d1c1a, #d9d5cc)} .spot {--plate: light-dark(#b3141b, #ff8f88)}
@media (max-width: 720px) {.found li {grid-template-columns: 32px minmax(0, 1fr)} .where {grid-column: 2; text-align: left}}
@media print {.found, figure {break-inside: avoid}}
`
