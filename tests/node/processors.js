// What jsonld.js makes of every JSON-LD document below a folder: RDF in canonical form (from the
// document, and from the document flattened), and the document expanded and compacted again.
//
//   node processors.js DOCUMENTS CONTEXT RESULTS
const { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require("node:fs");
const { dirname, join, relative } = require("node:path");
const jsonld = require("jsonld");
const rdf = require("rdf-canonize");

const [documents, contextFile, results] = process.argv.slice(2);
const context = JSON.parse(readFileSync(contextFile, "utf8"))["@context"];
const options = {
  documentLoader(url) {
    throw new Error(`${url} is named, and nothing is ever fetched`);
  },
};

function* below(folder) {
  for (const name of readdirSync(folder).sort()) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* below(path);
    else yield path;
  }
}

function write(path, ending, content) {
  const file = join(results, relative(documents, path) + ending);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const canonical = async (document) =>
  rdf.canonize(await jsonld.toRDF(document, options), {
    algorithm: "RDFC-1.0",
    format: "application/n-quads",
    maxWorkFactor: Infinity,
  });

(async () => {
  for (const path of below(documents)) {
    const document = JSON.parse(readFileSync(path, "utf8"));
    const expanded = await jsonld.expand(document, options);
    write(path, ".nq", await canonical(document));
    write(path, ".flat.nq", await canonical(await jsonld.flatten(expanded, null, options)));
    write(path, ".json", JSON.stringify(await jsonld.compact(expanded, context, options)));
  }
})();
