// How far an audit sheet is; when it is made, it is saved. Without this script the page loads itself
// anew until then.
"use strict";

const making = document.getElementById("making");
const said = document.getElementById("said");
const bar = making.querySelector("progress");
const save = document.getElementById("save");

async function look() {
  try {
    const answer = await fetch(making.dataset.address, { headers: { Accept: "application/json" } });
    if (!answer.ok) return location.reload(); // the login, or made too long ago
    const now = await answer.json();
    if (now.ready || now.failed) {
      bar.remove();
      said.textContent = now.ready ? said.dataset.done : said.dataset.failed;
      if (now.ready) {
        save.hidden = false;
        location.assign(save.href);
      }
      return;
    }
    if (now.total) {
      bar.max = now.total;
      bar.value = now.done;
    }
  } catch {
    // the machine is away for a moment: the next look tells
  }
  setTimeout(look, 700);
}

if (!making.dataset.ended) look();
