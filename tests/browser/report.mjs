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
      await slider.press("End");
      assert.ok((await main.locator(".ranked tbody tr").count()) >= 2);
      assert.ok((await main.locator(".ranked li").count()) >= 1);
      checks += 3;
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
  await page.setViewportSize({ width: 400, height: 800 });
  await page.goto(address);
  await page.reload();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 400, `on a telephone nothing stands out: ${wide}px`);
  assert.deepEqual(faults, []);
  await page.close();
  checks += 2;
}
await browser.close();
console.log(`${checks} passed, 0 failed`);
