// CRC-32 as ZIP has it (ISO 3309).

const table = Uint32Array.from({ length: 256 }, (_, k) => {
  let value = k;
  for (let bit = 0; bit < 8; bit++)
    value = value & 1 ? 0xEDB88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export const crc32 = (bytes) => (bytes.reduce((crc, byte) => table[(crc ^ byte) & 0xFF] ^ (crc >>> 8), 0xFFFFFFFF) ^ 0xFFFFFFFF) >>> 0;
