// The annotated text: one stop of the Tab key; arrow keys move between its mentions.
import { describe, kindName, meaning, shortType, typeName } from "./answer.js";
import { hueOf } from "./colours.js";
import { element, withVariables } from "./dom.js";
import { cut } from "./segments.js";

export class Reader {
  #root;
  #legend;
  #anchors = [];        // by mention: its focusable segment
  #marks = new Map();   // by key: its marks
  #chosen = null;

  /**
   * @param {(mention: object) => void} onChoose a mention was clicked or Enter pressed on it
   * @param {(key: string | null) => void} onLight the thing under pointer or focus changed
   */
  constructor(root, legend, onChoose, onLight) {
    this.#root = root;
    this.#legend = legend;
    const mentionOf = event => this.answer?.mentions[event.target.closest?.("[data-mention]")?.dataset.mention];
    root.addEventListener("click", event => mentionOf(event) && onChoose(mentionOf(event)));
    for (const enter of ["mouseover", "focusin"])
      root.addEventListener(enter, event => onLight(mentionOf(event)?.key ?? null));
    for (const leave of ["mouseleave", "focusout"])
      root.addEventListener(leave, () => onLight(null));
    root.addEventListener("keydown", event => this.#move(event, onChoose, mentionOf(event)));
  }

  /** Shows a text and what was found in it. */
  show(text, answer) {
    this.answer = answer;
    this.#anchors = [];
    this.#marks = new Map();
    const { segments, levels } = cut(text, answer.mentions);
    const lastOf = new Map(segments.flatMap((segment, i) => segment.mentions.map(mention => [mention, i])));
    const nodes = segments.map((segment, i) => segment.mentions.length === 0
      ? document.createTextNode(segment.text)
      : this.#segment(segment, i, levels, lastOf));
    this.#root.replaceChildren(...nodes);
    this.#stops()[0]?.setAttribute("tabindex", "0");
    this.#showLegend();
  }

  /** Lights up every mention of one thing; null for none. */
  light(key) {
    this.#root.querySelectorAll(".lit").forEach(mark => mark.classList.remove("lit"));
    this.#root.classList.toggle("has-lit", key !== null);
    for (const mark of this.#marks.get(key) ?? [])
      mark.classList.add("lit");
  }

  /** Marks one thing as the one that the inspector shows; null for none. */
  choose(key) {
    for (const mark of this.#marks.get(this.#chosen) ?? [])
      mark.classList.remove("chosen");
    this.#chosen = key;
    for (const mark of this.#marks.get(key) ?? [])
      mark.classList.add("chosen");
  }

  /** Moves the focus to a mention. */
  focus(index) {
    const anchor = this.#anchors[index];
    if (!anchor)
      return;
    this.#stops().forEach(stop => stop.setAttribute("tabindex", "-1"));
    anchor.setAttribute("tabindex", "0");
    anchor.focus();
  }

  /** Scrolls a mention to where a card below does not cover it. */
  reveal(index) {
    this.#anchors[index]?.scrollIntoView({ block: "start", behavior: "smooth" });
  }

  // Nested mentions do not nest as buttons, which screen readers cannot enter: each has the first segment that is its own.
  #segment({ text, mentions }, index, levels, lastOf) {
    let content = document.createTextNode(text);
    for (const mention of mentions.toReversed())
      content = this.#mark(content, this.answer.mentions[mention], levels[mention]);
    const inner = this.answer.mentions[mentions.at(-1)];
    const segment = element("span", { class: "segment", "data-mention": inner.index }, content);
    const closing = mentions.map(mention => this.answer.mentions[mention])
      .find(mention => kindName(mention.kind) === "role" && lastOf.get(mention.index) === index);
    if (closing)
      segment.setAttribute(meaning(closing) ? "data-who" : "data-open", "");
    if (closing)
      segment.dataset.who = meaning(closing) || "open";
    if (this.#anchors[inner.index])
      return segment;
    this.#anchors[inner.index] = segment;
    segment.setAttribute("role", "button");
    segment.setAttribute("tabindex", "-1");
    segment.setAttribute("aria-label", describe(inner));
    return segment;
  }

  #mark(content, mention, level) {
    const mark = element("span", { class: `mark ${shortType(mention.type)} ${kindName(mention.kind)}${mention.entity ? "" : " unresolved"}` }, content);
    withVariables(mark, { hue: hueOf(mention.key), level });
    if (!this.#marks.has(mention.key))
      this.#marks.set(mention.key, []);
    this.#marks.get(mention.key).push(mark);
    if (mention.key === this.#chosen)
      mark.classList.add("chosen");
    return mark;
  }

  #stops() {
    return [...this.#root.querySelectorAll("[role=button]")];
  }

  #move(event, onChoose, mention) {
    if (event.key === "Enter" || event.key === " ") {
      if (mention) {
        event.preventDefault();
        onChoose(mention);
      }
      return;
    }
    const stops = this.#stops();
    const at = stops.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (to === undefined || at < 0 || !stops[to])
      return;
    event.preventDefault();
    this.focus(stops[to].dataset.mention);
  }

  #showLegend() {
    const byType = Map.groupBy(this.answer.mentions, mention => mention.type);
    this.#legend.replaceChildren(...[...byType].sort((a, b) => b[1].length - a[1].length).map(([type, mentions]) =>
      element("li", {}, withVariables(element("span", { class: `mark ${shortType(type)}` }, typeName(type)), { hue: 265 }), ` ${mentions.length}`)));
    this.#legend.hidden = byType.size === 0;
  }
}
