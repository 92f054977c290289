// Reading an AnnotateResponse.

const types = {
  ENTITY_TYPE_PERSON: ["PER", "person"],
  ENTITY_TYPE_ORGANIZATION: ["ORG", "organisation"],
  ENTITY_TYPE_LOCATION: ["LOC", "place"],
  ENTITY_TYPE_GROUP: ["GRP", "group"],
  ENTITY_TYPE_EVENT: ["EVT", "event"],
  ENTITY_TYPE_PRODUCT: ["PRD", "product"],
};

/** Class of a type: "PER". */
export const shortType = type => (types[type] ?? ["OTH"])[0];

/** Type in words: "person". */
export const typeName = type => (types[type] ?? ["", "other"])[1];

/** Kind in a word: "named", "role", "pronoun". */
export const kindName = kind => kind.replace("MENTION_KIND_", "").toLowerCase();

/** Status in a word: "linked", "minted", "unresolved". */
export const statusName = status => status.replace("RESOLUTION_STATUS_", "").toLowerCase();

/** An answer with the look-ups that the page needs. */
export function readAnswer(response) {
  const entities = new Map(response.entities.map(entity => [entity.id, entity]));
  const resolutions = new Map(response.resolutions.map(resolution => [resolution.chain, resolution]));
  const mentions = response.mentions.map((mention, index) => {
    const resolution = resolutions.get(mention.chain);
    const id = resolution?.entityId ?? "";
    // Mentions of one thing share a key: the entity's id, or the chain where there is none.
    return { ...mention, index, resolution, entity: entities.get(id), key: id || `chain ${mention.chain}` };
  });
  const byKey = Map.groupBy(mentions, mention => mention.key);
  return { response, entities, resolutions, mentions, byKey };
}

/** The name of what a mention means, or "" when that is open. */
export const meaning = mention => mention.entity?.name ?? "";

/** One line on a mention, as a screen reader says it. */
export function describe(mention) {
  const what = `${mention.text}, ${kindName(mention.kind)} ${typeName(mention.type)}`;
  return mention.entity ? `${what}: ${mention.entity.name}` : `${what}, not resolved`;
}
