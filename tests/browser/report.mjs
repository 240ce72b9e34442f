// A report as people use it: opened from disk in a real browser, in both languages, every tab, by keyboard, printed for a board.
//
//   node tests/browser/report.mjs PLAYWRIGHT_FOLDER CHROMIUM REPORT...
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const [modules, executablePath, ...reports] = process.argv.slice(2);
const { chromium } = createRequire(modules + "/")("playwright-core");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
let checks = 0;
// Words of English that stand in keys of scenarios, such as practice.policy.
const KEYS = ["policy"];
// Least contrast of text with its ground, as WCAG counts it; what stands too faint is named.
const faint = (page) => page.evaluate(() => {
  const parse = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const wrong = [];
  for (const e of document.querySelectorAll("main:not([hidden]) :is(h1,h2,h3,p,li,td,th,caption,button,pre,label,output,figcaption,summary,legend)")) {
    if (!e.checkVisibility() || !e.textContent.trim()) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (contrast < 4.5) wrong.push(`${e.tagName} ${contrast.toFixed(1)}: ${e.textContent.slice(0, 40)}`);
  }
  // Still pictures are drawn for a light ground.
  for (const e of document.querySelectorAll("main:not([hidden]) svg")) if (e.checkVisibility() && light(ground(e)) < 0.9) wrong.push("a picture stands on a dark ground");
  return wrong;
});
for (const report of reports) {
  const faults = [];
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push("console: " + message.text()); });
  page.on("pageerror", (error) => faults.push("error: " + error.message));
  page.on("request", (request) => { if (!/^(file|data):/.test(request.url())) faults.push("request: " + request.url()); });
  const address = pathToFileURL(report).href;
  await page.goto(address);
  for (const [code, heading, button] of [["nl", "In één zin", "Nederlands"], ["en", "In a sentence", "English"]]) {
    await page.getByRole("button", { name: button, exact: true }).click();
    assert.equal(await page.locator("html").getAttribute("lang"), code);
    const main = page.locator(`main[lang=${code}]`);
    assert.ok(await main.getByRole("heading", { name: heading }).isVisible());
    assert.equal(await page.locator("main:visible").count(), 1);
    const charts = main.locator(".chart");
    assert.ok((await charts.count()) >= 6);
    for (const chart of await charts.all()) {
      assert.ok((await chart.locator("canvas").count()) === 1, "a chart is drawn");
      const tabs = chart.getByRole("tab");
      for (let at = 0; at < 3; at++) {
        await tabs.nth(at).click();
        assert.equal(await tabs.nth(at).getAttribute("aria-selected"), "true");
        const panels = await chart.getByRole("tabpanel").all();
        assert.equal(panels.length, 1, "one tab is open");
        assert.ok((await panels[0].innerText()).trim().length > 3);
        checks++;
      }
      await tabs.nth(2).press("Home");
      assert.equal(await tabs.nth(0).getAttribute("aria-selected"), "true", "tabs go by arrow keys");
      await chart.locator(".plot").press("ArrowRight");
      const first = await chart.locator("output").innerText();
      await chart.locator(".plot").press("PageDown");
      assert.notEqual(await chart.locator("output").innerText(), first, "the days go by arrow keys");
      await tabs.nth(1).click();
      const few = await chart.locator("tbody tr").count();
      await chart.locator(".all-days").click();
      assert.ok((await chart.locator("tbody tr").count()) >= few, "all days of the chart stand in its table");
      assert.equal(await chart.locator(".all-days").count(), 0);
      await tabs.nth(0).click();
      const one = chart.locator("[data-line]").first();
      await one.uncheck();
      await chart.locator("[data-bands]").click();
      await one.check();
      const box = await chart.locator(".u-over").boundingBox();
      await chart.locator(".plot").scrollIntoViewIfNeeded();
      await page.mouse.move(0, 0);
      const over = await chart.locator(".u-over").boundingBox();
      await page.mouse.move(over.x + box.width / 2, over.y + box.height / 2);
      assert.match(await chart.locator("output").innerText(), /\d/, "hovering says the values");
      checks += 6;
    }
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map((e) => e.id));
    assert.equal(new Set(ids).size, ids.length, "no id stands twice");
    const levels = await main.evaluate((m) => [...m.querySelectorAll(".full :is(h1,h2,h3,h4)")].map((h) => Number(h.tagName[1])));
    assert.ok(levels[0] === 1 && levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), "headings are in order");
    checks += 2;
    const slider = main.locator(".slider input");
    if (await slider.count()) {
      const said = (await slider.inputValue()) !== "-1";
      assert.equal(await main.locator(".ranked").isVisible(), said, "something is ranked only where a worth was said");
      // Everything follows the slider: headline, reasons, ranking, the board's page and the other language; a screen reader hears it.
      const places = ["advice-top", "reasons", "ranked", "advice", "costs"];
      const read = (lang) => page.evaluate(([lang, places]) => places.map((place) => document.querySelector(`main[lang=${lang}] [data-place=${place}]`).textContent), [lang, places]);
      const other = code === "en" ? "nl" : "en";
      await slider.press("Home");
      const before = [await read(code), await read(other)];
      assert.match(await slider.getAttribute("aria-valuetext"), code === "nl" ? /geen waarde/ : /no worth/);
      await slider.press("End");
      const after = [await read(code), await read(other)];
      const worth = (await main.locator(".slider output").innerText()).trim();
      assert.equal(await slider.getAttribute("aria-valuetext"), worth + (code === "nl" ? " persoonsdagen" : " person-days"));
      for (let language = 0; language < 2; language++) {
        places.forEach((place, at) => assert.notEqual(after[language][at], before[language][at], `${place} follows the slider`));
        assert.equal(after[language][0], after[language][3], "the board's page and the top of the page give one advice");
      }
      assert.ok(after[0][0].includes(worth) && after[0][2].includes(worth), `the advice and the ranking say the worth ${worth}`);
      const first = await main.locator(".ranked tbody th").first().innerText();
      assert.ok(after[0][0].includes(first.replace(/^\d+=?\s*/, "").trim()), "the advice names the first of the ranking");
      assert.ok((await main.locator(".ranked tbody tr").count()) >= 2);
      assert.ok((await main.locator(".ranked li").count()) >= 1);
      checks += 20;
    }
    if (code === "nl") {
      const words = await main.evaluate((m) => [m.innerText, ...[...m.querySelectorAll("[aria-label],[aria-valuetext],title,desc")].map((e) => (e.getAttribute("aria-label") ?? "") + " " + (e.getAttribute("aria-valuetext") ?? "") + " " + (/^(title|desc)$/.test(e.tagName) ? e.textContent : ""))].join("\n"));
      // Names of the scenario's own, keys and commands are not words of the page.
      // Options of commands, and the name of the software where it is cited, are said as they are.
      const cited = await main.locator("section[aria-labelledby=cite-nl]").innerText();
      const arms = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).charts.flatMap((chart) => chart.lines.map((line) => line.name)).sort((a, b) => b.length - a.length));
      const said = arms.reduce((text, name) => text.replaceAll(name, ""), words.replace(cited, "").replace(/--[a-z-]+/g, ""));
      const english = said.match(/\b(the|and|of the|with|after|which|person-days|trust in|breach|policy|arms|worlds|replicates|last day|assumed|size is judgement|no published)\b/gi) ?? [];
      const own = (await page.evaluate(() => document.querySelector("main[lang=nl] h1").textContent + document.querySelector("main[lang=nl] .question")?.textContent + [...document.querySelectorAll("main[lang=nl] pre")].map((e) => e.textContent).join(" "))).toLowerCase();
      assert.deepEqual([...new Set(english.map((word) => word.toLowerCase()))].filter((word) => !own.includes(word) && !KEYS.includes(word)), [], "the Dutch page is Dutch");
      checks++;
    }
  }
  for (const code of ["en", "nl"]) {
    await page.goto(`${address}#board-${code}`);
    await page.reload();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    await page.setViewportSize({ width: 703, height: 1054 }); // the room that the margins leave on A4
    await page.emulateMedia({ media: "print" });
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g).length, 1, `the board's page in ${code} is one page`);
    const clipped = await page.locator(`main[lang=${code}] .board`).evaluate((board) => board.scrollHeight - board.clientHeight);
    assert.ok(clipped <= 1, `nothing of the board's page is cut off: ${clipped}px`);
    const letters = await page.locator(`main[lang=${code}] .board svg text`).evaluateAll((texts) =>
      Math.min(...texts.map((text) => parseFloat(text.getAttribute("font-size")) * (186 / 25.4) * 96 / text.ownerSVGElement.viewBox.baseVal.width)));
    assert.ok(letters >= 13.3, `no letter of its picture is smaller than 10 pt: ${letters}px`);
    const small = await page.locator(`main[lang=${code}] .board`).evaluate((board) => Math.min(...[...board.querySelectorAll("p,li,td,th,pre")].map((e) => parseFloat(getComputedStyle(e).fontSize))));
    assert.ok(small >= 13.3, `nothing is smaller than 10 pt: ${small}px`);
    await page.emulateMedia({ media: null }); // else the next page would be printed as on a screen
    await page.setViewportSize({ width: 1280, height: 800 });
    checks += 4;
  }
  // Without script: the pictures stand still, the tables stand open.
  const bare = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await bare.goto(address);
  assert.ok(await bare.locator("main:visible .still.paper svg").first().isVisible());
  assert.ok(await bare.locator("main:visible .chart table").first().isVisible());
  assert.ok(await bare.locator("main:visible .plot").first().isHidden());
  await bare.close();
  checks += 3;
  // The language of the address, with the title of that language.
  for (const code of ["nl", "en"]) {
    await page.goto(`${address}?lang=${code}`);
    assert.equal(await page.locator("html").getAttribute("lang"), code);
    assert.ok(await page.locator(`main[lang=${code}]`).isVisible());
    assert.equal(await page.title(), await page.locator(`main[lang=${code}] h1`).first().innerText());
    checks += 3;
  }
  // In the dark, and in the light, everything can be read; charts change their ink with the ground.
  const inks = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await page.goto(address);
    assert.deepEqual(await faint(page), [], `everything can be read when it is ${colorScheme}`);
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    inks.push([ground, await page.locator("main:visible .key").first().evaluate((key) => getComputedStyle(key).borderTopColor)]);
    await page.goto(`${address}#board-en`);
    await page.reload();
    assert.deepEqual(await faint(page), [], `the board's page can be read when it is ${colorScheme}`);
    checks += 2;
  }
  assert.ok(inks[0][0] !== inks[1][0] && inks[0][1] !== inks[1][1], "the dark has a ground and an ink of its own");
  await page.emulateMedia({ colorScheme: null });
  // On a telephone nothing stands out and nothing is cut: what is wider scrolls in a box of its own.
  for (const [width, hash] of [[360, ""], [360, "#board-en"], [360, "#board-nl"], [400, ""]]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address + hash);
    await page.reload();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= width, `at ${width}px nothing stands out: ${wide}px ${hash}`);
    const cut = await page.evaluate(() => [...document.querySelectorAll("main:not([hidden]) *")].filter((e) => {
      if (!e.checkVisibility() || e.closest(".wide,.still,.plot,svg")) return false;
      const box = e.getBoundingClientRect();
      return box.width > 0 && (box.right > innerWidth + 1 || box.left < -1);
    }).map((e) => e.tagName + " " + e.textContent.slice(0, 30)));
    assert.deepEqual(cut, [], `at ${width}px nothing is cut`);
    checks += 2;
  }
  assert.deepEqual(faults, []);
  await page.close();
  checks += 2;
}
await browser.close();
console.log(`${checks} passed, 0 failed`);
