// What Slack saw: every exchange, newest first.

import { drawFaults } from "./faults.js";
import { $, el, sync } from "./dom.js";

export async function drawJournal() {
  drawFaults();
  const answer = await fetch("/page/journal");
  const lines = await answer.json();
  sync($("exchanges"), lines.map((line) => ({
    key: String(line.number), sign: "1",
    build: () => {
      const failed = line.status !== 200 || /"ok": false/.test(line.answer) || line.note.startsWith("fault");
      const arrow = line.direction === "to bot" ? "→ bot" : "← bot";
      return el("li", {}, el("details", {},
        el("summary", {}, `${arrow} `, el("strong", {}, line.kind), line.who && ` by ${line.who}`,
          el("span", { class: failed ? "failed" : "quiet" }, ` ${line.status || "no answer"}${line.status === 200 && /"ok": false/.test(line.answer) ? ", refused" : ""}`),
          el("span", { class: "quiet" }, ` ${line.at}${line.direction === "to bot" ? `, ${line.took_ms} ms` : ""} ${line.note}`)),
        el("pre", {}, line.request), line.answer && line.answer !== "{}" && el("pre", {}, line.answer)));
    },
  })));
}

export function closeJournal() {
  $("journal").hidden = true;
  $("journal-button").setAttribute("aria-expanded", "false");
}
