// What every page has: copying, keys, and forms that send themselves. Pages work without it; it only makes them quicker.
const said = document.querySelector("[data-said]");
let silence;

export function say(text) {
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ""; }, 3000);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say(said.dataset.copied);
  } catch {
    say(said.dataset.uncopied);
  }
}

async function copyTable(table) {
  const rows = [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
  const plain = rows.map((row) => row.join("\t")).join("\n");
  const clean = document.createElement("table");
  for (const row of rows) for (const [at, cell] of row.entries()) (at ? clean.rows[clean.rows.length - 1] : clean.insertRow()).insertCell().textContent = cell;
  const parts = { "text/plain": plain, "text/html": clean.outerHTML };
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(parts).map(([type, text]) => [type, new Blob([text], { type })])))]);
    say(said.dataset.copied);
  } catch {
    copy(plain);
  }
}

export function prepare(root) {
  for (const button of root.querySelectorAll("[data-copy], [data-copy-table], [data-keys], [data-with-script]")) button.hidden = false;
  for (const button of root.querySelectorAll("[data-without-script]")) button.hidden = true;
}

prepare(document);
document.querySelector(".top nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
if (matchMedia("(max-width: 48rem)").matches) {
  for (const details of document.querySelectorAll("[data-wide-open]")) details.open = false;
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (button) copy(button.dataset.copy);
  const whole = event.target.closest("[data-copy-table]");
  if (whole) copyTable(document.getElementById(whole.dataset.copyTable));
  if (event.target.closest("[data-keys]")) dialog.showModal();
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submit]")) event.target.form.requestSubmit();
});

const dialog = document.querySelector("[data-keys-dialog]");
const places = { s: "/search", a: "/ask", t: "/trace", l: "/library" };
let going = false;

function current() {
  return document.activeElement?.closest("[data-item]");
}

function move(by) {
  const items = [...document.querySelectorAll("[data-item]")].filter((item) => item.offsetParent);
  const at = items.indexOf(current());
  const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : at + by];
  if (next) {
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }
}

const keys = {
  "/": () => document.querySelector("[data-find]")?.select(),
  "?": () => dialog.showModal(),
  j: () => move(1),
  k: () => move(-1),
  o: () => current()?.querySelector("[data-open]")?.click(),
  c: () => (current() ?? document).querySelector("[data-copy], [data-pick]:not([hidden]) [data-pick-cite]")?.click(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey && event.key === "Enter" && event.target.matches("[data-run]")) event.target.form.requestSubmit();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || dialog.open) return;
  const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
  if (typing) {
    if (event.key === "Escape") event.target.blur();
    return;
  }
  if (going && places[event.key]) location.href = places[event.key];
  going = event.key === "g";
  if (keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});
