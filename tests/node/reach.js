// Tries to reach an address in every way that Node has, and prints the ways that were refused.
const dns = require("node:dns");
const http = require("node:http");
const net = require("node:net");

const url = process.argv[2];
const asked = (open) => new Promise((done, failed) => open(done).on("error", failed));
const ways = {
  "dns.lookup": () =>
    new Promise((done, failed) => dns.lookup("localhost", (error) => (error ? failed(error) : done()))),
  fetch: () => fetch(url),
  "http.get": () => asked((done) => http.get(url, done)),
  "net.connect": () => asked((done) => net.connect(new URL(url).port, "127.0.0.1", done)),
};

(async () => {
  for (const [name, way] of Object.entries(ways)) {
    await Promise.resolve()
      .then(way)
      .catch(() => console.log(name));
  }
  process.exit(0);
})();
