// A detached signature of the Chinese algorithms, which openssl cms cannot
// write: SignedData (RFC 5652) with one signer, SM2 with SM3.
//   node tests/archive/sm2.mjs CERTIFICATE SIGNATURE rfc|gm >manifest.p7s
// rfc has the object identifiers of RFC 5652 around it, gm those of
// GM/T 0010-2012.
import { readFileSync } from "node:fs";
import { X509Certificate } from "node:crypto";

const [certificate, signature, kind] = process.argv.slice(2);

function tlv(tag, ...parts) {
    const body = Buffer.concat(parts);
    const size = body.length < 0x80 ? [body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), body]);
}

function oid(text) {
    const [first, second, ...rest] = text.split(".").map(Number);
    const bytes = [first * 40 + second];
    for (let number of rest) {
        const group = [number & 0x7f];
        while ((number >>= 7) > 0)
            group.unshift(0x80 | (number & 0x7f));
        bytes.push(...group);
    }
    return tlv(0x06, Buffer.from(bytes));
}

// The element at a place, and where the next one begins.
function element(bytes, at) {
    const long = bytes[at + 1] & 0x80 ? bytes[at + 1] & 0x7f : 0;
    const size = long ? bytes.readUIntBE(at + 2, long) : bytes[at + 1];
    const end = at + 2 + long + size;
    return { whole: bytes.subarray(at, end), inside: at + 2 + long, end };
}

// The issuer and the serial number: the fourth and the second of what is
// certified, behind the version.
function issuerAndSerial(der) {
    const certified = element(der, element(der, 0).inside);
    const parts = [];
    for (let at = certified.inside; parts.length < 4;) {
        const part = element(der, at);
        parts.push(part.whole);
        at = part.end;
    }
    return tlv(0x30, parts[3], parts[1]);
}

const kinds = {
    rfc: { data: "1.2.840.113549.1.7.1", signed: "1.2.840.113549.1.7.2",
        sign: "1.2.156.10197.1.501" },
    gm: { data: "1.2.156.10197.6.1.4.2.1", signed: "1.2.156.10197.6.1.4.2.2",
        sign: "1.2.156.10197.1.301.1" },
};
const { data, signed, sign } = kinds[kind];
const der = new X509Certificate(readFileSync(certificate)).raw;
const one = tlv(0x02, Buffer.from([1]));
const sm3 = tlv(0x30, oid("1.2.156.10197.1.401"));
const signer = tlv(0x30, one, issuerAndSerial(der), sm3,
    tlv(0x30, oid(sign)), tlv(0x04, readFileSync(signature)));
process.stdout.write(tlv(0x30, oid(signed), tlv(0xa0, tlv(0x30, one,
    tlv(0x31, sm3), tlv(0x30, oid(data)), tlv(0xa0, der),
    tlv(0x31, signer)))));
