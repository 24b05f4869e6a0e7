// The reader: a span in the address (#c120-160) is marked and shown, and what is selected can be cited.
import { copy } from "./app.js";

const body = document.querySelector("[data-report]");
const pick = document.querySelector("[data-pick]");
const lines = [...body.querySelectorAll("[data-start]")];

// Places count code points; JavaScript's strings count UTF-16 units.
const points = (text) => [...text].length;

function place(node, offset) {
  const line = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest("[data-start]");
  if (!line) return null;
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + points(before.toString());
}

function find(at) {
  let line = null;
  for (const each of lines) {
    if (Number(each.dataset.start) > at) break;
    line = each;
  }
  if (!line) return null;
  let left = at - Number(line.dataset.start);
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node) {
    const all = [...node.data];
    if (left <= all.length) return { node, offset: all.slice(0, left).join("").length, line };
    left -= all.length;
    node = walker.nextNode();
  }
  return { node: line, offset: line.childNodes.length, line };
}

let marked = null;

function mark() {
  const span = /^#c(\d+)-(\d+)$/.exec(location.hash);
  if (!span) return;
  let target = document.getElementById(location.hash.slice(1));
  if (!target) {
    for (const old of body.querySelectorAll("mark.target")) old.replaceWith(...old.childNodes);
    body.normalize();
    const [start, end] = [Number(span[1]), Number(span[2])];
    for (const line of lines) {
      const low = Number(line.dataset.start);
      const high = low + points(line.textContent);
      if (start >= high || end <= low) continue;
      const from = find(Math.max(start, low));
      const to = find(Math.min(end, high));
      const range = document.createRange();
      range.setStart(from.node, from.offset);
      range.setEnd(to.node, to.offset);
      const marked = document.createElement("mark");
      marked.className = "target";
      marked.append(range.extractContents());
      range.insertNode(marked);
      target ??= marked;
    }
  }
  if (!target) return;
  const all = [...body.querySelectorAll("mark.target")];
  const range = document.createRange();
  range.setStartBefore(all[0]);
  range.setEndAfter(all[all.length - 1]);
  marked = { text: all.map((each) => each.textContent).join(" "), start: Number(span[1]), end: Number(span[2]), range };
  pick.hidden = false;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center", behavior: "instant" });
}

function chosen() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!body.contains(range.commonAncestorContainer)) return null;
  const text = selection.toString().trim();
  const start = place(range.startContainer, range.startOffset);
  const end = place(range.endContainer, range.endOffset);
  return text && start !== null && end !== null && start < end ? { text, start, end, range } : null;
}

function cite({ text, range }) {
  const path = [];
  let page = null;
  for (const each of body.querySelectorAll("[data-start], .page-mark")) {
    if (each.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_PRECEDING) break;
    if (each.matches(".page-mark")) page = each.textContent.trim();
    const level = /^H(\d)$/.exec(each.tagName);
    if (level) {
      path.length = Number(level[1]) - 2;
      path.push(each.dataset.heading);
    }
  }
  const { title, media, year } = body.dataset;
  const parts = [title ? `《${title}》` : `${media}《社会责任报告》`, `${year} 年度`];
  const headings = path.filter(Boolean).join("·");
  if (headings) parts.push(headings);
  if (page) parts.push(page);
  return `“${text.replace(/\s+/g, " ")}”（${parts.join("，")}）`;
}

document.addEventListener("selectionchange", () => { pick.hidden = !chosen() && !marked; });
pick.addEventListener("mousedown", (event) => event.preventDefault());
pick.querySelector("[data-pick-cite]").addEventListener("click", () => { const it = chosen() ?? marked; if (it) copy(cite(it)); });
pick.querySelector("[data-pick-link]").addEventListener("click", () => {
  const it = chosen() ?? marked;
  if (it) copy(`${location.origin}/reports/${body.dataset.report}?at=${it.start}-${it.end}#c${it.start}-${it.end}`);
});

const headings = lines.filter((line) => /^H\d$/.test(line.tagName));
const entries = new Map([...document.querySelectorAll(".contents nav a")].map((link) => [link.hash.slice(1), link]));
const seen = new IntersectionObserver(() => {
  let now = null;
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top > 140) break;
    now = heading;
  }
  for (const link of entries.values()) link.removeAttribute("aria-current");
  const link = now && entries.get(now.id);
  link?.setAttribute("aria-current", "true");
}, { rootMargin: "-80px 0px -60% 0px" });
for (const heading of headings) seen.observe(heading);

addEventListener("hashchange", mark);
mark();
