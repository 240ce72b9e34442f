// node pack.mjs MODULE PACKED: checks that a module imports nothing, takes its names away, and packs it for a page.
import fs from 'node:fs';
import zlib from 'node:zlib';

const [file, packed] = process.argv.slice(2);
const bytes = fs.readFileSync(file);
const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
if (imports.length > 0) {
  console.error('the module imports', imports.map((one) => `${one.module}.${one.name}`).join(', '));
  process.exit(1);
}

/** The sections of a module without those that only carry names. */
function withoutNames(module) {
  const kept = [module.subarray(0, 8)];
  for (let at = 8; at < module.length; ) {
    const from = at;
    const kind = module[at++];
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = module[at++];
      length += (byte & 127) * 2 ** shift;
      if (byte < 128) break;
    }
    at += length;
    if (kind !== 0) kept.push(module.subarray(from, at));
  }
  return Buffer.concat(kept);
}

const bare = withoutNames(bytes);
const small = zlib.gzipSync(bare, { level: 9 });
small[9] = 255; // the same bytes on every system
fs.writeFileSync(packed, small);
console.log(`${bytes.length} bytes, ${bare.length} without names, ${small.length} packed; no imports`);
