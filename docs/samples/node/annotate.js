#!/usr/bin/env node
// Annotates a text through server reflection alone: no generated code, no .proto files.
//
// usage: node annotate.js HOST:PORT DATE < TEXT
// Prints one line an entity of the text (id, name), then, for each line of it as a document of its own, how many entities that has.
// Needs the packages of package.json (npm ci) and Node 18 or newer.
"use strict";

const grpc = require("@grpc/grpc-js");
const loader = require("@grpc/proto-loader");

const SERVICE = "entityres.v1.ResolutionService";
const DEADLINE_MS = 30000;
const AS_JSON = { longs: Number, enums: String, defaults: true, oneofs: true };

// The three messages of the reflection protocol that are needed, described by hand.
const REFLECTION = {
  nested: { grpc: { nested: { reflection: { nested: { v1alpha: { nested: {
    ServerReflectionRequest: { fields: { fileContainingSymbol: { type: "string", id: 4 } } },
    FileDescriptorResponse: { fields: { fileDescriptorProto: { rule: "repeated", type: "bytes", id: 1 } } },
    ServerReflectionResponse: { fields: { fileDescriptorResponse: { type: "FileDescriptorResponse", id: 4 } } },
    ServerReflection: { methods: { ServerReflectionInfo: {
      requestType: "ServerReflectionRequest", requestStream: true, responseType: "ServerReflectionResponse", responseStream: true } } },
  } } } } } } },
};

// The file that declares a symbol and all it imports, as the server describes them, as one FileDescriptorSet.
function describe(address, symbol) {
  const { ServerReflection } = grpc.loadPackageDefinition(loader.fromJSON(REFLECTION)).grpc.reflection.v1alpha;
  const client = new ServerReflection(address, grpc.credentials.createInsecure());
  return new Promise((resolve, reject) => {
    const call = client.ServerReflectionInfo({ deadline: Date.now() + DEADLINE_MS });
    call.on("data", (answer) => {
      resolve(Buffer.concat(answer.fileDescriptorResponse.fileDescriptorProto.flatMap((file) => [field(1, file.length), file])));
      call.end();
    });
    call.on("error", reject);
    call.write({ fileContainingSymbol: symbol });
  }).finally(() => client.close());
}

// Head of a field of bytes on the wire: number and type, then the length seven bits a byte.
function field(number, length) {
  const head = [(number << 3) | 2];
  for (; length > 0x7f; length >>>= 7) head.push((length & 0x7f) | 0x80);
  return Buffer.from([...head, length]);
}

async function connect(address) {
  const files = loader.loadFileDescriptorSetFromBuffer(await describe(address, SERVICE), AS_JSON);
  const { ResolutionService } = grpc.loadPackageDefinition(files).entityres.v1;
  return new ResolutionService(address, grpc.credentials.createInsecure());
}

function annotate(client, document) {
  return new Promise((resolve, reject) =>
    client.Annotate({ document, offset_encoding: "OFFSET_ENCODING_UTF16" }, { deadline: Date.now() + DEADLINE_MS },
      (error, answer) => (error ? reject(error) : resolve(answer))));
}

// One answer a document, in their order. What the caller does not read yet is not sent yet.
async function* annotateAll(client, documents) {
  const call = client.StreamAnnotate();
  const send = async () => {
    for (const document of documents) {
      if (!call.write({ document })) await new Promise((resolve) => call.once("drain", resolve));
    }
    call.end();
  };
  send().catch((error) => call.destroy(error));
  yield* call;
}

async function main() {
  const [address, date] = process.argv.slice(2);
  const text = require("node:fs").readFileSync(0, "utf8");
  const client = await connect(address);
  try {
    const answer = await annotate(client, { text, document_date: date });
    for (const entity of answer.entities) console.log(`${entity.id}\t${entity.name}`);
    const documents = text.trim().split("\n").map((line, i) => ({ id: `line ${i + 1}`, text: line, document_date: date }));
    for await (const { document_id, response, error } of annotateAll(client, documents)) {
      console.log(`${document_id}\t${response ? response.entities.length : error.message}`);
    }
  } finally {
    client.close();
  }
}

main().catch((error) => {
  console.error(`${grpc.status[error.code] ?? "error"}: ${error.details ?? error.message}`);
  process.exitCode = 1;
});
