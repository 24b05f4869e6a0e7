// The trace board: one key decides, and only the row that it concerns is drawn anew.
import { prepare, say } from "./app.js";

const texts = document.querySelector("[data-said]").dataset;
const name = document.querySelector("[data-by]");
let last = JSON.parse(sessionStorage.getItem("decision") ?? "null");

name?.addEventListener("input", () => {
  for (const field of document.querySelectorAll("[data-decide] input[name=by]")) field.value = name.value;
});

async function send(action, data) {
  const answer = await fetch(action, { method: "POST", body: data, headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok) {
    say(page.querySelector("[role=alert]")?.textContent ?? answer.statusText);
    return false;
  }
  const rows = document.querySelectorAll("[data-row]");
  for (const row of rows) {
    const fresh = page.getElementById(row.id);
    if (fresh && fresh.innerHTML !== row.innerHTML) row.replaceChildren(...fresh.childNodes);
  }
  if (!rows.length) document.querySelector("main").replaceWith(page.querySelector("main"));
  prepare(document);
  return true;
}

async function decide(form, verdict, kind) {
  if (!name.value.trim()) {
    say(texts.name);
    name.focus();
    return;
  }
  const data = new FormData(form);
  data.set("by", name.value.trim());
  if (verdict) data.set("verdict", verdict);
  if (kind) data.set("kind", kind);
  const key = form.closest("[data-link]")?.dataset.key;
  const before = form.dataset.verdict || "withdraw";
  const action = form.action;
  if (!(await send(action, data))) return;
  last = { action, before, fields: [...data].filter(([field]) => field !== "verdict"), key };
  sessionStorage.setItem("decision", JSON.stringify(last));
  say(data.get("verdict") === "withdraw" ? texts.withdrawn : texts.kept);
  if (key) focus(key);
}

function focus(key) {
  const link = [...document.querySelectorAll("[data-link]")].find((each) => each.dataset.key === key);
  link?.focus();
}

async function undo() {
  if (!last) return;
  const data = new FormData();
  for (const [field, value] of last.fields) data.append(field, value);
  data.set("token", document.querySelector("input[name=token]").value);
  data.set("verdict", last.before);
  if (!(await send(last.action, data))) return;
  say(texts.withdrawn);
  if (last.key) focus(last.key);
  last = null;
  sessionStorage.removeItem("decision");
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decide]")) return;
  event.preventDefault();
  const button = event.submitter;
  decide(event.target, button?.name === "verdict" ? button.value : null, button?.name === "kind" ? button.value : null);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
  const link = document.activeElement?.closest("[data-link]");
  const form = link?.querySelector("[data-decide]");
  if (event.key === "y" && form) decide(form, "confirm");
  if (event.key === "n" && form) decide(form, "reject");
  if (event.key === "u") undo();
  if (event.key === "a") document.activeElement?.closest("[data-row]")?.querySelector("[data-add]")?.click();
});
