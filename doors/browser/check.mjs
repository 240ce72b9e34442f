// node check.mjs PACKED: reads questions, one a line, and answers each with the packed engine, one a line, as a page would be answered.
import fs from 'node:fs';
import readline from 'node:readline';
import zlib from 'node:zlib';

const module = new WebAssembly.Module(zlib.gunzipSync(fs.readFileSync(process.argv[2])));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error('the module imports', imports.map((one) => `${one.module}.${one.name}`).join(', '));
  process.exit(1);
}
const { exports: engine } = new WebAssembly.Instance(module, {});
for await (const line of readline.createInterface({ input: process.stdin })) {
  const question = Buffer.from(line);
  const at = engine.room(question.length);
  new Uint8Array(engine.memory.buffer, at, question.length).set(question);
  engine.ask(at, question.length);
  const answer = new Uint8Array(engine.memory.buffer, engine.answer(), engine.answer_length());
  process.stdout.write(`${Buffer.from(answer).toString()}\n`);
}
