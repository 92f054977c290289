// The state in the address, and the request as a command.
import { annotateRequest } from "./api.js";

/** Longest text that a link carries, in UTF-16 code units; browsers cut longer addresses. */
export const longestShared = 200_000;

/** The state as the fragment of an address, which is never sent to a server: "#s=…", compressed. */
export async function toFragment({ text, date, mint, chosen }) {
  const state = { text, date, mint, chosen: chosen ?? undefined };
  const packed = await pipe(new TextEncoder().encode(JSON.stringify(state)), new CompressionStream("deflate-raw"));
  return `#s=${toBase64Url(packed)}`;
}

/** The state of a fragment; null when it holds none that can be read. */
export async function fromFragment(fragment) {
  if (!fragment.startsWith("#s="))
    return null;
  try {
    const bytes = await pipe(fromBase64Url(fragment.slice(3)), new DecompressionStream("deflate-raw"));
    const state = JSON.parse(new TextDecoder().decode(bytes));
    return {
      text: String(state.text ?? ""),
      date: String(state.date ?? ""),
      mint: state.mint !== false,
      chosen: Number.isInteger(state.chosen) ? state.chosen : null,
    };
  } catch {
    return null;
  }
}

/** A curl command that asks the same. */
export const asCurl = (input, origin) =>
  `curl -s ${origin}/v1/annotate -H 'content-type: application/json' -d ${quoted(JSON.stringify(annotateRequest(input)))}`;

/** A grpcurl command that asks the same. */
export const asGrpcurl = (input, authority) =>
  `grpcurl -plaintext -d ${quoted(JSON.stringify(annotateRequest(input)))} ${authority} entityres.v1.ResolutionService/Annotate`;

// For a POSIX shell.
const quoted = text => `'${text.replaceAll("'", "'\\''")}'`;

async function pipe(bytes, through) {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(through)).arrayBuffer());
}

function toBase64Url(bytes) {
  let binary = "";
  for (const byte of bytes)
    binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

const fromBase64Url = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), character => character.charCodeAt(0));
