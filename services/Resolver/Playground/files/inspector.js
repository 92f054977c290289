// The card of one mention's entity: who it is, why, who else it might have been, and when.
import { kindName, statusName, typeName } from "./answer.js";
import { bars, tenureInWords, timeline } from "./charts.js";
import { hueOf } from "./colours.js";
import { element, withVariables } from "./dom.js";

const statusWords = { linked: "in the catalogue", minted: "new name, own id", unresolved: "not resolved" };

/** The content of the card. */
export function inspect(mention, answer, { onClose, onJump }) {
  const { resolution, entity } = mention;
  const status = statusName(resolution.status);
  const close = element("button", { type: "button", class: "quiet close", "aria-label": "Close" }, "✕");
  close.addEventListener("click", onClose);
  return [
    element("h2", {}, entity?.name ?? `“${mention.text}”`),
    close,
    element("p", { class: "badges" },
      withVariables(element("span", { class: `dot ${status}`, "aria-hidden": "true" }), { hue: hueOf(mention.key) }),
      element("span", { class: "badge" }, typeName(entity?.type ?? mention.type)),
      element("span", { class: `badge ${status}` }, statusWords[status] ?? status),
      element("span", { class: "muted" }, `${Math.round(resolution.confidence * 100)} % certain`)),
    entity ? identity(entity) : null,
    entity?.description ? element("p", {}, entity.description) : null,
    ...why(mention, resolution.explanation),
    ...tenure(resolution.explanation, answer.response.documentDate.value),
    ...candidates(resolution),
    ...mentions(answer.byKey.get(mention.key), onJump),
    ...aliases(entity),
  ].filter(part => part !== null);
}

function identity(entity) {
  const wikidata = entity.externalIds?.wikidata;
  const id = wikidata
    ? element("a", { href: `https://www.wikidata.org/wiki/${encodeURIComponent(wikidata)}`, target: "_blank", rel: "noopener noreferrer" }, `${entity.id} on Wikidata`)
    : entity.id;
  const others = Object.entries(entity.externalIds ?? {}).filter(([system]) => system !== "wikidata").map(([system, other]) => ` · ${system} ${other}`);
  return element("p", { class: "identity" }, id, ...others);
}

function why(mention, explanation) {
  if (!explanation)
    return [];
  const features = explanation.features.filter(feature => feature.contribution !== 0).map(feature => ({
    label: feature.name.replaceAll("_", " "),
    value: feature.contribution,
    tag: feature.name === explanation.decisive ? "decisive" : null,
    title: `measured ${Number(feature.value.toFixed(3))}`,
  }));
  return [
    element("h3", {}, "Why"),
    element("p", { class: "reason" }, explanation.reason || `a ${kindName(mention.kind)} mention`),
    features.length > 0 ? bars("What spoke for and against", features) : null,
  ];
}

function tenure(explanation, date) {
  if (!explanation?.tenure)
    return [];
  return [
    element("h3", {}, "In office"),
    timeline(explanation.tenure, date),
    element("p", { class: "muted" }, tenureInWords(explanation.tenure, "")),
  ];
}

function candidates(resolution) {
  if (resolution.candidates.length === 0)
    return [];
  const tagOf = id => id === resolution.entityId ? "chosen" : id === resolution.explanation?.runnerUp ? "runner-up" : null;
  return [
    element("h3", {}, "Candidates"),
    bars("Candidates and their scores", resolution.candidates.map(candidate => ({
      label: candidate.name, value: candidate.score, tag: tagOf(candidate.entityId), isPlain: true, title: candidate.entityId,
    }))),
  ];
}

function mentions(all, onJump) {
  const forms = Map.groupBy(all, mention => mention.text);
  return [
    element("h3", {}, "In this text"),
    element("ul", { class: "chips" }, ...[...forms].map(([text, same]) => {
      const jump = element("button", { type: "button" }, same.length > 1 ? `${text} ×${same.length}` : text);
      let next = 0;
      jump.addEventListener("click", () => onJump(same[next++ % same.length]));
      return element("li", {}, jump);
    })),
  ];
}

function aliases(entity) {
  if (!entity?.aliases.length)
    return [];
  return [
    element("h3", {}, "Also known as"),
    element("ul", { class: "chips" }, ...entity.aliases.map(alias => element("li", {}, alias))),
  ];
}
