"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const together = 8;
  // An arm has one colour and one dash wherever it is drawn; in the dark the same hue, lighter.
  const night = matchMedia("screen and (prefers-color-scheme: dark)");
  const colour = (line) => (night.matches ? line.dark : line.light);
  const ink = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  const tint = (hex, alpha) => hex + Math.round(alpha * 255).toString(16).padStart(2, "0");
  const plots = [];

  function draw(article, language) {
    const chart = data.charts.find((chart) => chart.id === article.dataset.chart);
    const box = article.querySelector(".plot");
    if (!chart || box.dataset.drawn) return;
    box.dataset.drawn = "yes";
    const numbers = new Intl.NumberFormat(language === "nl" ? "nl-BE" : "en-GB", { minimumFractionDigits: chart.decimals, maximumFractionDigits: chart.decimals });
    const ticks = new Intl.NumberFormat(language === "nl" ? "nl-BE" : "en-GB", { maximumFractionDigits: 3 });
    const years = chart.days.map((day) => day / data.year);
    const columns = [years];
    const series = [{}];
    const bands = [];
    const switches = [...article.querySelectorAll("[data-line]")];
    const keys = [...article.querySelectorAll(".key")];
    let real = 0;
    let twins = 0;
    chart.lines.forEach((line, at) => {
      const dash = line.dash;
      if (line.twin ? twins++ > 0 : ++real > together) switches[at].checked = false;
      keys[at].style.borderTopStyle = dash.length ? (dash[0] < 5 ? "dotted" : "dashed") : "solid";
      const start = columns.length;
      columns.push(line.median, ...line.outer, ...line.inner);
      series.push({ stroke: () => colour(line), width: line.twin ? 2 : 2.5, dash, points: { show: false } });
      for (let edge = 0; edge < 4; edge++) series.push({ stroke: "transparent", width: 0, points: { show: false } });
      bands.push({ series: [start + 2, start + 1], fill: () => tint(colour(line), 0.14) }, { series: [start + 4, start + 3], fill: () => tint(colour(line), 0.16) });
    });
    const output = article.querySelector("output");
    const names = switches.map((input) => input.parentElement.textContent.trim());
    const short = chart.lines.map((line) => line[language]);
    const said = (at) => {
      if (at == null) return (output.textContent = "");
      const parts = chart.lines.map((line, i) => (switches[i].checked && line.median[at] != null ? names[i] + " " + numbers.format(line.median[at]) : "")).filter(Boolean);
      output.textContent = ticks.format(Math.round(years[at] * 100) / 100) + " " + box.dataset.axis + ": " + parts.join("; ");
    };
    const ends = chart.lines.map((line) => line.median.findLastIndex((value) => value != null));
    const letters = document.createElement("canvas").getContext("2d");
    letters.font = "13px system-ui, sans-serif";
    const margin = () => {
      const wide = Math.max(...short.map((name, i) => (switches[i].checked ? letters.measureText(name).width : 0)));
      return box.clientWidth < 560 || wide > box.clientWidth * 0.3 ? 0 : Math.ceil(wide) + 12;
    };
    // The name of each line stands at its end, as far as there is room, so that nobody needs to match colours.
    function label(u) {
      if (!margin()) return;
      const one = devicePixelRatio;
      const wanted = chart.lines.map((line, i) => ({ i, y: ends[i] < 0 ? NaN : u.valToPos(line.median[ends[i]], "y", true) }));
      const placed = wanted.filter((end) => switches[end.i].checked && isFinite(end.y)).sort((a, b) => a.y - b.y);
      const gap = 15 * one;
      placed.forEach((end, k) => { if (k) end.y = Math.max(end.y, placed[k - 1].y + gap); });
      let floor = u.bbox.top + u.bbox.height + 6 * one;
      for (const end of placed.toReversed()) { end.y = Math.min(end.y, floor); floor = end.y - gap; }
      u.ctx.save();
      u.ctx.font = one * 13 + "px system-ui, sans-serif";
      u.ctx.textAlign = "left";
      u.ctx.textBaseline = "middle";
      for (const end of placed) {
        u.ctx.fillStyle = colour(chart.lines[end.i]);
        u.ctx.fillText(short[end.i], u.bbox.left + u.bbox.width + 8 * one, end.y);
      }
      u.ctx.restore();
    }
    const marks = {
      hooks: {
        drawAxes: (u) => {
          u.ctx.save();
          u.ctx.font = devicePixelRatio * 13 + "px system-ui, sans-serif";
          u.ctx.textAlign = "left";
          u.ctx.textBaseline = "alphabetic";
          u.ctx.fillStyle = ink("ink");
          let free = 0;
          u.ctx.strokeStyle = ink("ink");
          u.ctx.lineWidth = devicePixelRatio;
          for (const mark of data.marks) {
            const x = Math.round(u.valToPos(mark.day / data.year, "x", true));
            const wide = u.ctx.measureText(mark[language]).width;
            const left = Math.max(Math.min(x, u.width * devicePixelRatio - wide - 4), 0);
            if (left >= free) {
              u.ctx.fillText(mark[language], left, u.bbox.top - 6 * devicePixelRatio);
              free = left + wide + 12 * devicePixelRatio;
            }
            u.ctx.beginPath();
            u.ctx.moveTo(x, u.bbox.top);
            u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
            u.ctx.stroke();
          }
          u.ctx.restore();
        },
        draw: label,
        setCursor: (u) => said(u.cursor.idx),
      },
    };
    const grid = { stroke: () => ink("grid"), width: 1 };
    const font = "13px system-ui, sans-serif";
    const unit = chart.id.startsWith("trust");
    const plot = new uPlot({
      width: Math.max(box.clientWidth, 200), height: 300, padding: [24, () => Math.max(margin(), 16), 0, 0], legend: { show: false }, plugins: [marks], series, bands,
      scales: { x: { time: false }, y: unit ? { range: [0, 1] } : {} },
      axes: [
        { stroke: () => ink("muted"), grid, ticks: grid, font, labelFont: font, label: box.dataset.axis, labelSize: 20, values: (u, values) => values.map((v) => ticks.format(v)) },
        { stroke: () => ink("muted"), grid, ticks: grid, font, size: 60, values: (u, values) => values.map((v) => ticks.format(v)) },
      ],
      cursor: { y: false, drag: { x: false, y: false } },
    }, columns, box);
    const dress = () => {
      keys.forEach((key, at) => { key.style.borderColor = colour(chart.lines[at]); });
      plot.redraw(false, true);
    };
    night.addEventListener("change", dress);
    const toggle = article.querySelector("[data-bands]");
    const show = () => {
      plot.batch(() => chart.lines.forEach((line, at) => {
        const on = switches[at].checked;
        for (let k = 0; k < 5; k++) plot.setSeries(1 + 5 * at + k, { show: on && (k === 0 || (toggle.checked && !line.twin)) });
      }));
      plot.redraw(false, true);
    };
    dress();
    switches.forEach((input) => input.addEventListener("change", show));
    toggle.addEventListener("change", show);
    show();
    box.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1, PageDown: 10, PageUp: -10 }[event.key];
      if (!by) return;
      event.preventDefault();
      const at = Math.min(Math.max((plot.cursor.idx ?? 0) + by, 0), years.length - 1);
      plot.setCursor({ left: plot.valToPos(years[at], "x"), top: 10 });
      said(at);
    });
    plots.push([plot, box]);

    const all = article.querySelector(".all-days");
    all.addEventListener("click", () => {
      const months = new Intl.NumberFormat(language === "nl" ? "nl-BE" : "en-GB", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
      const say = (value) => (value == null ? "–" : numbers.format(value).replace("-", "−"));
      const rows = chart.days.map((day, at) => {
        const row = document.createElement("tr");
        const put = (tag, text) => row.append(Object.assign(document.createElement(tag), { textContent: text }));
        put("th", months.format(day / data.month));
        row.firstChild.scope = "row";
        for (const line of chart.lines) {
          const [low, high] = line.outer.map((edge) => edge[at]);
          put("td", say(line.median[at]) + (low == null ? "" : " [" + say(low) + ".." + say(high) + "]"));
        }
        return row;
      });
      article.querySelector("[role=tabpanel] tbody").replaceChildren(...rows);
      article.querySelector("[role=tabpanel] .wide").focus();
      all.remove();
    });
  }

  function shown() {
    return [...document.querySelectorAll("main")].find((main) => !main.hidden);
  }

  function speak(language) {
    document.documentElement.lang = language;
    for (const main of document.querySelectorAll("main")) main.hidden = main.lang !== language;
    document.title = shown().dataset.title;
    for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", button.dataset.language === language);
    shown().querySelectorAll(".chart").forEach((article) => draw(article, language));
  }
  for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));

  for (const tabs of document.querySelectorAll("[role=tablist]")) {
    const all = [...tabs.querySelectorAll("[role=tab]")];
    const choose = (chosen, focus) => {
      for (const tab of all) {
        const on = tab === chosen;
        tab.setAttribute("aria-selected", on);
        tab.tabIndex = on ? 0 : -1;
        document.getElementById(tab.getAttribute("aria-controls")).hidden = !on;
      }
      if (focus) chosen.focus();
    };
    all.forEach((tab, at) => {
      tab.addEventListener("click", () => choose(tab));
      tab.addEventListener("keydown", (event) => {
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        choose(all[(to + all.length) % all.length], true);
      });
    });
  }

  // Whatever hangs on the worth follows the slider, in both languages and on the board's page.
  const told = document.getElementById("stops");
  if (told) {
    const stops = JSON.parse(told.textContent);
    const mains = [...document.querySelectorAll("main")];
    const slider = (main) => main.querySelector(".slider input");
    const wrong = (main) => main.querySelector("[data-place=wrong]");
    const unsaid = mains.map((main) => (slider(main).value === "-1" ? wrong(main).innerHTML : null));
    const follow = (value) => mains.forEach((main, at) => {
      const stop = stops[Number(value) + 1];
      const input = slider(main);
      const worth = stop.worth == null ? "" : new Intl.NumberFormat(main.lang === "nl" ? "nl-BE" : "en-GB").format(stop.worth);
      input.value = value;
      input.setAttribute("aria-valuetext", worth ? input.dataset.unit.replace("{}", worth) : input.dataset.unsaid);
      main.querySelector(".slider output").textContent = worth;
      for (const place of main.querySelectorAll("[data-place]")) {
        const inner = stop[main.lang][place.dataset.place];
        if (inner !== undefined) place.innerHTML = inner;
      }
      if (!worth && unsaid[at] != null) wrong(main).innerHTML = unsaid[at];
    });
    for (const main of mains) slider(main).addEventListener("input", (event) => { follow(event.target.value); fit(); });
  }

  const board = (on) => document.body.classList.toggle("board-only", on);
  for (const button of document.querySelectorAll(".to-board")) button.addEventListener("click", () => { location.hash = "board-" + document.documentElement.lang; window.print(); });
  for (const button of document.querySelectorAll(".from-board")) button.addEventListener("click", () => { location.hash = ""; });
  // Long names and titles must not push the foot off the paper: the least sentences give way.
  function fit() {
    for (const page of document.querySelectorAll(".board")) {
      const room = (277 / 25.4) * 96 + page.querySelector(".from-board").offsetHeight;
      page.classList.remove("tight");
      page.classList.toggle("tight", page.scrollHeight > room);
    }
  }
  const follow = () => {
    const wanted = location.hash.slice(1).split("-");
    board(wanted[0] === "board");
    if (["en", "nl"].includes(wanted[1])) speak(wanted[1]);
    fit();
  };
  addEventListener("hashchange", follow);
  addEventListener("resize", () => { for (const [plot, box] of plots) if (box.clientWidth) plot.setSize({ width: box.clientWidth, height: 300 }); });
  const asked = new URLSearchParams(location.search).get("lang");
  speak(["en", "nl"].includes(asked) ? asked : document.documentElement.lang);
  follow();
})();
