"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const styles = [["#0072b2", []], ["#b34a00", [14, 6]], ["#00795a", [3, 4]], ["#a8457f", [14, 5, 3, 5]], ["#000000", [24, 5]], ["#5b2a86", [8, 3]]];
  const grey = ["#4d4d4d", [8, 5]];
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
    chart.lines.forEach((line, at) => {
      const [colour, dash] = line.twin ? grey : styles[real++ % styles.length];
      keys[at].style.borderColor = colour;
      keys[at].style.borderTopStyle = dash.length ? (dash[0] < 5 ? "dotted" : "dashed") : "solid";
      const start = columns.length;
      columns.push(line.median, ...line.outer, ...line.inner);
      series.push({ stroke: colour, width: line.twin ? 2 : 2.5, dash, points: { show: false } });
      for (let edge = 0; edge < 4; edge++) series.push({ stroke: "transparent", width: 0, points: { show: false } });
      bands.push({ series: [start + 2, start + 1], fill: tint(colour, 0.14) }, { series: [start + 4, start + 3], fill: tint(colour, 0.16) });
    });
    const output = article.querySelector("output");
    const names = switches.map((input) => input.parentElement.textContent.trim());
    const said = (at) => {
      if (at == null) return (output.textContent = "");
      const parts = chart.lines.map((line, i) => (switches[i].checked && line.median[at] != null ? names[i] + " " + numbers.format(line.median[at]) : "")).filter(Boolean);
      output.textContent = ticks.format(Math.round(years[at] * 100) / 100) + " " + box.dataset.axis + ": " + parts.join("; ");
    };
    const marks = {
      hooks: {
        drawAxes: (u) => {
          u.ctx.save();
          u.ctx.strokeStyle = "#1a1f26";
          u.ctx.lineWidth = devicePixelRatio;
          for (const day of data.marks) {
            const x = Math.round(u.valToPos(day / data.year, "x", true));
            u.ctx.beginPath();
            u.ctx.moveTo(x, u.bbox.top);
            u.ctx.lineTo(x, u.bbox.top + u.bbox.height);
            u.ctx.stroke();
          }
          u.ctx.restore();
        },
        setCursor: (u) => said(u.cursor.idx),
      },
    };
    const grid = { stroke: "#e3e7ec", width: 1 };
    const font = "13px system-ui, sans-serif";
    const unit = chart.id.startsWith("trust");
    const plot = new uPlot({
      width: Math.max(box.clientWidth, 200), height: 300, legend: { show: false }, plugins: [marks], series, bands,
      scales: { x: { time: false }, y: unit ? { range: [0, 1] } : {} },
      axes: [
        { stroke: "#4f5966", grid, font, labelFont: font, label: box.dataset.axis, labelSize: 20, values: (u, values) => values.map((v) => ticks.format(v)) },
        { stroke: "#4f5966", grid, font, size: 60, values: (u, values) => values.map((v) => ticks.format(v)) },
      ],
      cursor: { y: false, drag: { x: false, y: false } },
    }, columns, box);
    const toggle = article.querySelector("[data-bands]");
    const show = () => {
      plot.batch(() => chart.lines.forEach((line, at) => {
        const on = switches[at].checked;
        for (let k = 0; k < 5; k++) plot.setSeries(1 + 5 * at + k, { show: on && (k === 0 || (toggle.checked && !line.twin)) });
      }));
    };
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
  }

  function shown() {
    return [...document.querySelectorAll("main")].find((main) => !main.hidden);
  }

  function speak(language) {
    document.documentElement.lang = language;
    for (const main of document.querySelectorAll("main")) main.hidden = main.lang !== language;
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

  for (const main of document.querySelectorAll("main")) {
    const slider = main.querySelector(".slider input");
    if (!slider) continue;
    const ranked = main.querySelector(".ranked");
    const output = main.querySelector(".slider output");
    const format = new Intl.NumberFormat(main.lang === "nl" ? "nl-BE" : "en-GB");
    slider.addEventListener("input", () => {
      const stop = data.ranked[Number(slider.value)];
      ranked.hidden = !stop;
      output.textContent = stop ? format.format(stop.worth) : "";
      slider.setAttribute("aria-valuetext", output.textContent || "–");
      if (!stop) return;
      const fill = (parent, items, make) => parent.replaceChildren(...items.map(make));
      fill(ranked.querySelector("tbody"), stop[main.lang].rows, (row) => {
        const line = document.createElement("tr");
        row.forEach((text, at) => {
          const cell = document.createElement(at ? "td" : "th");
          if (!at) cell.scope = "row";
          cell.textContent = text;
          line.append(cell);
        });
        return line;
      });
      fill(ranked.querySelector("ul"), stop[main.lang].sentences, (text) => {
        const item = document.createElement("li");
        item.textContent = text;
        return item;
      });
    });
  }

  const board = (on) => document.body.classList.toggle("board-only", on);
  for (const button of document.querySelectorAll(".to-board")) button.addEventListener("click", () => { location.hash = "board"; window.print(); });
  for (const button of document.querySelectorAll(".from-board")) button.addEventListener("click", () => { location.hash = ""; });
  const follow = () => {
    const wanted = location.hash.slice(1).split("-");
    board(wanted[0] === "board");
    if (["en", "nl"].includes(wanted[1])) speak(wanted[1]);
  };
  addEventListener("hashchange", follow);
  addEventListener("resize", () => { for (const [plot, box] of plots) if (box.clientWidth) plot.setSize({ width: box.clientWidth, height: 300 }); });
  speak(document.documentElement.lang);
  follow();
})();
