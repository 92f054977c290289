// Cuts a text at the borders of its mentions, which may nest and overlap.

/**
 * @param {string} text
 * @param {{start: number, end: number}[]} mentions offsets in UTF-16 code units, as JavaScript counts
 * @returns {{segments: {text: string, mentions: number[]}[], levels: number[]}} segments in text order, which together are the
 *   text, each with the mentions that cover it, outermost first; and for each mention how many lie below it (0 = innermost)
 */
export function cut(text, mentions) {
  const order = mentions.map((_, i) => i).sort((a, b) => mentions[a].start - mentions[b].start || mentions[b].end - mentions[a].end);
  const borders = [...new Set([0, text.length, ...mentions.flatMap(mention => [mention.start, mention.end])])].sort((a, b) => a - b);
  const levels = mentions.map(() => 0);
  const segments = [];
  let active = [];
  let next = 0;
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i], borders[i + 1]];
    active = active.filter(mention => mentions[mention].end > start);
    while (next < order.length && mentions[order[next]].start === start)
      active.push(order[next++]);
    for (let j = active.length - 2; j >= 0; j--)
      levels[active[j]] = Math.max(levels[active[j]], levels[active[j + 1]] + 1);
    segments.push({ text: text.slice(start, end), mentions: [...active] });
  }
  return { segments, levels };
}
