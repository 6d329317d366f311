// What goes to the workspace and comes back from it.

import { $, show, toast, ui } from "./dom.js";

export async function send(path, body) {
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
    else if (fresh) show(fresh);
    else $("subtitle").textContent = "Not connected. The page tries again by itself.";
  } while (again);
}

let fetching = null;
let again = false;
export async function refresh() {
  if (fetching) {
    again = true;
    return fetching;
  }
  fetching = latest().finally(() => { fetching = null; });
  return fetching;
}

// A browser keeps only six connections to one address open, so a tab that nobody looks at gives its own back.
let stream = null;
export function listen() {
  stream?.close();
  stream = document.hidden ? null : new EventSource("/page/stream");
  if (stream) stream.onmessage = () => refresh();
}
