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

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!input.files.length) return;
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
    const page = new DOMParser().parseFromString(request.responseText, "text/html");
    const alert = page.querySelector("[role=alert]");
    progress.hidden = !alert;
    bar.value = 100;
    send.disabled = false;
    if (alert) {
      stage.textContent = alert.textContent;
      return;
    }
    for (const part of ["data-outcome", "data-listing"]) {
      document.querySelector(`[${part}]`).replaceWith(page.querySelector(`[${part}]`));
    }
    prepare(document);
    form.reset();
    list();
    document.querySelector(".outcome")?.focus();
  });
  request.addEventListener("error", () => {
    send.disabled = false;
    stage.textContent = stage.dataset.broken;
  });
  request.open("POST", form.getAttribute("action"));
  request.send(new FormData(form));
});
