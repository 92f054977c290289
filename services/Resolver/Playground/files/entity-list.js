// The list of what the text is about, most salient first.
import { hueOf } from "./colours.js";
import { byId, element, withVariables } from "./dom.js";

/** Shows the entities of an answer. */
export function listEntities(answer, { onChoose, onLight }) {
  const entities = answer.response.entities;
  const most = Math.max(...entities.map(entity => entity.salience), Number.MIN_VALUE);
  byId("entities-count").textContent = entities.length > 0 ? entities.length : "";
  byId("entities-empty").hidden = entities.length > 0;
  byId("entities").replaceChildren(...entities.map(entity => {
    const mentions = answer.byKey.get(entity.id) ?? [];
    const share = element("i", { class: "swatch" });
    share.style.width = `${(100 * entity.salience / most).toFixed(1)}%`;
    const button = element("button", { type: "button", "data-key": entity.id, "aria-pressed": "false" },
      element("span", { class: "dot", "aria-hidden": "true" }),
      element("span", { class: "name" }, entity.name),
      element("span", { class: "count" }, element("span", { class: "hidden" }, "mentions: "), String(mentions.length)),
      element("span", { class: "about", "aria-hidden": "true" }, share));
    withVariables(button, { hue: hueOf(entity.id) });
    button.addEventListener("click", () => mentions.length > 0 && onChoose(mentions[0]));
    for (const enter of ["mouseenter", "focus"])
      button.addEventListener(enter, () => onLight(entity.id));
    for (const leave of ["mouseleave", "blur"])
      button.addEventListener(leave, () => onLight(null));
    return element("li", {}, button);
  }));
}

/** Marks the entity under the pointer, and the chosen one. */
export function markInList(name, key) {
  for (const button of byId("entities").querySelectorAll("button")) {
    const isIt = button.dataset.key === key;
    if (name === "chosen")
      button.setAttribute("aria-pressed", String(isIt));
    else
      button.classList.toggle("lit", isIt);
  }
}
