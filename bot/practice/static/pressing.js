// Pressing: what it sends, what it asks first, and the menus it opens. `at` says where, as for blocks.

import { $, el, state, toast, ui } from "./dom.js";
import { words } from "./text.js";
import { send } from "./wire.js";

export async function act(element, block, at, value) {
  const what = { block_id: block.block_id, action_id: element.action_id, value };
  const { view, message } = at;
  const said = view
    ? await send("view/press", { ...what, view_id: view.id, values: ui.typed[view.id] ?? {}, suggested: ui.suggested })
    : await send("press", { ...what, channel: state.channel, ts: message.ts, suggested: ui.suggested[element.action_id] });
  if (said.trouble) toast(said.trouble, true);
}

export function confirmed(confirm, go) {
  if (!confirm) return go();
  const dialog = $("confirm");
  const answer = (yes) => () => {
    dialog.close();
    if (yes) go();
  };
  dialog.replaceChildren(el("form", { method: "dialog" },
    el("h2", { id: "confirm-title" }, words(confirm.title)),
    el("div", { class: "inside" }, words(confirm.text)),
    el("footer", {},
      el("button", { type: "button", onclick: answer(false) }, words(confirm.deny)),
      el("button", { type: "button", class: confirm.style ?? "primary", onclick: answer(true) }, words(confirm.confirm)))));
  dialog.showModal();
}

export function menu(button, items) {
  document.querySelector(".menu")?.remove();
  const list = el("div", { class: "menu", role: "menu", popover: "auto" });
  list.append(...items.map((item) => el("button", {
    type: "button", role: "menuitem", onclick: () => { list.remove(); button.focus(); item.pick(); },
  }, item.label)));
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children];
    all[(all.indexOf(document.activeElement) + step + all.length) % all.length].focus();
  });
  list.addEventListener("toggle", (event) => {
    button.setAttribute("aria-expanded", String(event.newState === "open"));
    if (event.newState === "closed") list.remove();
  });
  (button.closest("dialog") ?? document.body).append(list);
  list.showPopover();
  const place = button.getBoundingClientRect();
  const size = list.getBoundingClientRect();
  list.style.left = `${Math.max(8, Math.min(place.left, innerWidth - size.width - 8))}px`;
  list.style.top = `${place.bottom + size.height > innerHeight ? Math.max(8, place.top - size.height - 4) : place.bottom + 4}px`;
  list.firstChild?.focus();
}
