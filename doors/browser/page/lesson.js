// The lesson: nine steps for a room. What is chosen stands in the address, so that a link restores it; what is shown is what the
// engine answered to the scenario that the choices make. Where there is no engine a stored story is told, and the page says so.
const data = onfoot.data;
const MONTH = 260 / 12;
const { breach: BREACH, again: AGAIN, length: LENGTH } = data.months;
const BREACH_DAY = Math.round(BREACH * MONTH);
const AGAIN_DAY = Math.round(AGAIN * MONTH);
const STEPS = ["cold", "foot", "predict", "horse", "back", "repair", "again", "rigged", "monday"];
const SURVEY = { trust: 48.9, employers: 62.2 };
const SEED = Number(data.base.match(/seed\s*=\s*(\d+)/)[1]);
const body = document.body;
const stage = document.getElementById("stage");

// ---- words and numbers

let state = { step: 0, lang: data.language, life: 0, guess: 50, shown: false, hands: [0, 0, 0, 0, 0], pick: null, breach: null, bet: null, played: false, again: null, off: [], lucks: false, acts: [] };
const words = () => data.words[state.lang];

function say(key, slots = {}) {
  const text = words()[key];
  if (text === undefined) throw new Error("no words for " + key);
  return text.replace(/\{(\w+)\}/g, (whole, slot) => (slot in slots ? slots[slot] : whole));
}
const number = (value, decimals = 0) => new Intl.NumberFormat(state.lang === "nl" ? "nl-BE" : "en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(Math.abs(value) < 0.5 * 10 ** -decimals ? 0 : value);
const signed = (value, decimals = 1) => (Math.round(value * 10 ** decimals) > 0 ? "+" : "") + number(value, decimals).replace("-", "−");
const count = (n, key) => say(`${key}.${n === 1 ? "one" : "many"}`, { n: number(n) });
const lower = (text) => text[0].toLowerCase() + text.slice(1);

// Working days as people say them: days below 14, weeks below 10, months below 36, then years.
function duration(days) {
  const weeks = Math.round(days / 5);
  const months = Math.round(days / MONTH);
  if (Math.round(days) < 14) return count(Math.round(days), "day");
  if (weeks < 10) return count(weeks, "week");
  if (months < 36) return count(months, "month");
  const years = Math.round((10 * days) / 260) / 10;
  return say(`year.${years === 1 ? "one" : "many"}`, { n: number(years, years % 1 > 0.05 ? 1 : 0) });
}
const of100 = (share) => (share == null ? null : Math.round(100 * share));
const said = (share) => (share == null ? "–" : number(of100(share)));

// ---- elements

function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value == null || value === false) continue;
    if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (key === "id") element.dataset.testid = value;
    else if (key === "class") element.className = value;
    else if (key in element && typeof value !== "string") element[key] = value;
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return element;
}
function s(tag, props = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [key, value] of Object.entries(props)) if (value != null) element.setAttribute(key, value);
  element.append(...children.flat(Infinity).filter((child) => child != null));
  return element;
}
const button = (id, text, act, props = {}) => h("button", { type: "button", id, on: { click: act }, ...props }, text);
const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const live = h("p", { class: "hidden", "aria-live": "polite", role: "status", id: "live" });
function announce(text) {
  live.textContent = "";
  requestAnimationFrame(() => (live.textContent = text));
}

// ---- the engine

let engine;
let asking = 0;
let answers = new Map();
const starting = onfoot.start({ workers: 2 }).then((begun) => {
  engine = begun;
  if (!asking) body.dataset.engine = "idle";
  body.dataset.stored = String(!engine);
  if (!engine && state.step > 0) render();
  return begun;
});

const breachOf = (at) => data.breaches[at];
function scenario({ breach, repair = 0, again = false, off = [], record = "daily", twin = true }) {
  const base = data.base.replace("RECORD", record).replace("TWIN", String(twin));
  const card = breach == null ? null : breachOf(breach);
  const pieces = card ? card.toml + (again ? card.again : "") + data.repairs[repair].toml : "";
  const switched = data.switches.filter((one) => off.includes(one.key)).map((one) => one.toml);
  return base + pieces + (switched.length ? "\n[mechanisms]\n" + switched.join("") : "");
}

async function ask(request, options) {
  asking++;
  body.dataset.engine = "running";
  try {
    await starting;
    const answer = await engine.ask({ language: state.lang, ...request }, options);
    if (answer.faults) throw new Error(answer.faults.map((fault) => fault.text).join(" "));
    return answer;
  } finally {
    if (--asking === 0) body.dataset.engine = "idle";
  }
}

const MEASURES = ["share_trusting_leader", "share_trusting_top", "cost_repair"];
// One life of what was chosen; asked once.
function story(choice, options = {}) {
  if (engine === null) return Promise.resolve(choice.breach === 0 && !choice.repair && !choice.again ? data.story : null);
  const text = scenario(choice);
  const key = state.life + text;
  if (!answers.has(key)) {
    const asked = ask({ ask: "live", text, life: state.life, measures: MEASURES }, { group: "main", key: 0, first: true, ...options });
    answers.set(key, asked);
    asked.catch(() => answers.delete(key));
  }
  return answers.get(key);
}

// ---- what an answer says

const referent = () => (state.breach == null ? "leader" : breachOf(state.breach).referent);
const whom = () => say("whom." + referent());
const shares = (answer, who = referent()) => answer.series["share_trusting_" + who];
function points(answer, values, from = 0, to = LENGTH) {
  const out = [];
  answer.days.forEach((day, at) => {
    const near = [BREACH_DAY, AGAIN_DAY].some((breach) => day >= breach - 1 && day <= breach + 5);
    const month = day / MONTH;
    if (values[at] != null && month >= from - 0.01 && month <= to + 0.01 && (near || day % 5 === 0)) out.push([month, 100 * values[at]]);
  });
  return out;
}
// The last recorded value before a day, or on it.
function at(answer, values, day) {
  let found = null;
  for (let i = 0; i < answer.days.length && answer.days[i] <= day; i++) if (values[i] != null) found = values[i];
  return found;
}
function lowest(answer, values, from, to) {
  return answer.days.reduce((low, day, i) => (day >= from && day <= to && values[i] != null && (low == null || values[i] < low) ? values[i] : low), null);
}
const recovery = (answer, event = "breach") => answer.recovery.find((row) => row.event === event && row.referent === referent());

function mean(daily, last, days) {
  const some = daily.slice(Math.max(0, last - days + 1), last + 1).filter((value) => value != null);
  return some.length ? some.reduce((sum, value) => sum + value, 0) / some.length : null;
}

// What fall and return were, in sentences that hold in every case.
function sentences(answer) {
  const row = recovery(answer);
  if (!row) return [say("said.nobody")];
  if (row.fall_days == null) return [say("said.unseen", { referent: say("referent." + referent()) })];
  const fall = duration(row.fall_days);
  const out = [say(`said.${row.build_ended ? "known" : "least"}${row.fall_days < 14 ? "" : "_slow"}`, { build: duration(row.build_days), fall })];
  const back = duration(row.back_days);
  if (!row.back_ended) out.push(say("said.not_back", { back }));
  else if (row.back_days <= row.fall_days) out.push(say("said.after", { back }));
  else if (row.climb_days != null && row.climb_days < row.fall_days) out.push(say("said.surprise") + " " + say("said.after", { back }));
  else if (Math.round((10 * row.back_days) / row.fall_days) === 10) out.push(say("said.even", { back }));
  else out.push(say("said.return", { back, days: count(Math.round(row.back_days), "working_day"), fall }));
  return out;
}
// How long it took to come back the first time and the second.
function roads(answer) {
  const rows = ["breach", "again"].map((event) => recovery(answer, event));
  if (rows.some((row) => !row || row.fall_days == null)) return [];
  const [a, b] = rows.map((row) => (row.back_ended ? duration(row.back_days) : say("road.not_back", { time: duration(row.back_days) })));
  return [say("again.roads", { a, b })];
}
// How the twin, in which nothing was broken, fared.
function beside(answer) {
  const row = recovery(answer);
  const out = [];
  if (!row || !answer.twin) return out;
  const daily = answer.twin.daily[referent()];
  const twinFall = row.fall_days == null ? 0 : row.twin_fall ?? mean(daily, row.day - 1, 20) - mean(daily, row.lowest_day, 5);
  if (twinFall >= 0.02) out.push(say("said.twin_fell", { a: number(100 * twinFall), b: number(100 * row.fall) }));
  const more = Math.round(row.more_leavers);
  if (row.more_leavers != null) out.push(more === 0 ? say("said.equal") : count(Math.abs(more), more > 0 ? "said.fewer" : "said.more"));
  return out;
}

// Which of the five predictions came true: by the days until trust was back.
function cameTrue(row) {
  if (!row || row.fall_days == null) return null;
  if (!row.back_ended) return data.predictions.length - 1;
  const months = row.back_days / MONTH;
  const found = data.predictions.findIndex((limit) => limit && months <= limit + 1e-9);
  return found < 0 ? data.predictions.length - 1 : found;
}
function prediction() {
  const hands = state.hands.reduce((sum, n) => sum + n, 0);
  if (!hands) return { at: state.pick, hands };
  let seen = 0;
  return { at: state.hands.findIndex((n) => (seen += n) * 2 >= hands), hands };
}
const predicted = () => prediction().at != null;
const predictionSaid = (at) => say(`predict.${data.predictions[at]}.said`);
function verdict(answer) {
  const { at: guess } = prediction();
  const truth = cameTrue(recovery(answer));
  if (guess == null) return null;
  const fate = truth == null ? "" : " " + say(truth === guess ? "room.right" : truth > guess ? "room.hopeful" : "room.gloomy");
  return say("room.expected", { said: predictionSaid(guess) }) + fate;
}
// The line of a prediction: from a level down by a part of it, and back in a straight line.
function predictionLine(at, level, depth = 0.6) {
  const months = [1.5, 4.5, 9, 24, null][at];
  const low = level * (1 - depth);
  if (months == null) return [[BREACH, level], [BREACH, low], [LENGTH, low + (level - low) * 0.35]];
  return [[BREACH, level], [BREACH, low], [BREACH + months, level], [LENGTH, level]];
}

// ---- pictures

const drawings = new Set();
function drawn(box, draw) {
  const redraw = () => box.isConnected && draw();
  drawings.add(redraw);
  requestAnimationFrame(redraw);
  return redraw;
}
addEventListener("resize", () => drawings.forEach((redraw) => redraw()));

const STYLES = {
  main: { stroke: "var(--blue)", width: 0.375 },
  twin: { stroke: "var(--twin)", width: 0.375, dash: "1 0.55" },
  room: { stroke: "var(--you)", width: 0.4, dash: "0.05 0.65", cap: "round" },
  faint: { stroke: "var(--muted)", width: 0.375 },
};
function path(points, x, y, until) {
  let d = "";
  let last = null;
  for (const [month, value] of points) {
    if (month > until + 1e-9) {
      if (last) {
        const part = (until - last[0]) / (month - last[0]);
        last = [until, last[1] + part * (value - last[1])];
        d += `L${x(last[0]).toFixed(1)} ${y(last[1]).toFixed(1)}`;
      }
      break;
    }
    d += (d ? "L" : "M") + x(month).toFixed(1) + " " + y(value).toFixed(1);
    last = [month, value];
  }
  return { d, last };
}
const stroke = (kind, unit) => {
  const style = STYLES[kind];
  return { fill: "none", stroke: style.stroke, "stroke-width": style.width * unit, "stroke-linejoin": "round", "stroke-linecap": style.cap ?? "butt", "stroke-dasharray": style.dash ? style.dash.split(" ").map((part) => part * unit).join(" ") : null };
};

// A chart of shares of people: lines, their names at their ends, the breach as an upright rule under a horseshoe.
function chart({ lines, from = 0, to = LENGTH, rules = [], belgium = false, small = false, until = () => Infinity, size, steps = false, label }) {
  const box = h("div", { class: "chart", role: "img", "aria-label": label ?? "" });
  const draw = () => {
    const [width, height] = size ?? [box.clientWidth, box.clientHeight];
    if (!width || !height) return;
    const unit = size ? 7 : rem();
    const font = size ? 13 : parseFloat(getComputedStyle(body).fontSize);
    const roomy = !small && width > 34 * font;
    const room = { left: small ? 2 : 2.6 * font, right: roomy ? (lines.some((line) => line.name) ? 11.2 : 4.2) * font : 0.4 * font, top: small ? 4 : 1.5 * font, bottom: small ? 4 : 1.7 * font };
    const x = (month) => room.left + ((month - from) / (to - from)) * (width - room.left - room.right);
    const y = (value) => height - room.bottom - (value / 100) * (height - room.top - room.bottom);
    const now = until();
    const svg = s("svg", { width: size ? "100%" : width, height: size ? "100%" : height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
    const text = (x, y, words, props = {}) => s("text", { x, y, "font-size": font, ...props }, words);
    for (const value of small ? [0, 50, 100] : [0, 25, 50, 75, 100]) {
      svg.append(s("line", { x1: x(from), x2: x(to), y1: y(value), y2: y(value), stroke: value ? "var(--grid)" : "var(--line)", "stroke-width": unit / 8 }));
      if (!small && value % 50 === 0) svg.append(text(x(from) - 0.4 * font, y(value) + 0.35 * font, number(value), { "text-anchor": "end" }));
    }
    if (!small) {
      const every = to - from > 20 ? (roomy ? 6 : 12) : 3;
      for (let month = Math.ceil(from / every) * every; month <= to; month += every) {
        svg.append(text(x(month), height - 0.25 * font, number(month), { "text-anchor": month === to ? "end" : "middle" }));
      }
      if (roomy) svg.append(text(x(to) + 0.5 * font, height - 0.25 * font, say("chart.month")));
    }
    if (belgium) {
      svg.append(s("line", { x1: x(from), x2: x(from) + 1.1 * font, y1: y(SURVEY.trust), y2: y(SURVEY.trust), stroke: "var(--warm)", "stroke-width": unit * 0.4 }));
      if (roomy) {
        const tick = text(x(from) + 0.3 * font, y(SURVEY.trust) - 0.45 * font, say("chart.belgium"));
        tick.style.fill = "var(--warm)";
        svg.append(tick);
      }
    }
    // One step for each month on foot.
    for (let month = from + 0.5; steps && month <= Math.min(now, to); month++) {
      const up = y(0) - (month % 2 < 1 ? 0.95 : 0.4) * font;
      const size = Math.min(0.34 * font, ((x(to) - x(from)) / (to - from)) * 0.3);
      if (rules.every((rule) => month < rule || month > rule + 0.6)) svg.append(s("ellipse", { cx: x(month), cy: up, rx: size * 1.25, ry: size * 0.62, fill: "var(--line)" }), s("circle", { cx: x(month) - size * 2.05, cy: up, r: size * 0.55, fill: "var(--line)" }));
    }
    for (const rule of rules.filter((month) => month <= now)) {
      svg.append(s("line", { x1: x(rule), x2: x(rule), y1: room.top * 0.9, y2: y(0), stroke: "var(--ink)", "stroke-width": unit / 6 }));
      if (!small) svg.append(s("path", { d: `M${x(rule) - 0.36 * font} ${room.top * 0.85}c${-0.25 * font} ${-1.45 * font} ${0.97 * font} ${-1.45 * font} ${0.72 * font} 0`, fill: "none", stroke: "var(--ink)", "stroke-width": unit * 0.28, "stroke-linecap": "round" }));
    }
    const ends = [];
    for (const line of lines) {
      const { d, last } = path(line.points, x, y, now);
      if (!d) continue;
      svg.append(s("path", { d, ...stroke(line.kind, small ? unit * 0.8 : unit), "data-line": line.kind }));
      if (last && line.name) ends.push({ y: y(last[1]), x: x(last[0]), line });
    }
    if (roomy) {
      ends.sort((a, b) => a.y - b.y);
      const step = 1.2 * font;
      ends.forEach((end, i) => (end.at = i ? Math.max(end.y, ends[i - 1].at + step) : end.y));
      const over = ends.length ? ends.at(-1).at - (y(0) - 0.2 * font) : 0;
      if (over > 0) for (let i = ends.length - 1, most = y(0) - 0.2 * font; i >= 0; i--, most -= step) ends[i].at = Math.min(ends[i].at, most);
      for (const end of ends) {
        const name = text(x(to) + 0.5 * font, end.at + 0.35 * font, end.line.name, { "font-weight": end.line.kind === "main" ? 700 : 500 });
        name.style.fill = STYLES[end.line.kind].stroke;
        svg.append(name);
      }
    }
    box.replaceChildren(svg);
    const legend = box.nextElementSibling;
    if (legend?.classList.contains("legend")) legend.hidden = roomy;
  };
  box.redraw = drawn(box, draw);
  return box;
}
function legend(lines) {
  return h("ul", { class: "legend" }, lines.filter((line) => line.name).map((line) => h("li", {}, swatch(line.kind), line.name)));
}
function swatch(kind) {
  const unit = rem();
  return s("svg", { width: 2.4 * unit, height: unit * 0.8, "aria-hidden": "true" }, s("path", { d: `M${0.2 * unit} ${0.4 * unit}H${2.3 * unit}`, ...stroke(kind, unit) }));
}
// The same numbers as a table, month by month.
function numbers(lines, from, to) {
  const months = [];
  for (let month = Math.ceil(from); month <= to; month++) months.push(month);
  const value = (points, month) => {
    const found = points.filter(([m]) => m <= month + 1e-6).at(-1);
    return found && found[0] > month - 1.5 ? number(found[1]) : "–";
  };
  const shown = lines.filter((line) => line.name && line.kind !== "room");
  return h("details", { class: "numbers", id: "numbers" }, h("summary", {}, say("chart.numbers")),
    h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": say("chart.numbers") },
      h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("chart.month")), shown.map((line) => h("th", { scope: "col" }, line.name)))),
        h("tbody", {}, months.map((month) => h("tr", {}, h("th", { scope: "row" }, number(month)), shown.map((line) => h("td", {}, value(line.points, month)))))))));
}
function summary(points) {
  if (!points.length) return say("chart.empty");
  const low = points.reduce((a, b) => (b[1] < a[1] ? b : a));
  return say("chart.summary", { whom: whom(), start: number(points[0][1]), from: number(points[0][0]), low: number(low[1]), at: number(low[0]), end: number(points.at(-1)[1]), to: number(points.at(-1)[0]) });
}

// ---- time

let ticking = 0;
function stopTime() {
  ticking++;
  body.dataset.motion = "still";
}
// Draws from one month to another on a real clock.
function run(from, to, perSecond, draw, done = () => {}, before = 0) {
  const own = ++ticking;
  if (calm() || to <= from) {
    draw(to);
    body.dataset.motion = "still";
    done();
    return;
  }
  body.dataset.motion = "moving";
  draw(from);
  let began = null;
  const tick = (time) => {
    if (own !== ticking) return;
    began ??= time + 1000 * before;
    const now = Math.min(to, from + Math.max(0, ((time - began) / 1000) * perSecond));
    draw(now);
    if (now < to) requestAnimationFrame(tick);
    else {
      body.dataset.motion = "still";
      done();
    }
  };
  requestAnimationFrame(tick);
}

// ---- the steps

const locked = (key, toStep, label) => h("p", { class: "note", id: "locked" }, say(key), button("unlock", say(label), () => go(toStep)));
const waiting = () => h("p", { class: "muted", id: "waiting" }, say("frame.running"));
const stored = () => engine === null && h("p", { class: "note", id: "stored" }, say("frame.stored"));
function failed(box, why) {
  if (why instanceof onfoot.Stopped || !box.isConnected) return;
  box.replaceChildren(h("p", { class: "note", role: "alert" }, say("frame.failed", { why: String(why.message ?? why) })));
}
const current = (box, then) => (value) => box.isConnected && then(value);
function set(change, { quiet = false } = {}) {
  Object.assign(state, change);
  write();
  if (!quiet) render();
}
const breachTitle = () => say(`breach.${breachOf(state.breach).key}.title`);
const repairTitle = (at) => say(`repair.${data.repairs[at].key}.title`);
const choice = (more = {}) => ({ breach: state.breach, ...more });

const show = {
  // A hundred people, a guess, the answer of the survey.
  cold() {
    const unit = 44;
    const picture = s("svg", { viewBox: `0 0 ${10 * unit} ${10 * unit}`, role: "img" });
    const person = (i) => {
      const [x, y] = [(i % 10) * unit + unit / 2, Math.floor(i / 10) * unit + 4];
      return `M${x} ${y}a7 7 0 1 1 -.01 0ZM${x - 12} ${y + 34}v-9a9 9 0 0 1 9 -9h6a9 9 0 0 1 9 9v9Z`;
    };
    const clip = s("clipPath", { id: "part" }, s("rect", { x: 0, y: 0, width: 0, height: 0 }));
    picture.append(s("defs", {}, clip));
    const reveal = button("reveal", say("cold.reveal"), () => set({ shown: true }), { class: "big" });
    const guess = h("p", { class: "huge", id: "guess" });
    const draw = () => {
      const whole = Math.floor(SURVEY.trust);
      picture.querySelectorAll("path,rect.part").forEach((old) => old.remove());
      for (let i = 0; i < 100; i++) {
        picture.append(s("path", { d: person(i), class: state.shown && i < whole ? "on" : "off" }));
        if (state.shown && i === whole) {
          const [x, y] = [(i % 10) * unit + unit / 2 - 12, Math.floor(i / 10) * unit];
          clip.firstChild.setAttribute("x", x);
          clip.firstChild.setAttribute("y", y);
          clip.firstChild.setAttribute("width", 24 * (SURVEY.trust - whole));
          clip.firstChild.setAttribute("height", unit);
          picture.append(s("path", { d: person(i), class: "on", "clip-path": "url(#part)" }));
        }
        if (i < state.guess) picture.append(s("path", { d: person(i), class: "guess" }));
      }
      picture.setAttribute("aria-label", say("cold.picture", { n: state.shown ? number(SURVEY.trust, 1) : number(0) }));
      guess.textContent = number(state.guess);
    };
    draw();
    const slider = h("input", { type: "range", min: "0", max: "100", value: String(state.guess), id: "slider", "aria-label": say("cold.slider"), disabled: state.shown,
      on: { input: (event) => { set({ guess: Number(event.target.value) }, { quiet: true }); draw(); } } });
    const off = Math.abs(state.guess - SURVEY.trust);
    const answer = state.shown && h("div", { class: "said rise", id: "answer" },
      h("p", { class: "huge" }, number(SURVEY.trust, 1)),
      h("p", {}, say(off < 1 ? "cold.right" : state.guess > SURVEY.trust ? "cold.high" : "cold.low", { n: number(off, 1) })),
      h("p", {}, h("b", {}, say("cold.employers", { n: number(SURVEY.employers, 1) }))),
      h("p", { class: "fine" }, say("cold.source")));
    return [heading("cold.title"), h("div", { class: "cold" }, h("div", { class: "people" }, picture),
      h("div", { class: "side" }, state.shown ? h("p", { class: "said" }, h("span", { class: "you" }, say("cold.guess", { n: number(state.guess) }))) : [h("label", {}, say("cold.slider"), slider), guess, h("p", {}, reveal)], answer))];
  },

  // Strangers, and a year and a half of everyday behaviour.
  foot() {
    const box = h("div", { class: "grow cols" }, waiting());
    const clock = h("p", { class: "clock", id: "clock" });
    const asked = story({ breach: 0 });
    asked.then(current(box, (answer) => {
      const lines = [{ name: say("chart.this"), kind: "main", points: points(answer, shares(answer, "leader"), 0, BREACH - 0.05) }];
      const values = shares(answer, "leader");
      let now = 0;
      const who = { whom: say("whom.leader") };
      const picture = chart({ lines: [{ ...lines[0], name: "" }], to: BREACH, belgium: true, steps: true, until: () => now, label: capital(say("chart.of100", who)) + " " + summary(lines[0].points) });
      const act = h("p", {});
      const ledger = h("div", { class: "ledger", id: "ledger" });
      const result = h("div", { class: "said", id: "result" });
      box.className = "grow cols wide-left";
      box.replaceChildren(picture, h("div", { class: "side" }, h("div", { class: "acts-line" }, h("p", { class: "muted" }, say("foot.what")), act), ledger));
      const end = at(answer, values, BREACH_DAY - 1);
      const edges = [0, 6, 12, BREACH].map((month) => Math.min(BREACH_DAY - 1, Math.round(month * MONTH)));
      let book = null;
      const leaf = () => {
        if (!book) return;
        const total = (cause) => book.reduce((sum, span) => sum + Math.abs(span.get(cause)?.change ?? 0), 0);
        const causes = [...book[0].keys()].sort((a, b) => total(b) - total(a));
        const rows = causes.slice(0, 4).map((cause) => [book[0].get(cause).label ?? cause, book.map((span) => span.get(cause)?.change ?? 0)]);
        rows.push([say("foot.rest"), book.map((span) => causes.slice(4).reduce((sum, cause) => sum + (span.get(cause)?.change ?? 0), 0))]);
        const seen = (span) => now >= edges[span + 1] / MONTH - 0.1;
        ledger.replaceChildren(h("table", {}, h("caption", {}, say("foot.ledger")),
          h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("chart.month")), book.map((_, i) => h("th", { scope: "col" }, `${number(Math.round(edges[i] / MONTH))}–${number(Math.round(edges[i + 1] / MONTH))}`)))),
          h("tbody", {}, rows.map(([name, changes]) => h("tr", {}, h("th", { scope: "row" }, name), changes.map((change, i) => h("td", {}, seen(i) ? signed(100 * change) : "·")))))),
          h("p", { class: "fine" }, say("foot.points")));
      };
      if (engine) {
        Promise.all([0, 1, 2].map((i) => ask({ ask: "ledger", text: scenario({}), life: state.life, from: edges[i], to: edges[i + 1] }, { group: "main", key: 1 }))).then(current(ledger, (answers) => {
          book = answers.map((answer) => new Map(answer.referents.leader.causes.map((cause) => [cause.cause, cause])));
          leaf();
        }), (why) => failed(ledger, why));
      }
      let shown = 0;
      run(0, BREACH, 1, (month) => {
        now = month;
        picture.redraw();
        clock.replaceChildren(h("b", {}, say("chart.now", { n: number(Math.floor(month)) })), " · ", say("gear.month"));
        const spans = Math.floor((month + 0.1) / 6);
        if (spans !== shown) {
          shown = spans;
          leaf();
        }
        const which = Math.min(9, Math.floor((month / BREACH) * 10));
        if (act.dataset.which !== String(which)) {
          act.dataset.which = which;
          act.replaceChildren(h("b", {}, say(`act.${which}.title`)), ": ", say(`act.${which}.text`));
        }
      }, () => {
        const text = say("foot.result", { a: said(values[0]), b: said(end), time: duration(BREACH_DAY) });
        result.replaceChildren(h("p", { class: "rise" }, text));
        announce(text);
      });
      box.after(h("div", { class: "row base" }, result, numbers(lines, 0, BREACH - 1)));
    }), (why) => failed(box, why));
    return [heading("foot.title", clock), h("p", { class: "sub" }, say("foot.sub"), " ", h("b", {}, capital(say("chart.of100", { whom: say("whom.leader") })))), stored(), box];
  },

  // Five lines, one of which the room takes.
  predict() {
    let guess = prediction().at;
    const dashes = [null, "1 .4", ".4 .4", "1.4 .4 .3 .4", ".15 .35"];
    const box = h("div", { class: "chart", role: "img", "aria-label": say("predict.picture") });
    const draw = () => {
      const { clientWidth: width, clientHeight: height } = box;
      if (!width) return;
      const unit = rem();
      const font = parseFloat(getComputedStyle(body).fontSize);
      const x = (month) => font + ((month - 12) / (LENGTH - 12)) * (width - 2 * font);
      const y = (value) => height - 1.8 * font - (value / 60) * (height - 3 * font);
      const svg = s("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
      svg.append(s("line", { x1: x(12), x2: x(LENGTH), y1: y(0), y2: y(0), stroke: "var(--line)", "stroke-width": unit / 8 }));
      svg.append(s("path", { d: `M${x(12)} ${y(46)}L${x(BREACH)} ${y(50)}`, ...stroke("main", unit) }));
      for (const month of [0, 6, 12, 24, 36]) svg.append(s("text", { x: x(BREACH + month), y: height - 0.3 * font, "font-size": font, "text-anchor": month === 36 ? "end" : "middle" }, month ? "+" + number(month) : "0"));
      const order = [0, 1, 2, 3, 4].sort((a, b) => (a === guess) - (b === guess));
      for (const i of order) {
        const { d } = path(predictionLine(i, 50), x, y, Infinity);
        const line = s("path", { d, ...stroke(i === guess ? "room" : "faint", unit), class: "curve", "stroke-dasharray": dashes[i]?.split(" ").map((part) => part * unit * (i === guess ? 1.3 : 1)).join(" ") ?? null });
        if (i === guess) line.setAttribute("stroke-width", unit * 0.55);
        const wide = s("path", { d, fill: "none", stroke: "transparent", "stroke-width": unit * 1.4, class: "curve", "data-testid": "curve" });
        wide.addEventListener("click", () => pick(i));
        svg.append(line, wide);
        const months = [1.5, 4.5, 9, 24, 36][i];
        const label = s("text", { x: x(BREACH + months) + (i === 4 ? 0 : 0.3 * font), y: i === 4 ? y(33) : y(50) - 0.45 * font, "font-size": font * 1.15, "font-weight": 700, "text-anchor": i === 4 ? "end" : "middle" }, number(i + 1));
        label.style.fill = i === guess ? "var(--you)" : "var(--ink)";
        svg.append(label);
      }
      svg.append(s("line", { x1: x(BREACH), x2: x(BREACH), y1: 0.4 * font, y2: y(0), stroke: "var(--ink)", "stroke-width": unit / 6 }));
      const axis = s("text", { x: x(LENGTH), y: y(0) - 0.5 * font, "font-size": font, "text-anchor": "end" }, say("predict.axis"));
      axis.style.fill = "var(--muted)";
      svg.append(axis);
      box.replaceChildren(svg);
    };
    drawn(box, draw);
    const status = h("span", { id: "prediction" });
    const tell = () => {
      const { at, hands } = prediction();
      guess = at;
      status.className = guess == null ? "muted" : "you";
      status.textContent = guess == null ? say("predict.none") : hands ? say("predict.middle", { n: number(hands), said: predictionSaid(guess) }) : say("predict.room", { said: predictionSaid(guess) });
      options.forEach((option, i) => option.firstChild.setAttribute("aria-pressed", String(i === guess)));
      draw();
    };
    const options = data.predictions.map((months, i) => {
      const name = say(`predict.${months}.title`);
      const input = h("input", { type: "number", min: "0", max: "999", id: "hands-" + (i + 1), value: String(state.hands[i] || ""), placeholder: "0", inputmode: "numeric", "aria-label": say("predict.hands", { option: name }) });
      input.addEventListener("input", () => {
        const many = state.hands.slice();
        many[i] = Math.max(0, Math.min(999, Math.round(Number(input.value)) || 0));
        set({ hands: many, pick: null }, { quiet: true });
        tell();
      });
      return h("div", { class: "option" },
        h("button", { type: "button", id: "option-" + (i + 1), "aria-pressed": String(i === guess), on: { click: () => pick(i) } }, h("b", {}, number(i + 1)), name), input);
    });
    tell();
    return [heading("predict.title"), h("p", { class: "sub" }, say("predict.sub")),
      h("div", { class: "cols wide-left grow" }, h("div", { class: "flow" }, box), h("div", { class: "side predict" }, h("p", { class: "muted end" }, say("predict.count")), options, h("p", { class: "said" }, status)))];
  },

  // A breach, and one day.
  horse() {
    const open = predicted();
    const chosen = state.breach != null && open;
    if (!chosen) {
      const cards = data.breaches.map((card, i) => h("button", { type: "button", class: "card", id: "breach-" + card.key, disabled: !open || (engine === null && i > 0), on: { click: () => breakIt(i) } },
        h("span", { class: "n" }, number(i + 1)), h("b", {}, say(`breach.${card.key}.title`)),
        h("span", {}, say(`breach.${card.key}.text`)),
        h("span", { class: "meta" }, capital(say(`breach.${card.key}.kind`)) + ", " + say("horse.by." + card.referent)),
        h("span", {}, say("horse.severity", { n: number(100 * card.severity) }), severityBar(card.severity))));
      return [heading("horse.title"), !open && locked("horse.locked", 2, "horse.predict"), stored(), h("div", { class: "cards" }, cards)];
    }
    const box = h("div", { class: "grow cols" }, waiting());
    const clock = h("p", { class: "clock", id: "clock" });
    story(choice()).then(current(box, (answer) => {
      if (!answer) return box.replaceChildren(h("p", { class: "note" }, say("frame.stored")));
      const values = shares(answer);
      const [a, b, c] = [BREACH_DAY - 1, BREACH_DAY, BREACH_DAY + 5].map((day) => at(answer, values, day));
      const lines = [
        { name: "", kind: "main", points: points(answer, values, 0, BREACH + 2) },
      ];
      let now = BREACH - 0.05;
      const picture = chart({ lines, to: BREACH + 1, rules: [BREACH], belgium: referent() === "leader", until: () => now, label: capital(say("chart.of100", { whom: whom() })) + " " + summary(lines[0].points) });
      const side = h("div", { class: "side said" });
      box.className = "grow cols wide-left";
      box.replaceChildren(picture, side);
      run(-1, 5, 1, (day) => {
        now = day < 0 ? BREACH - 0.05 : (BREACH_DAY + day) / MONTH;
        picture.redraw();
        clock.replaceChildren(say("gear.day"));
        const stage = day < 0 ? "still" : day < 5 ? "day" : "week";
        if (side.dataset.stage === stage) return;
        side.dataset.stage = stage;
        side.replaceChildren(h("div", { class: "huge" }, said(a), stage !== "still" && h("span", { class: "to" }, " → "), stage !== "still" && said(b)),
          ...(stage === "still" ? [] : [h("p", { class: "rise one" }, say("horse.day")), h("p", { id: "result" }, say("horse.result", { a: said(a), b: said(b), whom: whom() }))]),
          ...(stage === "week" ? [h("p", { class: "muted" }, say("horse.week", { n: said(c) }))] : []));
      }, () => announce(say("horse.day") + " " + say("horse.result", { a: said(a), b: said(b), whom: whom() })), 2);
    }), (why) => failed(box, why));
    return [headingText(breachTitle(), clock), h("p", { class: "sub row" }, h("b", {}, capital(say("chart.of100", { whom: whom() }))), button("other-breach", say("horse.other"), () => set({ breach: null, played: false, again: null, lucks: false }))), stored(), box];
  },

  // The way back, beside the twin and the room.
  back() {
    if (state.breach == null || !predicted()) return [headingText(say("step.4")), locked(predicted() ? "back.locked" : "horse.locked", predicted() ? 3 : 2, predicted() ? "back.to_breach" : "horse.predict")];
    const box = h("div", { class: "grow" }, waiting());
    box.classList.add("flow");
    const clock = h("p", { class: "clock", id: "clock" });
    story(choice()).then(current(box, (answer) => {
      if (!answer) return box.replaceChildren(h("p", { class: "note" }, say("frame.stored")));
      const values = shares(answer);
      const level = 100 * at(answer, values, BREACH_DAY - 1);
      const low = 100 * (lowest(answer, values, BREACH_DAY, BREACH_DAY + 60) ?? 0);
      const depth = level > 0 ? Math.max(0.15, (level - low) / level) : 0.5;
      const own = points(answer, values);
      const lines = [
        { name: say("chart.twin"), kind: "twin", points: points(answer, answer.twin.series["share_trusting_" + referent()], BREACH - 0.1) },
        { name: say("chart.room"), kind: "room", points: predictionLine(prediction().at, level, depth) },
        { name: say("chart.this"), kind: "main", points: own },
      ];
      let now = BREACH;
      const label = capital(say("chart.of100", { whom: whom() })) + " " + summary(own);
      const picture = chart({ lines, rules: [BREACH], belgium: referent() === "leader", until: () => now, label });
      const way = road(recovery(answer), () => now);
      const words = h("div", { class: "said", id: "result" });
      box.replaceChildren(picture, legend(lines), h("div", { class: "cols below" }, way, words));
      const told = sentences(answer);
      run(BREACH, LENGTH, 3, (month) => {
        now = month;
        picture.redraw();
        way.redraw();
        clock.replaceChildren(h("b", {}, say("chart.now", { n: number(Math.floor(month)) })), " · ", say("gear.fast"));
      }, () => {
        words.replaceChildren(...told.map((text) => h("p", { class: "rise" }, text)), h("p", { class: "you rise" }, verdict(answer)), ...beside(answer).map((text) => h("p", { class: "muted rise" }, text)));
        announce([...told, verdict(answer)].join(" "));
      });
      box.append(h("div", { class: "row base" }, h("p", { class: "fine" }, say("back.means")), numbers([lines[2], lines[0]], 0, LENGTH)));
    }), (why) => failed(box, why));
    return [headingText(say("back.title", { breach: lower(breachTitle()) }), clock), h("p", { class: "sub" }, say("back.sub"), " ", h("b", {}, capital(say("chart.of100", { whom: whom() })))), stored(), box];
  },

  // Five answers to it, with the same luck.
  repair() {
    if (state.breach == null || !predicted()) return [heading("repair.title"), locked(predicted() ? "back.locked" : "horse.locked", predicted() ? 3 : 2, predicted() ? "back.to_breach" : "horse.predict")];
    if (engine === null) return [heading("repair.title"), h("p", { class: "note", id: "stored" }, say("frame.needs_engine"))];
    const playing = state.played && state.bet != null;
    const cards = data.repairs.map((card, i) => {
      const inner = [!playing && h("span", { class: "n" }, number(i + 1)), h("b", {}, repairTitle(i)), !playing && h("span", {}, say(`repair.${card.key}.text`))];
      const bet = state.bet === i && h("span", { class: "tag" }, say("repair.bet"));
      return playing
        ? h("div", { class: "card quiet", id: "repair-" + card.key }, inner, h("span", { class: "picture grow flow" }, waiting()), h("span", { class: "outcome" }), h("span", { class: "tags" }, bet || ""))
        : h("button", { type: "button", class: "card", id: "repair-" + card.key, "aria-pressed": String(state.bet === i), on: { click: () => set({ bet: i, again: null }) } }, inner, h("span", { class: "meta" }, bet || ""));
    });
    const result = h("p", { class: "said", id: "result" });
    const deck = h("div", { class: "cards" }, cards);
    const play = button("play", say("repair.play"), () => set({ played: true }), { class: "big", disabled: state.bet == null });
    if (playing) {
      Promise.all(data.repairs.map((_, i) => story(choice({ repair: i })))).then(current(deck, (all) => {
        let now = BREACH - 3;
        const rows = all.map((answer) => recovery(answer));
        const pictures = all.map((answer, i) => {
          const own = points(answer, shares(answer), BREACH - 6);
          const lines = [{ kind: "twin", points: points(answer, answer.twin.series["share_trusting_" + referent()], BREACH - 6) }, { kind: "main", points: own }];
          const picture = chart({ lines, from: BREACH - 6, rules: [BREACH], small: true, until: () => now, label: repairTitle(i) + ". " + summary(own) });
          cards[i].querySelector(".picture").replaceChildren(picture);
          return picture;
        });
        run(BREACH - 6, LENGTH, 9, (month) => {
          now = month;
          pictures.forEach((picture) => picture.redraw());
        }, () => {
          const backs = rows.map((row) => (row && row.fall_days != null && row.back_ended ? row.back_days : Infinity));
          const best = Math.min(...backs);
          rows.forEach((row, i) => {
            const cost = Math.round(all[i].last.cost_repair ?? 0);
            const text = !row ? say("said.nobody") : row.fall_days == null ? say("repair.unseen") : say(row.back_ended ? "repair.back" : "repair.not_back", { time: duration(row.back_days) });
            cards[i].querySelector(".outcome").replaceChildren(h("b", {}, text), h("br"), h("span", { class: "muted" }, count(cost, "repair.cost")));
            if (backs[i] === best && best < Infinity) cards[i].querySelector(".tags").append(h("span", { class: "tag first" }, say("repair.first")));
          });
          const slots = { bet: repairTitle(state.bet), first: best < Infinity ? repairTitle(backs.indexOf(best)) : "" };
          const several = backs.filter((back) => back === best).length > 1;
          const text = rows.every((row) => row && row.fall_days == null) ? say("repair.no_fall")
            : best === Infinity ? say("repair.nobody", { time: duration((LENGTH - BREACH) * MONTH) })
            : say("repair." + (backs[state.bet] === best ? (several ? "tie_hit" : "hit") : several ? "tie" : "won"), slots);
          result.replaceChildren(h("span", { class: "rise" }, text + " " + say("repair.one_luck")));
          announce(text);
        });
      }), (why) => failed(deck, why));
    }
    return [heading(playing ? "repair.played" : "repair.title", playing && h("p", { class: "clock" }, say("gear.faster"))), h("p", { class: "sub" }, playing ? capital(say("chart.of100", { whom: whom() })) : say("repair.sub", { breach: lower(breachTitle()) })), deck, h("div", { class: "row base" }, playing ? button("bets", say("repair.rebet"), () => set({ played: false })) : play, result)];
  },

  // The same breach a second time.
  again() {
    if (state.breach == null || !predicted()) return [heading("again.title"), locked(predicted() ? "back.locked" : "horse.locked", predicted() ? 3 : 2, predicted() ? "back.to_breach" : "horse.predict")];
    if (engine === null) return [heading("again.title"), h("p", { class: "note", id: "stored" }, say("frame.needs_engine"))];
    const repair = state.bet ?? 0;
    const box = h("div", { class: "grow flow" }, waiting());
    const words = h("div", { class: "said", id: "result" });
    const base = h("div", { class: "row base" + (state.again == null ? "" : " told") });
    const press = (yes) => ({ "aria-pressed": String(state.again === yes) });
    Promise.all([story(choice({ repair })), state.again && story(choice({ repair, again: true }))]).then(current(box, ([once, twice]) => {
      const shown = twice || once;
      const own = points(shown, shares(shown));
      const lines = twice
        ? [{ name: say("chart.once"), kind: "twin", points: points(once, shares(once), AGAIN - 0.1) }, { name: say("chart.twice"), kind: "main", points: own }]
        : [{ name: say("chart.this"), kind: "main", points: own }];
      let now = 0;
      const picture = chart({ lines, rules: twice ? [BREACH, AGAIN] : [BREACH], belgium: referent() === "leader", until: () => now, label: capital(say("chart.of100", { whom: whom() })) + " " + summary(own) });
      box.replaceChildren(picture, legend(lines));
      const end = state.again == null ? AGAIN - 0.1 : LENGTH;
      const values = shares(shown);
      const fall = (day) => [at(shown, values, day - 1), lowest(shown, values, day, day + 60)].map(said);
      run(state.again == null ? AGAIN - 0.1 : AGAIN, end, 3, (month) => {
        now = month;
        picture.redraw();
      }, () => {
        const [a, b] = fall(BREACH_DAY);
        const [c, d] = fall(AGAIN_DAY);
        const last = (answer) => said(at(answer, shares(answer), Infinity));
        const told = state.again == null ? [] : twice ? [say("again.falls", { a, b, c, d }), ...roads(twice), say("again.end", { a: last(twice), b: last(once), whom: whom() })] : [say("again.once", { a, b, c: last(once) })];
        words.replaceChildren(...told.map((text) => h("p", { class: "rise" }, text)));
        announce(told.join(" "));
      });
      base.replaceChildren(words, numbers([lines.at(-1), ...lines.slice(0, -1)], 0, end));
    }), (why) => failed(box, why));
    return [heading("again.title"), h("p", { class: "sub" }, say("again.sub", { repair: repairTitle(repair) }), " ", h("b", {}, capital(say("chart.of100", { whom: whom() })))),
      h("div", { class: "row" }, button("again-yes", say("again.yes"), () => set({ again: true }), { ...press(true), class: state.again == null ? "big" : "" }), button("again-no", say("again.no"), () => set({ again: false }), { ...press(false), class: state.again == null ? "big" : "" })), box, base];
  },

  // Fifty other lucks, and what they hang on.
  rigged() {
    if (state.breach == null || !predicted()) return [heading("rigged.title"), locked(predicted() ? "back.locked" : "horse.locked", predicted() ? 3 : 2, predicted() ? "back.to_breach" : "horse.predict")];
    if (engine === null) return [heading("rigged.title"), h("p", { class: "note", id: "stored" }, say("frame.needs_engine"))];
    const switches = data.switches.map((one, i) => h("button", { type: "button", class: "switch", role: "switch", id: "switch-" + one.key, "aria-checked": String(!state.off.includes(one.key)), on: { click: () => flip(i) } },
      h("i"), h("span", {}, h("b", {}, h("span", { class: "n" }, number(i + 1) + " "), say(`switch.${one.key}.title`))), h("small", {}, say(`switch.${one.key}.text`))));
    const counter = h("p", { class: "clock", id: "counter" });
    const dots = h("div", { class: "chart", role: "img", id: "dots" });
    const result = h("div", { class: "said", id: "result" });
    const play = button("play", say("rigged.play", { n: number(data.lucks) }), () => set({ lucks: true }), { class: "big" });
    if (!state.lucks) result.append(h("p", {}, play));
    engine?.stop("lucks");
    let found = [];
    const middle = (rows) => rows.map((row) => row.wait).sort((a, b) => a - b)[Math.floor((rows.length - 1) / 2)];
    const draw = () => dotPlot(dots, found, lucksAsIs.get(luckKey([])));
    dots.redraw = drawn(dots, draw);
    if (state.lucks) {
      const off = state.off.slice();
      const finish = (rows) => {
        const visible = rows.filter((row) => !row.unseen);
        const never = visible.filter((row) => row.wait === Infinity).length;
        const soon = visible.filter((row) => row.wait <= 130).length;
        const unseen = rows.length - visible.length;
        const told = [say("rigged.result", { c: number(never), k: number(soon), all: number(rows.length) })];
        if (unseen) told.push(say("rigged.unseen_too", { n: number(unseen) }));
        if (visible.length) told.push(middle(visible) === Infinity ? say("rigged.middle_never") : say("rigged.middle", { time: duration(middle(visible)) }));
        if (!off.length && visible.length) lucksAsIs.set(luckKey([]), middle(visible));
        const before = lucksAsIs.get(luckKey([]));
        if (off.length && before != null) told.push(say("rigged.as_it_is", { time: before === Infinity ? say("rigged.never") : duration(before) }));
        dots.setAttribute("aria-label", say("rigged.picture", { n: number(rows.length), result: told.join(" ") }));
        result.replaceChildren(h("p", {}, told.join(" ")));
        draw();
        announce(told.join(" "));
      };
      const known = lucksKnown.get(luckKey(off));
      const tell = () => counter.replaceChildren(say("rigged.count", { n: number(found.length), all: number(data.lucks) }));
      if (known) {
        found = known;
        tell();
        requestAnimationFrame(current(dots, () => finish(found)));
      } else {
        tell();
        const text = scenario(choice({ off, record: "monthly", twin: false }));
        const key = luckKey(off);
        const who = referent();
        for (let i = 1; i <= data.lucks; i++) {
          ask({ ask: "live", text, life: state.life + i, measures: [] }, { group: "lucks", key: i }).then(current(dots, (answer) => {
            const row = answer.recovery.find((row) => row.event === "breach" && row.referent === who);
            found.push({ unseen: !row || row.fall_days == null, wait: row && row.fall_days != null && row.back_ended ? row.back_days : Infinity });
            tell();
            draw();
            if (found.length === data.lucks) {
              lucksKnown.set(key, found);
              finish(found);
            }
          }), (why) => failed(result, why));
        }
      }
    }
    return [heading("rigged.title", counter), h("p", { class: "sub" }, say("rigged.sub", { breach: breachTitle() })),
      h("div", { class: "switches" }, switches), h("div", { class: "grow flow" }, dots, h("p", { class: "muted" }, say("rigged.axis"))), result, h("p", { class: "fine" }, say("rigged.put_in"))];
  },

  // What is taken home.
  monday() {
    const box = h("div", { class: "said", id: "happened" }, state.breach == null ? h("p", {}, say("monday.no_breach")) : waiting());
    const guess = prediction().at;
    const [sheet, sheetHappened, sheetChart] = handout();
    body.append(sheet);
    if (state.breach != null) {
      story(choice()).then(current(box, (answer) => {
        if (!answer) return box.replaceChildren(h("p", {}, say("frame.stored")));
        const card = breachOf(state.breach);
        const told = [say("monday.breach", { breach: lower(breachTitle()), n: number(100 * card.severity) }), ...sentences(answer)];
        box.replaceChildren(...told.slice(1).map((text) => h("p", {}, text)), ...[verdict(answer)].filter(Boolean).map((text) => h("p", { class: "you" }, text)));
        if (verdict(answer)) sheet.querySelector(".room").textContent = verdict(answer);
        sheetHappened.replaceChildren(...[...told, ...beside(answer)].map((text) => h("p", {}, text)));
        const lines = [
          { name: say("chart.twin"), kind: "twin", points: points(answer, answer.twin.series["share_trusting_" + referent()], BREACH - 0.1) },
          { name: say("chart.this"), kind: "main", points: points(answer, shares(answer)) },
        ];
        const picture = chart({ lines, rules: [BREACH], belgium: referent() === "leader", size: [640, 190], label: capital(say("chart.of100", { whom: whom() })) + " " + summary(lines[1].points) });
        sheetChart.replaceChildren(h("p", {}, capital(say("chart.of100", { whom: whom() }))), picture);
      }), (why) => failed(box, why));
    }
    const latest = state.acts.at(-1);
    const chips = [...Array(10).keys()].map((i) => button("act-" + i, say(`act.${i}.title`), () => choose(i), { "aria-pressed": String(state.acts.includes(i)) }));
    return [heading("monday.title"), h("div", { class: "cols even grow monday" },
      h("div", { class: "side" },
        h("div", {}, h("h2", {}, say("monday.predicted")), h("p", { id: "predicted" }, guess == null ? say("monday.no_prediction") : capital(predictionSaid(guess)) + ".")),
        h("div", {}, h("h2", {}, say("monday.happened")), box)),
      h("div", { class: "side" }, h("h2", {}, say("monday.acts")), h("div", { class: "acts" }, chips), h("p", { class: "acts-line", "aria-live": "polite" }, latest == null ? h("span", { class: "muted" }, say("acts.source")) : [h("b", {}, say(`act.${latest}.title`)), ": " + say(`act.${latest}.text`)]))),
      h("div", { class: "row" }, h("p", { class: "fine grow" }, say("monday.limits")), button("print", say("monday.print"), () => print(), { class: "big" }))];
  },
};

const lucksKnown = new Map();
const lucksAsIs = new Map();
const luckKey = (off) => [state.life, state.breach, ...off.slice().sort()].join();

function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
function severityBar(severity) {
  const fill = h("i");
  fill.style.width = 100 * severity + "%";
  return h("span", { class: "bar", "aria-hidden": "true" }, fill);
}

// Building, the fall and coming back as three bars on one scale; the fall is at least one pixel.
function road(row, until) {
  const box = h("div", { class: "road", role: "img", id: "road" });
  const parts = !row || row.fall_days == null ? [] : [
    ["build", row.build_days, row.build_ended ? "" : "road.least", "var(--ink)"],
    ["fall", row.fall_days, "", "var(--warm)"],
    ["back", row.back_days, row.back_ended ? "" : "road.not_back", "var(--blue)"],
  ];
  const end = (days, open) => (open ? say(open, { time: duration(days) }) : duration(days));
  box.setAttribute("aria-label", say("road.title") + ": " + (parts.length ? parts.map(([name, days, open]) => say("road." + name) + " " + end(days, open)).join(", ") : say("road.none")));
  const draw = () => {
    const width = box.clientWidth;
    const font = parseFloat(getComputedStyle(body).fontSize);
    if (!width) return;
    const line = 2.35 * font;
    const svg = s("svg", { width, height: line * 3, viewBox: `0 0 ${width} ${line * 3}`, "aria-hidden": "true" });
    const most = Math.max(...parts.map(([, days]) => days), 1);
    const since = (until() - BREACH) * MONTH;
    parts.forEach(([name, days, open, colour], i) => {
      const grown = name === "build" ? days : Math.min(days, Math.max(0, since));
      const done = grown >= days - 0.5;
      const top = i * line;
      svg.append(s("text", { x: 0, y: top + font * 0.85, "font-size": font }, say("road." + name)));
      const text = s("text", { x: width, y: top + font * 0.85, "font-size": font, "text-anchor": "end", "font-weight": 700 }, done ? end(days, open) : "…");
      const wide = Math.max(1, (grown / most) * width);
      svg.append(text, s("rect", { x: 0, y: top + font * 1.15, width: wide, height: font * 0.7, fill: colour, "data-testid": "road-" + name, "data-days": days }));
      if (open && done) svg.append(s("path", { d: `M${wide - font * 0.2} ${top + font * 0.95}l${font * 0.55} ${font * 0.55}l${-font * 0.55} ${font * 0.55}Z`, fill: colour }));
    });
    box.replaceChildren(h("h2", { class: "muted" }, say("road.title")), parts.length ? svg : h("p", {}, say("road.none")));
  };
  box.redraw = drawn(box, draw);
  return box;
}

// Each luck as a dot above the months until trust was back.
function dotPlot(box, rows, before) {
  const { clientWidth: width, clientHeight: height } = box;
  if (!width || !height) return;
  const unit = rem();
  const font = parseFloat(getComputedStyle(body).fontSize);
  const months = LENGTH - BREACH;
  const neverWide = Math.max(8.2 * font, width * 0.2);
  const right = width - neverWide;
  const base = height - 1.7 * font;
  const x = (month) => 0.6 * font + (month / months) * (right - 1.6 * font);
  const bins = Math.floor((right - 2 * font) / (1.15 * unit));
  const size = (right - 1.6 * font) / bins;
  const svg = s("svg", { width, height, viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" });
  svg.append(s("line", { x1: 0, x2: width, y1: base, y2: base, stroke: "var(--line)", "stroke-width": unit / 8 }));
  for (const month of [0, 6, 12, 18, 24, 30, 36]) {
    if (width < 30 * font && month % 12) continue;
    svg.append(s("text", { x: x(month), y: height - 0.3 * font, "font-size": font, "text-anchor": month ? "middle" : "start" }, number(month)));
  }
  svg.append(s("line", { x1: right, x2: right, y1: 0, y2: base, stroke: "var(--line)", "stroke-width": unit / 8, "stroke-dasharray": unit / 3 }));
  svg.append(s("text", { x: width, y: height - 0.3 * font, "font-size": font, "text-anchor": "end" }, say(rows.some((row) => row.unseen) ? "rigged.unseen" : "rigged.never")));
  const piles = new Map();
  const placed = rows.map((row) => {
    const pile = row.wait === Infinity ? (row.unseen ? "unseen" : "never") : Math.min(bins - 1, Math.floor((row.wait / MONTH / months) * bins));
    const up = piles.get(pile) ?? 0;
    piles.set(pile, up + 1);
    return { pile, up };
  });
  const most = Math.max(1, ...[...piles].filter(([pile]) => typeof pile === "number").map(([, n]) => n));
  const step = Math.min(size, (base - size) / most);
  const columns = Math.max(1, Math.floor((neverWide - font) / size));
  for (const { pile, up } of placed) {
    const [cx, cy] = typeof pile === "number"
      ? [0.6 * font + (pile + 0.5) * size, base - (up + 0.6) * step]
      : [right + font * 0.8 + ((up % columns) + 0.5) * size, base - (Math.floor(up / columns) + 0.6) * size];
    svg.append(s("circle", { cx, cy, r: size * 0.42, fill: pile === "unseen" ? "none" : typeof pile === "number" ? "var(--blue)" : "var(--warm)", stroke: pile === "unseen" ? "var(--muted)" : "none", "stroke-width": 2, "data-testid": "dot" }));
  }
  if (before != null && before !== Infinity && state.off.length) svg.append(s("line", { x1: x(before / MONTH), x2: x(before / MONTH), y1: 0, y2: base, stroke: "var(--ink)", "stroke-width": unit / 6, "stroke-dasharray": `${unit / 2} ${unit / 3}` }));
  box.replaceChildren(svg);
}

// One sheet of paper.
function handout() {
  const guess = prediction().at;
  const happened = h("div", {}, h("p", {}, say(state.breach == null ? "monday.no_breach" : "frame.running")));
  const picture = h("div");
  const acts = [0, 1, 2].map((i) => state.acts[i]);
  const sheet = h("article", { class: "sheet", lang: state.lang }, h("h1", {}, say("title")),
    h("section", {}, h("h2", {}, say("monday.predicted")), h("p", {}, state.shown ? say("monday.guess", { n: number(state.guess), m: number(SURVEY.trust, 1) }) : say("monday.no_guess")), h("p", { class: "room" }, guess == null ? say("monday.no_prediction") : say("room.expected", { said: predictionSaid(guess) }))),
    h("section", {}, h("h2", {}, say("monday.happened")), happened, picture),
    h("section", {}, h("h2", {}, say("monday.acts_print")), h("ol", {}, acts.map((act, i) => h("li", {}, h("b", {}, number(i + 1) + ". " + (act == null ? "…" : say(`act.${act}.title`))), act == null ? "" : ": " + say(`act.${act}.text`), h("span", { class: "line" }, say("monday.who")))))),
    h("div", { class: "end" }, h("p", {}, say("monday.quote")), h("p", {}, say("monday.limits") + " " + say("acts.source")), h("p", {}, say("cold.source")), h("p", {}, say("frame.seed", { version: data.version, seed: SEED, luck: state.life }))));
  return [sheet, happened, picture];
}

// ---- what can be done

function pick(i) {
  set({ pick: i, hands: [0, 0, 0, 0, 0] });
  announce(say("predict.room", { said: predictionSaid(i) }));
}
function breakIt(i) {
  if (!predicted() || (engine === null && i > 0)) return;
  set({ breach: i, played: false, again: null, lucks: false });
}
function flip(i) {
  const { key } = data.switches[i];
  set({ off: state.off.includes(key) ? state.off.filter((one) => one !== key) : [...state.off, key] });
}
function choose(i) {
  set({ acts: state.acts.includes(i) ? state.acts.filter((one) => one !== i) : [...state.acts, i].slice(-3) });
}
function luck(other) {
  engine?.stop("main");
  engine?.stop("lucks");
  answers = new Map();
  if (other) state.life += 1;
  else lucksKnown.clear();
  write();
  render();
  announce(say(other ? "frame.said.other" : "frame.said.same", { n: number(state.life) }));
}
function language() {
  set({ lang: state.lang === "nl" ? "en" : "nl" });
}
function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => {});
}
const black = h("div", { hidden: true, id: "black", on: { click: () => blacken(false) } });
black.id = "black";
function blacken(on = black.hidden) {
  black.hidden = !on;
  body.dataset.black = String(on);
}
function digit(n) {
  const step = STEPS[state.step];
  const i = n - 1;
  if (step === "predict" && i < 5) pick(i);
  else if (step === "horse" && i < 5 && predicted() && state.breach == null) breakIt(i);
  else if (step === "repair" && i < 5 && state.breach != null && !state.played) set({ bet: i, again: null });
  else if (step === "again" && i < 2 && state.breach != null) set({ again: i === 0 });
  else if (step === "rigged" && i < data.switches.length && state.breach != null) flip(i);
  else if (step === "monday") choose((n + 9) % 10);
  else return false;
  return true;
}

// ---- the frame

let panel = null;
function open(which, build) {
  const was = panel?.dataset.which;
  panel?.remove();
  panel = null;
  if (was === which) return;
  panel = h("aside", { class: "panel", id: which, tabindex: "-1", "aria-label": say("frame." + which) }, build(), h("p", {}, button("close", say("frame.close"), () => open(which))));
  panel.dataset.which = which;
  body.append(panel);
  panel.focus();
}
const notes = () => open("notes", () => [h("h2", {}, say("step." + state.step)), say("note." + state.step).split(" · ").map((line) => h("p", {}, line))]);
const keys = () => open("keys", () => {
  const rows = [["← →  PageUp PageDown", "move"], ["1 – 5", "digits"], [".  B", "black"], ["F", "full"], ["R", "same"], ["S", "other"], ["N", "notes"], ["L", "language"], ["?", "keys"]];
  return [h("table", {}, h("tbody", {}, rows.map(([key, what]) => h("tr", {}, h("th", { scope: "row" }, h("kbd", {}, key)), h("td", {}, say("key." + what)))))),
    h("p", { class: "row" }, button("full", say("frame.full"), fullScreen), button("dark", say("frame.black"), () => blacken()), button("copy", say("frame.copy"), () => navigator.clipboard?.writeText(location.href).then(() => announce(say("frame.copied")), () => {}))),
    h("p", { class: "fine" }, say("frame.seed", { version: data.version, seed: SEED, luck: state.life }))];
});

function heading(key, ...more) {
  return headingText(say(key), ...more);
}
function headingText(text, ...more) {
  return h("header", {}, h("h1", { tabindex: "-1" }, text), ...more);
}

const head = h("header", { class: "top" });
const foot = h("nav", { class: "foot" });
const section = h("section", { class: "step" });
stage.append(section);
stage.before(head);
stage.after(foot);
body.append(live, black);

function frame() {
  document.documentElement.lang = state.lang;
  document.title = say("title");
  head.replaceChildren(h("span", { class: "name" }, say("title")),
    state.step > 0 && state.step < 8 ? h("span", { id: "luck" }, say("frame.luck", { n: number(state.life) })) : "",
    ...(state.step > 0 && state.step < 8 ? [button("same", "R", () => luck(false), { title: say("frame.same"), "aria-label": say("frame.same") }), button("other", "S", () => luck(true), { title: say("frame.other"), "aria-label": say("frame.other") })] : []),
    button("notes-button", say("frame.notes"), notes), button("keys-button", "?", keys, { "aria-label": say("frame.keys") }),
    button("language", state.lang === "nl" ? "English" : "Nederlands", language, { lang: state.lang === "nl" ? "en" : "nl" }));
  foot.setAttribute("aria-label", say("frame.steps"));
  foot.replaceChildren(button("previous", "← " + say("frame.previous"), () => go(state.step - 1), { class: "go", disabled: state.step === 0 }),
    h("ol", {}, STEPS.map((_, i) => h("li", {}, h("button", { type: "button", id: "step-" + i, "aria-current": i === state.step ? "step" : null, "aria-label": `${number(i + 1)}. ${say("step." + i)}`, on: { click: () => go(i) } }, number(i + 1), h("span", {}, " " + say("step." + i)))))),
    button("next", say("frame.next") + " →", () => go(state.step + 1), { class: "go", disabled: state.step === STEPS.length - 1 }));
  Object.assign(body.dataset, { step: state.step, life: state.life, breach: state.breach == null ? "" : breachOf(state.breach).key, lang: state.lang, seed: SEED });
}

function render() {
  const focused = document.activeElement?.dataset?.testid;
  stopTime();
  drawings.clear();
  document.querySelector(".sheet")?.remove();
  frame();
  section.replaceChildren(...show[STEPS[state.step]]().flat(Infinity).filter(Boolean));
  section.dataset.step = STEPS[state.step];
  if (focused) document.querySelector(`[data-testid="${focused}"]`)?.focus({ preventScroll: true });
  if (panel?.dataset.which === "notes") { panel.remove(); panel = null; notes(); }
  remember();
}
// What the tests compare: the digest of the story that is on the stage.
function remember() {
  body.dataset.digest = "";
  if (state.breach == null || !predicted()) return;
  const asked = story(choice());
  asked.then((answer) => answer && asked === story(choice()) && (body.dataset.digest = answer.digest ?? "stored"), () => {});
}

function go(step) {
  if (step < 0 || step >= STEPS.length || step === state.step) return;
  engine?.stop("lucks");
  state.step = step;
  write();
  render();
  section.querySelector("h1")?.focus({ preventScroll: true });
  scrollTo(0, 0);
  announce(say("step." + step));
  ahead();
}
// What will be asked soon is lived while the room talks.
function ahead() {
  if (!engine) return;
  if (state.breach != null) {
    if (STEPS[state.step] === "back") data.repairs.forEach((_, repair) => story(choice({ repair }), { first: false }).catch(() => {}));
    return;
  }
  if (STEPS[state.step] === "foot" || STEPS[state.step] === "predict") data.breaches.forEach((_, i) => story({ breach: i }, { first: false }).catch(() => {}));
}

// ---- the address

function write() {
  const { hands } = state;
  const told = { s: state.step, lang: state.lang, luck: state.life, g: state.guess, a: state.shown ? 1 : null, p: state.pick, h: hands.some(Boolean) ? hands.join(".") : null, b: state.breach == null ? null : breachOf(state.breach).key, r: state.bet == null ? null : data.repairs[state.bet].key, five: state.played ? 1 : null, again: state.again == null ? null : state.again ? "yes" : "no", off: state.off.join(".") || null, fifty: state.lucks ? 1 : null, acts: state.acts.join(".") || null };
  const hash = Object.entries(told).filter(([, value]) => value != null).map(([key, value]) => key + "=" + value).join("&");
  try {
    history.replaceState(null, "", "#" + hash);
  } catch {
    // Some browsers allow only so many changes a minute; the next one brings the address up to date.
  }
}
function restore() {
  const told = new URLSearchParams(location.hash.slice(1));
  const whole = (key, least, most) => {
    const n = told.has(key) ? Number(told.get(key)) : NaN;
    return Number.isInteger(n) && n >= least && n <= most ? n : null;
  };
  const list = (key) => (told.get(key) || "").split(".").filter(Boolean);
  const place = (cards, key) => {
    const found = cards.findIndex((card) => card.key === told.get(key));
    return found < 0 ? null : found;
  };
  const hands = list("h").map(Number);
  Object.assign(state, {
    step: whole("s", 0, STEPS.length - 1) ?? 0, lang: told.get("lang") in data.words ? told.get("lang") : data.language, life: whole("luck", 0, 1e6) ?? 0, guess: whole("g", 0, 100) ?? 50, shown: told.get("a") === "1", pick: whole("p", 0, 4),
    hands: hands.length === 5 && hands.every((n) => Number.isInteger(n) && n >= 0 && n < 1000) ? hands : [0, 0, 0, 0, 0],
    breach: place(data.breaches, "b"), bet: place(data.repairs, "r"), played: told.get("five") === "1", again: told.has("again") ? told.get("again") === "yes" : null,
    off: list("off").filter((key) => data.switches.some((one) => one.key === key)), lucks: told.get("fifty") === "1", acts: [...new Set(list("acts").map(Number))].filter((n) => Number.isInteger(n) && n >= 0 && n < 10).slice(0, 3),
  });
}
addEventListener("hashchange", () => {
  restore();
  render();
});

// ---- keys

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const typing = event.target.matches?.("input[type=number], input[type=text], textarea");
  const slider = event.target.matches?.("input[type=range]");
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const done = (act) => {
    event.preventDefault();
    act();
  };
  const fine = event.code.match(/^(?:Digit|Numpad)(\d)$/);
  if (!typing && (key === "." || key === "b")) return done(() => blacken());
  if (!black.hidden) {
    // Only these lift the black screen; a step forward or back on a clicker does too, and no more than that.
    if (["ArrowRight", "ArrowLeft", "PageDown", "PageUp", "Escape"].includes(key)) done(() => blacken(false));
    return;
  }
  if (key === "PageDown") return done(() => go(state.step + 1));
  if (key === "PageUp") return done(() => go(state.step - 1));
  if (typing) return;
  if (key === "ArrowRight" && !slider) return done(() => go(state.step + 1));
  if (key === "ArrowLeft" && !slider) return done(() => go(state.step - 1));
  if (fine) return void (digit(Number(fine[1])) && event.preventDefault());
  if (key === "Escape" && panel) return done(() => open(panel.dataset.which));
  if (key === "f") return done(fullScreen);
  if (key === "r") return done(() => luck(false));
  if (key === "s") return done(() => luck(true));
  if (key === "n") return done(notes);
  if (key === "l") return done(language);
  if (key === "?") return done(keys);
});

restore();
body.dataset.engine = "running";
render();
starting.then(() => ahead());
