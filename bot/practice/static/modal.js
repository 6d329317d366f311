// The form that is open.

import { drawBlock } from "./blocks.js";
import { $, busily, el, state, ui } from "./dom.js";
import { words } from "./text.js";
import { send } from "./wire.js";

export function drawModal() {
  const dialog = $("modal");
  const view = state.modal;
  if (!view) {
    if (dialog.open) {
      dialog.close();
      dialog.dataset.sign = "";
      $("composer-text")?.focus();
    }
    return;
  }
  const trouble = state.troubles.filter((each) => each.view === view.id).at(-1);
  const sign = JSON.stringify([view.id, view.hash, state.modal_errors, trouble?.serial]);
  if (dialog.open && dialog.dataset.sign === sign) return;
  const same = dialog.dataset.view === view.id;
  const focused = same && dialog.contains(document.activeElement) ? document.activeElement.id : null;
  const scrolled = same ? dialog.querySelector(".inside")?.scrollTop : 0;
  Object.assign(dialog.dataset, { sign, view: view.id });
  const at = { view, errors: state.modal_errors };
  const submit = async (event) => {
    event.preventDefault();
    const button = dialog.querySelector("[type=submit]");
    await busily(button, () => send("view/submit", { view_id: view.id, values: ui.typed[view.id] ?? {}, suggested: ui.suggested }));
    dialog.querySelector("[aria-invalid=true]")?.focus();
  };
  const close = () => send("view/close", { view_id: view.id });
  dialog.oncancel = (event) => { event.preventDefault(); close(); };
  dialog.replaceChildren(el("form", { novalidate: true, onsubmit: submit },
    el("h2", { id: "modal-title" }, words(view.title)),
    el("div", { class: "inside" }, view.blocks.map((block) => drawBlock(block, at)), trouble && el("p", { class: "trouble", role: "alert" }, trouble.text)),
    el("footer", {},
      el("button", { type: "button", onclick: (event) => busily(event.currentTarget, close) }, view.close ? words(view.close) : state.modal_depth > 1 ? "Back" : "Cancel"),
      view.submit && el("button", { type: "submit", class: "primary" }, words(view.submit)))));
  if (!dialog.open) dialog.showModal();
  dialog.querySelector(".inside").scrollTop = scrolled ?? 0;
  const wanted = (focused && $(focused)) || dialog.querySelector("[aria-invalid=true]") || dialog.querySelector(".field input, .field textarea, .field select") || dialog.querySelector("footer button");
  wanted?.focus({ preventScroll: Boolean(focused) });
}
