// Where one is on the page, and going elsewhere.

import { $, show, ui } from "./dom.js";
import { closeJournal } from "./journal.js";
import { refresh, send } from "./wire.js";

export function go(channel) {
  Object.assign(ui, { channel, home: false, thread: "", found: "" });
  side(false);
  refresh().then(() => $("composer-text")?.focus());
}

export function openThread(ts) {
  closeJournal();
  ui.thread = ts;
  show();
  $("thread-composer-text")?.focus();
}

export function openHome() {
  Object.assign(ui, { home: true, thread: "" });
  side(false);
  show();
  send("home", {});
}

export function side(open) {
  $("side").classList.toggle("open", open);
  $("menu-button").setAttribute("aria-expanded", String(open));
  if (open) $("act-as").focus();
}
