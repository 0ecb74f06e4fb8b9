// Reads N-Quads from one file and writes them to another in canonical form (RDFC-1.0).
const { readFileSync, writeFileSync } = require("node:fs");
const rdf = require("rdf-canonize");

const [input, output] = process.argv.slice(2);
rdf
  .canonize(readFileSync(input, "utf8"), {
    algorithm: "RDFC-1.0",
    inputFormat: "application/n-quads",
    format: "application/n-quads",
    maxWorkFactor: Infinity,
  })
  .then((canonical) => writeFileSync(output, canonical));
