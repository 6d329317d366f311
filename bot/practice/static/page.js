// The practice workspace's page. Data becomes DOM nodes and never HTML, so no message can bring markup of its own.

const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
const ui = {
  as: query.get("as") || sessionStorage.getItem("as") || "",
  channel: query.get("channel") || "",
  thread: query.get("thread") || "",
  found: query.get("message") || "",
  home: query.get("tab") === "home",
  since: null, // the version at which the page was loaded: older ephemerals are gone
  typed: {}, // view id -> block_id -> action_id -> what stands in the field
  suggested: {}, // action_id -> options that the bot offered
  told: 0, // the last of Slack's own warnings that was shown as a toast
};
let state = null;

function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "class") node.className = value;
    else if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

// --- The wire ---

async function send(path, body) {
  try {
    const answer = await fetch(`/page/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ as: ui.as, ...body }),
    });
    const said = await answer.json();
    if (said.error) toast(said.error, true);
    return said;
  } catch {
    toast("The practice workspace does not answer. Is it still running?", true);
    return { error: "unreachable" };
  } finally {
    await refresh();
  }
}

async function latest() {
  do {
    again = false;
    const { as, channel, since } = ui;
    const asked = new URLSearchParams({ as, channel, ...(since === null ? {} : { since }) });
    const fresh = await fetch(`/page/state?${asked}`).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
    // Who looks where may have changed while this was on its way: then it is an answer to an old question.
    if (as !== ui.as || channel !== ui.channel) again = true;
    else if (fresh) draw(fresh);
    else $("subtitle").textContent = "Not connected. The page tries again by itself.";
  } while (again);
}

let fetching = null;
let again = false;
async function refresh() {
  if (fetching) {
    again = true;
    return fetching;
  }
  fetching = latest().finally(() => { fetching = null; });
  return fetching;
}

// A browser keeps only six connections to one address open, so a tab that nobody looks at gives its own back.
let stream = null;
function listen() {
  stream?.close();
  stream = document.hidden ? null : new EventSource("/page/stream");
  if (stream) stream.onmessage = () => refresh();
}

async function busily(button, work) {
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

function toast(text, failed = false) {
  const node = el("p", { class: failed ? "toast failed" : "toast" }, text);
  $("toasts").append(node);
  // The top layer holds the toasts too, or an open dialog would hide them.
  if ($("toasts").showPopover) {
    $("toasts").popover = "manual";
    if ($("toasts").matches(":popover-open")) $("toasts").hidePopover();
    $("toasts").showPopover();
  }
  setTimeout(() => node.remove(), failed ? 9000 : 6000);
}

// --- Slack's text ---

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", bell: "🔔", calendar: "📅", date: "📅", hourglass: "⌛",
  hourglass_flowing_sand: "⏳", memo: "📝", lock: "🔒", wave: "👋", tada: "🎉", eyes: "👀", clock: "🕓", alarm_clock: "⏰",
  link: "🔗", point_right: "👉", thumbsup: "👍", "+1": "👍", rotating_light: "🚨", scroll: "📜", pushpin: "📌", bulb: "💡",
};
const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const emojis = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
const PARTS = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>]+)>|(?<![\w*])\*(?=\S)([^\n]*?\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^\n]*?\S)_(?![\w_])|(?<![\w~])~(?=\S)([^\n]*?\S)~(?![\w~])/;

function rich(text) {
  const box = el("div", { class: "text" });
  let quote = null;
  const lines = text.split(/(```[\s\S]+?```)|\n/).filter((line) => line !== undefined);
  lines.forEach((line, index) => {
    const quoted = line.startsWith("&gt;");
    if (quoted && !quote) box.append((quote = el("blockquote")));
    if (!quoted) quote = null;
    const into = quote ?? box;
    into.append(...inline(quoted ? line.slice(4).trimStart() : line));
    if (index < lines.length - 1 && !(line.startsWith("```") || lines[index + 1].startsWith("```"))) into.append(el("br"));
  });
  return box;
}

function inline(text) {
  const match = PARTS.exec(text);
  if (!match) return text ? [emojis(unescape(text))] : [];
  const [whole, block, code, control, bold, italic, struck] = match;
  const before = text.slice(0, match.index);
  let node;
  if (block !== undefined) node = el("pre", {}, unescape(block.replace(/^\n/, "")));
  else if (code !== undefined) node = el("code", {}, unescape(code));
  else if (control !== undefined) node = controlled(control);
  else if (bold !== undefined) node = el("strong", {}, ...inline(bold));
  else if (italic !== undefined) node = el("em", {}, ...inline(italic));
  else node = el("s", {}, ...inline(struck));
  return [...inline(before), node, ...inline(text.slice(match.index + whole.length))];
}

function controlled(inner) {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const label = bar < 0 ? "" : unescape(inner.slice(bar + 1));
  const { people, channels } = state.names;
  if (target.startsWith("@")) return el("span", { class: "mention" }, `@${people[target.slice(1)] ?? (label || target.slice(1))}`);
  if (target.startsWith("#")) {
    const id = target.slice(1);
    return el("span", { class: "mention" }, `#${channels[id] ?? (label || "private channel")}`);
  }
  if (target.startsWith("!date^")) return dated(target, label);
  if (target.startsWith("!subteam^")) return el("span", { class: "mention" }, label || `@${target.slice(9)}`);
  if (target.startsWith("!")) return el("span", { class: "mention" }, `@${target.slice(1)}`);
  return anchor(unescape(target), label || unescape(target).replace(/^mailto:/, ""));
}

function anchor(url, label) {
  if (!/^(https?|mailto):/i.test(url)) return el("span", {}, label);
  const here = url.startsWith(`${location.origin}/`);
  return el("a", { href: url, target: here ? null : "_blank", rel: "noopener noreferrer" }, label);
}

function dated(target, fallback) {
  const [, seconds, format = "", link] = target.split("^");
  const moment = new Date(Number(seconds) * 1000);
  if (Number.isNaN(moment.getTime())) return fallback;
  const show = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: state.me.tz, ...options }).format(moment);
  const tokens = {
    date_num: () => new Intl.DateTimeFormat("sv-SE", { timeZone: state.me.tz }).format(moment),
    date: () => show({ day: "numeric", month: "long", year: "numeric" }),
    date_slash: () => show({}),
    date_short: () => show({ day: "numeric", month: "short", year: "numeric" }),
    date_long: () => show({ weekday: "long", day: "numeric", month: "long", year: "numeric" }),
    time: () => show({ hour: "2-digit", minute: "2-digit" }),
    time_secs: () => show({ hour: "2-digit", minute: "2-digit", second: "2-digit" }),
  };
  const shown = format.replace(/\{(\w+)\}/g, (whole, token) => tokens[token.replace(/_pretty$/, "")]?.() ?? whole);
  return link ? anchor(link, shown) : el("time", { datetime: moment.toISOString(), title: fallback }, shown);
}

const words = (object) => (!object ? "" : object.type === "plain_text" ? emojis(unescape(object.text)) : rich(object.text));

function richNode(node) {
  const inside = () => (node.elements ?? []).map(richNode);
  if (node.type === "text") {
    const { bold, italic, strike, code } = node.style ?? {};
    let shown = node.text;
    for (const [on, tag] of [[code, "code"], [bold, "strong"], [italic, "em"], [strike, "s"]]) if (on) shown = el(tag, {}, shown);
    return shown;
  }
  if (node.type === "user") return controlled(`@${node.user_id}`);
  if (node.type === "channel") return controlled(`#${node.channel_id}`);
  if (node.type === "broadcast") return controlled(`!${node.range}`);
  if (node.type === "link") return anchor(node.url, node.text || node.url);
  if (node.type === "emoji") return EMOJI[node.name] ?? `:${node.name}:`;
  if (node.type === "date") return dated(`!date^${node.timestamp}^${node.format}`, node.fallback ?? "");
  if (node.type === "rich_text_list") return el(node.style === "ordered" ? "ol" : "ul", {}, inside().map((item) => el("li", {}, item)));
  if (node.type === "rich_text_preformatted") return el("pre", {}, inside());
  return el(node.type === "rich_text_quote" ? "blockquote" : "div", {}, inside());
}

// --- Blocks. `at` says where they stand: { message } or { view, errors } ---

function drawBlock(block, at) {
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

async function act(element, block, at, value) {
  const what = { block_id: block.block_id, action_id: element.action_id, value };
  const { view, message } = at;
  const said = view
    ? await send("view/press", { ...what, view_id: view.id, values: ui.typed[view.id] ?? {}, suggested: ui.suggested })
    : await send("press", { ...what, channel: state.channel, ts: message.ts, suggested: ui.suggested[element.action_id] });
  if (said.trouble) toast(said.trouble, true);
}

function confirmed(confirm, go) {
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

function menu(button, items) {
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

// --- Fields ---

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

function drawInput(block, at) {
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

function control(element, block, at, { id, described, wrong, count, legend, label }) {
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

// --- Messages ---

const HUES = ["#8a4b08", "#0b6b60", "#5b3fa0", "#9c2f5c", "#2d5fa8", "#4a6b1f", "#7a4a3a", "#3a6678"];

function avatar(name, key) {
  const initials = name.replace(/[^\p{L}\p{N} ]/gu, "").split(" ").filter(Boolean).map((word) => word[0]).slice(0, 2).join("").toUpperCase();
  const node = el("span", { class: "avatar", "aria-hidden": "true" }, initials || "?");
  node.style.setProperty("--hue", HUES[[...key].reduce((sum, letter) => sum * 31 + letter.codePointAt(0), 7) % HUES.length]);
  return node;
}

function drawMessage(message, replies, inThread) {
  const at = { message };
  const trouble = state.troubles.filter((each) => each.ts === message.ts).at(-1);
  const offers = state.shortcuts.filter((shortcut) => shortcut.type === "message" && !message.ephemeral);
  const items = [
    ...(message.ephemeral || inThread ? [] : [{ label: "Reply in thread", pick: () => openThread(message.ts) }]),
    ...offers.map((shortcut) => ({
      label: shortcut.name,
      pick: () => send("shortcut", { callback_id: shortcut.callback_id, channel: state.channel, ts: message.ts }),
    })),
  ];
  const body = message.blocks.length ? message.blocks.map((block) => drawBlock(block, at)) : [rich(message.text)];
  const extra = message.attachments.flatMap((each) => (each.blocks ? each.blocks.map((block) => drawBlock(block, at)) : [rich(each.text ?? each.fallback ?? "")]));
  const count = replies?.length ?? 0;
  return el("article", { class: `message${message.ephemeral ? " ephemeral" : ""}${message.ts === ui.found ? " found" : ""}`, "aria-label": `${message.name}, ${message.time}` },
    avatar(message.name, message.user),
    el("div", {},
      el("p", { class: "who" }, el("strong", {}, message.name), message.bot && el("span", { class: "badge" }, "APP"),
        el("time", { class: "quiet" }, message.time), message.edited && el("span", { class: "quiet" }, "(edited)")),
      message.ephemeral && el("p", { class: "quiet" }, "Only visible to you"),
      body, extra,
      trouble && el("p", { class: "trouble" }, trouble.text),
      count > 0 && el("button", { type: "button", class: "link", onclick: () => openThread(message.ts) }, count === 1 ? "1 reply" : `${count} replies`)),
    items.length > 0 && el("button", {
      type: "button", class: "more", "aria-haspopup": "menu", "aria-label": `More actions for the message of ${message.name} at ${message.time}`,
      onclick: (event) => menu(event.currentTarget, items),
    }, "…"));
}

// Keep the nodes whose content is unchanged, so that focus and open menus in them survive a redraw.
function sync(box, items) {
  const held = new Map([...box.children].map((node) => [node.dataset.key, node]));
  const wanted = items.map(({ key, sign, build }) => {
    const old = held.get(key);
    if (old && old.dataset.sign === sign) return old;
    const node = build();
    node.dataset.key = key;
    node.dataset.sign = sign;
    return node;
  });
  const kept = new Set(wanted);
  for (const node of [...box.children]) if (!kept.has(node)) node.remove();
  wanted.forEach((node, index) => { if (box.children[index] !== node) box.insertBefore(node, box.children[index] ?? null); });
}

function drawList(box, listed, inThread) {
  const atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < 80 || box.dataset.place !== `${ui.as} ${state.channel} ${ui.thread}`;
  const replies = Map.groupBy ? Map.groupBy(state.messages.filter((m) => m.thread_ts), (m) => m.thread_ts) : grouped(state.messages);
  const items = [];
  let day = "";
  for (const message of listed) {
    if (message.day !== day && !inThread) {
      day = message.day;
      items.push({ key: `day ${day}`, sign: day, build: () => el("p", { class: "day" }, message.day) });
    }
    const mine = replies.get(message.ts);
    const trouble = state.troubles.filter((each) => each.ts === message.ts).length;
    const sign = JSON.stringify([message, mine?.length, trouble, inThread, state.shortcuts.length, state.names, ui.found]);
    items.push({ key: message.ts, sign, build: () => drawMessage(message, inThread ? null : mine, inThread) });
  }
  if (!items.length) items.push({ key: "none", sign: "none", build: () => el("p", { class: "empty" }, "Nothing has been said here yet.") });
  sync(box, items);
  box.dataset.place = `${ui.as} ${state.channel} ${ui.thread}`;
  if (atEnd && listed.length && !ui.found) box.scrollTop = box.scrollHeight;
  if (ui.found) box.querySelector(".found")?.scrollIntoView({ block: "center" });
}

function grouped(messages) {
  const found = new Map();
  for (const message of messages) if (message.thread_ts) found.set(message.thread_ts, [...(found.get(message.thread_ts) ?? []), message]);
  return found;
}

// --- The whole page ---

function draw(fresh) {
  state = fresh;
  ui.since ??= fresh.version;
  if (!fresh.me) {
    $("title").textContent = "Nobody is here yet";
    return;
  }
  ui.as = fresh.me.id;
  ui.channel = fresh.channel;
  remember();
  $("clock").textContent = fresh.time;
  $("team").textContent = fresh.team;
  document.title = `${fresh.me.name} · ${fresh.team}`;
  drawControls();
  drawSide();
  drawMain();
  drawThread();
  drawModal();
  for (const trouble of fresh.troubles) {
    if (trouble.serial > ui.told) {
      ui.told = trouble.serial;
      if (trouble.ts || !(trouble.view || trouble.channel)) toast(trouble.text, true);
    }
  }
  if (!$("journal").hidden) drawJournal();
}

function remember() {
  sessionStorage.setItem("as", ui.as);
  const where = new URLSearchParams({ as: ui.as, channel: ui.channel });
  if (ui.thread) where.set("thread", ui.thread);
  if (ui.home) where.set("tab", "home");
  history.replaceState(null, "", `/?${where}`);
}

function drawControls() {
  for (const input of $("controls").querySelectorAll("input")) {
    // The date follows the workspace's time until somebody is choosing one.
    if (input.dataset.today !== state.today && input !== document.activeElement) input.value = input.dataset.today = state.today;
  }
  const sign = JSON.stringify(state.controls);
  if ($("controls").dataset.sign === sign) return;
  $("controls").dataset.sign = sign;
  $("controls").replaceChildren(...state.controls.map((entry) => {
    const go = (event, value) => busily(event, async () => {
      const said = await send("control", { key: entry.key, value });
      if (said.said) toast(said.said, said.failed);
    });
    if (!entry.asks) return el("button", { type: "button", onclick: (event) => go(event.currentTarget) }, entry.label);
    const input = el("input", { type: "date", required: true, "aria-label": `Date for: ${entry.label}`, value: state.today, "data-today": state.today });
    const button = el("button", { type: "submit" }, entry.label);
    return el("form", { onsubmit: (event) => { event.preventDefault(); go(button, input.value); } }, input, button);
  }));
}

function drawSide() {
  const people = $("act-as");
  sync(people, state.people.map((person) => ({
    key: person.id, sign: person.name,
    build: () => el("option", { value: person.id }, person.outside ? `${person.name} (other workspace)` : person.name),
  })));
  people.value = ui.as;
  const place = (channel) => {
    const here = !ui.home && channel.id === ui.channel;
    const dot = channel.unread && !here;
    const sign = { im: "●", group: "🔒", channel: "#" }[channel.kind];
    return {
      key: channel.id, sign: JSON.stringify([channel, here]),
      build: () => el("li", {}, el("button", { type: "button", "aria-current": here ? "page" : null, onclick: () => go(channel.id) },
        el("span", { class: "sign", "aria-hidden": "true" }, sign),
        el("span", { class: dot ? "name unread" : "name" }, channel.name),
        dot && el("span", { class: "dot" }, el("span", { class: "hidden-text" }, "unread")))),
    };
  };
  sync($("channels"), state.channels.filter((each) => each.kind !== "im").map(place));
  sync($("dms"), state.channels.filter((each) => each.kind === "im").map(place));
  sync($("apps"), [{
    key: "home", sign: String(ui.home),
    build: () => el("li", {}, el("button", { type: "button", "aria-current": ui.home ? "page" : null, onclick: openHome },
      el("span", { class: "sign", "aria-hidden": "true" }, "⌂"), el("span", { class: "name" }, "Home"))),
  }]);
}

function drawMain() {
  const channel = state.channels.find((each) => each.id === ui.channel);
  const direct = channel.kind === "im";
  $("title").textContent = ui.home ? `${state.bot.name}: Home` : direct ? channel.name : `#${channel.name}`;
  $("subtitle").textContent = ui.home ? "What the app shows you alone" : channel.archived ? "Archived" : direct ? "You and the app" : channel.kind === "group" ? "Private channel" : "";
  $("messages").hidden = ui.home;
  $("home").hidden = !ui.home;
  $("composer").hidden = ui.home || channel.archived;
  if (ui.home) {
    const sign = JSON.stringify([state.home?.hash, state.home?.blocks, ui.as]);
    if ($("home").dataset.sign !== sign) {
      $("home").dataset.sign = sign;
      const blocks = state.home ? state.home.blocks.map((block) => drawBlock(block, { view: state.home })) : [el("p", { class: "empty" }, "The app has put nothing here yet.")];
      $("home").replaceChildren(...blocks);
    }
    return;
  }
  drawComposer($("composer"), direct ? `Message ${channel.name}` : `Message #${channel.name}`, false);
  const main = state.messages.filter((message) => !message.thread_ts || message.ephemeral);
  drawList($("messages"), main, false);
  if (channel.unread && !document.hidden && state.messages.length) {
    fetch("/page/read", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ as: ui.as, channel: ui.channel, ts: state.messages.at(-1).ts }) });
  }
}

function drawThread() {
  const parent = ui.thread && !ui.home && state.messages.find((message) => message.ts === ui.thread);
  $("thread").hidden = !parent;
  if (!parent) return;
  drawComposer($("thread-composer"), "Reply", true);
  drawList($("replies"), [parent, ...state.messages.filter((message) => message.thread_ts === ui.thread && message.ts !== ui.thread)], true);
}

function go(channel) {
  Object.assign(ui, { channel, home: false, thread: "", found: "" });
  side(false);
  refresh().then(() => $("composer-text")?.focus());
}

function openThread(ts) {
  closeJournal();
  ui.thread = ts;
  draw(state);
  $("thread-composer-text")?.focus();
}

function openHome() {
  Object.assign(ui, { home: true, thread: "" });
  side(false);
  draw(state);
  send("home", {});
}

function side(open) {
  $("side").classList.toggle("open", open);
  $("menu-button").setAttribute("aria-expanded", String(open));
  if (open) $("act-as").focus();
}

// --- The composer ---

function drawComposer(form, label, inThread) {
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

// --- Modals ---

function drawModal() {
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

// --- The journal ---

async function drawJournal() {
  const answer = await fetch("/page/journal");
  const lines = await answer.json();
  sync($("exchanges"), lines.map((line) => ({
    key: String(line.number), sign: "1",
    build: () => {
      const failed = line.status !== 200 || /"ok": false/.test(line.answer);
      const arrow = line.direction === "to bot" ? "→ bot" : "← bot";
      return el("li", {}, el("details", {},
        el("summary", {}, `${arrow} `, el("strong", {}, line.kind), line.who && ` by ${line.who}`,
          el("span", { class: failed ? "failed" : "quiet" }, ` ${line.status || "no answer"}${failed && line.status === 200 ? ", refused" : ""}`),
          el("span", { class: "quiet" }, ` ${line.at}${line.direction === "to bot" ? `, ${line.took_ms} ms` : ""} ${line.note}`)),
        el("pre", {}, line.request), line.answer && line.answer !== "{}" && el("pre", {}, line.answer)));
    },
  })));
}

function closeJournal() {
  $("journal").hidden = true;
  $("journal-button").setAttribute("aria-expanded", "false");
}

$("journal-button").addEventListener("click", () => {
  const open = $("journal").hidden;
  $("journal").hidden = !open;
  $("journal-button").setAttribute("aria-expanded", String(open));
  if (!open) return;
  ui.thread = "";
  draw(state);
  $("journal-close").focus();
});
$("journal-close").addEventListener("click", () => { closeJournal(); $("journal-button").focus(); });
$("thread-close").addEventListener("click", () => { ui.thread = ""; draw(state); $("composer-text").focus(); });
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

await refresh();
if (ui.home) send("home", {});
listen();
