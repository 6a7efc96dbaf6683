// On a narrow screen the picture of a chain begins with its own document in sight.
"use strict";

const picture = document.querySelector(".picture");
const root = document.getElementById("root");
if (picture && root) {
  const seen = picture.getBoundingClientRect();
  const place = root.getBoundingClientRect();
  picture.scrollLeft += place.left + place.width / 2 - seen.left - seen.width / 2;
}
