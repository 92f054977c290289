// Light, dark, or as the system has it; remembered by the browser.
import { byId } from "./dom.js";

const order = ["auto", "light", "dark"];
const key = "entityres-theme";

/** Applies the remembered theme and makes the button change it. */
export function startTheme() {
  let theme = remembered();
  show(theme);
  byId("theme").addEventListener("click", () => {
    theme = order[(order.indexOf(theme) + 1) % order.length];
    show(theme);
    try {
      localStorage.setItem(key, theme);
    } catch {
      // A browser that keeps nothing: the theme lasts as long as the page.
    }
  });
}

function remembered() {
  try {
    const theme = localStorage.getItem(key);
    return order.includes(theme) ? theme : "auto";
  } catch {
    return "auto";
  }
}

function show(theme) {
  if (theme === "auto")
    delete document.documentElement.dataset.theme;
  else
    document.documentElement.dataset.theme = theme;
  byId("theme-name").textContent = theme[0].toUpperCase() + theme.slice(1);
  byId("theme").setAttribute("aria-label", `Colour theme: ${theme === "auto" ? "as the system" : theme}`);
}
