// Builds elements. Text goes in as text nodes only, never as markup: what a document contains cannot run.

/** An element with attributes (null and false are left out) and children (nodes, or strings as text). */
export function element(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function drawing(name, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/** The element of the page with an id. */
export const byId = id => document.getElementById(id);

/** Sets a CSS variable; allowed by the page's policy, which forbids style attributes in markup. */
export function withVariables(node, variables) {
  for (const [name, value] of Object.entries(variables))
    node.style.setProperty(`--${name}`, value);
  return node;
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false && value !== undefined)
      node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}
