// Loaded in front of every script of the tests: whatever opens a socket or asks for a name throws.
const dgram = require("node:dgram");
const dns = require("node:dns");
const net = require("node:net");

function refuse() {
  throw new Error("a script of the tests asked for the network");
}

net.Socket.prototype.connect = refuse;
dgram.Socket.prototype.send = refuse;
for (const name of Object.keys(dns)) {
  if (/^(lookup|resolve|reverse)/.test(name)) dns[name] = dns.promises[name] = refuse;
}
