// An archive made by hand, without the program that is tested: files, their
// manifest (schemas/common/archive.rng), and the same as a stored ZIP.

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from './crc32.mjs';

const escape = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;').replace(/\t/g, '&#9;');
const digest = (name, bytes) => createHash(name).update(bytes).digest('hex');

// What a PDF states of itself, as far as a reader of its metadata sees.
export const pdf = (part, conformance, text = '') => Buffer.from(`%PDF-1.4\n${text}\nstream\n`
  + '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>\n<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
  + '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
  + '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\n'
  + `<pdfaid:part>${part}</pdfaid:part>\n<pdfaid:conformance>${conformance}</pdfaid:conformance>\n`
  + '</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>\nendstream\n%%EOF\n');

// The files of a small archive: [path, role, media type, bytes].
export const sample = () => [
  ['备考表.pdf', 'record', 'application/pdf', pdf(1, 'B', '备考表')],
  ['附件/附件1 基础数据表.pdf', 'attachment', 'application/pdf', pdf(1, 'B', '附件1')],
  ['附件/全套材料.pdf', 'set', 'application/pdf', pdf(1, 'B', '全套')],
  ['数据/示例.json', 'data', 'application/json', Buffer.from('{ "edition": "hunan-county-2023" }\n')],
  ['补充/盖章扫描件.pdf', 'added', 'application/pdf', pdf(2, 'B', '扫描')],
];

// A file as the manifest states it.
export const state = ([path, role, type, bytes]) => ({ path, role, 'media-type': type, size: bytes.length,
  sha256: digest('sha256', bytes), sm3: digest('sm3', bytes) });

const element = (attributes) => `<file ${Object.entries(attributes)
  .map(([name, value]) => `${name}="${escape(value)}"`).join(' ')}/>`;

export const manifest = (stated) => Buffer.from('<?xml version="1.0" encoding="UTF-8"?>\n'
  + '<archive xmlns="urn:jixiao:archive:1" name="示例" title="示例" edition="hunan-county-2023"'
  + ' program="jixiao 0.1.0" state="clean">\n<metadata><item name="全宗号">0001</item></metadata>\n'
  + '<options pdf-level="1b" strict-fonts="false"/>\n<fonts/>\n'
  + `<files>\n${stated.map(element).join('\n')}\n</files>\n</archive>\n`);

export const digestLine = (text) => Buffer.from(`${digest('sha256', text)}  manifest.xml\n`);

// All files of an archive as [path, bytes]; the manifest may be another one.
export function archive(files, text = manifest(files.map(state))) {
  return [['manifest.xml', text], ['manifest.xml.sha256', digestLine(text)],
    ...files.map(([path, , , bytes]) => [path, bytes])];
}

export function writeFolder(folder, entries) {
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of entries) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

// A ZIP, stored; an entry may change fields of its headers before they are
// written: { method, flags, size, packed, crc, extra, offset, comment, local }.
export function zip(entries, { comment = '', before = Buffer.alloc(0), between = Buffer.alloc(0) } = {}) {
  const parts = [before], directory = [];
  let offset = before.length;
  for (const [path, bytes, changes = {}] of entries) {
    const name = Buffer.from(path);        // text, or bytes
    const common = (change) => {
      const fields = { flags: 0x0800, method: 0, crc: crc32(bytes), packed: bytes.length, size: bytes.length, ...change };
      const out = Buffer.alloc(26);
      out.writeUInt16LE(20, 0);
      out.writeUInt16LE(fields.flags, 2);
      out.writeUInt16LE(fields.method, 4);
      out.writeUInt16LE(0x0021, 8);
      out.writeUInt32LE(fields.crc, 10);
      out.writeUInt32LE(fields.packed, 14);
      out.writeUInt32LE(fields.size, 18);
      out.writeUInt16LE(name.length, 22);
      return out;
    };
    parts.push(Buffer.from('PK\x03\x04'), common({ ...changes, ...changes.local }),
      changes.localName ? Buffer.from(changes.localName) : name, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(0o100644 * 0x10000, 6);
    tail.writeUInt32LE(changes.offset ?? offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x03'), common(changes), tail, name);
    offset += 30 + name.length + bytes.length;
  }
  parts.push(between);
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset + between.length, 16);
  end.writeUInt16LE(Buffer.byteLength(comment), 20);
  return Buffer.concat([...parts, listed, end, Buffer.from(comment)]);
}
