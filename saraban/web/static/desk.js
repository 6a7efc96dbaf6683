// The review desk by keyboard. Keys are told by their place (code), so that a Thai layout does the
// same. Without this script every act is a button, and a value's box is shown by its link.
"use strict";

const rows = [...document.querySelectorAll(".rows > .row")];
const paper = document.querySelector(".paper");
document.body.classList.add("scripted");

function inHand() {
  return document.querySelector(".row.in-hand") || rows[0];
}

function take(row, scroll = true) {
  if (!row) return;
  for (const one of document.querySelectorAll(".in-hand")) {
    one.classList.remove("in-hand");
    one.removeAttribute("aria-current");
  }
  row.classList.add("in-hand");
  row.setAttribute("aria-current", "true");
  if (scroll) row.scrollIntoView({ block: "nearest" });
  const box = [...document.querySelectorAll(".picture rect")].find(
    (one) => one.dataset.path === row.dataset.path,
  );
  if (box) {
    box.classList.add("in-hand");
    show(box);
  }
}

function show(box) {
  const seen = paper.getBoundingClientRect();
  const place = box.getBoundingClientRect();
  paper.scrollBy({
    top: place.top + place.height / 2 - seen.top - seen.height / 2,
    left: place.left + place.width / 2 - seen.left - seen.width / 2,
  });
}

function step(by) {
  const place = rows.indexOf(inHand());
  take(rows[(place + by + rows.length) % rows.length]);
}

function press(button) {
  if (button) button.click();
}

function leafInView() {
  const row = inHand();
  const leaves = [...document.querySelectorAll(".leaf")];
  const middle = paper.getBoundingClientRect().top + paper.clientHeight / 2;
  return (
    leaves.find((leaf) => {
      const place = leaf.getBoundingClientRect();
      return place.top <= middle && place.bottom >= middle;
    }) || leaves.find((leaf) => leaf.dataset.page === row.dataset.page)
  );
}

function pageAct(act) {
  const leaf = act === "join" ? document.querySelector(".leaf") : leafInView();
  press(leaf && leaf.querySelector(`button[value="${act}"]`));
}

function edit(row) {
  take(row);
  const input = row.querySelector(".parts input, .parts textarea, .parts select");
  input.focus();
  if (input.select) input.select();
}

const keys = {
  KeyJ: () => step(1),
  ArrowDown: () => step(1),
  KeyK: () => step(-1),
  ArrowUp: () => step(-1),
  KeyA: () => press(inHand().querySelector(".accept")),
  KeyE: () => edit(inHand()),
  Enter: () => edit(inHand()),
  KeyT: () => edit(document.getElementById("row-kind")),
  KeyS: () => pageAct("split"),
  KeyG: () => pageAct("join"),
  KeyR: () => pageAct("rotate"),
  KeyX: () => pageAct("exclude"),
  KeyU: () => press(document.querySelector(".history .undo")),
  KeyN: () => press(document.getElementById("next")),
  KeyZ: () => {
    paper.classList.toggle("zoomed");
    for (const picture of document.querySelectorAll(".picture img:not(.sharp)")) {
      picture.classList.add("sharp"); // drawn anew with more dots
      picture.src += "&sharp=1";
    }
    take(inHand(), false);
  },
};

// What is sent is sent once: a second key before the answer comes would do the same again.
document.addEventListener("submit", (event) => {
  if (document.body.classList.contains("sending")) event.preventDefault();
  document.body.classList.add("sending");
});
window.addEventListener("pageshow", () => document.body.classList.remove("sending"));

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const typing = event.target.closest("input, textarea, select");
  if (typing) {
    if (event.key === "Escape") typing.blur();
    if (event.key === "Enter" && event.target.matches("textarea, select") && !event.shiftKey) {
      event.preventDefault();
      press(event.target.form.querySelector(".save"));
    }
    return;
  }
  if (event.target.closest("button, a, summary") && event.code === "Enter") return;
  const digit = /^Digit([1-9])$/.exec(event.code);
  const does = digit
    ? () => press(inHand().querySelectorAll(".readings button")[digit[1] - 1])
    : keys[event.code];
  if (does) {
    event.preventDefault();
    does();
  }
});

for (const row of rows) {
  row.addEventListener("focusin", () => {
    if (!row.classList.contains("in-hand")) take(row, false);
  });
  row.addEventListener("click", () => {
    if (!row.classList.contains("in-hand")) take(row, false);
  });
}
for (const box of document.querySelectorAll(".picture rect")) {
  box.addEventListener("click", () => take(document.getElementById(`row-${box.dataset.path}`)));
}
for (const link of document.querySelectorAll(".show")) link.hidden = true;
take(inHand());
