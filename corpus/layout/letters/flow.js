// Sets documents on pages of A4, and tells what stands where. Called by corpus/flow.py.
"use strict";

const segments = (text, granularity) =>
  [...new Intl.Segmenter("th", { granularity }).segment(text)].map((part) => part.segment);
const thai = (number) => String(number).replace(/\d/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[digit]);

/* Load every face of the families that the documents are set in, before anything is measured. */
async function ready() {
  const used = new Set(["Pen"]);
  for (const article of document.querySelectorAll("article.document"))
    getComputedStyle(article).fontFamily.split(",").forEach((name) => used.add(name.trim().replace(/"/g, "")));
  await Promise.all([...document.fonts].filter((face) => used.has(face.family.replace(/"/g, ""))).map((face) => face.load()));
}

/* Every <article class="document"> becomes sections of class "page". Returns the pages of each. */
function paginate() {
  return [...document.querySelectorAll("article.document")].map((article) => {
    const pages = setOnPages(article);
    article.remove();
    return pages.length;
  });
}

function setOnPages(article) {
  const pinned = [...article.querySelectorAll(".on-page")];
  pinned.forEach((piece) => piece.remove());
  const pages = [];
  const open = () => {
    const page = document.createElement("section");
    page.className = article.className.replace("document", "page") + (pages.length ? " later" : " first");
    page.style.cssText = article.style.cssText;
    document.body.insertBefore(page, article);
    page.limit = page.getBoundingClientRect().bottom - parseFloat(getComputedStyle(page).paddingBottom);
    pages.push(page);
    return page;
  };
  let page = open();
  const queue = [...article.children];
  while (queue.length) {
    const block = queue.shift();
    if (block.classList.contains("new-page") && page.children.length) page = open();
    page.append(block);
    if (bottom(block) <= page.limit + 0.5) continue;
    const rest = split(block, page.limit);
    if (rest) {
      queue.unshift(rest);
    } else {
      block.remove();
      queue.unshift(block);
      while (page.lastElementChild?.classList.contains("with-next") && page.children.length > 1) {
        queue.unshift(page.lastElementChild);
        page.lastElementChild.remove();
      }
      if (!page.children.length) throw new Error("does not fit on a page: " + block.textContent.slice(0, 80));
    }
    page = open();
  }
  furnish(article, pages);
  for (const piece of pinned) {
    const wanted = piece.dataset.page === "last" ? pages.length : Number(piece.dataset.page || 1);
    if (!pages[wanted - 1]) throw new Error("no page " + wanted + " to pin on");
    pages[wanted - 1].append(piece);
  }
  return pages;
}

const bottom = (block) => block.getBoundingClientRect().bottom;

/* What does not fit above `limit`, as a block of its own; null if the block cannot be parted. */
function split(block, limit) {
  if (block.tagName === "TABLE") return splitTable(block, limit);
  if (block.tagName === "P" && !block.classList.contains("whole")) return splitParagraph(block, limit);
  return null;
}

function splitTable(table, limit) {
  const rows = [...table.tBodies[0].rows];
  const first = rows.findIndex((row) => bottom(row) > limit + 0.5);
  if (first < 1) return null;
  const rest = table.cloneNode(false);
  for (const part of table.querySelectorAll(":scope > colgroup")) rest.append(part.cloneNode(true));
  if (table.tHead && table.classList.contains("repeat")) rest.append(table.tHead.cloneNode(true));
  const body = rest.appendChild(document.createElement("tbody"));
  rows.slice(first).forEach((row) => body.append(row));
  return rest;
}

function splitParagraph(paragraph, limit) {
  const places = []; // the first character of each line
  let last = -Infinity;
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (let offset = 0; offset < walker.currentNode.length; offset++) {
      const box = boxOf(walker.currentNode, offset, offset + 1);
      if (!box || !box.width) continue;
      if (box.top > last + box.height / 2) places.push({ node: walker.currentNode, offset, bottom: box.bottom });
      last = Math.max(last, box.top);
    }
  }
  let fit = places.filter((place) => place.bottom <= limit + 0.5).length;
  if (places.length - fit < 2) fit = places.length - 2; // no line alone on the next page,
  if (fit < 2) return null; // nor on this one
  const range = document.createRange();
  range.setStart(places[fit].node, places[fit].offset);
  range.setEndAfter(paragraph.lastChild);
  const rest = paragraph.cloneNode(false);
  rest.append(range.extractContents());
  rest.classList.add("rest");
  paragraph.classList.add("broken");
  return rest;
}

/* Page numbers, and at a page's foot the words that call the next page. */
function furnish(article, pages) {
  const { number, from = "2", at = "top", digits = "thai", call } = article.dataset;
  const written = digits === "thai" ? thai : String;
  pages.forEach((page, index) => {
    if (number && index + 1 >= Number(from)) {
      const line = add(page, "page-number " + at);
      line.textContent = number.replace("{}", written(index + 1)).replace("{all}", written(pages.length));
    }
    const next = pages[index + 1];
    if (call && next) {
      const words = segments(next.firstElementChild.textContent.trim(), "word");
      const head = /^[๐-๙\d(]/.test(words[0]) ? 5 : 3;
      add(page, "call").textContent = "/" + words.slice(0, head).join("").trim() + "...";
    }
  });
}

function add(page, name) {
  const line = page.appendChild(document.createElement("div"));
  line.className = name;
  return line;
}

/* What stands on each page: pieces of text, codes and ruled tables, their boxes in CSS pixels. */
function tell() {
  return [...document.querySelectorAll("section.page")].map((page) => {
    const origin = page.getBoundingClientRect();
    const place = (box) => [box.left - origin.left, box.top - origin.top, box.right - origin.left, box.bottom - origin.top];
    const list = (selector) => [...page.querySelectorAll(selector)];
    const cells = list("td, th"), stamps = list(".stamp"), notes = list(".note"), tables = list("table.ruled");
    const texts = [];
    const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode, parent = node.parentElement;
      const common = {
        size: parseFloat(getComputedStyle(parent).fontSize),
        cell: cells.indexOf(parent.closest("td, th")),
        stamp: stamps.indexOf(parent.closest(".stamp")),
        note: notes.indexOf(parent.closest(".note")),
        hand: parent.closest(".pen, .dater") !== null,
      };
      for (const run of runs(node)) texts.push({ ...common, text: run.text, box: place(run) });
    }
    return {
      texts,
      stamps: stamps.map((stamp) => place(stamp.getBoundingClientRect())),
      codes: list("[data-code]").map((code) => ({ text: code.dataset.code, box: place(code.getBoundingClientRect()) })),
      tables: tables.map((table) => ({
        box: place(table.getBoundingClientRect()),
        rows: [...table.rows].map((row) =>
          [...row.cells].map((cell) => ({ cell: cells.indexOf(cell), box: place(cell.getBoundingClientRect()) }))),
      })),
    };
  });
}

/* The runs of a text node that lie on one line each. */
function runs(node) {
  const found = [];
  let offset = 0, run = null, last = null;
  for (const part of segments(node.data, "grapheme")) {
    const box = boxOf(node, offset, offset + part.length);
    offset += part.length;
    if (!box || !box.width) continue;
    if (!run || Math.abs(box.top - last.top) > box.height / 2) {
      run = { text: "", left: box.left, top: box.top, right: box.right, bottom: box.bottom };
      found.push(run);
    }
    run.text += part;
    run.right = Math.max(run.right, box.right);
    run.top = Math.min(run.top, box.top);
    run.bottom = Math.max(run.bottom, box.bottom);
    last = box;
  }
  return found;
}

function boxOf(node, start, end) {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range.getClientRects()[0];
}

/* Show one page alone, and one layer of it: "print" or "ink". Says whether the page bears ink. */
function show(number, layer) {
  document.body.className = layer;
  let inked = false;
  document.querySelectorAll("section.page").forEach((page, index) => {
    page.style.display = index === number ? "" : "none";
    if (index === number) inked = page.querySelector(".ink") !== null;
  });
  return inked;
}
