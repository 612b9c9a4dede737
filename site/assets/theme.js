// Light or dark as the reader chose, else as the system is. Runs before anything is drawn, and remembers for all pages of
// the host. Without it pages are as the system is, and there is no button: the root has no style then.
"use strict";
{
const KEY = "remit-colours", CHOICES = ["", "light", "dark"], root = document.documentElement;
let chosen = "", button;

// A browser may keep no data, or forbid it: the choice then lasts as long as the page.
function remembered() {
  try { return localStorage.getItem(KEY); } catch { return chosen; }
}

function remember() {
  try { localStorage.setItem(KEY, chosen); } catch { return; }
}

function show(choice) {
  chosen = CHOICES.includes(choice) ? choice : "";
  root.style.colorScheme = chosen || "light dark";
  if (!button) return;
  button.setAttribute("aria-label", `${button.title}: ${button.dataset[chosen || "system"]}`);
  const [circle, half] = button.querySelectorAll("svg > *");
  circle.setAttribute("fill", chosen === "dark" ? "currentcolor" : "none");
  half.setAttribute("display", chosen ? "none" : "inline");
}

show(remembered());
// Pages that come back as they were left, and other windows.
addEventListener("pageshow", () => show(remembered()));
addEventListener("storage", event => event.key === KEY && show(event.newValue));
addEventListener("DOMContentLoaded", () => {
  button = document.querySelector("[data-remit-theme] button");
  if (!button) return;
  show(chosen);
  button.addEventListener("click", () => {
    show(CHOICES[(CHOICES.indexOf(chosen) + 1) % CHOICES.length]);
    remember();
  });
});
}
