// Uploading: files dropped or chosen, how far it is, and what became of them, without leaving the page.
import { prepare } from "./app.js";

const form = document.querySelector("[data-upload]");
const input = form.querySelector("input[type=file]");
const drop = form.querySelector("[data-drop]");
const chosen = form.querySelector("[data-chosen]");
const progress = form.querySelector("[data-progress]");
const bar = progress.querySelector("progress");
const stage = progress.querySelector("[data-stage]");
const send = form.querySelector("[data-send]");

function list() {
  chosen.replaceChildren(...[...input.files].map((file) => {
    const item = document.createElement("li");
    item.textContent = file.name;
    return item;
  }));
  chosen.hidden = input.files.length === 0;
}

for (const kind of ["dragenter", "dragover"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
}
for (const kind of ["dragleave", "drop"]) {
  drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.remove("over"); });
}
drop.addEventListener("drop", (event) => {
  if (event.dataTransfer.files.length) {
    input.files = event.dataTransfer.files;
    list();
  }
});
input.addEventListener("change", list);
// Files may have been chosen before this script came, or come back with the page.
list();

function fail(text) {
  send.disabled = false;
  bar.value = 0;
  stage.textContent = text;
}

function follow(job) {
  const events = new EventSource(`/v1/jobs/${job}/events`);
  const show = (event) => {
    const { done, total, step } = JSON.parse(event.data);
    if (!total) return;
    bar.value = (100 * done) / total;
    stage.textContent = `${done} / ${total}　${step}`;
  };
  events.addEventListener("progress", show);
  for (const end of ["done", "failed"]) {
    events.addEventListener(end, () => {
      events.close();
      finish(`/library?job=${job}`);
    });
  }
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) fail(stage.dataset.broken);
  });
}

async function finish(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of ["data-outcome", "data-listing"]) {
    document.querySelector(`[${part}]`).replaceWith(page.querySelector(`[${part}]`));
  }
  history.replaceState(null, "", address);
  prepare(document);
  form.reset();
  list();
  progress.hidden = true;
  send.disabled = false;
  document.querySelector(".outcome")?.focus();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!input.files.length) return;
  const data = new FormData(form);
  data.set("later", "yes");
  const request = new XMLHttpRequest();
  progress.hidden = false;
  send.disabled = true;
  stage.textContent = stage.dataset.sending;
  bar.value = 0;
  request.upload.addEventListener("progress", (sent) => { bar.value = (100 * sent.loaded) / sent.total; });
  request.upload.addEventListener("load", () => {
    bar.removeAttribute("value");
    stage.textContent = stage.dataset.reading;
  });
  request.addEventListener("load", () => {
    if (request.status === 202) {
      follow(JSON.parse(request.responseText).id);
      return;
    }
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    fail(page.querySelector("[role=alert], .failed")?.textContent.trim() || stage.dataset.broken);
  });
  request.addEventListener("error", () => fail(stage.dataset.broken));
  request.open("POST", form.getAttribute("action"));
  request.send(data);
});
