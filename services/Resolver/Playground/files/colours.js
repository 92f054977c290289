// One hue for each entity, kept as long as the page lives: an entity does not change colour when the date moves.

const goldenAngle = 137.508; // degrees: neighbours in order are far apart in colour
const firstHue = 265;
const hues = new Map();

/** The hue of an entity or open chain, in degrees. */
export function hueOf(key) {
  if (!hues.has(key))
    hues.set(key, ((firstHue + hues.size * goldenAngle) % 360).toFixed(1));
  return hues.get(key);
}
