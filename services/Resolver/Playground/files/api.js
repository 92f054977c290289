// The service's JSON routes.

/** What went wrong, for people: the message, and the request fields it is about. */
export class Problem extends Error {
  constructor(message, violations = []) {
    super(message);
    this.violations = violations;
  }
}

/** The request behind an answer; also what "copy as" shows. */
export function annotateRequest({ text, date, mint }) {
  const document = { text };
  if (date)
    document.documentDate = date;
  return {
    document,
    offsetEncoding: "OFFSET_ENCODING_UTF16",
    options: { explain: true, maxCandidates: 8, mint },
  };
}

/** The AnnotateResponse of a text; throws Problem. */
export async function annotate(input, signal) {
  let response;
  try {
    response = await fetch("/v1/annotate", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(annotateRequest(input)),
      signal,
    });
  } catch (failure) {
    if (signal.aborted)
      throw failure;
    throw new Problem("The service cannot be reached.");
  }
  const body = await response.json().catch(() => null);
  if (response.ok && body)
    return body;
  throw new Problem(body?.message ?? `The service answered with status ${response.status}.`, violationsOf(body));
}

/** Ports and version of the service. */
export async function service() {
  const response = await fetch("/playground/service.json");
  return response.json();
}

// BadRequest has fieldViolations {field, description}, QuotaFailure has violations {subject, description}.
function violationsOf(body) {
  return (body?.details ?? []).flatMap(detail => [
    ...(detail.fieldViolations ?? []).map(violation => ({ field: violation.field, description: violation.description })),
    ...(detail.violations ?? []).map(violation => ({ field: violation.subject, description: violation.description })),
  ]);
}
