// Blocks and their buttons. `at` says where they stand: { message } or { view, errors }.

import { $, busily, el, state, toast, ui } from "./dom.js";
import { control, drawInput } from "./fields.js";
import { rich, richNode, words } from "./text.js";
import { send } from "./wire.js";

export function drawBlock(block, at) {
  const box = (...children) => el("div", { class: `block ${block.type}` }, ...children);
  switch (block.type) {
    case "header": return el("h3", { class: "block header" }, words(block.text));
    case "divider": return el("hr");
    case "section": return box(
      el("div", { class: "body" }, block.text && words(block.text),
        block.fields && el("div", { class: "fields" }, block.fields.map((item) => el("div", {}, words(item))))),
      block.accessory && drawElement(block.accessory, block, at));
    case "context": return box(block.elements.map((item) => (item.type === "image" ? picture(item) : el("span", {}, words(item)))));
    case "actions": return box(block.elements.map((item) => drawElement(item, block, at)));
    case "image": return box(block.title && el("p", { class: "quiet" }, words(block.title)), picture(block, "large"));
    case "markdown": return box(rich(block.text));
    case "rich_text": return box(el("div", { class: "text" }, block.elements.map(richNode)));
    case "table": return box(el("table", {}, block.rows.map((row) =>
      el("tr", {}, row.map((cell) => el("td", {}, cell.type === "rich_text" ? cell.elements.map(richNode) : cell.text ?? ""))))));
    case "input": return drawInput(block, at);
    default: return box(el("p", { class: "quiet" }, `(${block.type})`));
  }
}

function picture(item, size = "") {
  return el("img", { src: item.image_url, alt: item.alt_text, class: size, loading: "lazy", referrerpolicy: "no-referrer" });
}

function drawElement(element, block, at) {
  if (element.type === "image") return picture(element);
  if (element.type === "button") {
    const press = (event) => confirmed(element.confirm, () => {
      if (element.url && /^https?:/i.test(element.url)) window.open(element.url, "_blank", "noopener");
      return busily(event.target, () => act(element, block, at));
    });
    const name = element.accessibility_label;
    return el("button", { type: "button", class: element.style, "aria-label": name, onclick: press }, words(element.text));
  }
  if (element.type === "overflow") {
    const open = (event) => menu(event.currentTarget, element.options.map((option) => ({
      label: words(option.text),
      pick: () => confirmed(element.confirm, () => act(element, block, at, option.value)),
    })));
    return el("button", { type: "button", "aria-haspopup": "menu", "aria-label": "More choices", onclick: open }, "⋯");
  }
  const label = element.placeholder ? words(element.placeholder) : "Choose";
  return el("div", { class: "field" }, control(element, block, at, { label }));
}

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
