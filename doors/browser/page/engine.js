// The engine for a page: workers that each hold one, jobs for them, and how to call jobs off. Everything is in this file; nothing is
// loaded and nothing leaves. `onfoot.start()` gives null where that is not allowed here, and `onfoot.whyNot` says why.
class Stopped extends Error {}

const onfoot = { Stopped, whyNot: "", data: JSON.parse(document.getElementById("data").textContent) };
globalThis.onfoot = onfoot;

async function unpacked() {
  const text = document.getElementById("engine").textContent;
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

function begun(module, url) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(url);
    worker.onmessage = ({ data }) => (data.ready ? resolve(worker) : reject(new Error(data.failed)));
    worker.onerror = (event) => reject(new Error(event.message || "a worker could not begin"));
    worker.postMessage({ module });
  });
}

class Engine {
  constructor(workers) {
    this.began = performance.now();
    this.lanes = workers.map((worker) => ({ worker, waiting: [], running: null }));
    this.next = 0;
    for (const lane of this.lanes) lane.worker.onmessage = ({ data }) => this.answered(lane, data);
  }

  // Asks one question; jobs of one `key` go to the same worker, which remembers what it has lived.
  ask(request, { group = "", key = request.life ?? 0, first = false } = {}) {
    const lane = this.lanes[key % this.lanes.length];
    return new Promise((resolve, reject) => {
      const job = { number: this.next++, request, group, resolve, reject };
      if (first) lane.waiting.unshift(job);
      else lane.waiting.push(job);
      this.go(lane);
    });
  }

  // Calls off what of this group still waits; what already runs is not listened to.
  stop(group) {
    for (const lane of this.lanes) {
      const off = lane.waiting.filter((job) => job.group === group);
      lane.waiting = lane.waiting.filter((job) => job.group !== group);
      if (lane.running?.group === group) {
        off.push({ ...lane.running });
        lane.running.off = true;
      }
      for (const job of off) job.reject(new Stopped(group));
    }
  }

  go(lane) {
    if (lane.running || !lane.waiting.length) return;
    lane.running = lane.waiting.shift();
    lane.worker.postMessage({ number: lane.running.number, request: lane.running.request });
  }

  answered(lane, { answer, failed, took }) {
    const job = lane.running;
    lane.running = null;
    this.go(lane);
    if (job.off) return;
    if (failed) job.reject(new Error(failed));
    else job.resolve(Object.assign(answer, { took }));
  }
}

onfoot.start = async ({ workers = Math.max(1, Math.min(4, (navigator.hardwareConcurrency || 2) - 1)) } = {}) => {
  try {
    const module = await unpacked();
    const url = URL.createObjectURL(new Blob(["the worker's script"], { type: "text/javascript" }));
    const ready = await Promise.all(Array.from({ length: workers }, () => begun(module, url)));
    URL.revokeObjectURL(url);
    return new Engine(ready);
  } catch (why) {
    onfoot.whyNot = String(why.message || why);
    return null;
  }
};
