// Writes a page for each condition, and one that lists them:
//
//   npm install FOLDER/json        (of a release)
//   node build.mjs PAGES
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { conditionPage, conditions, indexPage, pageName } from "./page.mjs";

const data = dirname(createRequire(import.meta.url).resolve("backspasm/package.json"));
const read = (path) => JSON.parse(readFileSync(join(data, path), "utf8"));

const folder = process.argv[2] ?? "pages";
mkdirSync(folder, { recursive: true });
const index = read("index.json");
writeFileSync(join(folder, "index.html"), indexPage(index));
for (const thing of conditions(index)) {
  writeFileSync(join(folder, pageName(thing)), conditionPage(read(thing.files.condition)));
}
