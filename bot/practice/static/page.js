// The practice workspace's page. Data becomes DOM nodes and never HTML, so no message can bring markup of its own.

import { $, drawnBy, show, state, ui } from "./dom.js";
import { toggleFaults } from "./faults.js";
import { closeJournal } from "./journal.js";
import { side } from "./places.js";
import { draw } from "./screen.js";
import { listen, refresh, send } from "./wire.js";

drawnBy(draw);
$("journal-button").addEventListener("click", () => {
  const open = $("journal").hidden;
  $("journal").hidden = !open;
  $("journal-button").setAttribute("aria-expanded", String(open));
  if (!open) return;
  ui.thread = "";
  show();
  $("journal-close").focus();
});
$("journal-close").addEventListener("click", () => { closeJournal(); $("journal-button").focus(); });
$("thread-close").addEventListener("click", () => { ui.thread = ""; show(); $("composer-text").focus(); });
$("menu-button").addEventListener("click", () => side(!$("side").classList.contains("open")));
$("main").addEventListener("click", () => side(false));
$("act-as").addEventListener("change", (event) => {
  Object.assign(ui, { as: event.target.value, thread: "", typed: {}, found: "" });
  // Direct messages are everybody's own, so the next person looks at theirs.
  if (state.channels.find((each) => each.id === ui.channel)?.kind === "im") ui.channel = `D${ui.as.replace(/^U/, "")}`;
  if ($("modal").open) $("modal").close();
  $("modal").dataset.sign = "";
  refresh().then(() => { if (ui.home) send("home", {}); });
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape" && !$("modal").open) side(false); });
document.addEventListener("visibilitychange", () => {
  listen();
  if (!document.hidden) refresh();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === "f") {
    event.preventDefault();
    toggleFaults();
  }
});

const asksForFaults = ui.faults;
await refresh();
if (ui.home) send("home", {});
listen();
if (asksForFaults) toggleFaults();
