// Blocks and their buttons. `at` says where they stand: { message } or { view, errors }.

import { busily, el } from "./dom.js";
import { control, drawInput } from "./fields.js";
import { act, confirmed, menu } from "./pressing.js";
import { rich, richNode, words } from "./text.js";

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
