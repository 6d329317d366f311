// The hidden panel above the journal: what goes wrong next, and whether Slack's rates hold.

import { $, busily, el } from "./dom.js";
import { send } from "./wire.js";

export async function toggleFaults() {
  const open = $("faults").hidden;
  if (open && $("journal").hidden) $("journal-button").click();
  $("faults").hidden = !open;
  await drawFaults();
  if (open) $("faults").querySelector("select")?.focus();
}

export async function drawFaults() {
  if ($("faults").hidden) return;
  const known = await fetch("/page/faults").then((answer) => answer.json());
  if (!$("faults").firstChild) build(known);
  $("rates").checked = known.rates;
  $("waiting").replaceChildren(...(known.waiting.length
    ? known.waiting.map((each) => el("li", {}, el("strong", {}, each.method ?? "any method"), ` ${each.what}, ${each.times} ×`))
    : [el("li", { class: "quiet" }, "No fault waits.")]));
}

function build(known) {
  const option = (value, label) => el("option", { value }, label);
  const method = el("select", { id: "fault-method" }, option("", "Any method"), known.methods.map((name) => option(name, name)));
  const kind = el("select", { id: "fault-switch", onchange: () => { number.disabled = !asks(); } }, known.switches.map((each) => option(each.key, each.label)));
  const number = el("input", { id: "fault-number", type: "number", min: "0", step: "any", value: "1" });
  const times = el("input", { id: "fault-times", type: "number", min: "1", step: "1", value: "1" });
  const asks = () => known.switches.find((each) => each.key === kind.value).asks;
  const field = (node, label) => el("div", {}, el("label", { for: node.id }, label), node);
  const add = (event) => {
    event.preventDefault();
    send("faults", { method: method.value, switch: kind.value, number: number.value, times: times.value });
  };
  const button = (label, path) => el("button", { type: "button", onclick: (event) => busily(event.currentTarget, () => send(path, {})) }, label);
  $("faults").replaceChildren(
    el("h3", {}, "What goes wrong next"),
    el("form", { onsubmit: add }, field(method, "Calls of"), field(kind, "Are"), field(number, "Seconds"), field(times, "How many"),
      el("button", { type: "submit", class: "primary" }, "Add fault")),
    el("ul", { id: "waiting", "aria-label": "Waiting faults" }),
    el("p", { class: "acts" }, button("Clear faults", "faults/clear"), button("Release held calls", "faults/release")),
    el("label", { class: "choice" }, el("input", { id: "rates", type: "checkbox", onchange: (event) => send("rates", { on: event.target.checked }) }), "Enforce Slack's rate limits"));
}
