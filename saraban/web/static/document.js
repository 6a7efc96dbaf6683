// The document page: copy the citation, zoom the pictures. Without it the page still says all.
"use strict";

const steps = 4;
let step = 1;

function zoom(to) {
  step = Math.max(1, Math.min(steps, to));
  if (step > 1) sharpen();
  for (let one = 2; one <= steps; one += 1) {
    document.body.classList.toggle(`zoom-${one}`, one === step);
  }
}

// What is enlarged is drawn anew with more dots; the picture there stays until the new one has come.
function sharpen() {
  for (const picture of document.querySelectorAll(".paper img:not(.sharp)")) {
    picture.classList.add("sharp");
    picture.src += "?sharp=1";
  }
}

for (const bar of document.querySelectorAll(".zoom")) {
  bar.hidden = false;
  bar.addEventListener("click", (event) => {
    const way = event.target.dataset.zoom;
    if (way) zoom({ in: step + 1, out: step - 1, fit: 1 }[way]);
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = button.dataset.copied;
  });
}
