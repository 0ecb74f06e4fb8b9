// What jsonld.js makes of the whole graph by the frames of a release, for some things of each kind.
//
//   node frames.js RELEASE WANTED RESULTS
//
// WANTED is JSON: the ids of things by kind. RESULTS becomes JSON: the framed things by kind.
const { readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");
const { fileURLToPath, pathToFileURL } = require("node:url");
const jsonld = require("jsonld");

const [release, wanted, results] = process.argv.slice(2);
const read = (path) => JSON.parse(readFileSync(path, "utf8"));

// Frames name the context that stands beside them: it is read from there.
const options = {
  omitGraph: false,
  omitDefault: true,
  documentLoader: async (url) => ({ documentUrl: url, document: read(fileURLToPath(url)) }),
};

(async () => {
  const graph = await jsonld.expand(read(join(release, "backspasm.jsonld")), options);
  const framed = {};
  for (const [kind, ids] of Object.entries(read(wanted))) {
    const path = join(release, "json", "frames", `${kind}.jsonld`);
    const base = pathToFileURL(path).href;
    const found = await jsonld.frame(graph, { ...read(path), id: ids }, { ...options, base });
    framed[kind] = found["@graph"];
  }
  writeFileSync(results, JSON.stringify(framed));
})();
