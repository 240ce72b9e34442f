// A worker with an engine of its own: JSON in, JSON out. It answers one question after another, in the order in which they come.
let engine = null;
const write = new TextEncoder();
const read = new TextDecoder();

function ask(request) {
  const bytes = write.encode(JSON.stringify(request));
  const at = engine.room(bytes.length);
  new Uint8Array(engine.memory.buffer, at, bytes.length).set(bytes);
  engine.ask(at, bytes.length);
  return JSON.parse(read.decode(new Uint8Array(engine.memory.buffer, engine.answer(), engine.answer_length())));
}

onmessage = async ({ data }) => {
  if (data.module) {
    try {
      engine = (await WebAssembly.instantiate(data.module, {})).exports;
      postMessage({ ready: true });
    } catch (why) {
      postMessage({ failed: String(why) });
    }
    return;
  }
  const started = performance.now();
  try {
    const answer = ask(data.request);
    postMessage({ number: data.number, answer, took: performance.now() - started });
  } catch (why) {
    postMessage({ number: data.number, failed: String(why) });
  }
};
