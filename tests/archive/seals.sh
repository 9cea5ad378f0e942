#!/usr/bin/env bash
# Signatures and time stamps of an archive's manifest, made by openssl with
# authorities of this test: those that fit, and every way in which one does not.
set -u
cd "$(dirname "$0")/../.." || exit
jixiao=$(realpath "${JIXIAO:-build/jixiao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
. tests/checks.sh
archive=$work/archive
manifest=$archive/manifest.xml

# quiet COMMAND...: what openssl says goes to a file.
quiet() {
    "$@" >>"$work/openssl.log" 2>&1 || echo "failed: $*" >>"$work/openssl.log"
}

# --- authorities and certificates ------------------------------------------
# authority NAME: a key, and a certificate that it has signed itself.
authority() {
    quiet openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 \
        -nodes -keyout "$work/$1.key" -out "$work/$1.pem" -days 4000 \
        -subj "/CN=$1" -addext basicConstraints=critical,CA:TRUE
}

# certificate NAME AUTHORITY OWNER USE DAYS: one that the authority has signed.
certificate() {
    quiet openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
        -utf8 -keyout "$work/$1.key" -out "$work/$1.csr" -subj "/CN=$3"
    printf 'basicConstraints=CA:FALSE\n%s\n' "$4" >"$work/$1.ext"
    quiet openssl x509 -req -in "$work/$1.csr" -CA "$work/$2.pem" \
        -CAkey "$work/$2.key" -CAcreateserial -days "$5" \
        -extfile "$work/$1.ext" -out "$work/$1.pem"
}

authority ca
authority other
certificate unit ca 示例县示例局 '' 4000
certificate second ca 第二人 '' 4000
certificate past ca 从前 '' -1
certificate stranger other 别人 '' 4000
certificate tsa ca 时间 extendedKeyUsage=critical,timeStamping 4000
certificate strange-tsa other 别的时间 extendedKeyUsage=critical,timeStamping 4000
certificate no-tsa ca 不是时间 '' 4000

# --- making seals ------------------------------------------------------------
# sign CERTIFICATE [OPTION...]: as the manual has it.
sign() {
    quiet openssl cms -sign -binary -in "$manifest" -signer "$work/$1.pem" \
        -inkey "$work/$1.key" -outform DER -out "$archive/manifest.p7s" "${@:2}"
}

# stamp CERTIFICATE OPTION-OF-QUERY...: an authority answers a query.
stamp() {
    cat >"$work/tsa.cnf" <<END
[tsa]
default_tsa = it
[it]
serial = $work/serial
crypto_device = builtin
signer_cert = $work/$1.pem
signer_key = $work/$1.key
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512, sha1
accuracy = secs:1
ess_cert_id_alg = sha256
END
    echo 01 >"$work/serial"
    quiet openssl ts -query -data "${stamped:-$manifest}" -sha256 "${@:2}" \
        -out "$work/query.tsq"
    quiet openssl ts -reply -config "$work/tsa.cnf" -queryfile \
        "$work/query.tsq" -out "$archive/manifest.tsr"
}

anew() {
    rm -rf "$archive"
    node tests/archive/write.mjs "$archive"
}

finds() {
    ends "$1" verify --lang en "${@:3}" "$archive" && says "$2"
}
trusts() {
    finds "$1" "$2" --trust "$work/ca.pem" "${@:3}"
}

# --- signatures ----------------------------------------------------------------
anew
check 'without any seal there is nothing to say' ends 0 verify "$archive"
check 'and libcrypto is not asked for' \
    without libcrypto.so.3 ends 0 verify "$archive"
check 'without any seal --trust has nothing to judge' trusts 1 'K050'

sign unit
check 'a signature fits, and is nobody'"'"'s without --trust' finds 1 'K055: .*示例县示例局'
check 'a signature is trusted' trusts 0 'K057: .*示例县示例局'
check 'without libcrypto nothing is said of it' \
    without libcrypto.so.3 finds 4 'X072: .*libcrypto'
check 'nor is it trusted' says_not 'K05[57]'
sign unit -nocerts
check 'a signature without a certificate cannot be judged' trusts 2 'K060'
sign unit -outform PEM
check 'a signature in PEM is trusted' trusts 0 'K057'
sign unit -signer "$work/stranger.pem" -inkey "$work/stranger.key"
check 'one of two who have signed is not trusted' trusts 2 'K053'
sign unit -signer "$work/second.pem" -inkey "$work/second.key"
check 'two have signed' trusts 0 'K057: .*; '
sign stranger
check 'a signature of another authority is not trusted' trusts 2 'K053: .*别人.*issuer'
check 'without --trust it only fits' finds 1 'K055: .*别人'
sign past
check 'a certificate that has expired is a warning' trusts 1 'K054: .*从前'
sign unit -md sha1
check 'a signature with SHA-1 is a warning' trusts 1 'K061: .*SHA1'
check 'whoever it is of' says 'K057: .*示例县示例局'
sign unit -noattr -md sha384
check 'a longer digest is as good' trusts 0 'K057'
sign unit -nodetach
check 'a signature with a content of its own is refused' trusts 2 'K051'
sign unit
cp "$archive/manifest.p7s" "$work/manifest.p7s"
sed -i 's/0001/0002/' "$manifest"
(cd "$archive" && sha256sum manifest.xml >manifest.xml.sha256)
check 'a manifest changed with its digest does not fit' trusts 2 'K052: manifest.p7s'
check 'also without --trust' finds 2 'K052'
anew
head -c 200 "$work/manifest.p7s" >"$archive/manifest.p7s"
check 'a signature cut off' trusts 2 'K051'
echo 签名 >"$archive/manifest.p7s"
check 'no signature' trusts 2 'K051'
: >"$archive/manifest.p7s"
check 'an empty signature' trusts 2 'K051'
truncate -s 5M "$archive/manifest.p7s"
check 'a signature of 5 MB' trusts 2 'K051'
rm "$archive/manifest.p7s"
ln -s "$work/manifest.p7s" "$archive/manifest.p7s"
check 'a link to a signature' trusts 2 'K051'

# SM2 with SM3, by the names of RFC 5652 and by those of GM/T 0010.
sm2_key() {
    openssl ecparam -name SM2 -genkey -noout -out "$work/sm2.key" &&
        openssl req -x509 -new -key "$work/sm2.key" -sm3 -subj /CN=sm2 \
            -sigopt distid:1234567812345678 -out "$work/sm2.pem"
}
anew
if sm2_key >>"$work/openssl.log" 2>&1; then
    quiet openssl dgst -sm3 -sign "$work/sm2.key" \
        -sigopt distid:1234567812345678 -out "$work/sm2.sig" "$manifest"
    for kind in rfc gm; do
        node tests/archive/sm2.mjs "$work/sm2.pem" "$work/sm2.sig" $kind \
            >"$archive/manifest.p7s"
        check "SM2 is not checked, and that is said: $kind" finds 1 'K062'
        check "also with --trust: $kind" trusts 1 'K062: manifest.p7s.*SM2'
        check "and not that it does not fit: $kind" says_not 'K05'
    done
else
    echo 'skip a signature with SM2: openssl has no SM2 here'
fi

# --- time stamps -----------------------------------------------------------------
anew
stamp tsa -cert
check 'a time stamp fits, and is nobody'"'"'s without --trust' \
    finds 1 'K056: .*[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8} UTC.*时间'
check 'a time stamp is trusted' trusts 0 "K058: .*$(date -u +%Y-).*时间"
stamp tsa -no_nonce
check 'a time stamp without a certificate cannot be judged' trusts 2 'K060'
stamped=$work/ca.pem stamp tsa -cert
check 'a time stamp of another file does not fit' trusts 2 'K052: manifest.tsr'
stamp tsa -cert -sha512
check 'a time stamp of another digest fits, too' trusts 0 'K058'
stamp tsa -cert -sha1
check 'a time stamp of a SHA-1 is a warning' trusts 1 'K061: manifest.tsr.*SHA1'
# The name of how it is signed becomes SM2 with SM3, which is as long.
stamp tsa -cert
node -e '
    const fs = require("node:fs");
    const stamp = fs.readFileSync(process.argv[1]);
    Buffer.from("2a811ccf55018375", "hex").copy(stamp,
        stamp.lastIndexOf(Buffer.from("2a8648ce3d040302", "hex")));
    fs.writeFileSync(process.argv[1], stamp);
' "$archive/manifest.tsr"
check 'a time stamp with SM2 is not checked, and that is said' \
    trusts 1 'K062: manifest.tsr.*SM2'
stamp strange-tsa -cert
check 'a time stamp of another authority is not trusted' trusts 2 'K053: manifest.tsr'
stamp no-tsa -cert
check 'a certificate that is not for time stamps makes none' trusts 2 'K05[13]'
stamp tsa -cert
cp "$archive/manifest.tsr" "$work/manifest.tsr"
sign unit
check 'both are looked at' trusts 0 'K057'
check 'both are looked at: the time stamp' says 'K058'
sed -i 's/0001/0002/' "$manifest"
(cd "$archive" && sha256sum manifest.xml >manifest.xml.sha256)
check 'a manifest that has changed is not what was stamped' trusts 2 'K052: manifest.tsr'
anew
head -c 300 "$work/manifest.tsr" >"$archive/manifest.tsr"
check 'a time stamp cut off' trusts 2 'K051'
echo 时间 >"$archive/manifest.tsr"
check 'no time stamp' trusts 2 'K051'
cp "$work/query.tsq" "$archive/manifest.tsr"
check 'a query is no time stamp' trusts 2 'K051'
printf '\x30\x05\x30\x03\x02\x01\x02' >"$archive/manifest.tsr"
check 'an answer that refuses' trusts 2 'K051'

# --- in a ZIP, and whom to trust -------------------------------------------------
anew
sign unit
node tests/archive/write.mjs --zip "$archive"
check 'in a ZIP it is the same' ends 0 verify --trust "$work/ca.pem" "$archive.zip"
check 'no file of certificates is wrong use' finds 3 'K059' --trust "$work/none"
check 'nor is one that has none' finds 3 'K059' --trust "$manifest"
cat "$work/other.pem" "$work/ca.pem" >"$work/both.pem"
check 'a file may have several authorities' finds 0 'K057' --trust "$work/both.pem"

# Each byte changed in turn: whatever it was, it does not fit any more, or it was
# one that says nothing; never does it fall.
survives() {
    node tests/archive/flip.mjs "$archive/manifest.$1" "$2" | while read -r changed; do
        cp "$changed" "$archive/manifest.$1"
        "$jixiao" verify --trust "$work/ca.pem" "$archive" >/dev/null 2>&1
        status=$?
        [ $status -le 2 ] || echo "status $status"
    done
}
sign unit
report 'a signature with any byte changed' "$(survives p7s "$work/flipped")"
anew
stamp tsa -cert
report 'a time stamp with any byte changed' "$(survives tsr "$work/flipped")"
exit $failed
