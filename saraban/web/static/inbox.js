// The inbox moves while one looks, and takes files that are dropped on it. Without this script the
// form sends files, and the page loads itself anew while something is being read.
"use strict";

const now = document.getElementById("now");
const form = document.getElementById("upload");
const said = document.getElementById("sending");
const token = document.querySelector("meta[name=csrf]").content;

async function look() {
  try {
    const answer = await fetch(now.dataset.address, { headers: { Accept: "text/html" } });
    if (answer.ok) {
      const text = await answer.text();
      if (text !== look.before && !now.contains(document.activeElement)) {
        now.innerHTML = text; // made by this site's own template, which escapes everything
      }
      look.before = text;
    }
  } catch {
    // the machine is away for a moment: the next look tells
  }
  const busy = now.querySelector("[data-busy]") !== null;
  setTimeout(look, document.hidden ? 10000 : busy ? 1000 : 4000);
}

function say(text) {
  said.hidden = false;
  said.textContent = text;
}

async function send(files) {
  if (!files.length) return;
  say(form.dataset.sending.replace("{count}", files.length));
  const content = new FormData();
  for (const file of files) content.append("file", file, file.name);
  try {
    const answer = await fetch("/inbox", {
      method: "POST",
      body: content,
      headers: { "X-CSRF-Token": token, Accept: "application/json" },
    });
    say(answer.ok ? form.dataset.sent : (await answer.text()) || form.dataset.failed);
    if (answer.ok) form.reset();
  } catch {
    say(form.dataset.failed);
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send(document.getElementById("file").files);
});
for (const name of ["dragenter", "dragover"]) {
  document.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.add("over");
  });
}
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) form.classList.remove("over");
});
document.addEventListener("drop", (event) => {
  event.preventDefault();
  form.classList.remove("over");
  send(event.dataTransfer.files);
});
look();
