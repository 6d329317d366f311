// Where one types.

import { $, busily, el, state, ui } from "./dom.js";
import { menu } from "./pressing.js";
import { send } from "./wire.js";

export function drawComposer(form, label, inThread) {
  const known = `${form.id}-text`;
  if ($(known)) {
    $(known).setAttribute("aria-label", label);
    $(known).placeholder = label;
    return;
  }
  const offers = el("ul", { class: "offers", id: `${form.id}-offers`, role: "listbox", "aria-label": "Commands", hidden: true });
  const text = el("textarea", {
    id: known, rows: 1, "aria-label": label, placeholder: label, role: "combobox", autocomplete: "off",
    "aria-expanded": "false", "aria-controls": offers.id, "aria-autocomplete": "list",
  });
  let picked = 0;
  let listed = [];
  const show = () => {
    const typed = text.value;
    listed = /^\/\S*$/.test(typed) ? state.commands.filter((each) => each.command.startsWith(typed.toLowerCase())) : [];
    if (listed.length === 1 && listed[0].command === typed) listed = [];
    picked = Math.min(picked, Math.max(listed.length - 1, 0));
    offers.hidden = !listed.length;
    text.setAttribute("aria-expanded", String(Boolean(listed.length)));
    offers.replaceChildren(...listed.map((each, index) => el("li", {
      role: "option", id: `${offers.id}-${index}`, "aria-selected": String(index === picked), onmousedown: (event) => { event.preventDefault(); take(index); },
    }, el("strong", {}, each.command), each.usage_hint && `${each.usage_hint} `, el("span", { class: "quiet" }, each.description ?? ""))));
    if (listed.length) {
      text.setAttribute("aria-activedescendant", `${offers.id}-${picked}`);
      offers.children[picked].scrollIntoView({ block: "nearest" });
    } else text.removeAttribute("aria-activedescendant");
  };
  const take = (index) => {
    text.value = `${listed[index].command} `;
    text.focus();
    show();
  };
  const submit = async () => {
    const said = text.value.trim();
    if (!said) return;
    text.value = "";
    show();
    const answer = await busily(button, () => send("say", { channel: state.channel, text: said, thread_ts: inThread ? ui.thread : null }));
    if (answer.error && !text.value) text.value = said;
    if (!$("modal").open) text.focus();
  };
  const button = el("button", { type: "submit", class: "primary" }, "Send");
  const shortcuts = el("button", {
    type: "button", "aria-haspopup": "menu", "aria-label": "Shortcuts",
    onclick: (event) => menu(event.currentTarget, state.shortcuts.filter((each) => each.type === "global").map((each) => ({
      label: each.name, pick: () => send("shortcut", { callback_id: each.callback_id }),
    }))),
  }, "+");
  text.addEventListener("input", show);
  text.addEventListener("blur", () => { offers.hidden = true; });
  text.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!offers.hidden && step) {
      event.preventDefault();
      picked = (picked + step + listed.length) % listed.length;
      show();
    } else if (!offers.hidden && (event.key === "Tab" || event.key === "Enter") && !event.shiftKey) {
      event.preventDefault();
      take(picked);
    } else if (event.key === "Escape") offers.hidden = true;
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  const offered = !inThread && state.shortcuts.some((each) => each.type === "global");
  form.replaceChildren(offers, ...(offered ? [shortcuts] : []), text, button);
}
