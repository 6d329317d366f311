// The whole page.

import { drawBlock } from "./blocks.js";
import { drawComposer } from "./composer.js";
import { $, busily, el, state, sync, toast, ui } from "./dom.js";
import { drawJournal } from "./journal.js";
import { drawList } from "./messages.js";
import { drawModal } from "./modal.js";
import { go, openHome } from "./places.js";
import { send } from "./wire.js";

export function draw() {
  ui.since ??= state.version;
  if (!state.me) {
    $("title").textContent = "Nobody is here yet";
    return;
  }
  ui.as = state.me.id;
  ui.channel = state.channel;
  remember();
  $("clock").textContent = state.time;
  $("team").textContent = state.team;
  document.title = `${state.me.name} · ${state.team}`;
  drawControls();
  drawSide();
  drawMain();
  drawThread();
  drawModal();
  for (const trouble of state.troubles) {
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
