// Slack's text as nodes.

import { el, state } from "./dom.js";

const EMOJI = {
  white_check_mark: "✅", heavy_check_mark: "✔️", x: "❌", warning: "⚠️", bell: "🔔", calendar: "📅", date: "📅", hourglass: "⌛",
  hourglass_flowing_sand: "⏳", memo: "📝", lock: "🔒", wave: "👋", tada: "🎉", eyes: "👀", clock: "🕓", alarm_clock: "⏰",
  link: "🔗", point_right: "👉", thumbsup: "👍", "+1": "👍", rotating_light: "🚨", scroll: "📜", pushpin: "📌", bulb: "💡",
};
export const unescape = (text) => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
const emojis = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => EMOJI[name] ?? whole);
const PARTS = /```([\s\S]+?)```|`([^`\n]+)`|<([^<>]+)>|(?<![\w*])\*(?=\S)([^\n]*?\S)\*(?![\w*])|(?<![\w_])_(?=\S)([^\n]*?\S)_(?![\w_])|(?<![\w~])~(?=\S)([^\n]*?\S)~(?![\w~])/;

export function rich(text) {
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

export const words = (object) => (!object ? "" : object.type === "plain_text" ? emojis(unescape(object.text)) : rich(object.text));

export function richNode(node) {
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
