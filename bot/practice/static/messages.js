// Messages and lists of them.

import { drawBlock } from "./blocks.js";
import { el, state, sync, ui } from "./dom.js";
import { openThread } from "./places.js";
import { menu } from "./pressing.js";
import { rich } from "./text.js";
import { send } from "./wire.js";

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
      message.files.map((file) => {
        const href = `/page/file?${new URLSearchParams({ as: ui.as, id: file.id })}`;
        const picture = file.mimetype?.startsWith("image/") && el("img", { class: "picture", src: href, alt: file.alt_txt ?? file.title });
        return el("p", { class: "shared" }, "📎 ", el("a", { href, target: "_blank", rel: "noopener" }, file.title), picture);
      }),
      trouble && el("p", { class: "trouble" }, trouble.text),
      count > 0 && el("button", { type: "button", class: "link", onclick: () => openThread(message.ts) }, count === 1 ? "1 reply" : `${count} replies`)),
    items.length > 0 && el("button", {
      type: "button", class: "more", "aria-haspopup": "menu", "aria-label": `More actions for the message of ${message.name} at ${message.time}`,
      onclick: (event) => menu(event.currentTarget, items),
    }, "…"));
}

export function drawList(box, listed, inThread) {
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
