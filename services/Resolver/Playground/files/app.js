// Wires the page: state → request → answer → views.
import { annotate, Problem, service } from "./api.js";
import { describe, kindName, meaning, readAnswer } from "./answer.js";
import { copy } from "./clipboard.js";
import { inWords, lastMonth, monthNumber, monthOf, scale } from "./dates.js";
import { byId, element, withVariables } from "./dom.js";
import { inspect } from "./inspector.js";
import { listEntities, markInList } from "./entity-list.js";
import { Reader } from "./reader.js";
import { samples, textOf } from "./samples.js";
import { asCurl, asGrpcurl, fromFragment, longestShared, toFragment } from "./share.js";
import { startTheme } from "./theme.js";

const narrow = "(max-width: 52rem)"; // as in playground.css
const dragPause = 150; // milliseconds that the slider rests before it asks

const state = { text: "", date: "", mint: true, answer: null, chosen: null };
const reader = new Reader(byId("reader"), byId("legend"), mention => choose(mention, true), light);
let running = new AbortController();
let resting = 0;

async function update() {
  running.abort();
  running = new AbortController();
  const { signal } = running;
  byId("reader").setAttribute("aria-busy", "true");
  try {
    const before = state.answer;
    state.answer = readAnswer(await annotate(state, signal));
    byId("problem").hidden = true;
    showAnswer(before);
    await remember();
  } catch (failure) {
    if (!signal.aborted)
      showProblem(failure);
  } finally {
    if (!signal.aborted)
      byId("reader").setAttribute("aria-busy", "false");
  }
}

function showAnswer(before) {
  const { answer } = state;
  reader.show(state.text, answer);
  listEntities(answer, { onChoose: mention => choose(mention, true), onLight: light });
  showDate(answer.response.documentDate);
  const warnings = answer.response.warnings;
  byId("warnings").hidden = warnings.length === 0;
  byId("warnings").replaceChildren(...warnings.map(warning =>
    element("p", {}, warning.field ? element("code", {}, warning.field) : null, warning.field ? ": " : null, warning.message)));
  const { model, catalogue, build } = answer.response.versions;
  byId("versions").textContent = `EntityRes ${build} · model ${model} · catalogue ${catalogue}`;
  choose(answer.mentions[state.chosen] ?? null, false);
  announce(answer, before);
}

// Says what is new: the roles whose holder changed, or how much was found.
function announce(answer, before) {
  const was = new Map(before?.mentions.map(mention => [`${mention.start} ${mention.text}`, meaning(mention)]));
  const changed = answer.mentions.filter(mention => kindName(mention.kind) === "role"
    && was.has(`${mention.start} ${mention.text}`) && was.get(`${mention.start} ${mention.text}`) !== meaning(mention));
  byId("live").textContent = changed.length > 0
    ? changed.slice(0, 4).map(mention => `${mention.text}: ${meaning(mention) || "open"}`).join(". ")
    : `${answer.mentions.length} mentions, ${answer.response.entities.length} entities`;
}

function showProblem(failure) {
  const violations = failure instanceof Problem ? failure.violations : [];
  const lines = violations.length > 0
    ? violations.map(violation => element("p", {}, element("code", {}, violation.field), ` ${violation.description}`))
    : [element("p", {}, failure.message)];
  byId("problem").replaceChildren(...lines);
  byId("problem").hidden = false;
}

function showDate(date) {
  const sources = {
    DATE_SOURCE_REQUEST: "your choice",
    DATE_SOURCE_DATELINE: `read from ${date.evidence}`,
    DATE_SOURCE_INFERRED: `worked out from ${date.evidence}`,
    DATE_SOURCE_NONE: "the text does not say; roles that changed hands stay open",
  };
  byId("date-shown").textContent = date.value ? inWords(date.value) : "No date";
  byId("date-source").textContent = sources[date.source] ?? "";
  const slider = byId("date-slider");
  if (date.value && document.activeElement !== slider)
    slider.value = monthNumber(date.value);
  slider.setAttribute("aria-valuetext", date.value ? inWords(date.value) : "no date");
  byId("date-picker").value = date.value.length === 10 ? date.value : "";
  byId("date-clear").disabled = state.date === "";
}

function choose(mention, isByHand) {
  state.chosen = mention?.index ?? null;
  reader.choose(mention?.key ?? null);
  markInList("chosen", mention?.key ?? null);
  const inspector = byId("inspector");
  inspector.hidden = mention === null;
  if (mention !== null) {
    inspector.replaceChildren(...inspect(mention, state.answer, {
      onClose: close,
      onJump: other => {
        choose(other, true);
        reader.focus(other.index);
      },
    }));
  }
  if (isByHand && mention !== null) {
    byId("live").textContent = describe(mention);
    inspector.scrollTop = 0;
    inspector.parentElement.scrollTop = 0;
    if (matchMedia(narrow).matches)
      reader.reveal(mention.index); // the card covers the lower part of a small screen
    remember();
  }
}

function close() {
  const { chosen } = state;
  choose(null, false);
  reader.focus(chosen);
  remember();
}

function light(key) {
  reader.light(key);
  markInList("lit", key);
}

function show(view) {
  byId("editor").hidden = view !== "edit";
  byId("reading").hidden = view === "edit";
  byId("view-edit").setAttribute("aria-pressed", String(view === "edit"));
  byId("view-read").setAttribute("aria-pressed", String(view !== "edit"));
  if (view === "edit")
    byId("text").focus();
}

async function open({ text, date, mint = true, chosen = null }) {
  Object.assign(state, { text, date, mint, chosen });
  byId("text").value = text;
  byId("mint").checked = mint;
  show(text === "" ? "edit" : "read");
  await update();
}

async function submit() {
  // A textarea changes line breaks to \n: the text that is sent is the one that is shown.
  await open({ text: byId("text").value, date: state.date, mint: byId("mint").checked });
}

async function setDate(date) {
  state.date = date;
  await update();
}

async function remember() {
  const fragment = state.text.length <= longestShared ? await toFragment(state) : "";
  history.replaceState(null, "", `${location.pathname}${fragment}`);
}

function start() {
  startTheme();
  byId("view-read").addEventListener("click", () => byId("text").value === state.text ? show("read") : submit());
  byId("view-edit").addEventListener("click", () => show("edit"));
  byId("editor").addEventListener("submit", event => {
    event.preventDefault();
    submit();
  });
  byId("text").addEventListener("keydown", event => event.key === "Enter" && (event.ctrlKey || event.metaKey) && submit());
  document.addEventListener("keydown", event => event.key === "Escape" && state.chosen !== null && !byId("copy-dialog").open && close());
  startDates();
  startSharing();
  byId("samples").append(...samples.map(sample => {
    const button = element("button", { type: "button" }, sample.title);
    button.addEventListener("click", async () => open({ text: await textOf(sample), date: sample.date }));
    return button;
  }));
  addEventListener("hashchange", restore);
  restore();
}

function startDates() {
  const slider = byId("date-slider");
  slider.min = 0;
  slider.max = lastMonth();
  byId("date-picker").max = new Date().toISOString().slice(0, 10);
  byId("date-scale").replaceChildren(...scale().map(({ year, percent }) => withVariables(element("span", {}, year), { at: `${percent}%` })));
  slider.addEventListener("input", () => {
    const month = monthOf(Number(slider.value));
    byId("date-shown").textContent = inWords(month);
    clearTimeout(resting);
    resting = setTimeout(() => setDate(month), dragPause);
  });
  byId("date-picker").addEventListener("change", event => event.target.value && setDate(event.target.value));
  byId("date-clear").addEventListener("click", () => setDate(""));
}

function startSharing() {
  byId("copy-link").addEventListener("click", async () => {
    await remember();
    if (state.text.length <= longestShared)
      await copy(location.href, "Link");
    else
      byId("copied").textContent = "The text is too long for a link";
  });
  byId("copy-curl").addEventListener("click", () => copy(asCurl(state, location.origin), "curl command"));
  byId("copy-grpcurl").addEventListener("click", async () => {
    const { grpcPort } = await service();
    await copy(asGrpcurl(state, `${location.hostname}:${grpcPort}`), "grpcurl command");
  });
  byId("copy-json").addEventListener("click", () => copy(JSON.stringify(state.answer?.response ?? {}, null, 2), "Answer"));
}

async function restore() {
  const shared = await fromFragment(location.hash);
  if (shared)
    await open(shared);
  else if (state.answer === null)
    await open({ text: await textOf(samples[0]), date: samples[0].date });
}

start();
