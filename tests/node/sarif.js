// Validates a SARIF log, also by the rules of GitHub: sarif.js LOG LEVELS REPORT
"use strict";

const { chmodSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
const path = require("node:path");

const folder = path.dirname(require.resolve("@microsoft/sarif-multitool-linux/package.json"));
const program = path.join(folder, "Sarif.Multitool");
const [log, levels, report] = process.argv.slice(2);

chmodSync(program, 0o755);
const done = spawnSync(
  program,
  ["validate", log, "--output", report, "--rule-kind", "Sarif;Ghas", "--level", levels, "--quiet"],
  {
    env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    stdio: "inherit",
  },
);
if (done.error) throw done.error;
process.exitCode = done.status ?? 1;
