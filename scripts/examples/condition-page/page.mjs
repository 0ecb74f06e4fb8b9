// Pages of an app, made of the plain JSON of backspasm. Each is one string of HTML.
//
// Three things to know of the JSON: a label is an object with a text for each language, a key
// that can hold several values always holds an array, and a key without a value is not there.

const SECTIONS = {
  causeClaim: "Causes",
  riskFactorClaim: "Risk factors",
  severityClaim: "What makes it worse",
  symptomClaim: "Symptoms",
  treatmentClaim: "Treatments",
  preventionClaim: "Prevention",
  effectClaim: "What it leads to",
  otherClaim: "Also said",
  deniedClaim: "What is denied",
};
const CERTAINTIES = { Stated: "Stated flatly", Likely: "Said to be likely", Possible: "Said to be possible" };
const NOTICE = "A record of what texts claim, not medical advice.";

/** A page about a condition, from its document. */
export function conditionPage(condition) {
  const sections = Object.entries(SECTIONS).map(([key, title]) =>
    section(key, title, byCertainty(condition[key] ?? [])),
  );
  return page(
    label(condition.prefLabel),
    html`<p class="definition">${label(condition.definition)}</p>
      ${paragraph("Also called", texts(condition.altLabel))}${paragraph("Kind of", names(condition.broader))}
      ${sections}${section("mechanism", "How it comes about", list(condition.mechanism, mechanism))}
      ${section("quantity", "Figures", list(condition.quantity, stated))}
      <p><a href="index.html">All conditions</a></p>`,
  );
}

/** A page with a link to each condition, from the index. */
export function indexPage(index) {
  const entry = (thing) => html`<li><a href="${encodeURI(pageName(thing))}">${label(thing.prefLabel)}</a></li>`;
  return page("Conditions", list(conditions(index), entry));
}

/** The conditions of the index that were not withdrawn, by name. */
export function conditions(index) {
  const found = index.things.filter((thing) => thing.kind === "condition" && !thing.deprecated);
  return found.sort((a, b) => label(a.prefLabel).localeCompare(label(b.prefLabel), "en"));
}

export const pageName = (thing) => thing.files.condition.replace("condition/", "").replace(".json", ".html");

function byCertainty(claims) {
  return Object.entries(CERTAINTIES).map(([certainty, title]) => {
    const some = claims.filter((claim) => claim.certainty === certainty);
    return some.length ? html`<h3>${title}</h3>${list(some, claimItem)}` : "";
  });
}

function claimItem(claim) {
  return html`<li class="claim" id="${claim.id}" data-certainty="${claim.certainty}">
    <b>${label(claim.subject.prefLabel)}</b> ${joined(claim)}
    <b>${label(claim.object.prefLabel)}</b> ${hedge(claim)} ${details(claim)}</li>`;
}

/** What stands below a claim, or a figure. */
function details(claim) {
  const { frequency, rank, basis } = claim;
  return html`<p>${label(claim.statement)}</p>${paragraph("Limits", limits(claim))}
    ${paragraph("How often", words(frequency))}${paragraph("Rank", words(rank))}
    ${paragraph("Rests on", basis === "Sentence" ? "" : `a ${words(basis)} alone`)}
    <div class="source">Evidence: ${label(claim.evidence?.label) || claim.evidence?.id}. ${list(claim.passage, citation)}</div>`;
}

/** Under what conditions alone it is said. */
function limits(claim) {
  const each = (values, write) => (values ?? []).map(write);
  return [
    ...each(claim.population, (group) => `population: ${label(group.prefLabel)}`),
    ...each(claim.scope, (scope) => `within ${label(scope.prefLabel)}`),
    ...each(claim.site, (site) => `at ${label(site.prefLabel)}`),
    ...each(claim.subjectQualifier, (word) => `where ${label(claim.subject.prefLabel)} is ${words(word)}`),
    ...each(claim.objectQualifier, (word) => `where ${label(claim.object.prefLabel)} is ${words(word)}`),
    ...each(claim.onset, words),
    ...each(claim.jointlyWith, (other) => `together with: ${label(other.statement)}`),
  ];
}

/** What joins the two things of a claim, no firmer than the claim. */
function joined({ polarity, predicate, certainty }) {
  const doubts = [polarity === "Denied" && "denied", certainty !== "Stated" && words(certainty)].filter(Boolean);
  return words(predicate) + (doubts.length ? ` (${doubts.join(", ")})` : "");
}

function mechanism({ prefLabel, certainty, step }) {
  const chain = step.map(({ claim }) => html` → ${joined(claim)} → <b>${label(claim.object.prefLabel)}</b>`);
  return html`<li class="mechanism"><details><summary>${label(prefLabel)} (${words(certainty)})<br>
    <b>${label(step[0].claim.subject.prefLabel)}</b>${chain}</summary>${list(step.map(({ claim }) => claim), stated, "ol")}</details></li>`;
}

const stated = (said) => html`<li>${words(said.certainty)} ${hedge(said)} ${details(said)}</li>`;

function citation({ hasSource, section: heading, start, end }) {
  const said = [hasSource.creator?.join(", "), hasSource.publisher, hasSource.modified].filter(Boolean).join(", ");
  return html`<li class="passage"><cite>${label(hasSource.title)}</cite>${said && ` (${said})`},
    section “${label(heading)}”, characters ${start} to ${end}</li>`;
}

const hedge = (claim) => (claim.hedge ? html`<span class="hedge">“${label(claim.hedge)}”</span>` : "");
const names = (things) => (things ?? []).map((thing) => label(thing.prefLabel));
const texts = (byLanguage) => [byLanguage?.en ?? Object.values(byLanguage ?? {})[0] ?? []].flat();
const label = (byLanguage) => texts(byLanguage)[0] ?? "";
const words = (term = "") => term.replace(/(?<=.)([A-Z])/g, " $1").toLowerCase();

const paragraph = (title, said) => (said.length ? html`<p class="more">${title}: ${[said].flat().join("; ")}</p>` : "");
const list = (items, write, tag = "ul") => (items?.length ? html`<${raw(tag)}>${items.map((item) => write(item))}</${raw(tag)}>` : "");
const section = (id, title, content) =>
  [content].flat().join("") ? html`<section id="${id}"><h2>${title}</h2>${content}</section>` : "";

function page(title, content) {
  const style = `body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif }
    .notice { background: #fff3cd; padding: .5rem 1rem } .more, .source, .passage { font-size: .875rem; color: #444 }
    p { margin: .25rem 0 } li.claim, li.mechanism { margin-bottom: .75rem } .hedge { color: #555 }`;
  return `${html`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><style>${raw(style)}</style>
<h1>${title}</h1><p class="notice">${NOTICE}</p>${content}
<p class="more">Data: backspasm, <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>.</p></html>`}\n`;
}

/** Text that is HTML already; all other text in a template is escaped. */
class Html extends String {}
const raw = (text) => new Html(text);
const escaped = (value) =>
  value instanceof Html ? value : String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
function html(strings, ...values) {
  return raw(String.raw({ raw: strings }, ...values.map((value) => [value].flat(2).map(escaped).join(""))));
}
