// The lesson as a trainer uses it: opened from disk, offline, by keyboard and clicker, on a stage, on a phone and on paper.
//
//   node tests/browser/lesson.mjs NODE_MODULES CHROMIUM LESSON_NL LESSON_EN
import { createRequire } from "node:module";
import { readFileSync, statSync } from "node:fs";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const [modules, executablePath, ...files] = process.argv.slice(2);
const need = createRequire(modules + "/");
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
const STAGE = { width: 1280, height: 720 };
const faults = [];
let checks = 0;

async function opened(file, hash = "", { viewport = STAGE, still = true, dark = false } = {}) {
  const context = await browser.newContext({ viewport, offline: true, reducedMotion: still ? "reduce" : "no-preference", colorScheme: dark ? "dark" : "light" });
  const page = await context.newPage();
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push("console: " + message.text()); });
  page.on("pageerror", (error) => faults.push("error: " + error.message));
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) faults.push("request: " + request.url()); });
  await page.goto(pathToFileURL(file).href + hash);
  return page;
}
const close = (page) => page.context().close();
const settled = (page) => page.waitForFunction(() => document.body.dataset.engine === "idle" && document.body.dataset.motion !== "moving", null, { timeout: 60000 });
const told = (page) => page.evaluate(() => ({ ...document.body.dataset }));
const by = (page, id) => page.getByTestId(id);
const step = async (page) => Number((await told(page)).step);

// What stands out of the stage, is cut off or is smaller than 22 px.
const unfit = (page) => page.evaluate(() => {
  const wrong = [];
  const foot = document.querySelector(".foot").getBoundingClientRect();
  const { scrollWidth, scrollHeight } = document.documentElement;
  if (scrollWidth > innerWidth || scrollHeight > innerHeight) wrong.push(`scrolls ${scrollWidth} × ${scrollHeight}`);
  for (const e of document.querySelectorAll("body *")) {
    if (!e.checkVisibility() || e.closest(".hidden, .scroll, script, #black")) continue;
    const own = [...e.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const box = e.getBoundingClientRect();
    if (own && parseFloat(getComputedStyle(e).fontSize) < 21.99) wrong.push(`small: ${e.textContent.trim().slice(0, 30)}`);
    if (e.closest("main") && (own || e.tagName === "svg") && (box.bottom > foot.top + 1 || box.right > innerWidth + 1 || box.left < -1)) wrong.push(`outside: ${e.tagName} ${e.textContent.trim().slice(0, 30)}`);
    if (e.closest("main") && !e.closest("svg") && e.clientHeight && e.scrollHeight > e.clientHeight + 4 && getComputedStyle(e).display !== "inline") wrong.push(`cut off: ${e.tagName} ${e.textContent.trim().slice(0, 30)}`);
  }
  return wrong;
});
async function accessible(page, where) {
  // Not by a script of the page, which its policy would forbid.
  const session = await page.context().newCDPSession(page);
  await session.send("Runtime.evaluate", { expression: axe });
  const found = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  const serious = found.violations.filter((one) => ["serious", "critical"].includes(one.impact));
  assert.deepEqual(serious.map((one) => `${one.id}: ${one.nodes[0].html.slice(0, 120)}`), [], `axe: ${where}`);
}

// Every step by keyboard only, on a stage.
for (const [at, file] of files.entries()) {
  const code = ["nl", "en"][at];
  assert.ok(statSync(file).size < 3e6, "the file is small");
  const page = await opened(file, "", { dark: at === 1 });
  assert.equal(await page.locator("html").getAttribute("lang"), code);
  const look = async (n, hard = true) => {
    await settled(page);
    assert.equal(await step(page), n);
    assert.ok((await page.locator("main h1").innerText()).length > 3);
    assert.deepEqual(await unfit(page), [], `${code}, step ${n}`);
    if (hard) await accessible(page, `${code}, step ${n}`);
    checks += 4;
  };
  // 0: a guess by arrow keys, then the answer.
  await look(0, false);
  await by(page, "slider").focus();
  for (let i = 0; i < 12; i++) await page.keyboard.press("ArrowRight");
  assert.equal(await by(page, "guess").innerText(), "62");
  assert.equal(await step(page), 0, "arrows move the slider and not the step");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const answer = await by(page, "answer").innerText();
  for (const part of code === "nl" ? ["48,9", "62,2", "13,1 te hoog", "Hallelujah", "2021"] : ["48.9", "62.2", "13.1 too high", "Hallelujah", "2021"]) assert.ok(answer.includes(part), part);
  await look(0);
  // 1: on foot, with what built it.
  await page.keyboard.press("ArrowRight");
  await look(1);
  assert.match(await by(page, "result").innerText(), /\d+.*\d+/);
  assert.equal(await by(page, "ledger").locator("tbody tr").count(), 5);
  assert.equal((await by(page, "ledger").innerText()).includes("·"), false, "all spans are told");
  await by(page, "numbers").locator("summary").press("Enter");
  assert.ok((await by(page, "numbers").locator("tbody tr").count()) >= 17);
  // 3 is locked until there is a prediction.
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await look(3);
  assert.equal(await page.locator("button.card:disabled").count(), 5, "locked without a prediction");
  await page.keyboard.press("Digit1");
  assert.equal((await told(page)).breach, "", "no key breaks it either");
  await page.keyboard.press("PageUp");
  // 2: by digit, then by hands.
  await look(2, false);
  await page.keyboard.press("Digit2");
  assert.equal(await by(page, "option-2").getAttribute("aria-pressed"), "true");
  await by(page, "hands-3").fill("7");
  await by(page, "hands-1").fill("2");
  await by(page, "hands-1").press("Tab");
  assert.equal(await by(page, "option-3").getAttribute("aria-pressed"), "true", "the middle hand counts");
  assert.match(await by(page, "prediction").innerText(), / 9\b/);
  await look(2);
  await page.keyboard.press("PageDown");
  // 3: AZERTY: the key says &, its place is the first digit's.
  await look(3, false);
  assert.equal(await page.locator("button.card:disabled").count(), 0);
  await page.evaluate(() => void document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "&", code: "Digit1", bubbles: true, cancelable: true })));
  await settled(page);
  assert.equal((await told(page)).breach, "promise");
  await look(3);
  assert.match(await by(page, "result").innerText(), /\d+[^\d]+\d+/);
  const { digest } = await told(page);
  // 4: sentences, road and twin.
  await page.keyboard.press("PageDown");
  await look(4);
  const road = await page.evaluate(() => [...document.querySelectorAll('[data-testid^="road-"]')].map((bar) => [Number(bar.getAttribute("width")), Number(bar.dataset.days)]));
  assert.equal(road.length, 3);
  const most = road.reduce((a, b) => (a[0] > b[0] ? a : b));
  for (const [width, days] of road) assert.ok(width >= 1 && Math.abs(width - Math.max(1, (days / most[1]) * most[0])) <= 1, "bars are on one scale");
  assert.ok((await page.locator(".chart [data-line=twin]").count()) === 1 && (await page.locator(".chart [data-line=room]").count()) === 1);
  assert.match(await by(page, "result").innerText(), code === "nl" ? /werd opgebouwd, was in 1 dag weg/ : /to build what 1 day destroyed/);
  assert.ok((await page.getByRole("img").first().getAttribute("aria-label")).length > 30);
  // The story is the same with the same luck, and another with other luck.
  await page.keyboard.press("r");
  await settled(page);
  await page.waitForFunction(() => document.body.dataset.digest);
  assert.equal((await told(page)).digest, digest, "same luck, same story");
  await page.keyboard.press("s");
  await settled(page);
  await page.waitForFunction((old) => document.body.dataset.digest && document.body.dataset.digest !== old, digest);
  assert.equal((await told(page)).life, "1");
  await look(4, false);
  // A link restores the step, the luck and the choices.
  const mine = await told(page);
  const again = await opened(file, new URL(page.url()).hash);
  await settled(again);
  await again.waitForFunction(() => document.body.dataset.digest);
  const same = await told(again);
  for (const key of ["step", "life", "breach", "digest", "lang"]) assert.equal(same[key], mine[key], `the link restores ${key}`);
  assert.equal(await by(again, "result").innerText(), await by(page, "result").innerText());
  await close(again);
  // 5: bets first.
  await page.keyboard.press("PageDown");
  await look(5, false);
  assert.ok(await by(page, "play").isDisabled(), "bets come first");
  await page.keyboard.press("Digit4");
  await by(page, "play").focus();
  await page.keyboard.press("Enter");
  await look(5);
  assert.equal(await page.locator(".card .chart svg").count(), 5);
  assert.match(await by(page, "repair-kept").innerText(), code === "nl" ? /persoonsdag/ : /person-day/);
  // 6: again.
  await page.keyboard.press("PageDown");
  await look(6, false);
  await page.keyboard.press("Digit1");
  await look(6);
  assert.match(await by(page, "result").innerText(), code === "nl" ? /tweede keer/ : /second time/);
  await page.keyboard.press("Digit2");
  await look(6, false);
  // 7: fifty dots, with everything on and without a mechanism.
  await page.keyboard.press("PageDown");
  await look(7, false);
  await by(page, "play").press("Enter");
  for (const [key, off] of [[null, 0], ["Digit1", 1], ["Digit3", 2]]) {
    if (key) await page.keyboard.press(key);
    await settled(page);
    assert.match(await by(page, "counter").innerText(), /^50 /);
    await page.waitForFunction(() => document.querySelectorAll('[data-testid="dot"]').length === 50);
    assert.equal(await page.locator("[role=switch][aria-checked=false]").count(), off);
    await look(7, off === 1);
  }
  // 8: three behaviours, one sheet.
  await page.keyboard.press("PageDown");
  for (const key of ["Digit2", "Digit5", "Digit9"]) await page.keyboard.press(key);
  await look(8);
  assert.equal(await page.locator(".acts [aria-pressed=true]").count(), 3);
  const pdf = (await page.pdf({ format: "A4", printBackground: true })).toString("latin1");
  assert.equal((pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, 1, "one page");
  await page.emulateMedia({ media: "print" });
  const sheet = await page.locator(".sheet").evaluate((e) => ({ cut: e.scrollHeight - e.clientHeight, text: e.innerText, picture: e.querySelectorAll("svg path").length }));
  assert.ok(sheet.cut <= 2, `nothing of the sheet is cut off (${sheet.cut})`);
  assert.ok(sheet.picture >= 2 && /2003/.test(sheet.text) && /48[.,]9/.test(sheet.text));
  await page.emulateMedia({ media: "screen" });
  await page.keyboard.press("PageDown");
  assert.equal(await step(page), 8, "the last step is the last");
  // Numbers are written as the language writes them.
  if (code === "nl") assert.doesNotMatch(sheet.text.replace(/onfoot [\d.]+/, ""), /\d\.\d/);
  else assert.doesNotMatch(sheet.text, /\d,\d\b/);
  checks += 60;
  await close(page);
}

// Black screen, keys that are not ours, the other language, notes.
{
  const page = await opened(files[0], "#s=3&p=2");
  await settled(page);
  for (const key of [".", "b", "B"]) {
    await page.keyboard.press(key);
    assert.deepEqual([(await told(page)).black, (await told(page)).breach, (await told(page)).step], ["true", "", "3"], `${key} is black and nothing else`);
    await page.keyboard.press(key);
    assert.equal((await told(page)).black, "false");
  }
  const swallowed = await page.evaluate(() => ["Tab", "F12", "F5", "x", "z", "Home", "Enter", "t"].filter((key) => !document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code: "", bubbles: true, cancelable: true }))));
  assert.deepEqual(swallowed, []);
  const withControl = await page.evaluate(() => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "f", code: "KeyF", ctrlKey: true, bubbles: true, cancelable: true })));
  assert.ok(withControl, "Ctrl+F is the browser's");
  await page.keyboard.press("l");
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  await page.keyboard.press("n");
  assert.ok(await by(page, "notes").isVisible());
  await accessible(page, "notes");
  await page.keyboard.press("Escape");
  assert.equal(await by(page, "notes").count(), 0);
  await page.keyboard.press("?");
  assert.ok(await by(page, "keys").isVisible());
  checks += 12;
  await close(page);
}

// With motion: a real clock, no flash, and the end is what it is without motion.
{
  const page = await opened(files[0], "#s=3&p=2&b=promise", { still: false });
  await page.waitForFunction(() => document.body.dataset.motion === "moving");
  await page.waitForFunction(() => document.body.dataset.motion === "still", null, { timeout: 20000 });
  const moved = await by(page, "result").innerText();
  const still = await opened(files[0], "#s=3&p=2&b=promise");
  await settled(still);
  assert.equal(await by(still, "result").innerText(), moved);
  assert.equal(await still.evaluate(() => document.getAnimations().length), 0, "reduced motion is no motion");
  checks += 3;
  await close(still);
  await close(page);
}

// A phone: no scrolling sideways, every step of use.
{
  const page = await opened(files[0], "", { viewport: { width: 390, height: 800 } });
  for (const hash of ["s=0&g=62&a=1", "s=1", "s=2&p=2", "s=3&p=2", "s=3&p=2&b=hidden", "s=4&p=2&b=hidden", "s=5&p=2&b=leak&r=words&five=1", "s=6&p=2&b=error&r=kept&again=yes", "s=7&p=2&b=leak", "s=8&p=2&b=leak&acts=1.2"]) {
    await page.evaluate((hash) => (location.hash = hash), hash);
    await settled(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${hash}: ${wide} px too wide`);
    const flat = await page.evaluate(() => [...document.querySelectorAll(".chart")].filter((chart) => chart.checkVisibility() && chart.clientHeight < 60).length);
    assert.equal(flat, 0, `${hash}: pictures have room`);
    checks += 2;
  }
  await close(page);
}

// Every breach is told without a hole in a sentence, also where it never came back.
for (const [at, file] of files.entries()) {
  const page = await opened(file);
  for (const breach of ["promise", "leak", "promotion", "error", "hidden"]) {
    for (const luck of [0, 3]) {
      await page.evaluate((hash) => (location.hash = hash), `s=4&p=4&b=${breach}&luck=${luck}`);
      await settled(page);
      const text = await page.locator("main").innerText();
      assert.doesNotMatch(text, /[{}]|NaN|undefined|null|Infinity/, `${breach}: ${text}`);
      assert.deepEqual(await unfit(page), [], `${at}, ${breach}, luck ${luck}`);
      checks += 2;
    }
  }
  await close(page);
}

// Where WebAssembly is blocked a stored story is told, and the page says so.
{
  const context = await browser.newContext({ viewport: STAGE, reducedMotion: "reduce", offline: true });
  await context.addInitScript(() => { delete globalThis.WebAssembly; });
  const page = await context.newPage();
  await page.goto(pathToFileURL(files[0]).href + "#s=4&p=1&b=promise");
  await page.waitForFunction(() => document.body.dataset.stored === "true");
  await by(page, "result").locator("p").first().waitFor();
  assert.match(await by(page, "stored").innerText(), /WebAssembly/);
  const told = await by(page, "result").innerText();
  const live = await opened(files[0], "#s=4&p=1&b=promise");
  await settled(live);
  assert.equal(await by(live, "result").innerText(), told, "the stored story is the engine's own");
  checks += 2;
  await close(live);
  await context.close();
}

await browser.close();
assert.deepEqual(faults, []);
console.log(`lesson: ${checks} checks`);
