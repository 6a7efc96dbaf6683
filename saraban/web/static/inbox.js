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
    if (answer.redirected) return sayEnded([]); // to the login: nobody is logged in any more
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
  if (look.busy && !busy && form.dataset.waits) {
    say(form.dataset.read);
    delete form.dataset.waits;
  }
  look.busy = busy;
  setTimeout(look, document.hidden ? 10000 : busy ? 1000 : 4000);
}

function say(text) {
  said.hidden = false;
  said.textContent = text;
}

// The session has ended: what was not sent is named, and the way to the login is shown.
function sayEnded(names) {
  say(form.dataset.ended + (names.length ? ` (${names.join(", ")}) ` : " "));
  const link = document.createElement("a");
  link.href = "/login?next=/inbox";
  link.textContent = form.dataset.login;
  said.append(link);
}

// Why a file was not taken, in words.
async function reasonOf(answer) {
  if ((answer.headers.get("Content-Type") || "").includes("json")) {
    return (await answer.json()).error.message;
  }
  return answer.status === 413 ? form.dataset.large : "";
}

// One file after the other, so that each may be as large as the archive takes, and one that fails
// stops no other.
async function send(files) {
  const failed = [];
  for (const [place, file] of files.entries()) {
    const told = { place: place + 1, count: files.length, name: file.name };
    say(form.dataset.sending.replace(/\{(\w+)\}/g, (_, name) => told[name]));
    const content = new FormData();
    content.append("file", file, file.name);
    try {
      const answer = await fetch("/inbox", {
        method: "POST",
        body: content,
        headers: { "X-CSRF-Token": token, Accept: "application/json" },
      });
      if (answer.status === 401) return sayEnded(files.slice(place).map((one) => one.name));
      if (!answer.ok) {
        const reason = await reasonOf(answer);
        failed.push(reason ? `${file.name}: ${reason}` : file.name);
      }
    } catch {
      failed.push(file.name);
    }
  }
  if (files.length > failed.length) form.dataset.waits = "1";
  if (failed.length) say(form.dataset.failed.replace("{names}", failed.join(", ")));
  else if (files.length) {
    say(form.dataset.sent.replace("{count}", files.length));
    form.reset();
  }
}

// The files of what was dropped, also those in folders.
async function filesOf(entry) {
  if (entry.isFile) return [await new Promise((good, bad) => entry.file(good, bad))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const some = await new Promise((good, bad) => reader.readEntries(good, bad)); // 100 at most
    if (!some.length) return found;
    for (const one of some) found.push(...(await filesOf(one)));
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send([...document.getElementById("file").files]);
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
  const dropped = [...event.dataTransfer.items].map((one) => one.webkitGetAsEntry());
  Promise.all(dropped.filter(Boolean).map(filesOf)).then((found) => send(found.flat()));
});
look();
