// The workbench: levers on one side, what follows on the other. Every number comes out of an answer of the engine.
const { data } = onfoot;
const WHO = data.who.map((who) => who.key);
const SHOWN = data.measures.map((measure) => measure.key);
const ASKED = [...WHO.map((who) => "share_trusting_" + who), ...SHOWN.filter((key) => key !== "share_trusting")];
const COSTS = ["cost_repair", "cost_practice", "cost_replacement", "cost_control", "cost_transaction", "cost_theft", "cost_sick"];
const STAGES = [20, 200];
const MOST_POLICIES = 5;
const TRIED = 8;
const TILES = ["cost", "avoided", "won", "back", "share"].filter((tile) => tile !== "back" || data.breach);
const LIGHT = ["#0072b2", "#b34700", "#007a5a", "#a8457f", "#7a5c00"];
const DARK = ["#6cb8f0", "#ff9d5c", "#4fd1a5", "#e79cc2", "#e3c14b"];
const DASHES = [[], [10, 4], [3, 3], [12, 3, 3, 3], [6, 6]];
const night = matchMedia("(prefers-color-scheme: dark)");
const stage = document.getElementById("stage");
const clone = (value) => JSON.parse(JSON.stringify(value));
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const finite = (value) => value != null && Number.isFinite(value);

// Words and numbers.
let language = data.language;
const say = (key, slots = {}) => {
  const text = data.words[language][key];
  if (text === undefined) throw new Error("no words for " + key);
  return text.replace(/\{(\w+)\}/g, (whole, slot) => slots[slot] ?? whole);
};
const inBoth = (text) => text[language];
const locale = () => (language === "nl" ? "nl-BE" : "en-GB");
const formats = new Map();
function number(value, decimals = 0, sign = false) {
  if (!finite(value)) return "–";
  const key = locale() + decimals + sign;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: sign ? "exceptZero" : "negative" }));
  return formats.get(key).format(value).replace("-", "−");
}
const percent = (share, decimals = 0) => (finite(share) ? number(share * 100, decimals) + (language === "nl" ? "\u00a0%" : "%") : "–");
const range = (low, high, form) => say("range", { low: form(low), high: form(high) });
const plural = (key, n, shown = number(n)) => say(key + (n === 1 ? ".one" : ".many"), { n: shown });
// How long the scenario lasts, in words.
function length() {
  const years = data.days / data.year;
  const whole = Math.abs(years - Math.round(years)) < 0.02;
  return plural("years", whole ? Math.round(years) : years, number(years, whole ? 0 : 1));
}
// A number as people type it: either mark may be the decimal one, unless it parts thousands as this language does.
function read(text) {
  const plain = text.trim().replace(/\s|%/g, "").replace("−", "-");
  const grouped = language === "nl" ? /^-?\d{1,3}(\.\d{3})+(,\d+)?$/ : /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;
  return Number((grouped.test(plain) ? plain.replaceAll(language === "nl" ? "." : ",", "") : plain).replace(",", ".") || NaN);
}

function h(tag, attributes = {}, ...children) {
  const made = tag.includes(":") ? document.createElementNS("http://www.w3.org/2000/svg", tag.slice(4)) : document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value == null || (value === false && !key.startsWith("aria-"))) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (key === "test") made.dataset.testid = value;
    else made.setAttribute(key, value === true && !key.startsWith("aria-") ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child != null && child !== false));
  return made;
}
const find = (test) => stage.querySelector(`[data-testid="${test}"]`);

// What the levers say: `p` practices, `c` conduct of leaders, `r` repairs are decisions; `v` the severity of the breach and `o` five
// numbers about the organisation describe it.
const FROM = data.from + 1;
const MEAN_SIZE = (data.organisation.min + data.organisation.max) / 2;
const HALF = (data.organisation.max - data.organisation.min) / 2;
const rounded = (value, decimals) => Number(value.toFixed(decimals));
const START = {
  p: Object.fromEntries(data.practices.map((practice) => [practice.key, practice.level])),
  c: 0,
  r: [],
  v: data.breach ? data.breach.severity : null,
  o: {
    people: Math.round(data.organisation.teams * MEAN_SIZE),
    size: MEAN_SIZE,
    quit: rounded(data.organisation.usual_quit * Math.exp(data.organisation.base - data.organisation.usual_base) * 100, 1),
    other: rounded(data.organisation.involuntary * 100, 1),
    vacant: data.organisation.vacancy_weeks,
  },
};
const decided = (state) => ({ p: state.p, c: state.c, r: state.r });
const nothing = (state) => ({ ...clone(state), p: START.p, c: 0, r: [] });
const isNothing = (state) => same(decided(state), decided(START));

let state = clone(START);
let past = [];
let future = [];
let policies = [];
let worth = null;
let who = data.referent;

// The scenario of a state: its text, and keys that are set as by `--set`.
const practicesToml = (levels) => "{ " + data.practices.map(({ key }) => `${key} = ${levels[key].toFixed(3)}`).join(", ") + " }";
const practicesEvent = (levels) => `\n[[event]]\nid = "policy-practices"\nwhat = "practice"\nday = ${FROM}\nset = ${practicesToml(levels)}\n`;
const conductEvent = (change) => `\n[[event]]\nid = "policy-conduct"\nwhat = "conduct"\nby = "leader"\nday = ${FROM}\nchange = ${change.toFixed(3)}\n`;
const repairBlock = (repair) =>
  `\n[[repair]]\nid = "${repair.what}"\nwhat = "${repair.what}"\nafter = "${data.breach.id}"\ndelay = ${repair.delay}\nduration = ${repair.duration}\nsincerity = ${repair.sincerity.toFixed(3)}\n`;
function written(of) {
  let text = data.base;
  if (!same(of.p, START.p)) text += practicesEvent(of.p);
  if (of.c !== 0) text += conductEvent(of.c);
  for (const repair of [...of.r].sort((one, other) => (one.what < other.what ? -1 : 1))) text += repairBlock(repair);
  return text;
}
function settings(of) {
  const set = [];
  const { o } = of;
  if (o.people !== START.o.people || o.size !== START.o.size) set.push(`organisation.teams=${Math.max(1, Math.round(o.people / o.size))}`);
  if (o.size !== START.o.size) set.push(`organisation.team_size={ min = ${Math.max(2, Math.round(o.size - HALF))}, max = ${Math.max(2, Math.round(o.size + HALF))} }`);
  if (o.quit !== START.o.quit) set.push(`turnover.base=${(data.organisation.usual_base + Math.log(o.quit / 100 / data.organisation.usual_quit)).toFixed(4)}`);
  if (o.other !== START.o.other) set.push(`turnover.involuntary=${(o.other / 100).toFixed(4)}`);
  if (o.vacant !== START.o.vacant) set.push(`turnover.vacancy_weeks=${o.vacant.toFixed(1)}`);
  if (of.v !== START.v) set.push(`event.${data.breach.id}.severity=${of.v.toFixed(3)}`);
  return set;
}
const scenario = (of) => ({ text: written(of), set: settings(of) });

// Lives that were lived, by scenario and number. The first life of the baseline has its twin beside it.
const MOST_KEPT = 16;
const store = new Map();
let engine = null;
let running = 0;
function shelf(of) {
  const asked = scenario(of);
  const key = JSON.stringify([asked.set, asked.text.slice(data.base.length)]);
  let kept = store.get(key);
  if (kept) store.delete(key);
  else kept = { key, asked, lives: [], bands: new Map(), asking: new Map() };
  store.set(key, kept);
  if (store.size > MOST_KEPT) {
    const wanted = new Set(policies.map((policy) => policyKey(policy)));
    for (const old of store.keys()) if (!wanted.has(old) && old !== key) { store.delete(old); break; }
  }
  return kept;
}
const policyKey = (policy) => { const asked = scenario({ ...state, ...policy.state }); return JSON.stringify([asked.set, asked.text.slice(data.base.length)]); };
const count = (kept) => { let n = 0; while (kept.lives[n]) n++; return n; };
// The first worker lives what the finger waits for, and nothing longer; the others share the rest by number.
const lane = (life) => (engine.lanes.length === 1 ? 0 : 1 + (life % (engine.lanes.length - 1)));

class Refused extends Error {}
async function ask(request, options) {
  running++;
  document.body.dataset.engine = "running";
  try {
    const answer = await engine.ask(request, options);
    if (answer.faults?.length) throw new Refused(answer.faults.map((fault) => fault.text).join(" "));
    return answer;
  } finally {
    running--;
    if (!running) document.body.dataset.engine = "idle";
  }
}

function live(kept, life, { group = "back", first = false, twin = false, key = lane(life) } = {}) {
  if (kept.lives[life]) return kept.lives[life];
  if (kept.asking.has(life)) return kept.asking.get(life).answer;
  const set = twin ? kept.asked.set : [...kept.asked.set, "run.twin=false"];
  const asked = { group };
  asked.answer = ask({ ask: "live", text: kept.asked.text, set, life, measures: ASKED }, { group, key, first })
    .then((answer) => {
      kept.lives[life] = lived(answer);
      if (life) delete kept.lives[life].last; // two hundred lives are many
      return kept.lives[life];
    })
    .finally(() => kept.asking.get(life) === asked && kept.asking.delete(life));
  kept.asking.set(life, asked);
  return asked.answer;
}
// The start of a life, as far as the time until the eye waits allows: the first curve follows the finger, the rest of it comes after.
const PATIENCE = 70;
let pace = null; // milliseconds a working day
let heads = true;
function head(kept) {
  const after = data.days - data.from;
  const days = pace == null ? data.year : Math.floor(PATIENCE / pace);
  if (!heads || days > 0.8 * after) return null;
  const length = data.from + Math.max(days, Math.round(data.year / 2));
  const surveys = data.surveys.filter((day) => day <= length);
  const set = [...kept.asked.set, "run.twin=false", `run.length=${length}`, `run.surveys=[${surveys.join(", ")}]`];
  return ask({ ask: "live", text: kept.asked.text, set, life: 0, measures: ASKED }, { group: "front", key: 0, first: true }).then((answer) => {
    const now = answer.took / (length - data.from);
    pace = pace == null ? now : (pace + now) / 2;
    return answer;
  }).catch((why) => {
    if (!(why instanceof Refused)) throw why;
    heads = false; // something is planned after it, so that the start alone is no scenario
    return null;
  });
}

// Calls off what is lived in the background.
function halt() {
  engine.stop("back");
  engine.stop("trial");
  for (const kept of store.values()) for (const [life, asked] of kept.asking) if (asked.group === "back") kept.asking.delete(life);
}

function lived(answer) {
  const left = (event) => event.day >= data.from && (event.event === "quit" || event.event === "involuntary_exit");
  const back = answer.recovery.find((one) => one.referent === data.referent && (!data.breach || one.event === data.breach.id)) ?? null;
  return {
    days: answer.days, series: answer.series, trust: answer.daily[data.referent], last: answer.last, people: answer.people,
    twin: answer.twin && { series: answer.twin.series }, output: answer.last.output_days,
    took: answer.took, leavers: answer.events.filter(left).length, costs: COSTS.map((cost) => answer.last[cost]), back,
  };
}

function quantile(sorted, share) {
  if (!sorted.length) return null;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  return sorted[below] + (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]) * (at - below);
}
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const ascending = (values) => values.filter(finite).sort((one, other) => one - other);

// The middle and the 10 to 90 % of the first lives, for one measure.
function band(kept, measure, n) {
  const key = measure + n;
  if (!kept.bands.has(key)) {
    const all = kept.lives.slice(0, n).map((life) => life.series[measure]);
    const made = { low: [], middle: [], high: [] };
    for (let at = 0; at < all[0].length; at++) {
      const values = ascending(all.map((one) => one[at]));
      made.middle.push(n === 1 ? all[0][at] : quantile(values, 0.5));
      made.low.push(n === 1 ? null : quantile(values, 0.1));
      made.high.push(n === 1 ? null : quantile(values, 0.9));
    }
    kept.bands.set(key, made);
  }
  return kept.bands.get(key);
}

// The middle of the first twins.
function twinBand(kept, measure, n) {
  const key = "twin" + measure + (n > 1);
  if (!kept.bands.has(key)) {
    const all = kept.lives.slice(0, n > 1 ? STAGES[0] : 1).filter((life) => life.twin).map((life) => life.twin.series[measure]);
    kept.bands.set(key, kept.lives[0].days.map((_, at) => (all.length ? quantile(ascending(all.map((one) => one[at])), 0.5) : null)));
  }
  return kept.bands.get(key);
}

// What is won, avoided and spent, life by life beside the same life in which nothing is done.
function beside(kept, base, n) {
  const all = [];
  for (let life = 0; life < n; life++) {
    const [own, other] = [kept.lives[life], base.lives[life]];
    let won = 0;
    const [here, there] = [own.trust, other.trust];
    for (let day = data.from; day < here.length; day++) if (here[day] != null && there[day] != null) won += here[day] - there[day];
    all.push({ cost: own.costs.reduce((sum, cost, at) => sum + cost - other.costs[at], 0), avoided: other.leavers - own.leavers, won });
  }
  return all;
}
function spread(values) {
  const sorted = ascending(values);
  return { mean: mean(sorted), low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}
// The median of months until trust was back, where it fell; a life that ended before counts as longer than was watched.
function months(kept, n) {
  const waits = kept.lives.slice(0, n).map((life) => life.back).filter((back) => back && finite(back.back_days));
  if (!waits.length) return null;
  const sorted = waits.map((back) => ({ days: back.back_days, ended: back.back_ended })).sort((one, other) => one.days - other.days || other.ended - one.ended);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return { months: middle.days / data.month, ended: middle.ended };
}
const monthsSaid = (wait) => (wait ? (wait.ended ? "" : "> ") + number(wait.months) : "–");

// What moves and what is drawn. Each move has a number; a curve carries the number of its move.
let generation = 0;
let drawn = -1;
let view = null;
const front = { busy: false, want: null };
let settle = 0;

function move({ at = performance.now(), rest = 160 } = {}) {
  generation++;
  if (!engine) return;
  halt();
  performance.mark("move-" + generation);
  front.want = { generation, state: clone(state), at };
  clearTimeout(settle);
  const mine = generation;
  settle = setTimeout(() => fill(mine), rest);
  pump();
}

async function pump() {
  if (front.busy || !front.want) return;
  const job = front.want;
  front.want = null;
  front.busy = true;
  try {
    const [base, now] = [shelf(nothing(job.state)), shelf(job.state)];
    await live(base, 0, { group: "front", first: true, twin: true, key: 0 });
    warm(base);
    const asked = now.lives[0] ? null : head(now);
    if (asked) whole(job, now, base);
    const start = await asked;
    if (start) {
      if (job.generation >= drawn && !now.lives[0]) begin(job, now, base, start);
    } else {
      await live(now, 0, { group: "front", first: true, twin: now === base, key: 0 });
      if (job.generation >= drawn) show(job, now, base);
    }
    refused("");
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) refused(why.message);
  }
  front.busy = false;
  pump();
}

// The second worker lives what was before the levers once, before anybody needs it.
const warmed = new Set();
function warm(base) {
  if (warmed.has(base.key) || lane(0) === 0) return;
  warmed.add(base.key);
  ask({ ask: "live", text: base.asked.text, set: [...base.asked.set, "run.twin=false"], life: 0, measures: [] }, { group: "warm", key: lane(0), first: true }).catch(() => warmed.delete(base.key));
}

// The whole life, on the worker beside that of its start; another move calls it off.
async function whole(job, now, base) {
  try {
    await live(now, 0, { first: true });
    if (job.generation === generation) show(job, now, base);
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) refused(why.message);
  }
}

// Bands of 20, then the policies that are compared, then 200: in the background, until the next move.
async function fill(mine) {
  const of = clone(state);
  const [base, now] = [shelf(nothing(of)), shelf(of)];
  const others = () => policies.map((policy) => shelf({ ...of, ...policy.state }));
  let last = 0;
  const tell = (force) => {
    if (mine !== generation || (!force && performance.now() - last < 400)) return;
    last = performance.now();
    show({ generation: mine, state: of }, now, base);
  };
  const until = async (shelves, n, told) => {
    const jobs = [];
    for (let life = 0; life < n; life++) for (const kept of new Set(shelves)) jobs.push(Promise.resolve(live(kept, life, { twin: kept === base && life < STAGES[0] })).then(() => told && tell(false)));
    const done = await Promise.allSettled(jobs);
    const failed = done.find((one) => one.status === "rejected");
    if (failed) throw failed.reason;
    if (mine !== generation) throw new onfoot.Stopped("back");
  };
  try {
    for (const n of STAGES) {
      await until([base, now], n, n > STAGES[0]);
      tell(true);
      if (n === STAGES[0]) for (const chart of charts) chart.grow();
      if (policies.length) {
        await until([base, ...others()], n, false);
        await rank();
      }
    }
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) refused(why.message);
  }
}

// Draws the start of a life, as far as it is lived.
function begin(job, now, base, start) {
  const all = base.lives[0].days.length;
  const series = Object.fromEntries(ASKED.map((key) => [key, Array.from({ length: all }, (_, at) => start.series[key][at] ?? null)]));
  drawn = job.generation;
  const part = { now: { lives: [{ ...base.lives[0], series }], bands: new Map() }, base, n: 1, generation: job.generation, same: false };
  view = { ...part, start: true };
  for (const chart of charts) chart.draw(view);
  document.body.dataset.replicates = 1;
  document.body.dataset.generation = job.generation;
  find("status").textContent = plural("replicates", 1);
  find("progress").value = 1;
  stage.querySelector(".tiles").classList.add("stale");
  timed(job);
}

function timed(job) {
  // Charts draw once the script is done: only then is the curve there.
  queueMicrotask(() => {
    performance.measure("lag-" + job.generation, { start: job.at, end: performance.now() });
    document.body.dataset.lag = (performance.now() - job.at).toFixed(1);
    job.at = 0;
  });
}

function show(job, now, base) {
  if (showing && job.generation === shownMove) return;
  const full = Math.min(count(now), count(base));
  const n = full >= STAGES[0] ? full : 1;
  view = { now, base, n, generation: job.generation, same: now === base };
  drawn = job.generation;
  for (const chart of charts) chart.draw(view);
  if (job.at) timed(job);
  document.body.dataset.replicates = n;
  document.body.dataset.generation = job.generation;
  outcomes();
}

function refused(why) {
  const place = find("refused");
  if (!place) return;
  place.hidden = !why;
  place.textContent = why ? say("refused", { why }) : "";
}

// Charts.
let charts = [];
const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
const tint = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, "0");
const blue = () => (night.matches ? DARK[0] : LIGHT[0]);

function chart(box, measure, height) {
  const key = () => (measure.per_referent ? measure.key + "_" + who : measure.key);
  const fixed = measure.key === "share_trusting";
  const form = (value) => (measure.share ? percent(value, 0) : number(value, 2));
  const output = box.parentElement.querySelector("output");
  let plot = null;
  let scale = fixed ? [0, 1] : null;
  let shown = null;
  let font = "13px system-ui, sans-serif";
  const lines = () => [
    { at: 1, name: say("line.twin"), colour: ink("twin") },
    { at: 4, name: say("line.nothing"), colour: ink("ink") },
    { at: 7, name: say("line.now"), colour: blue() },
  ];
  const letters = document.createElement("canvas").getContext("2d");
  letters.font = font;
  const room = () => (height < 200 || box.clientWidth < 520 ? 12 : Math.ceil(Math.max(...lines().map((line) => letters.measureText(line.name).width))) + 14);
  function label(u) {
    if (room() < 50) return;
    const one = devicePixelRatio;
    const ends = lines().map((line) => {
      const values = u.data[line.at];
      const end = values.findLastIndex((value) => value != null);
      return { ...line, y: end < 0 ? NaN : u.valToPos(values[end], "y", true) };
    }).filter((end) => isFinite(end.y) && !(view.same && end.at === 7)).sort((one, other) => one.y - other.y);
    ends.forEach((end, at) => { if (at) end.y = Math.max(end.y, ends[at - 1].y + 15 * one); });
    let floor = u.bbox.top + u.bbox.height + 4 * one;
    for (const end of ends.toReversed()) { end.y = Math.min(end.y, floor); floor = end.y - 15 * one; }
    u.ctx.save();
    u.ctx.font = one * 13 + "px system-ui, sans-serif";
    u.ctx.textBaseline = "middle";
    u.ctx.textAlign = "left";
    for (const end of ends) {
      u.ctx.fillStyle = end.colour;
      u.ctx.fillText(end.name, u.bbox.left + u.bbox.width + 6 * one, end.y);
    }
    u.ctx.restore();
  }
  function mark(u) {
    if (!data.breach && isNothing(state)) return;
    const one = devicePixelRatio;
    const x = Math.round(u.valToPos(data.from / data.year, "x", true));
    u.ctx.save();
    u.ctx.strokeStyle = ink("ink");
    u.ctx.lineWidth = one;
    u.ctx.beginPath();
    u.ctx.moveTo(x, u.bbox.top);
    u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
    u.ctx.stroke();
    if (height >= 200) {
      u.ctx.font = one * 13 + "px system-ui, sans-serif";
      u.ctx.fillStyle = ink("ink");
      u.ctx.textAlign = "left";
      u.ctx.fillText(say(data.breach ? "mark.breach" : "mark.from"), x, u.bbox.top - 6 * one);
    }
    u.ctx.restore();
  }
  function said(at) {
    if (at == null || !shown) return (output.textContent = "");
    const [years] = shown;
    const parts = lines().filter((line) => shown[line.at][at] != null && !(view.same && line.at === 7)).map((line) => line.name + " " + form(shown[line.at][at]));
    output.textContent = say("cursor", { when: number(years[at], 2), what: parts.join("; ") });
  }
  function columns(of) {
    const years = of.base.lives[0].days.map((day) => day / data.year);
    const twin = twinBand(of.base, key(), of.n);
    const [base, now] = [band(of.base, key(), of.n), band(of.now, key(), of.n)];
    const hide = (values) => (of.same ? values.map(() => null) : values);
    return [years, twin, base.low, base.high, base.middle, hide(now.low), hide(now.high), hide(now.middle)];
  }
  function fit(all, force) {
    if (fixed) return;
    const values = all.slice(1).flat().filter(finite);
    if (!values.length) return;
    const step = 0.05;
    let [low, high] = [Math.min(...values), Math.max(...values)];
    low = measure.share ? 0 : Math.max(0, Math.floor((low - 0.02) / step) * step);
    high = Math.min(measure.high ?? Infinity, Math.ceil((high + 0.02) / step) * step);
    if (!scale) scale = [low, Math.max(high, low + 0.1)];
    else if (force) scale = [Math.min(scale[0], low), Math.max(scale[1], high)];
  }
  const made = {
    measure, key,
    draw(of) {
      shown = columns(of);
      fit(shown, false);
      box.dataset.generation = of.generation;
      box.dataset.replicates = of.n;
      if (!plot) build();
      const wide = of.n > 1;
      plot.series[4].width = wide ? 2 : 1;
      plot.series[7].width = wide ? 2.75 : 1.5;
      plot.setData(shown, true);
      box.setAttribute("aria-label", summary(of));
    },
    // Axes grow when the lever is let go, and never otherwise.
    grow() {
      if (!shown || fixed) return;
      const before = String(scale);
      fit(shown, true);
      if (String(scale) !== before && plot) plot.setData(shown, true);
      box.dataset.scale = String(scale);
    },
    resize() { if (plot && box.clientWidth) plot.setSize({ width: box.clientWidth, height }); },
    dress() { if (plot) plot.redraw(false, true); },
    table() { return shown; },
    form,
  };
  function summary(of) {
    const last = (at) => { const values = shown[at]; return form(values[values.findLastIndex((value) => value != null)]); };
    const slots = { measure: title(), nothing: last(4), now: last(7), twin: last(1), years: length() };
    return say(of.same ? "summary.nothing" : "summary.both", slots);
  }
  const title = () => (measure.per_referent ? inBoth(measure.label) + ": " + inBoth(data.who.find((one) => one.key === who).label) : inBoth(measure.label));
  made.title = title;
  function build() {
    const grid = { stroke: () => ink("grid"), width: 1 };
    const none = { stroke: "transparent", width: 0, points: { show: false } };
    const small = height < 200;
    plot = new uPlot({
      width: Math.max(box.clientWidth, 180), height, padding: [small ? 8 : 24, room, 0, 0], legend: { show: false },
      series: [{}, { stroke: () => ink("twin"), width: 1.5, dash: [6, 3], points: { show: false } }, none, none, { stroke: () => ink("ink"), width: 2, points: { show: false } }, none, none, { stroke: blue, width: 2.75, points: { show: false } }],
      bands: [{ series: [3, 2], fill: () => tint(night.matches ? "#ffffff" : "#000000", 0.09) }, { series: [6, 5], fill: () => tint(blue(), 0.2) }],
      scales: { x: { time: false, range: [0, data.days / data.year] }, y: { range: () => scale ?? [0, 1] } },
      axes: [
        { stroke: () => ink("muted"), grid, ticks: grid, font, labelFont: font, label: small ? undefined : say("axis.years"), labelSize: 20, size: 26, values: (u, values) => values.map((value) => number(value, value % 1 ? 1 : 0)) },
        { stroke: () => ink("muted"), grid, ticks: grid, font, size: small ? 50 : 60, space: small ? 26 : 40, values: (u, values) => values.map((value) => form(value)) },
      ],
      cursor: { y: false, drag: { x: false, y: false } },
      plugins: [{ hooks: { drawAxes: mark, draw: label, setCursor: (u) => said(u.cursor.idx) } }],
    }, shown, box);
    box.dataset.scale = String(scale);
  }
  box.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (!by || !plot) return;
    event.preventDefault();
    const at = clamp((plot.cursor.idx ?? 0) + by, 0, shown[0].length - 1);
    plot.setCursor({ left: plot.valToPos(shown[0][at], "x"), top: 10 });
    said(at);
  });
  return made;
}
night.addEventListener("change", () => { charts.forEach((one) => one.dress()); compared && compare(); });
addEventListener("resize", () => charts.forEach((one) => one.resize()));

// What it comes to.
function outcomes() {
  if (view.start) return;
  stage.querySelector(".tiles").classList.remove("stale");
  const { now, base, n, same: none } = view;
  const people = mean(base.lives.slice(0, n).map((life) => life.people));
  const pairs = none ? [] : beside(now, base, n);
  const of = (pick) => (none ? null : spread(pairs.map(pick)));
  const [cost, avoided, won] = [of((pair) => pair.cost), of((pair) => pair.avoided), of((pair) => pair.won)];
  const put = (tile, big, small) => {
    find("tile-" + tile).querySelector("strong").textContent = big;
    find("tile-" + tile).querySelector("small").textContent = small;
  };
  const spreadSaid = (one, decimals) => (n > 1 ? range(one.low, one.high, (value) => number(value, decimals)) : say("one.replicate"));
  const numbers = (tile, one, decimals, absolute) => put(tile, one ? number(one.mean, decimals, true) : "0", one ? spreadSaid(one, decimals) : absolute);
  const total = spread(base.lives.slice(0, n).map((life) => life.costs.reduce((sum, cost) => sum + cost, 0)));
  const leavers = spread(base.lives.slice(0, n).map((life) => life.leavers));
  numbers("cost", cost, 0, say("tile.cost.nothing", { n: number(total.mean) }));
  numbers("avoided", avoided, 1, say("tile.avoided.nothing", { n: number(leavers.mean, 0) }));
  numbers("won", won, 1, say("tile.won.nothing"));
  const [here, there] = [months(now, n), months(base, n)];
  if (data.breach) put("back", monthsSaid(here), none ? say("tile.back.nothing") : say("tile.against", { n: monthsSaid(there) }));
  const last = (kept) => { const values = band(kept, "share_trusting_" + who, n).middle; return values[values.findLastIndex((value) => value != null)]; };
  put("share", percent(last(now)), none ? say("tile.share.nothing") : say("tile.against", { n: percent(last(base)) }));
  find("tile-share").querySelector("span").textContent = say("tile.share", { who: inBoth(data.who.find((one) => one.key === who).label) });
  find("status").textContent = plural("replicates", n);
  const bar = find("progress");
  bar.value = n;
  bar.setAttribute("aria-valuetext", say("progress", { n: number(n), all: number(STAGES[1]) }));
  document.body.dataset.people = Math.round(people);
  const heading = find("finding");
  const slots = { now: percent(last(now)), nothing: percent(last(base)), who: say("trusts." + who), years: length() };
  const close = Math.abs(last(now) - last(base)) < 0.01;
  const text = say(none ? "finding.nothing" : close ? "finding.same" : last(now) > last(base) ? "finding.more" : "finding.less", slots);
  if (heading.textContent !== text) heading.textContent = text;
  if (find("numbers").open) table();
  if (n > 1) marks();
}

// The same numbers as a table: twice a year, every chart.
function table() {
  const body = find("numbers").querySelector("tbody");
  const rows = [];
  for (const chart of charts) {
    const shown = chart.table();
    if (!shown) continue;
    const times = [];
    for (let half = 0; half <= (2 * data.days) / data.year; half++) times.push(half / 2);
    times.forEach((time, nth) => {
      const at = shown[0].reduce((best, year, index) => (Math.abs(year - time) < Math.abs(shown[0][best] - time) ? index : best), 0);
      const cell = (from) => {
        const value = shown[from][at];
        if (value == null) return "–";
        const low = from === 1 ? null : shown[from - 2][at];
        return chart.form(value) + (low == null ? "" : " [" + range(low, shown[from - 1][at], chart.form) + "]");
      };
      rows.push(h("tr", {}, nth ? null : h("th", { scope: "rowgroup", rowspan: times.length }, chart.title()), h("td", {}, number(time, 1)), h("td", {}, cell(4)), h("td", {}, view.same ? "–" : cell(7)), h("td", {}, cell(1))));
    });
  }
  body.replaceChildren(...rows);
}

// Levers.
let levers = new Map();
const step = (value, by, decimals) => Number((value + by).toFixed(decimals));
const wordOf = (key, value, edges) => say(key + "." + edges.filter((edge) => value >= edge).length);

function lever({ key, label, help, min, max, by, decimals = 0, unit = "", get, set, word }) {
  const id = "lever-" + key;
  const input = h("input", { type: "range", id, test: id, min, max, step: by, "aria-describedby": help ? id + "-help" : null });
  const typed = h("input", { type: "text", inputmode: "decimal", class: "typed", test: id + "-typed", "aria-label": say("typed", { label, low: number(min, decimals), high: number(max, decimals) }) });
  const words = h("output", { for: id, test: id + "-word" });
  const sync = () => {
    const value = get();
    input.value = value;
    if (document.activeElement !== typed) typed.value = number(value, decimals);
    words.textContent = word(value);
    input.setAttribute("aria-valuetext", say("value", { value: number(value, decimals), unit, word: word(value) }));
  };
  const put = (value, over) => {
    const clean = clamp(Number(value.toFixed(decimals)), min, max);
    if (clean !== get()) {
      set(clean);
      move();
    }
    sync();
    if (over) commit(key);
  };
  input.addEventListener("input", () => put(Number(input.value), false));
  input.addEventListener("change", () => commit(key));
  const press = (way) => put(step(get(), way * Math.max(by, (max - min) / 20 >= 5 * by ? 5 * by : by), decimals), true);
  typed.addEventListener("change", () => { const value = read(typed.value); typed.blur(); if (finite(value)) put(value, true); sync(); });
  typed.addEventListener("keydown", (event) => { if (event.key === "Enter") { const value = read(typed.value); if (finite(value)) put(value, true); typed.value = number(get(), decimals); } });
  const said = help && h("p", { id: id + "-help", class: "note", hidden: true }, help);
  const ask = help && h("button", { type: "button", class: "ask", test: id + "-ask", "aria-expanded": false, "aria-controls": id + "-help", "aria-label": say("about", { label }), onclick: () => { said.hidden = !said.hidden; ask.setAttribute("aria-expanded", String(!said.hidden)); } }, "?");
  const made = h("div", { class: "lever" },
    h("div", { class: "head" }, h("label", { for: id }, label), ask, words),
    h("div", { class: "row" },
      h("button", { type: "button", class: "step", test: id + "-less", "aria-label": say("less", { label }), onclick: () => press(-1) }, "−"),
      input,
      h("button", { type: "button", class: "step", test: id + "-more", "aria-label": say("more", { label }), onclick: () => press(1) }, "+"),
      typed, unit && h("span", { class: "unit" }, unit)),
    said);
  levers.set(key, sync);
  sync();
  return made;
}
function syncAll() {
  repairsBox();
  for (const sync of levers.values()) sync();
  marks();
}

// History.
let lastCommit = { key: "", at: 0 };
let committed = clone(state);
function commit(key) {
  if (same(state, committed)) return;
  const soon = key === lastCommit.key && performance.now() - lastCommit.at < 900;
  if (!soon) past.push(clone(committed));
  lastCommit = { key, at: performance.now() };
  future = [];
  committed = clone(state);
  remembered();
}
function go(from, to) {
  if (!from.length) return;
  to.push(clone(committed));
  state = from.pop();
  committed = clone(state);
  lastCommit = { key: "", at: 0 };
  syncAll();
  remembered();
  move({ rest: 0 });
}
let showing = false;
let shownMove = -1;
async function onceMore() {
  if (!past.length || showing) return;
  showing = true;
  shownMove = generation;
  const of = clone(past.at(-1));
  const frames = [];
  for (const one of [of, committed]) {
    const [now, base] = [shelf(one), shelf(nothing(one))];
    try {
      await live(base, 0, { group: "front", first: true, twin: true });
      await live(now, 0, { group: "front", first: true, twin: now === base });
    } catch { showing = false; return; }
    frames.push({ now, base, n: Math.min(count(now), count(base)) >= STAGES[0] ? Math.min(count(now), count(base)) : 1, same: now === base, generation });
  }
  const mine = shownMove;
  const n = Math.min(...frames.map((frame) => frame.n));
  for (let at = 0; at < 6 && mine === generation; at++) {
    const frame = { ...frames[at % 2], n };
    view = frame;
    for (const chart of charts) chart.draw(frame);
    find("status").textContent = say(at % 2 ? "once_more.after" : "once_more.before");
    await new Promise((done) => setTimeout(done, 800));
  }
  showing = false;
  if (mine === generation) show({ generation: mine, state }, shelf(state), shelf(nothing(state)));
}

// The address holds levers, policies, the worth and whose trust is drawn.
function shortened() {
  const all = {};
  const differs = (own, start) => Object.fromEntries(Object.entries(own).filter(([key, value]) => value !== start[key]));
  const of = { p: differs(state.p, START.p), c: state.c, r: state.r, v: state.v, o: differs(state.o, START.o) };
  if (!same(state, START)) all.s = of;
  if (policies.length) all.k = policies.map((policy) => ({ n: policy.name, p: differs(policy.state.p, START.p), c: policy.state.c, r: policy.state.r }));
  if (worth != null) all.w = worth;
  if (who !== data.referent) all.t = who;
  if (language !== data.language) all.l = language;
  return Object.keys(all).length ? "#" + encodeURIComponent(JSON.stringify(all)) : "";
}
function remembered() {
  find("undo").disabled = !past.length;
  find("redo").disabled = !future.length;
  find("once_more").disabled = !past.length;
  try { history.replaceState(null, "", shortened() || location.pathname + location.search); } catch { /* some browsers keep the address of a file as it is */ }
}
const clean = {
  repair: (repair) => {
    const kind = data.breach && data.repairs.find((one) => one.key === repair?.what);
    return kind && { what: kind.key, delay: clamp(Math.round(Number(repair.delay) || 0), 0, 260), sincerity: clamp(Number(repair.sincerity) || 0, 0, 1), duration: clamp(Math.round(Number(repair.duration)) || kind.duration, 1, 1300) };
  },
  numbers: (given, start) => Object.fromEntries(Object.entries(start).map(([key, value]) => [key, finite(Number(given?.[key] ?? value)) ? Number(given?.[key] ?? value) : value])),
  decided: (given) => ({ p: clean.numbers(given?.p, START.p), c: clamp(Number(given?.c) || 0, -1.6, 1.6), r: (Array.isArray(given?.r) ? given.r : []).map(clean.repair).filter(Boolean) }),
};
function restored() {
  if (location.hash.length < 2) return;
  try {
    const all = JSON.parse(decodeURIComponent(location.hash.slice(1)));
    if (all.s) state = { ...clean.decided(all.s), v: START.v == null ? null : clamp(Number(all.s.v ?? START.v), 0, 1), o: clean.numbers(all.s.o, START.o) };
    if (Array.isArray(all.k)) policies = all.k.slice(0, MOST_POLICIES).map((policy) => ({ name: String(policy.n).slice(0, 60), state: clean.decided(policy) }));
    if (finite(all.w)) worth = all.w;
    if (WHO.includes(all.t)) who = all.t;
    if (data.words[all.l]) language = all.l;
    committed = clone(state);
  } catch { /* an address that says nothing is no reason to say nothing */ }
}

async function copy(text, done) {
  try { await navigator.clipboard.writeText(text); } catch {
    const area = h("textarea", {}, text);
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  told(done);
}
function told(text) { find("told").textContent = text; }

// Repairs: which, how soon, how sincere, how long.
const kindOf = (what) => data.repairs.find((repair) => repair.key === what);
function repairsBox() {
  const box = find("repairs");
  if (!box || !data.breach) return;
  for (const key of [...levers.keys()]) if (key.startsWith("repair-")) levers.delete(key);
  box.replaceChildren(...state.r.map((own) => {
    const kind = kindOf(own.what);
    const name = inBoth(kind.name);
    const mine = () => state.r.find((one) => one.what === own.what) ?? own;
    const part = (key, label, more) => lever({ key: `repair-${own.what}-${key}`, label: say(label, { name }), get: () => mine()[key], set: (value) => { mine()[key] = value; }, ...more });
    return h("div", { class: "repair", test: "repair-" + own.what },
      h("div", { class: "head" }, h("h4", {}, name), h("button", { type: "button", test: `repair-${own.what}-remove`, "aria-label": say("repair.remove", { name }), onclick: () => { state.r = state.r.filter((one) => one.what !== own.what); move(); commit("r"); syncAll(); } }, "×")),
      h("p", { class: "note" }, inBoth(kind.meaning) + ". " + say("repair.price", { n: plural("persondays", kind.cost, number(kind.cost, kind.cost % 1 ? 2 : 0)), pay: inBoth(kind.pay).replace("{n}", number(data.priced_for)) })),
      part("delay", "repair.delay", { min: 0, max: 260, by: 1, unit: say("unit.days"), word: (value) => wordOf("soon", value, [1, 6, 23, 66, 131]) }),
      part("sincerity", "repair.sincerity", { min: 0, max: 1, by: 0.01, decimals: 2, word: (value) => wordOf("sincere", value, [data.sincere_from, 0.6, 0.85]) }),
      kind.duration > 1 ? part("duration", "repair.duration", { min: 5, max: 780, by: 5, unit: say("unit.days"), word: (value) => say("long", { n: number(value / data.month, 0) }) }) : null);
  }));
  const select = find("repair-add");
  const taken = new Set(state.r.map((one) => one.what));
  select.replaceChildren(h("option", { value: "" }, say("repair.choose")), ...data.levels.map((level) => h("optgroup", { label: inBoth(level.name) }, data.repairs.filter((repair) => repair.level === level.key && !taken.has(repair.key)).map((repair) => h("option", { value: repair.key }, inBoth(repair.name))))));
}
function addRepair(what) {
  if (!what) return;
  const kind = kindOf(what);
  state.r = [...state.r, { what, delay: kind.level === "organisation" ? 65 : 3, sincerity: 0.9, duration: kind.duration }];
  move({ rest: 0 });
  commit("r");
  syncAll();
}

// Policies, compared.
let compared = null;
function nameOf(own) {
  const parts = own.r.map((repair) => inBoth(kindOf(repair.what).name));
  const raised = data.practices.filter(({ key }) => own.p[key] !== START.p[key]).map((practice) => inBoth(practice.name));
  if (raised.length) parts.push(raised.length > 1 ? say("name.practices", { n: number(raised.length) }) : raised[0]);
  if (own.c) parts.push(say("name.conduct"));
  return parts.join(" + ") || say("name.nothing");
}
const free = (name) => { let own = name; for (let at = 2; policies.some((policy) => policy.name === own); at++) own = `${name} ${at}`; return own; };
function savePolicy(own, name) {
  if (policies.length >= MOST_POLICIES) return told(say("policies.full", { n: number(MOST_POLICIES) }));
  if (policies.some((policy) => same(policy.state, own))) return told(say("policies.known"));
  policies.push({ name: free(name), state: clone(own) });
  afterPolicies(say("policies.saved", { name: policies.at(-1).name }));
}
function afterPolicies(text) {
  policyList();
  remembered();
  told(text);
  compared = null;
  compare();
  if (engine) {
    halt();
    clearTimeout(settle);
    const mine = ++generation;
    drawn = mine;
    if (view) for (const chart of charts) { view.generation = mine; chart.draw(view); }
    document.body.dataset.generation = mine;
    settle = setTimeout(() => fill(mine), 30);
  }
}
function policyList() {
  find("save-policy").textContent = say("policy.save", { n: number(policies.length), all: number(MOST_POLICIES) });
  find("policies").replaceChildren(...policies.map((policy, at) => h("li", { test: "policy-" + at },
    swatch(at),
    h("input", { type: "text", value: policy.name, maxlength: 60, test: `policy-${at}-name`, "aria-label": say("policy.name", { name: policy.name }), onchange: (event) => { policy.name = event.target.value.trim() || policy.name; afterPolicies(""); } }),
    h("button", { type: "button", test: `policy-${at}-load`, "aria-label": say("policy.load", { name: policy.name }), onclick: () => { Object.assign(state, clone(policy.state)); commit("policy"); syncAll(); move({ rest: 0 }); } }, say("policy.load.short")),
    h("button", { type: "button", class: "step", test: `policy-${at}-remove`, "aria-label": say("policy.remove", { name: policy.name }), onclick: () => { policies.splice(at, 1); afterPolicies(say("policy.removed", { name: policy.name })); } }, "×"))));
  find("compare-empty").hidden = policies.length > 0;
}
const hue = (at) => (at < 0 ? ink("ink") : (night.matches ? DARK : LIGHT)[at]);
function swatch(at) {
  const line = h("svg:line", { x1: 0, y1: 5, x2: 26, y2: 5, stroke: hue(at), "stroke-width": 3, "stroke-dasharray": at < 0 ? "" : DASHES[at].join(" ") });
  return h("svg:svg", { width: 26, height: 10, "aria-hidden": "true", class: "swatch" }, line);
}

// The lives of all policies with the same numbers, handed to the engine: it ranks as `onfoot compare` does.
async function rank() {
  if (!policies.length || !engine) return;
  const of = clone(state);
  const shelves = [shelf(nothing(of)), ...policies.map((policy) => shelf({ ...of, ...policy.state }))];
  const n = Math.min(...shelves.map(count));
  if (n < 2) return;
  const numbers = shelves.map(() => []);
  for (let life = 0; life < n; life++) {
    const lives = shelves.map((kept) => kept.lives[life]);
    const trust = lives.map((one) => one.trust);
    const sums = lives.map(() => 0);
    for (let day = data.from; day < trust[0].length; day++) if (trust.every((daily) => daily[day] != null)) trust.forEach((daily, at) => { sums[at] += daily[day]; });
    lives.forEach((one, at) => numbers[at].push([one.leavers, ...one.costs, one.output, sums[at] * one.people]));
  }
  const people = mean(shelves[0].lives.slice(0, n).map((life) => life.people));
  const names = [say("line.nothing"), ...policies.map((policy) => policy.name)];
  try {
    const answer = await ask({ ask: "rank", reference: 0, worth, near: 30, people, policies: names.map((name, at) => ({ name, lives: numbers[at] })) }, { group: "rank", key: 0, first: true });
    compared = { answer, n, names, backs: shelves.map((kept) => months(kept, n)), worth };
    compare();
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) refused(why.message);
  }
}

function compare() {
  const box = find("compared");
  if (!box) return;
  document.body.dataset.compared = compared ? compared.n : 0;
  if (!policies.length) { box.replaceChildren(); return; }
  if (!compared) { box.replaceChildren(h("p", {}, say("compare.running"))); return; }
  const { answer, n, names, backs } = compared;
  const byPolicy = answer.policies;
  const order = answer.ranking ? answer.ranking.order.map((row) => row.policy) : [...byPolicy].sort((one, other) => one.cost.mean - other.cost.mean).map((row) => row.policy);
  const row = (at) => byPolicy.find((one) => one.policy === at);
  const bracket = (one, decimals) => number(one.mean, decimals) + " [" + range(one.lo, one.hi, (value) => number(value, decimals)) + "]";
  const pays = ({ pays: own }) => (own.worth == null ? say("pays.never") : own.until != null ? say("pays.until", { n: number(own.until) }) : own.worth <= 0 ? say("pays.atonce") : number(own.worth, own.worth < 9.95 ? 1 : 0));
  const heads = ["policy", "cost", "avoided", "won", "months", "pays", ...(answer.ranking ? ["regret"] : [])];
  const ranked = (at) => answer.ranking?.order.find((one) => one.policy === at);
  const rows = order.map((at) => {
    const own = row(at);
    const place = ranked(at);
    const first = (place ? `${place.place}${place.shared ? "=" : "."} ` : "") + names[at] + (own.dominated ? " ○" : "");
    const beyond = (text) => (at === 0 ? "" : text);
    return h("tr", { test: "row-" + at },
      h("th", { scope: "row" }, swatch(at - 1), " ", first),
      h("td", {}, at === 0 ? "0" : bracket(own.cost, 0)), h("td", {}, beyond(bracket(own.avoided, 1))), h("td", {}, beyond(bracket(own.recovered, 1))), h("td", {}, monthsSaid(backs[at])), h("td", {}, beyond(pays(own))),
      place ? h("td", {}, number(place.regret)) : null);
  });
  const parts = h("details", { test: "parts" }, h("summary", {}, say("parts.title")),
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("parts.title") }, h("table", {}, h("thead", {}, h("tr", {}, data.parts.map((part) => h("th", { scope: "col" }, inBoth(part))))), h("tbody", {}, order.map((at) => h("tr", {}, h("th", { scope: "row" }, names[at]), row(at).parts.map((part) => h("td", {}, number(part))), h("td", {}, number(row(at).output.mean))))))),
    h("p", { class: "note" }, inBoth(data.parts_read)));
  box.replaceChildren(
    h("p", { class: "note", test: "compare-n" }, say("compare.n", { n: number(n) })),
    ladder(answer, names),
    answer.ranking ? h("ul", { class: "verdicts", test: "verdicts" }, answer.said[language].map((text) => h("li", {}, text))) : h("p", { class: "note", test: "unranked" }, say("unranked")),
    h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("compare.caption") }, h("table", { test: "ranking" }, h("caption", {}, say("compare.caption")), h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, say("head." + head))))), h("tbody", {}, rows))),
    h("p", { class: "note" }, say("compare.read")),
    plane(byPolicy, names), parts);
}

// The best to expect for every worth, and the place to say one.
function ladder(answer, names) {
  const steps = answer.ladder;
  const top = Math.max(60, worth ?? 0, ...steps.map((one) => one.from * 1.35), ...steps.filter((one) => one.alike.length).map((one) => one.middle));
  const box = h("div", { class: "ladder", test: "ladder" });
  steps.forEach((one, at) => {
    const end = steps[at + 1]?.from ?? top;
    const middle = Math.max(0, Math.round((one.from + end) / 2));
    const others = one.alike.map((other) => names[other]).join(", ");
    const button = h("button", { type: "button", test: "ladder-" + at, "aria-pressed": worth != null && worth >= one.from && worth < (steps[at + 1]?.from ?? Infinity), onclick: () => setWorth(middle) },
      h("span", { class: "name" }, swatch(one.policy - 1), " ", names[one.policy]), h("small", {}, steps[at + 1] ? say("ladder.between", { low: number(one.from, one.from && one.from < 9.95 ? 1 : 0), high: number(end, end < 9.95 ? 1 : 0) }) : say("ladder.from", { low: number(one.from, one.from && one.from < 9.95 ? 1 : 0) }), others ? say("ladder.alike", { others }) : ""));
    button.style.flexGrow = Math.max((end - one.from) / top, 0.12);
    box.append(button);
  });
  const input = h("input", { type: "text", inputmode: "decimal", id: "worth", class: "typed", test: "worth", value: worth == null ? "" : number(worth), onchange: (event) => { const value = read(event.target.value); setWorth(event.target.value.trim() && finite(value) ? clamp(value, 0, 100000) : null); } });
  const slider = h("input", { type: "range", min: -1, max: Math.ceil(top), step: 1, value: worth ?? -1, test: "worth-slider", "aria-label": say("worth.ask"), "aria-valuetext": worth == null ? say("worth.none") : plural("persondays", worth), onchange: (event) => { const value = Number(event.target.value); setWorth(value < 0 ? null : value); } });
  return h("fieldset", { class: "worth" }, h("legend", {}, say("worth.ask")), h("p", { class: "note" }, inBoth(data.worth_is)),
    h("div", { class: "row" }, slider, h("label", { for: "worth", class: "hidden" }, say("worth.ask")), input, h("span", { class: "unit" }, say("unit.persondays"))),
    h("p", { class: "note" }, say("ladder.title")), box);
}
function setWorth(value) {
  worth = value;
  remembered();
  rank();
}

// Cost against what is won back.
function plane(all, names) {
  const [wide, high] = [640, 300];
  const [left, right, top, foot] = [64, 150, 16, 46];
  const ranges = (pick) => { const values = all.flatMap((one) => [pick(one).lo, pick(one).hi, 0]); const [low, up] = [Math.min(...values), Math.max(...values)]; const pad = (up - low || 1) * 0.06; return [low - pad, up + pad]; };
  const [x0, x1] = ranges((one) => one.cost);
  const [y0, y1] = ranges((one) => one.recovered);
  const x = (value) => left + ((value - x0) / (x1 - x0)) * (wide - left - right);
  const y = (value) => high - foot - ((value - y0) / (y1 - y0)) * (high - top - foot);
  const line = (xa, ya, xb, yb, more = {}) => h("svg:line", { x1: xa, y1: ya, x2: xb, y2: yb, stroke: ink("muted"), ...more });
  const text = (at, yat, said, more = {}) => h("svg:text", { x: at, y: yat, fill: ink("ink"), "font-size": 13, ...more }, said);
  const ticks = (low, up) => { const rough = (up - low) / 4; const unit = 10 ** Math.floor(Math.log10(rough)); const by = [1, 2, 5, 10].map((k) => k * unit).find((k) => k >= rough); const out = []; for (let v = Math.ceil(low / by) * by; v <= up + 1e-9; v += by) out.push(v); return [out, Math.max(0, -Math.floor(Math.log10(by)))]; };
  const picture = h("svg:svg", { viewBox: `0 0 ${wide} ${high}`, role: "img", class: "plane", test: "plane", "aria-label": say("plane.summary", { all: all.map((one) => `${names[one.policy]}: ${number(one.cost.mean)}, ${number(one.recovered.mean, 1)}`).join("; ") }) });
  const [xs, dx] = ticks(x0, x1);
  const [ys, dy] = ticks(y0, y1);
  for (const v of xs) picture.append(line(x(v), top, x(v), high - foot, { stroke: ink("grid") }), text(x(v), high - foot + 17, number(v, dx), { "text-anchor": "middle", fill: ink("muted") }));
  for (const v of ys) picture.append(line(left, y(v), wide - right, y(v), { stroke: ink("grid") }), text(left - 6, y(v) + 4, number(v, dy), { "text-anchor": "end", fill: ink("muted") }));
  picture.append(text((left + wide - right) / 2, high - 8, say("plane.cost"), { "text-anchor": "middle", fill: ink("muted") }));
  picture.append(text(0, 0, say("plane.won"), { "text-anchor": "middle", fill: ink("muted"), transform: `translate(14 ${(top + high - foot) / 2}) rotate(-90)` }));
  const labels = all.map((one) => ({ at: one.policy, y: y(one.recovered.mean) })).sort((one, other) => one.y - other.y);
  labels.forEach((own, nth) => { if (nth) own.y = Math.max(own.y, labels[nth - 1].y + 16); });
  let floor = high - foot + 2;
  for (const own of labels.toReversed()) { own.y = Math.min(own.y, floor); floor = own.y - 16; }
  for (const one of all) {
    const colour = hue(one.policy - 1);
    const [px, py] = [x(one.cost.mean), y(one.recovered.mean)];
    if (one.policy) picture.append(line(x(one.cost.lo), py, x(one.cost.hi), py, { stroke: colour, "stroke-width": 1.5 }), line(px, y(one.recovered.lo), px, y(one.recovered.hi), { stroke: colour, "stroke-width": 1.5 }));
    const label = labels.find((own) => own.at === one.policy);
    picture.append(line(px, py, wide - right + 4, label.y, { stroke: ink("line"), "stroke-dasharray": "2 3" }));
    picture.append(h("svg:circle", { cx: px, cy: py, r: 6, fill: one.dominated ? ink("ground") : colour, stroke: colour, "stroke-width": 2.5 }));
    const name = names[one.policy];
    picture.append(text(wide - right + 8, label.y + 4, name.length > 21 ? name.slice(0, 20) + "…" : name, { fill: colour }));
  }
  return h("figure", {}, h("figcaption", {}, say("plane.title")), picture, h("p", { class: "note" }, say("plane.read")));
}

// Why: what changed trust, by cause, with and without the policy.
const SPANS = ["month", "year", "end"];
let span = "year";
async function why() {
  const box = find("why");
  if (!engine) return;
  box.replaceChildren(h("p", {}, say("why.running")));
  const of = clone(state);
  const from = Math.max(0, data.from - 1);
  const to = Math.min(data.days, span === "end" ? data.days : data.from + (span === "year" ? data.year : Math.round(data.month)));
  const ledger = (one) => ask({ ask: "ledger", ...scenario(one), life: 0, from, to, language }, { group: "why", key: engine.lanes.length - 1, first: true });
  try {
    const none = isNothing(of);
    const [base, now] = await Promise.all([ledger(nothing(of)), none ? null : ledger(of)]);
    const causes = new Map();
    for (const entry of base.referents[who]?.causes ?? []) causes.set(entry.cause, { label: entry.label, base: entry.change, now: 0 });
    for (const entry of now?.referents[who]?.causes ?? []) causes.set(entry.cause, { base: 0, ...causes.get(entry.cause), label: entry.label, now: entry.change });
    const all = [...causes.values()].filter((cause) => Math.max(Math.abs(cause.base), Math.abs(cause.now)) >= 0.0005).sort((one, other) => Math.max(Math.abs(other.base), Math.abs(other.now)) - Math.max(Math.abs(one.base), Math.abs(one.now)));
    const most = Math.max(0.001, ...all.flatMap((cause) => [Math.abs(cause.base), Math.abs(cause.now)]));
    const bar = (value, kind) => {
      const fill = h("i", { class: kind });
      fill.style.width = (50 * Math.abs(value)) / most + "%";
      fill.style[value < 0 ? "right" : "left"] = "50%";
      return h("span", { class: "bar" }, fill);
    };
    const sum = (pick) => all.reduce((total, cause) => total + pick(cause), 0);
    const cells = (one) => [h("td", {}, number(one.base, 3, true)), none ? null : h("td", {}, number(one.now, 3, true))];
    box.replaceChildren(
      h("p", { test: "why-said" }, say("why.said", { who: inBoth(data.who.find((one) => one.key === who).label), from: number(from), to: number(to), base: number(sum((cause) => cause.base), 3, true), now: none ? "" : say("why.now", { n: number(sum((cause) => cause.now), 3, true) }) })),
      h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("why.title") }, h("table", { class: "causes", test: "causes" }, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, say("why.cause")), h("td", {}), h("th", { scope: "col" }, say("line.nothing")), none ? null : h("th", { scope: "col" }, say("line.now")))),
        h("tbody", {}, all.map((cause) => h("tr", {}, h("th", { scope: "row" }, cause.label), h("td", { class: "bars", "aria-hidden": "true" }, bar(cause.base, "base"), none ? null : bar(cause.now, "now")), cells(cause)))))),
      h("p", { class: "note" }, say("why.read")));
  } catch (reason) {
    if (!(reason instanceof onfoot.Stopped)) box.replaceChildren(h("p", {}, say("refused", { why: reason.message })));
  }
}

// Assumptions: how sure each number is, and what becomes of the gain where the evidence leaves it open.
function matters() {
  const repairs = new Set(state.r.map((repair) => repair.what));
  const practices = new Set(data.practices.filter(({ key }) => state.p[key] !== START.p[key]).map(({ key }) => key));
  const is = (of) => of === "" || repairs.has(of) || practices.has(of) || (of === "repair" && repairs.size) || (of === "practice" && practices.size);
  const seen = new Set();
  return data.assumptions.filter((one) => is(one.for) && !seen.has(one.path) && seen.add(one.path)).sort((one, other) => (one.for === "") - (other.for === "") || one.stars.length - other.stars.length);
}
let listed = "";
function marks() {
  const place = find("assumptions");
  if (!place) return;
  const all = matters();
  const key = language + JSON.stringify([decided(state), state.o, state.v]);
  if (key === listed && place.children.length) return;
  listed = key;
  const grades = ["measured", "related", "assumed"].map((grade) => all.filter((one) => one.grade === grade).length);
  find("grades").textContent = say("grades", { measured: number(grades[0]), related: number(grades[1]), assumed: number(grades[2]) });
  find("try-all").hidden = isNothing(state);
  find("try-none").hidden = !isNothing(state);
  place.replaceChildren(...all.map((one) => {
    const digits = Math.abs(one.value) < 0.1 ? 3 : Math.abs(one.value) < 10 ? 2 : 0;
    return h("tr", { test: "assumption-" + one.path },
      h("th", { scope: "row" }, inBoth(one.meaning), h("code", {}, one.path)),
      h("td", {}, number(one.value, digits) + (/^(-$|\d)/.test(one.unit.en) ? "" : " " + inBoth(one.unit))),
      h("td", {}, range(one.low, one.high, (value) => number(value, digits))),
      h("td", {}, h("span", { "aria-hidden": "true" }, one.stars + " "), inBoth(one.sure)),
      h("td", { lang: "en", class: "source" }, one.source),
      h("td", { test: "tried-" + one.path, class: "tried" }, isNothing(state) ? "" : h("button", { type: "button", "aria-label": say("try.one.label", { path: one.path }), onclick: () => attempt(one) }, say("try.one"))));
  }));
}
async function attempt(one) {
  const cell = find("tried-" + one.path);
  const of = clone(state);
  cell.textContent = say("try.running");
  const gain = async (value) => {
    const won = [];
    const lives = await Promise.all(Array.from({ length: TRIED }, async (_, life) => {
      const at = (which) => { const asked = scenario(which); return ask({ ask: "live", text: asked.text, set: [...asked.set, `${one.path}=${value}`, "run.twin=false"], life, measures: [] }, { group: "trial", key: lane(life), first: true }).then(lived); };
      const [base, now] = await Promise.all([at(nothing(of)), at(of)]);
      return beside({ lives: [now] }, { lives: [base] }, 1)[0].won;
    }));
    won.push(...lives);
    return mean(won);
  };
  try {
    const [low, high] = [await gain(one.low), await gain(one.high)];
    const here = mean(beside(shelf(of), shelf(nothing(of)), Math.min(TRIED, count(shelf(of)), count(shelf(nothing(of))))).map((pair) => pair.won));
    const turns = Math.sign(low) !== Math.sign(here) || Math.sign(high) !== Math.sign(here);
    cell.replaceChildren(say(turns ? "try.turns" : "try.stands", { low: number(low, 1), here: number(here, 1), high: number(high, 1) }));
    cell.dataset.turns = turns;
  } catch (why) {
    if (why instanceof onfoot.Stopped) { listed = ""; marks(); } else cell.textContent = say("refused", { why: why.message });
  }
}
async function attemptAll() {
  const mine = generation;
  for (const one of matters()) {
    if (mine !== generation) return;
    if (find("tried-" + one.path)?.dataset.turns === undefined) await attempt(one);
  }
}

// The file that says the same: nothing, the policies that were saved, and where the levers stand.
function slug(name, taken) {
  const plain = name.normalize("NFD").replace(/[^\w\s+-]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40) || "policy";
  let own = plain === "twin" || plain === "nothing" ? plain + "-1" : plain;
  for (let at = 2; taken.has(own); at++) own = `${plain}-${at}`;
  taken.add(own);
  return own;
}
function combined() {
  const arms = policies.map((policy) => ({ name: policy.name, state: policy.state }));
  if (!isNothing(state) && !arms.some((arm) => same(arm.state, decided(state)))) arms.push({ name: say("line.now"), state: clone(decided(state)) });
  if (!arms.length) return { text: data.base, names: [], states: [] };
  const levels = arms.some((arm) => !same(arm.state.p, START.p));
  const conduct = arms.some((arm) => arm.state.c !== 0);
  const repairs = new Map();
  for (const arm of arms) for (const repair of arm.state.r) if (!repairs.has(repair.what)) repairs.set(repair.what, repair);
  let text = data.base;
  if (levels) text += practicesEvent(START.p);
  if (conduct) text += conductEvent(0);
  for (const repair of [...repairs.values()].sort((one, other) => (one.what < other.what ? -1 : 1))) text += repairBlock(repair);
  const taken = new Set(["nothing", "twin"]);
  const lines = arms.map((arm) => {
    arm.slug = slug(arm.name, taken);
    const set = [];
    if (!same(arm.state.p, START.p)) set.push(`"event.policy-practices.set" = ${practicesToml(arm.state.p)}`);
    if (arm.state.c !== 0) set.push(`"event.policy-conduct.change" = ${arm.state.c.toFixed(3)}`);
    for (const repair of arm.state.r) {
      const usual = repairs.get(repair.what);
      for (const key of ["delay", "duration"]) if (repair[key] !== usual[key]) set.push(`"repair.${repair.what}.${key}" = ${repair[key]}`);
      if (repair.sincerity !== usual.sincerity) set.push(`"repair.${repair.what}.sincerity" = ${repair.sincerity.toFixed(3)}`);
    }
    return `${arm.slug} = { repairs = [${arm.state.r.map((repair) => `"${repair.what}"`).join(", ")}]${set.length ? `, set = { ${set.join(", ")} }` : ""} }`;
  });
  text += `\n[arms]\nnothing = { repairs = [] }\n${lines.join("\n")}\n`;
  return { text, names: arms.map((arm) => arm.slug), states: arms.map((arm) => arm.state) };
}
async function saveScenario() {
  const made = combined();
  const set = [...settings(state), `run.replicates=${STAGES[1]}`];
  try {
    const answer = await ask({ ask: "resolved", text: made.text, set }, { group: "save", key: 0, first: true });
    const commands = ["onfoot run scenario.toml"];
    if (made.names.length) commands.push(`onfoot compare scenario.toml --worlds 40${worth == null ? "" : ` --worth ${Math.round(worth)}`}`);
    const text = `# ${say("file.head")}\n#   ${commands.join("\n#   ")}\n\n${answer.text}`;
    find("saved").hidden = false;
    find("saved-text").value = text;
    find("saved-commands").textContent = commands[0];
    find("saved-compare").textContent = commands[1] ?? "";
    for (const part of ["saved-compare", "saved-worlds"]) find(part).hidden = !commands[1];
    find("saved-arms").textContent = made.names.length ? say("saved.arms", { names: ["nothing", ...made.names].join(", ") }) : "";
    const url = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    const link = h("a", { href: url, download: "scenario.toml" });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    told(say("saved.told"));
  } catch (why) {
    if (!(why instanceof onfoot.Stopped)) refused(why.message);
  }
}

// The page.
function build() {
  document.documentElement.lang = language;
  document.body.dataset.lang = language;
  document.title = inBoth(data.title) + " – " + say("title");
  levers = new Map();
  listed = "";
  const button = (test, label, act, more = {}) => h("button", { type: "button", test, onclick: act, ...more }, label);
  const section = (test, title, open, ...inside) => h("details", { class: "group", test, open }, h("summary", {}, h("h3", {}, title)), ...inside);
  const main = data.measures[0];
  const plot = (measure, kind) => h("div", { class: "chart " + kind },
    kind === "small" ? h("h3", {}, inBoth(measure.label)) : null,
    h("div", { class: "plot", tabindex: 0, role: "img", test: "chart-" + measure.key, "aria-label": inBoth(measure.label) }), h("output", { class: kind === "small" ? "hidden" : "" }));
  const tile = (test) => h("div", { class: "tile", test: "tile-" + test }, h("span", {}, say("tile." + test, { who: "" })), h("strong", {}, "–"), h("small", {}, ""));
  const practices = data.practices.map((practice) => lever({
    key: practice.key, label: inBoth(practice.name), help: say("practice.help", { meaning: inBoth(practice.meaning), work: inBoth(practice.at_work), cost: number(data.practice_cost, 1) }),
    min: 0, max: 1, by: 0.01, decimals: 2, get: () => state.p[practice.key], set: (value) => { state.p[practice.key] = value; }, word: (value) => wordOf("level", value, [0.1, 0.35, 0.65, 0.9]),
  }));
  const conduct = lever({ key: "conduct", label: say("conduct"), help: say("conduct.help", { sd: number(data.conduct_sd, 1) }), min: -1.6, max: 1.6, by: 0.05, decimals: 2, get: () => state.c, set: (value) => { state.c = value; }, word: (value) => wordOf("better", value, [-0.8, -0.049, 0.05, 0.8]) });
  const o = (key, more) => lever({ key, label: say("o." + key), help: say("o." + key + ".help"), get: () => state.o[key], set: (value) => { state.o[key] = value; }, ...more });
  const severity = data.breach && lever({ key: "severity", label: say("severity"), help: say("severity.help"), min: 0, max: 1, by: 0.01, decimals: 2, get: () => state.v, set: (value) => { state.v = value; }, word: (value) => wordOf("severe", value, [0.005, 0.2, 0.4, 0.7]) });
  stage.replaceChildren(
    h("header", {},
      h("div", { class: "titles" }, h("h1", {}, inBoth(data.title)), h("p", {}, inBoth(data.question))),
      h("div", { class: "languages", role: "group", "aria-label": say("languages") }, [["nl", "Nederlands"], ["en", "English"]].map(([code, name]) => button("lang-" + code, name, () => speak(code), { "aria-pressed": code === language, lang: code }))),
      h("div", { class: "tools", role: "group", "aria-label": say("tools") },
        button("undo", say("undo"), () => go(past, future)), button("redo", say("redo"), () => go(future, past)), button("once_more", say("once_more"), onceMore),
        button("reset", say("reset"), () => { state = clone(START); commit("reset"); syncAll(); move({ rest: 0 }); }),
        button("copy-link", say("link"), () => copy(location.href.split("#")[0] + shortened(), say("link.copied"))), button("save-scenario", say("save"), saveScenario), h("span", { class: "told", role: "status", test: "told" }))),
    h("p", { class: "refused", role: "alert", test: "refused", hidden: true }),
    h("section", { class: "saved", test: "saved", hidden: true, "aria-label": say("save") }, h("h2", {}, say("saved.title")), h("p", {}, say("saved.repeat")), h("pre", { test: "saved-commands" }), h("p", { test: "saved-worlds" }, say("saved.worlds")), h("pre", { test: "saved-compare" }), h("p", { class: "note", test: "saved-arms" }), h("details", {}, h("summary", {}, say("saved.text")), h("textarea", { readonly: true, rows: 12, test: "saved-text", spellcheck: "false", "aria-label": say("saved.text") })), h("div", { class: "row" }, button("copy-commands", say("saved.copy"), () => copy(find("saved-commands").textContent + "\n" + find("saved-compare").textContent, say("saved.copied"))), button("copy-text", say("saved.copytext"), () => copy(find("saved-text").value, say("saved.copied"))), button("close-saved", say("close"), () => { find("saved").hidden = true; }))),
    h("div", { class: "bench" },
      h("section", { class: "levers", "aria-label": say("levers") },
        h("h2", {}, say("decide")), h("p", { class: "note" }, say(data.breach ? "decide.note" : "decide.note.calm", { day: number(FROM) })),
        data.breach ? section("group-repair", say("repair"), true,
          h("div", { test: "repairs" }),
          h("div", { class: "row" }, h("label", { for: "repair-add", class: "hidden" }, say("repair.add")), h("select", { id: "repair-add", test: "repair-add", onchange: (event) => { addRepair(event.target.value); find("repair-add").focus(); } })),
          data.ready.length ? h("div", { class: "ready" }, h("p", { class: "note" }, say("ready")), h("div", { class: "row" }, data.ready.map((ready) => button("ready-" + ready.name, ready.name, () => { Object.assign(state, { p: clone(START.p), c: 0, r: clone(ready.repairs) }); commit("ready"); syncAll(); move({ rest: 0 }); })))) : null) : h("p", { class: "note" }, say("repair.none")),
        section("group-conduct", say("leaders"), true, conduct),
        section("group-practices", say("practices"), true, practices),
        h("h2", {}, say("describe")), h("p", { class: "note" }, say("describe.note")),
        severity ? section("group-breach", say("breach"), false, h("p", { class: "note" }, say("breach.note", { kind: inBoth(data.breach.kind), meaning: inBoth(data.breach.meaning), by: say("by." + data.breach.by), day: number(data.breach.day) })), severity) : null,
        section("group-organisation", say("organisation"), false,
          o("people", { min: 12, max: 400, by: 4, unit: say("unit.people"), word: (value) => wordOf("large", value, [50, 250]) }),
          o("size", { min: 3, max: 20, by: 1, unit: say("unit.people"), word: (value) => wordOf("team", value, [6, 13]) }),
          o("quit", { min: 1, max: 40, by: 0.1, decimals: 1, unit: say("unit.year"), word: (value) => wordOf("often", value, [7, 15]) }),
          o("other", { min: 0, max: 30, by: 0.1, decimals: 1, unit: say("unit.year"), word: (value) => wordOf("often", value, [3, 9]) }),
          o("vacant", { min: 1, max: 52, by: 1, decimals: 0, unit: say("unit.weeks"), word: (value) => wordOf("vacant", value, [5, 14]) }))),
      h("section", { class: "follows", "aria-label": say("follows") },
        h("div", { class: "stick" },
          h("div", { class: "top" }, h("h2", { test: "finding", "aria-live": "polite" }, say("starting")),
            h("div", { class: "whose", role: "group", "aria-label": say("whose") }, data.who.map((one) => button("who-" + one.key, say("who." + one.key), () => { who = one.key; for (const key of WHO) find("who-" + key).setAttribute("aria-pressed", key === who); remembered(); if (view) { charts.forEach((chart) => chart.draw(view)); outcomes(); } }, { "aria-pressed": one.key === who })))),
          h("p", { class: "legend" }, h("span", {}, keyLine("nothing"), say("line.nothing")), h("span", {}, keyLine("now"), say("line.now")), data.breach ? h("span", {}, keyLine("twin"), say("line.twin")) : null, h("span", { class: "note" }, say(data.breach ? "band" : "band.calm"))),
          plot(main, "main"),
          h("div", { class: "progress" }, h("span", { test: "status", role: "status" }, say("starting")), h("progress", { test: "progress", max: STAGES[1], value: 0, "aria-label": say("progress.label") }),
            button("save-policy", "", () => { if (isNothing(state)) return told(say("policies.nothing")); savePolicy(decided(state), nameOf(state)); }), button("to-compare", say("compare.go"), () => { find("compare").scrollIntoView(); find("compare").focus(); })),
          h("div", { class: "tiles" }, TILES.map(tile)),
          h("div", { class: "smalls" }, data.measures.slice(1).map((measure) => plot(measure, "small")))))),
    h("details", { class: "numbers", test: "numbers", ontoggle: () => view && find("numbers").open && table() }, h("summary", {}, say("numbers")), h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("numbers") }, h("table", {}, h("thead", {}, h("tr", {}, [say("head.measure"), say("axis.years"), say("line.nothing"), say("line.now"), say("line.twin")].map((head) => h("th", { scope: "col" }, head)))), h("tbody", {})))),
    h("section", { class: "lower", test: "compare", tabindex: -1 }, h("h2", {}, say("compare.title")), h("p", { class: "note" }, say("compare.note")),
      h("div", { class: "row" }, data.ready.length ? button("save-ready", say("ready.all"), () => { for (const ready of data.ready) if (policies.length < MOST_POLICIES && !policies.some((policy) => same(policy.state.r, ready.repairs))) policies.push({ name: free(ready.name), state: { p: clone(START.p), c: 0, r: clone(ready.repairs) } }); afterPolicies(say("policies.ready")); }) : null),
      h("p", { test: "compare-empty", class: "note" }, say("compare.empty")), h("ul", { class: "policies", test: "policies" }), h("div", { test: "compared" }), h("p", { class: "note" }, say("compare.luck"))),
    h("section", { class: "lower" }, h("h2", {}, say("why.title")), h("p", { class: "note" }, say("why.note")),
      h("div", { class: "row" }, h("label", { for: "span" }, say("why.span")), h("select", { id: "span", test: "why-span", onchange: (event) => { span = event.target.value; why(); } }, SPANS.map((one) => h("option", { value: one, selected: one === span }, say("why.span." + one)))), button("why-go", say("why.go"), why)),
      h("div", { test: "why" })),
    h("section", { class: "lower" }, h("h2", {}, say("assumptions.title")), h("p", { class: "note" }, say("assumptions.note", { n: number(TRIED) })), h("p", { test: "grades" }),
      h("div", { class: "row" }, button("try-all", say("try.all"), attemptAll)), h("p", { class: "note", test: "try-none" }, say("try.none")),
      h("div", { class: "wide", tabindex: 0, role: "region", "aria-label": say("assumptions.title") }, h("table", { class: "assumptions" }, h("thead", {}, h("tr", {}, ["number", "value", "open", "sure", "source", "tried"].map((head) => h("th", { scope: "col" }, say("assume." + head))))), h("tbody", { test: "assumptions" })))),
    h("footer", {}, h("p", {}, say("limits")), h("p", {}, say("source", { version: data.version })), h("p", {}, say("local"))));
  charts = [...stage.querySelectorAll(".plot")].map((box, at) => chart(box, data.measures[at], at ? 130 : innerWidth < 720 ? 200 : 250));
  syncAll();
  policyList();
  remembered();
  compare();
  if (view) { charts.forEach((one) => { one.draw(view); one.grow(); }); outcomes(); }
}
function keyLine(kind) {
  return h("svg:svg", { width: 26, height: 10, "aria-hidden": "true", class: "swatch" }, h("svg:line", { x1: 0, y1: 5, x2: 26, y2: 5, class: "key-" + kind }));
}
function speak(code) {
  language = code;
  build();
  rank();
  find("lang-" + code).focus();
}
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z" || event.target.matches("input[type=text],textarea")) return;
  event.preventDefault();
  if (event.shiftKey) go(future, past);
  else go(past, future);
});

// For tests: what the first life of every arm of the saved file came to, by the names that stand there.
onfoot.workbench = {
  first() {
    const of = clone(state);
    const named = combined();
    const lasts = (kept) => kept.lives[0]?.last;
    const own = named.states.map((one, at) => ({ arm: named.names[at], last: lasts(shelf({ ...of, ...one })) }));
    return [{ arm: named.names.length ? "nothing" : "main", last: lasts(shelf(nothing(of))) }, ...own].filter((arm) => arm.last);
  },
};

restored();
const asked = new URLSearchParams(location.search).get("lang");
if (data.words[asked]) language = asked;
document.body.dataset.engine = "running";
document.body.dataset.replicates = 0;
build();
// The first worker is for the finger alone; the others live what comes behind.
onfoot.start({ workers: clamp(navigator.hardwareConcurrency || 2, 2, 6) }).then((started) => {
  if (!started) return refused(say("no.engine", { why: onfoot.whyNot }));
  engine = started;
  document.body.dataset.began = engine.began.toFixed(0);
  move({ rest: 0 });
});
