// The levers of a report: each move lives the first arm anew with the same luck and draws it beside what it was.
const told = JSON.parse(document.getElementById("what-if-data").textContent);
const sections = [...document.querySelectorAll("[data-what-if]")];
const values = told.levers.map((lever) => lever.value);
const night = matchMedia("screen and (prefers-color-scheme: dark)");
const lives = Array.from({ length: told.replicates }, (_, life) => life);
let engine = null;
let was = null;
let moves = 0;

const say = (code, key, slots) => Object.entries(slots).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), told.words[code][key]);
const number = (code, value, digits = 3) => new Intl.NumberFormat(code === "nl" ? "nl-BE" : "en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
const quantile = (sorted, q) => {
  const at = q * (sorted.length - 1);
  const low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
};
const known = (list) => list.filter((value) => value !== null).sort((a, b) => a - b);
const mean = (list) => list.reduce((sum, value) => sum + value, 0) / list.length;
const medians = (all) => all[0].days.map((_, day) => quantile(known(all.map((life) => life.values[day])), 0.5) ?? null);
const level = (life) => mean(life.daily.slice(told.from).filter((value) => value !== null));

function sets() {
  const moved = told.levers.map((lever, at) => [lever, values[at]]).filter(([lever, value]) => value !== lever.value);
  return ["run.twin=false", "run.record_teams=false", ...moved.map(([lever, value]) => `${lever.key}=${Number.isInteger(value) ? value + ".0" : value}`)];
}

async function lived(set, group, heard) {
  const all = [];
  await Promise.all(lives.map(async (life) => {
    const answer = await engine.ask({ ask: "live", text: told.text, set, life, measures: [told.measure] }, { group });
    if (answer.faults) throw new Error(answer.faults[0].text);
    all[life] = { days: answer.days, values: answer.series[told.measure], daily: answer.daily[told.referent] };
    heard(all.filter(Boolean).length);
  }));
  return all;
}

const plots = sections.map((section) => {
  const code = section.dataset.whatIf;
  const box = section.querySelector("[data-what-if-plot]");
  const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const ticks = new Intl.NumberFormat(code === "nl" ? "nl-BE" : "en-GB", { maximumFractionDigits: 2 });
  const grid = { stroke: () => ink("grid"), width: 1 };
  const axis = { stroke: () => ink("muted"), grid, ticks: grid, values: (_, all) => all.map((value) => ticks.format(value)) };
  let plot = null;
  return (now) => {
    if (!box.clientWidth) return;
    const data = [was[0].days.map((day) => day / told.year), medians(was), medians(now)];
    plot ??= new uPlot({
      width: box.clientWidth, height: 280, legend: { show: true },
      scales: { x: { time: false }, y: { range: [0, 1] } },
      series: [{ label: told.words[code].years }, { label: told.words[code].was, stroke: () => ink("muted"), width: 2, dash: [6, 3] }, { label: told.words[code].now, stroke: () => ink("blue"), width: 3 }],
      axes: [axis, axis],
    }, data, box);
    plot.setData(data);
    box.setAttribute("aria-label", section.querySelector("output").textContent);
  };
});
let shown = null;
const draw = (now) => {
  shown = now;
  plots.forEach((plot) => plot(now));
};
night.addEventListener("change", () => shown && draw(shown));
document.querySelectorAll("[data-language]").forEach((button) => button.addEventListener("click", () => setTimeout(() => shown && draw(shown))));

function found(now) {
  const differences = now.map((life, at) => level(life) - level(was[at])).sort((a, b) => a - b);
  for (const section of sections) {
    const code = section.dataset.whatIf;
    section.querySelector("output").textContent = say(code, "found", {
      from: number(code, told.from / told.year, 1), was: number(code, mean(was.map(level))), now: number(code, mean(now.map(level))),
      by: number(code, mean(differences)), low: number(code, quantile(differences, 0.1)), high: number(code, quantile(differences, 0.9)), n: now.length,
    });
  }
  draw(now);
}

async function move() {
  const mine = ++moves;
  engine.stop("what-if");
  document.body.dataset.whatIf = "running";
  for (const section of sections) {
    section.querySelectorAll("[data-lever]").forEach((input) => { input.value = values[+input.dataset.lever]; });
    section.querySelectorAll("[data-typed]").forEach((input) => { if (input !== document.activeElement) input.value = +values[+input.dataset.typed].toPrecision(6); });
  }
  try {
    const now = await lived(sets(), "what-if", (n) => {
      if (mine === moves) for (const section of sections) section.querySelector("output").textContent = say(section.dataset.whatIf, "living", { n, all: lives.length });
    });
    if (mine !== moves) return;
    was ??= now;
    found(now);
    document.body.dataset.whatIf = "idle";
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) blocked(why.message);
  }
}

function blocked(why) {
  document.body.dataset.whatIf = "blocked";
  for (const section of sections) section.querySelector("output").textContent = say(section.dataset.whatIf, "blocked", { why });
}

for (const section of sections) {
  section.addEventListener("input", ({ target }) => {
    const at = +(target.dataset.lever ?? target.dataset.typed);
    const { low, high } = told.levers[at];
    if (target.value === "" || !was) return;
    values[at] = Math.min(high, Math.max(low, +target.value));
    move();
  });
  section.querySelector("[data-back]").addEventListener("click", () => {
    told.levers.forEach((lever, at) => { values[at] = lever.value; });
    if (was) move();
  });
}

onfoot.start().then((ready) => {
  engine = ready;
  if (engine) move();
  else blocked(onfoot.whyNot);
});
