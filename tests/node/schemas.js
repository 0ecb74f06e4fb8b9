// Compile JSON Schemas with ajv in its strict mode, and validate documents by them.
//
// schemas.js SCHEMAS DOCUMENTS
//
// SCHEMAS is JSON: the schemas by their names. DOCUMENTS is JSON: a list of documents for each
// name. A line is printed for all that ajv says of a schema, and for each document that it refuses.

const { readFileSync } = require("node:fs");

const Ajv2020 = require("ajv/dist/2020").default;

const [schemas, documents] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path)));
const say = (...words) => console.log(...words);

for (const [name, schema] of Object.entries(schemas)) {
  const logger = { log: say, warn: say, error: say };
  new Ajv2020({ logger }).compile(schema);
  const validate = new Ajv2020({ strict: true, logger }).compile(schema);
  for (const document of documents[name]) {
    if (!validate(document)) say(name, document.id, JSON.stringify(validate.errors));
  }
}
