// node check.mjs MODULE SCENARIO LIVES: that the module imports nothing; the digest of every life, as `native` prints them.
import fs from 'node:fs';

const [file, scenario, lives] = process.argv.slice(2);
const module = new WebAssembly.Module(fs.readFileSync(file));
const imports = WebAssembly.Module.imports(module);
if (imports.length > 0) {
  console.error('the module imports', imports.map(one => `${one.module}.${one.name}`).join(', '));
  process.exit(1);
}
const { exports: engine } = new WebAssembly.Instance(module, {});
const answer = () => Buffer.from(new Uint8Array(engine.memory.buffer, engine.answer(), engine.answer_length()));
const text = fs.readFileSync(scenario);
const at = engine.room(text.length);
new Uint8Array(engine.memory.buffer, at, text.length).set(text);
const arms = engine.read(at, text.length);
if (arms < 0) {
  console.error(answer().toString());
  process.exit(1);
}
for (let arm = 0; arm < arms; arm++) {
  for (let number = 0; number < +lives; number++) {
    engine.digest_of_life(arm, number);
    console.log(answer().toString('hex'));
  }
}
