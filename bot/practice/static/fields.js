// The fields of forms and messages.

import { el, state, ui } from "./dom.js";
import { act, confirmed } from "./pressing.js";
import { unescape, words } from "./text.js";
import { send } from "./wire.js";

function bare(kept) {
  if (!kept) return null;
  if ("selected_option" in kept) return kept.selected_option?.value ?? null;
  if ("selected_options" in kept) return (kept.selected_options ?? []).map((option) => option.value);
  if ("files" in kept) return (kept.files ?? []).map((file) => file.id);
  const key = Object.keys(kept).find((name) => name !== "type" && name !== "timezone");
  return kept[key] ?? null;
}

function current(element, block, at) {
  const typed = at.view && ui.typed[at.view.id]?.[block.block_id];
  if (typed && element.action_id in typed) return typed[element.action_id];
  const values = at.view ? at.view.state.values : at.message.values;
  const kept = values[block.block_id]?.[element.action_id];
  if (kept) return bare(kept);
  const first = Object.keys(element).find((key) => key.startsWith("initial_"));
  const value = first ? element[first] : null;
  return Array.isArray(value) ? value.map((item) => item.value ?? item) : value?.value ?? value;
}

export function drawInput(block, at) {
  const element = block.element;
  const id = `field-${block.block_id}`;
  const error = at.errors?.[block.block_id];
  const many = /^(multi_|checkboxes|radio_buttons)/.test(element.type);
  const optional = block.optional && el("span", { class: "optional" }, " (optional)");
  const label = [words(block.label), optional];
  const count = element.type === "plain_text_input" && element.max_length ? el("span", { "aria-live": "off" }) : null;
  const described = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || null;
  const drawn = control(element, block, at, { id, described, wrong: Boolean(error), count, legend: many && label });
  return el("div", { class: error ? "field wrong" : "field", "data-block": block.block_id },
    !many && el("label", { for: id }, label), drawn,
    (block.hint || count) && el("div", { class: "under" }, el("span", { id: `${id}-hint` }, block.hint ? words(block.hint) : ""), count),
    error && el("p", { class: "error", id: `${id}-error` }, error));
}

function choicesOf(element) {
  const people = () => state.people.map((person) => ({ value: person.id, label: person.name }));
  const places = () => state.channels.filter((each) => each.kind !== "im").map((each) => ({ value: each.id, label: `#${each.name}` }));
  if (/users_select$/.test(element.type)) return people();
  if (/(conversations|channels)_select$/.test(element.type)) return places();
  return [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)].map((option) => ({
    value: option.value, label: words(option.text), more: option.description && words(option.description),
  }));
}

export function control(element, block, at, { id, described, wrong, count, legend, label }) {
  const set = (value, sendNow = true) => {
    if (at.view) ((ui.typed[at.view.id] ??= {})[block.block_id] ??= {})[element.action_id] = value;
    const sends = block.type !== "input" || block.dispatch_action;
    if (sendNow && sends) confirmed(element.confirm, () => act(element, block, at, value));
  };
  const value = current(element, block, at);
  const shared = { id, "aria-describedby": described, "aria-invalid": wrong ? "true" : null, "aria-label": id ? null : label, "aria-required": block.type === "input" && !block.optional ? "true" : null };
  const hint = element.placeholder ? unescape(element.placeholder.text) : null;
  const type = element.type;
  if (/external_select$/.test(type)) return external(element, block, at, { shared, hint, value, set, legend });
  if (/^(multi_|checkboxes|radio_buttons)/.test(type)) {
    const chosen = new Set(Array.isArray(value) ? value : value === null ? [] : [value]);
    const one = type === "radio_buttons";
    const rows = choicesOf(element).map((choice, index) => el("label", { class: "choice" },
      el("input", {
        type: one ? "radio" : "checkbox", name: `${block.block_id} ${element.action_id}`, value: choice.value, checked: chosen.has(choice.value),
        id: index === 0 && id ? id : null,
        onchange: (event) => {
          if (one) chosen.clear();
          if (event.target.checked) chosen.add(choice.value);
          else chosen.delete(choice.value);
          set(one ? choice.value : [...chosen]);
        },
      }), el("span", {}, choice.label, choice.more && el("span", { class: "quiet" }, " ", choice.more))));
    return el("fieldset", { "aria-describedby": described, "aria-label": legend ? null : label }, legend && el("legend", {}, legend), el("div", { class: "choices" }, rows));
  }
  if (/select$/.test(type)) {
    const option = (choice) => el("option", { value: choice.value, selected: choice.value === value }, choice.label);
    const listed = element.option_groups
      ? element.option_groups.map((group) => el("optgroup", { label: words(group.label) }, choicesOf({ options: group.options, type }).map(option)))
      : choicesOf(element).map(option);
    return el("select", { ...shared, onchange: (event) => set(event.target.value || null) }, el("option", { value: "" }, hint ?? "Choose one"), listed);
  }
  if (type === "file_input") return el("input", { ...shared, type: "file", multiple: (element.max_files ?? 10) > 1, onchange: (event) => upload(event.target, set) });
  if (type === "plain_text_input" || type === "rich_text_input") {
    const show = (text) => {
      if (!count) return;
      count.textContent = `${text.length} of ${element.max_length}`;
      count.className = text.length > element.max_length ? "over" : "";
    };
    const typed = value ?? "";
    const lines = element.multiline || type === "rich_text_input";
    const settings = element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
    const node = el(lines ? "textarea" : "input", {
      ...shared, placeholder: hint,
      oninput: (event) => { show(event.target.value); set(event.target.value, settings.includes("on_character_entered")); },
      onkeydown: (event) => { if (event.key === "Enter" && block.dispatch_action && !lines) { event.preventDefault(); set(event.target.value); } },
    });
    node.value = typed;
    show(typed);
    return node;
  }
  const kind = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local", email_text_input: "email", url_text_input: "url" }[type] ?? "text";
  const node = el("input", {
    ...shared, type: kind, placeholder: hint, inputmode: type === "number_input" ? "decimal" : null,
    [`on${["date", "time", "datetime-local"].includes(kind) ? "change" : "input"}`]: (event) => {
      const text = event.target.value;
      set(type === "datetimepicker" && text ? Math.floor(new Date(text).getTime() / 1000) : text || null, kind !== "text");
    },
  });
  node.value = type === "datetimepicker" && value ? new Date(value * 1000 - new Date(value * 1000).getTimezoneOffset() * 60000).toISOString().slice(0, 16) : value ?? "";
  return node;
}

async function upload(input, set) {
  const ids = [];
  for (const file of input.files) {
    const asked = new URLSearchParams({ as: ui.as, name: file.name });
    const answer = await fetch(`/page/upload?${asked}`, { method: "POST", headers: { "Content-Type": file.type || "application/octet-stream" }, body: file });
    ids.push((await answer.json()).id);
  }
  set(ids);
}

function external(element, block, at, { shared, hint, value, set, legend }) {
  const many = element.type.startsWith("multi_");
  const chosen = new Map((Array.isArray(value) ? value : value ? [value] : []).map((each) => [each, each]));
  for (const option of ui.suggested[element.action_id] ?? []) if (chosen.has(option.value)) chosen.set(option.value, words(option.text));
  const chips = el("div", { class: "chips" });
  const found = el("div", { class: "choices", hidden: true });
  const show = () => chips.replaceChildren(...[...chosen].map(([key, label]) => el("button", {
    type: "button", "aria-label": `Remove ${label}`, onclick: () => { chosen.delete(key); done(); },
  }, `${label} ×`)));
  const done = () => { show(); set(many ? [...chosen.keys()] : [...chosen.keys()][0] ?? null); };
  const search = async (event) => {
    const text = event.target.value;
    if (text.length < (element.min_query_length ?? 3)) return;
    const where = at.view ? { view_id: at.view.id } : { channel: state.channel, ts: at.message.ts };
    const said = await send("suggest", { ...where, block_id: block.block_id, action_id: element.action_id, query: text });
    ui.suggested[element.action_id] = [...(ui.suggested[element.action_id] ?? []), ...(said.options ?? [])];
    found.hidden = false;
    found.replaceChildren(...(said.options?.length ? said.options.map((option) => el("button", {
      type: "button", class: "link", onclick: () => { if (!many) chosen.clear(); chosen.set(option.value, words(option.text)); found.hidden = true; done(); },
    }, words(option.text))) : [el("p", { class: "quiet" }, "Nothing found")]));
  };
  show();
  const input = el("input", { ...shared, type: "search", placeholder: hint ?? "Type to search", autocomplete: "off", oninput: search });
  return el("div", {}, legend && el("label", { for: shared.id }, legend), chips, input, found);
}
