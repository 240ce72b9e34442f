// A live report as people use it: opened from disk, offline; its levers are moved, and what they say is recomputed from the engine's answers.
//
//   node tests/browser/live.mjs MODULES CHROMIUM REPORT
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const [modules, executablePath, report] = process.argv.slice(2);
const { chromium } = createRequire(modules + "/")("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
const faults = [];
page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push("console: " + message.text()); });
page.on("pageerror", (error) => faults.push("error: " + error.message));
page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) faults.push("request: " + request.url()); });
await page.goto(pathToFileURL(report).href + "?lang=nl");
const idle = () => page.waitForFunction(() => document.body.dataset.whatIf === "idle", null, { timeout: 120_000 });
const section = page.locator("[data-what-if=nl]");
const said = () => section.locator("output").innerText();
await idle();
const told = await page.evaluate(() => JSON.parse(document.getElementById("what-if-data").textContent));
assert.ok(told.levers.length >= 1 && told.levers.length <= 2);
const before = await said();
assert.match(before, /verschil 0,000/, "nothing is moved yet");
assert.doesNotMatch(before, /\d\.\d/, "Dutch has a decimal comma");
const lever = section.locator("[data-lever='0']");
await lever.focus();
await lever.press("End");
await page.waitForFunction(() => document.body.dataset.whatIf === "running");
await idle();
const moved = await said();
assert.notEqual(moved, before, "the lever does something");
assert.equal(await section.locator("[data-what-if-plot] canvas").count(), 1);
await section.locator("[data-typed='0']").fill(String(told.levers[0].value));
await idle();
await page.waitForFunction((text) => document.querySelector("[data-what-if=nl] output").textContent === text, before, { timeout: 120_000 });
await lever.press("Home");
await page.waitForFunction(() => document.body.dataset.whatIf === "running");
await section.locator("[data-back]").click();
await idle();
await page.waitForFunction((text) => document.querySelector("[data-what-if=nl] output").textContent === text, before, { timeout: 120_000 });
await page.getByRole("button", { name: "English", exact: true }).click();
assert.match(await page.locator("[data-what-if=en] output").innerText(), /difference 0\.000/);
assert.deepEqual(faults, []);
await browser.close();
console.log(`a live report: ${told.levers.map((lever) => lever.key).join(" and ")} moved and brought back`);
