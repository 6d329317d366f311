// What every part of the page draws with: the state, nodes, and short notices.
export const $ = (id) => document.getElementById(id);
const query = new URLSearchParams(location.search);
export const ui = {
  as: query.get("as") || sessionStorage.getItem("as") || "",
  channel: query.get("channel") || "",
  thread: query.get("thread") || "",
  found: query.get("message") || "",
  home: query.get("tab") === "home",
  faults: query.has("faults"),
  since: null, // the version at which the page was loaded: older ephemerals are gone
  typed: {}, // view id -> block_id -> action_id -> what stands in the field
  suggested: {}, // action_id -> options that the bot offered
  told: 0, // the last of Slack's own warnings that was shown as a toast
};
export let state = null;

export function el(tag, props = {}, ...children) {
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

export async function busily(button, work) {
  button.disabled = true;
  button.setAttribute("aria-busy", "true");
  try {
    return await work();
  } finally {
    button.disabled = false;
    button.removeAttribute("aria-busy");
  }
}

export function toast(text, failed = false) {
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

// Keep the nodes whose content is unchanged, so that focus and open menus in them survive a redraw.
export function sync(box, items) {
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

// The whole page is drawn by what knows all its parts, which says so once, at the start.
let drawPage = null;
export function drawnBy(draw) {
  drawPage = draw;
}

// A button that is drawn anew between its going down and up is not pressed, so the page waits for the finger.
let pressing = false;
let waiting = false;
document.addEventListener("pointerdown", (event) => { pressing = Boolean(event.target.closest("button")); }, true);
for (const over of ["pointerup", "pointercancel"]) {
  document.addEventListener(over, () => setTimeout(() => { // the click comes first
    pressing = false;
    if (waiting) show();
  }), true);
}

export function show(fresh = state) {
  state = fresh;
  waiting = pressing;
  if (!waiting) drawPage();
}
