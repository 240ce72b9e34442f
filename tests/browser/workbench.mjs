// A workbench as a strategist uses it: opened from disk, without a network, levers moved by hand and by keyboard, policies saved and
// ranked, and the file that it writes lived again by the command line.
//
//   node tests/browser/workbench.mjs PLAYWRIGHT_FOLDER CHROMIUM WORKBENCH ONFOOT
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import assert from "node:assert/strict";

const [modules, executablePath, file, program] = process.argv.slice(2);
const onfoot = resolve(program); // it is run from another folder
const load = createRequire(modules + "/");
const { chromium } = load("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, acceptDownloads: true, offline: true });
const page = await context.newPage();
const faults = [];
page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push("console: " + message.text()); });
page.on("pageerror", (error) => faults.push("error: " + error.message));
page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) faults.push("request: " + request.url()); });
let checks = 0;
const ok = (condition, message) => { assert.ok(condition, message); checks++; };
const equal = (one, other, message) => { assert.deepEqual(one, other, message); checks++; };
const at = (id) => page.locator(`[data-testid="${id}"]`);
const told = (key) => page.evaluate((key) => document.body.dataset[key], key);
const replicates = (n) => page.waitForFunction((n) => Number(document.body.dataset.replicates) >= n, n, { timeout: 60_000 });
const moved = (generation) => page.waitForFunction((generation) => Number(document.body.dataset.generation) >= generation, generation, { timeout: 20_000 });
const now = async () => Number(await told("generation"));
const address = pathToFileURL(file).href;
const told_once = async (text) => console.log(`  ${((performance.now() - began) / 1000).toFixed(0)} s  ${text}`);
const began = performance.now();

// The baseline is there before any click, and then its band.
await page.goto(address);
await replicates(1);
ok(await page.locator('[data-testid="chart-share_trusting"] canvas').isVisible(), "the baseline is drawn");
ok((await at("chart-share_trusting").getAttribute("aria-label")).match(/\d/), "and said in words");
for (const measure of ["engagement", "turnover_voluntary", "performance"]) ok(await at("chart-" + measure).locator("canvas").isVisible(), measure);
await replicates(20);
await told_once(`baseline, band of 20; engine ready after ${await told("began")} ms`);

// From a lever to the first curve. The axis of shares stands still, others too until the lever is let go.
const lever = at("lever-fair_and_transparent_decisions");
const lags = [];
const scales = () => page.evaluate(() => [...document.querySelectorAll(".plot")].map((plot) => plot.dataset.scale));
const before = await scales();
await lever.focus();
for (let step = 0; step < 20; step++) {
  const mine = await now();
  await lever.press(["PageUp", "ArrowRight", "PageDown", "ArrowRight"][step % 4]);
  await moved(mine + 1);
  lags.push(Number(await told("lag")));
}
lags.sort((one, other) => one - other);
equal(await scales(), before, "no axis jumps while levers move");
await told_once(`from a lever to the first curve: median ${lags[9].toFixed(0)} ms, 95th percentile ${lags[18].toFixed(0)} ms, most ${lags[19].toFixed(0)} ms`);
equal(await at("chart-share_trusting").getAttribute("data-generation"), String(await now()), "the curve is that of the last move");
const started = performance.now();
await replicates(20);
await told_once(`band of 20 ${(performance.now() - started).toFixed(0)} ms after the last move`);

// A move cancels what ran: soon after it a single replicate stands there, of that move.
await page.waitForTimeout(200);
const earlier = await now();
await lever.press("ArrowLeft");
await moved(earlier + 1);
equal(Number(await told("replicates")), 1, "a move begins anew");

// Typed values, step buttons, words.
await at("lever-conduct-typed").fill("0,4");
await at("lever-conduct-typed").press("Enter");
equal(await at("lever-conduct").inputValue(), "0.4", "a value is typed exactly");
await at("lever-conduct-more").click();
const after = Number(await at("lever-conduct").inputValue());
ok(after > 0.4, "a step more");
await at("lever-conduct-less").click();
equal(await at("lever-conduct").inputValue(), "0.4", "and a step less");
ok(/[a-z]{3}/.test(await at("lever-conduct").getAttribute("aria-valuetext")), "a screen reader hears words");
for (const box of await page.locator(".step").evaluateAll((buttons) => buttons.filter((b) => b.checkVisibility()).map((b) => [b.getBoundingClientRect().width, b.getBoundingClientRect().height]))) ok(Math.min(...box) >= 24, "step buttons are 24 px");

// Repairs: which, how soon, how sincere. Undo and redo bring levers and curve back.
await at("repair-add").selectOption("apology");
await at("lever-repair-apology-delay-typed").fill("7");
await at("lever-repair-apology-delay-typed").press("Enter");
await replicates(20);
const read = () => page.evaluate(() => ["lever-conduct", "lever-fair_and_transparent_decisions", "lever-repair-apology-delay"].map((id) => document.querySelector(`[data-testid="${id}"]`)?.value ?? null));
const figure = () => at("chart-share_trusting").getAttribute("aria-label");
const here = [await read(), await figure()];
await at("undo").click();
equal((await read())[2], "3", "undo");
await at("undo").click();
equal((await read())[2], null, "undo takes the repair away");
await at("redo").click();
await at("redo").click();
await replicates(20);
equal(await read(), here[0], "redo");
await page.waitForFunction((label) => document.querySelector('[data-testid="chart-share_trusting"]').getAttribute("aria-label") !== "" && Number(document.body.dataset.replicates) >= 200 || label === document.querySelector('[data-testid="chart-share_trusting"]').getAttribute("aria-label"), here[1], { timeout: 60_000 });
checks++;

// The last change once more, from before to after: it ends where it stood.
await at("once_more").click();
const said = new Set();
for (let glance = 0; glance < 30 && said.size < 2; glance++) {
  said.add(await at("status").innerText());
  await page.waitForTimeout(150);
}
ok(said.size === 2, `before and after: ${[...said]}`);
await page.waitForFunction(() => /\d/.test(document.querySelector('[data-testid="status"]').textContent), null, { timeout: 20_000 });
equal(await read(), here[0], "showing it again changes nothing");

// Link: levers come back in another window, in the other language.
const link = await page.evaluate(() => location.href);
ok(link.includes("#"), "the address holds the levers");
const other = await context.newPage();
await other.goto(link.replace(/#/, "?lang=en#"));
await other.waitForFunction(() => Number(document.body.dataset.replicates) >= 1, null, { timeout: 30_000 });
equal(await other.evaluate(() => ["lever-conduct", "lever-fair_and_transparent_decisions", "lever-repair-apology-delay"].map((id) => document.querySelector(`[data-testid="${id}"]`)?.value ?? null)), here[0], "a link brings the levers back");
equal(await other.locator("html").getAttribute("lang"), "en");
await other.close();
await told_once("levers, undo, redo, link");

// Five policies: no order before a worth is said; then by regret, with the engine's own sentences.
await at("save-policy").click();
await at("lever-conduct-typed").fill("0");
await at("lever-conduct-typed").press("Enter");
await at("save-policy").click();
await at("save-ready").click();
equal(await at("policies").locator("li").count(), 5, "five policies");
await page.waitForFunction(() => Number(document.body.dataset.compared) >= 20, null, { timeout: 60_000 });
ok(await at("unranked").isVisible(), "no order before a worth is said");
ok((await page.locator('[data-testid="ranking"] tbody th').first().innerText()).match(/^\s*[^\d]/), "no place is printed");
equal(await at("ranking").locator("tbody tr").count(), 6);
await at("worth").fill("60");
await at("worth").press("Enter");
await page.waitForFunction(() => document.querySelector('[data-testid="verdicts"]'), null, { timeout: 20_000 });
const regrets = await at("ranking").locator("tbody td:last-child").allInnerTexts();
const values = regrets.map((text) => Number(text.replace(/[^\d−-]/g, "").replace("−", "-")));
ok(values.every((value, nth) => nth === 0 || value >= values[nth - 1]) && values[0] === 0, `by regret: ${regrets}`);
ok((await at("verdicts").innerText()).length > 20, "a verdict in words");
ok((await at("plane").locator("circle").count()) === 6, "cost against gain");
ok((await at("ladder").locator("button").count()) >= 1, "the ladder of worths");
await told_once(`five policies ranked over ${await told("compared")} replicates`);

// Why, and what would overturn it.
await at("why-go").click();
await page.waitForFunction(() => document.querySelector('[data-testid="causes"]'), null, { timeout: 60_000 });
ok((await at("causes").locator("tbody tr").count()) >= 3, "causes of the change of trust");
await told_once("the ledger is kept");

// The file says the same: lived by the command line it gives the numbers of the page.
const [download] = await Promise.all([page.waitForEvent("download"), at("save-scenario").click()]);
equal(download.suggestedFilename(), "scenario.toml");
const folder = mkdtempSync(join(tmpdir(), "bench-"));
await download.saveAs(join(folder, "scenario.toml"));
ok((await at("saved-commands").innerText()).includes("onfoot run scenario.toml"), "the command stands there");
const lives = await page.evaluate(() => onfoot.workbench.first());
ok(lives.length >= 2, "lives to compare");
execFileSync(onfoot, ["run", "scenario.toml", "--replicates", "1", "--format", "csv", "-o", "out", "--quiet"], { cwd: folder, stdio: "pipe" });
const table = (name) => {
  const lines = readFileSync(join(folder, "out", name), "utf8").trim().split("\n").map((line) => line.split(","));
  return lines.slice(1).map((line) => Object.fromEntries(lines[0].map((head, nth) => [head, line[nth]])));
};
const rows = table("series.csv");
for (const { arm, last } of lives) {
  const own = rows.filter((row) => row.arm === arm);
  ok(own.length > 10, `the arm ${arm} was lived: ${[...new Set(rows.map((row) => row.arm))]}`);
  for (const [measure, value] of Object.entries(last)) {
    const [, key, referent] = measure.match(/^(.*?)(?:_(colleague|leader|top))?$/);
    const found = own.filter((row) => row.measure === key && (!referent || row.referent === referent)).at(-1);
    ok(found && Math.abs(Number(found.value) - value) <= 1e-6 * Math.max(1, Math.abs(value)), `${arm} ${measure}: ${found?.value} and ${value}`);
  }
}
rmSync(folder, { recursive: true });
await told_once("the saved file gives the same numbers on the command line");

// Both languages, all words, and nothing in the wrong one.
await at("lang-en").click();
equal(await told("lang"), "en");
const english = await page.evaluate(() => document.getElementById("stage").innerText);
ok(!/\b(herhalingen|vertrouwensbreuk|persoonsdagen|werkdagen)\b/i.test(english), "the English page is English");
ok(!/\{\w+\}/.test(english), "no empty place");
ok(!/[€$£]/.test(english), "no currency");
await at("lang-nl").click();
const dutch = await page.evaluate(() => { const copy = document.getElementById("stage"); return [...copy.querySelectorAll("h1,h2,h3,label,p:not(.refused),button,th,caption,summary")].filter((e) => e.checkVisibility() && !e.closest("[lang=en]")).map((e) => e.innerText).join("\n"); });
ok(!/\b(the|replicates|breach|person-days|working days|levers)\b/i.test(dutch.replace(/onfoot compare.*|--\w+/g, "")), "the Dutch page is Dutch");
ok(!/\{\w+\}/.test(dutch), "no empty place");
checks++;

// Axe finds nothing serious, in the light and in the dark; on a telephone nothing stands out.
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
for (const colorScheme of ["light", "dark"]) {
  await page.emulateMedia({ colorScheme });
  await page.waitForTimeout(100);
  const found = await (await context.newCDPSession(page)).send("Runtime.evaluate", { expression: `${axe}; axe.run(document, { resultTypes: ["violations"] }).then((r) => JSON.stringify(r.violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => v.id + ": " + v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | "))))`, awaitPromise: true, returnByValue: true });
  equal(JSON.parse(found.result.value ?? `["${found.exceptionDetails?.exception?.description}"]`), [], `axe, ${colorScheme}`);
}
await page.emulateMedia({ colorScheme: null });
await page.setViewportSize({ width: 320, height: 700 });
await page.waitForTimeout(150);
const wide = await page.evaluate(() => document.documentElement.scrollWidth);
ok(wide <= 320, `at 320 px nothing stands out: ${wide}`);
equal(faults, [], "nothing was said on the console, nothing was asked of a network");
await told_once("languages, axe, telephone");
await browser.close();
console.log(`${checks} passed, 0 failed`);
