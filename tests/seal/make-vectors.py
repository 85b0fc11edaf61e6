#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes test vectors into the folder that it is given: age files, right ones and wrong ones, one for each rule of the
specification, in the form of the public age test kit. All of it is worked out here, from the RFCs, so that nothing of
the program judges itself. The same bytes come out every time."""
import base64
import hashlib
import hmac
import pathlib
import struct
import sys
import zlib

FILE_KEY = b'ACCORD FILE KEY.'
NONCE = bytes(range(16))
CHUNK = 65536
PRIME = 2 ** 255 - 19


# --- The ciphers, as their RFCs have them.

def x25519(scalar, point):    # RFC 7748
    k = int.from_bytes(scalar, 'little') & ~7 & ~(128 << 8 * 31) | 64 << 8 * 31
    x1 = int.from_bytes(point, 'little') & ~(128 << 8 * 31)
    x2, z2, x3, z3, swap = 1, 0, x1, 1, 0
    for i in reversed(range(255)):
        bit = k >> i & 1
        if swap ^ bit:
            x2, x3, z2, z3 = x3, x2, z3, z2
        swap = bit
        a, b, c, d = x2 + z2, x2 - z2, x3 + z3, x3 - z3
        aa, bb, da, cb = a * a, b * b, d * a, c * b
        e = aa - bb
        x3, z3 = (da + cb) ** 2 % PRIME, x1 * (da - cb) ** 2 % PRIME
        x2, z2 = aa * bb % PRIME, e * (aa + 121665 * e) % PRIME
    if swap:
        x2, z2 = x3, z3
    return (x2 * pow(z2, PRIME - 2, PRIME) % PRIME).to_bytes(32, 'little')


def quarter(s, a, b, c, d):
    for left, right, other, turn in ((a, b, d, 16), (c, d, b, 12), (a, b, d, 8), (c, d, b, 7)):
        s[left] = s[left] + s[right] & 0xffffffff
        mixed = s[other] ^ s[left]
        s[other] = mixed << turn & 0xffffffff | mixed >> 32 - turn


def chacha_block(key, counter, nonce):    # RFC 8439
    start = list(struct.unpack('<16I', b'expand 32-byte k' + key + struct.pack('<I', counter) + nonce))
    s = start[:]
    for _ in range(10):
        for column in range(4):
            quarter(s, column, column + 4, column + 8, column + 12)
        quarter(s, 0, 5, 10, 15)
        quarter(s, 1, 6, 11, 12)
        quarter(s, 2, 7, 8, 13)
        quarter(s, 3, 4, 9, 14)
    return struct.pack('<16I', *(a + b & 0xffffffff for a, b in zip(s, start)))


def seal(key, nonce, plain):
    stream = b''.join(chacha_block(key, i + 1, nonce) for i in range((len(plain) + 63) // 64))
    sealed = bytes(a ^ b for a, b in zip(plain, stream))
    one_time = chacha_block(key, 0, nonce)
    r = int.from_bytes(one_time[:16], 'little') & 0x0ffffffc0ffffffc0ffffffc0fffffff
    text = sealed + bytes(-len(sealed) % 16) + struct.pack('<QQ', 0, len(sealed))
    total = 0
    for i in range(0, len(text), 16):
        total = (total + int.from_bytes(text[i:i + 16] + b'\1', 'little')) * r % (2 ** 130 - 5)
    tag = (total + int.from_bytes(one_time[16:32], 'little')) % 2 ** 128
    return sealed + tag.to_bytes(16, 'little')


def derive(secret, salt, info):    # RFC 5869
    extracted = hmac.digest(salt or bytes(32), secret, 'sha256')
    return hmac.digest(extracted, info + b'\1', 'sha256')


def bech32(prefix, data):    # BIP 173
    letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'
    bits = int.from_bytes(data, 'big') << 4
    values = [bits >> 5 * i & 31 for i in reversed(range(52))]
    total = 1
    for value in [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix] + values + [0] * 6:
        top = total >> 25
        total = (total & 0x1ffffff) << 5 ^ value
        for i, generator in enumerate((0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3)):
            total ^= generator if top >> i & 1 else 0
    total ^= 1
    return prefix + '1' + ''.join(letters[v] for v in values + [total >> 5 * (5 - i) & 31 for i in range(6)])


# --- The format.

def text64(data):
    return base64.b64encode(data).rstrip(b'=')


def of(number):
    return hashlib.sha256(b'accord test key %d' % number).digest()


def identity(number):
    return bech32('age-secret-key-', of(number)).upper()


ZERO = bytes(12)
BASE = (9).to_bytes(32, 'little')
RECIPIENT = x25519(of(1), BASE)


def stanza(arguments, body, lines=None):
    text = text64(body) if lines is None else None
    wrapped = [text[i:i + 64] for i in range(0, len(text) + 1, 64)] if lines is None else lines
    return b'-> ' + arguments + b'\n' + b''.join(line + b'\n' for line in wrapped)


def wrapped_for(number=1, share_of=2, file_key=FILE_KEY):
    share = x25519(of(share_of), BASE)
    recipient = x25519(of(number), BASE)
    shared = x25519(of(share_of), recipient)
    key = derive(shared, share + recipient, b'age-encryption.org/v1/X25519')
    return share, seal(key, ZERO, file_key)


def x25519_stanza(number=1, share_of=2, file_key=FILE_KEY):
    share, body = wrapped_for(number, share_of, file_key)
    return stanza(b'X25519 ' + text64(share), body)


def scrypt_body(passphrase=b'password', salt=b'sixteen bytes...', work=2, file_key=FILE_KEY):
    key = hashlib.scrypt(passphrase, salt=b'age-encryption.org/v1/scrypt' + salt, n=2 ** work, r=8, p=1, dklen=32,
                         maxmem=2 ** 30)
    return seal(key, ZERO, file_key)


def scrypt_stanza(arguments=None, salt=b'sixteen bytes...', work=2, **how):
    arguments = arguments or b'scrypt ' + text64(salt) + b' %d' % work
    return stanza(arguments, scrypt_body(salt=salt, work=work, **how))


def header(*stanzas, first=b'age-encryption.org/v1\n', end=None):
    text = first + b''.join(stanzas) + b'---'
    mac = hmac.digest(derive(FILE_KEY, b'', b'header'), text, 'sha256')
    return text + (end(mac) if end else b' ' + text64(mac) + b'\n')


def chunk(plain, number, last):
    key = derive(FILE_KEY, NONCE, b'payload')
    return seal(key, number.to_bytes(11, 'big') + bytes([last]), plain)


def payload(*plains):
    return NONCE + b''.join(chunk(plain, i, i == len(plains) - 1) for i, plain in enumerate(plains))


WORDS = b'What was agreed.'
FULL = (b'Accord. ' * (CHUNK // 8))
SHORT = payload(WORDS)
GOOD = header(x25519_stanza()) + SHORT
WHOLE_CHUNK = chunk(FULL, 0, 0)
LAST_FULL = chunk(FULL, 0, 1)


def armor(data=GOOD, columns=64, begin=b'-----BEGIN AGE ENCRYPTED FILE-----', end=b'-----END AGE ENCRYPTED FILE-----',
          feed=b'\n', last=None):
    text = base64.b64encode(data)
    lines = [text[i:i + columns] for i in range(0, len(text), columns)]
    if last:
        lines[-1] = last(lines[-1])
    return feed.join([begin] + lines + [end]) + feed


# --- The vectors.

made = {}


def vector(name, file, expect='header failure', plain=None, armored=False, passphrases=(), identities=(1,)):
    lines = ['expect: ' + expect]
    if expect == 'success' and plain is None:
        plain = WORDS
    if expect == 'payload failure' and plain is None:
        plain = b''
    if plain is not None:
        lines.append('payload: ' + hashlib.sha256(plain).hexdigest())
    lines += ['identity: ' + identity(number) for number in identities]
    lines += ['passphrase: ' + word for word in passphrases]
    if armored:
        lines.append('armored: yes')
    if len(file) > 2000:
        lines.append('compressed: zlib')
        file = zlib.compress(file, 9)
    assert name not in made
    made[name] = ('\n'.join(lines) + '\n\n').encode() + file


def sealed(*stanzas, **how):
    return header(*stanzas, **how) + SHORT


def headers():
    vector('x25519', GOOD, 'success')
    vector('x25519-two', sealed(x25519_stanza(3, 4), x25519_stanza(1, 5)), 'success')
    vector('x25519-two-identities', GOOD, 'success', identities=(7, 1))
    vector('x25519-other', sealed(x25519_stanza(3)), 'no match')
    vector('x25519-none', GOOD, 'no match', identities=(7, 8))
    vector('unknown-kind', sealed(stanza(b'joint example argument', b'x' * 60), x25519_stanza()), 'success')
    vector('unknown-kind-empty', sealed(stanza(b'joint', b''), x25519_stanza()), 'success')
    vector('unknown-kind-full-line', sealed(stanza(b'joint', b'y' * 48), x25519_stanza()), 'success')
    vector('unknown-kind-only', sealed(stanza(b'joint', b'x' * 32)), 'no match')
    vector('kind-in-small-letters', sealed(x25519_stanza().replace(b'X25519', b'x25519')), 'no match')
    vector('kind-of-all-signs', sealed(stanza(bytes(range(0x21, 0x7f)), b''), x25519_stanza()), 'success')
    vector('first-line-version', sealed(x25519_stanza(), first=b'age-encryption.org/v2\n'))
    vector('first-line-other', sealed(x25519_stanza(), first=b'other.example.org/v1\n'))
    vector('first-line-blank', sealed(x25519_stanza(), first=b'age-encryption.org/v1 \n'))
    vector('first-line-return', sealed(x25519_stanza(), first=b'age-encryption.org/v1\r\n'))
    vector('first-line-twice', sealed(x25519_stanza(), first=b'age-encryption.org/v1\nage-encryption.org/v1\n'))
    vector('nothing', b'')
    vector('first-line-only', b'age-encryption.org/v1\n')
    vector('no-stanza', sealed())
    vector('no-end', b'age-encryption.org/v1\n' + x25519_stanza())
    vector('stanza-not-begun', sealed(x25519_stanza().replace(b'-> ', b'=> ')))
    vector('stanza-no-blank', sealed(x25519_stanza().replace(b'-> ', b'->')))
    vector('stanza-two-blanks', sealed(x25519_stanza().replace(b'-> ', b'->  ')))
    vector('stanza-no-argument', sealed(stanza(b'', b'x'), x25519_stanza()))
    vector('stanza-argument-empty', sealed(stanza(b'joint  two', b'x'), x25519_stanza()))
    vector('stanza-blank-at-end', sealed(stanza(b'joint ', b'x'), x25519_stanza()))
    vector('stanza-tab', sealed(stanza(b'joint\ttwo', b'x'), x25519_stanza()))
    vector('stanza-nul', sealed(stanza(b'joint\0', b'x'), x25519_stanza()))
    vector('stanza-not-ascii', sealed(stanza('kämmerer'.encode(), b'x'), x25519_stanza()))
    vector('stanza-return', sealed(stanza(b'joint\r', b'x'), x25519_stanza()))
    vector('body-missing', sealed(stanza(b'joint', b'', lines=[]), x25519_stanza()))
    vector('body-no-last-line', sealed(stanza(b'joint', b'', lines=[text64(b'y' * 48)]), x25519_stanza()))
    vector('body-long-line', sealed(stanza(b'joint', b'', lines=[text64(b'y' * 51), b'']), x25519_stanza()))
    vector('body-short-lines', sealed(stanza(b'joint', b'', lines=[b'eHg', b'eHg']), x25519_stanza()))
    vector('body-filled-up', sealed(stanza(b'joint', b'', lines=[b'eHg=']), x25519_stanza()))
    vector('body-not-canonical', sealed(stanza(b'joint', b'', lines=[b'eHh']), x25519_stanza()))
    vector('body-one-letter', sealed(stanza(b'joint', b'', lines=[b'e']), x25519_stanza()))
    vector('body-other-letters', sealed(stanza(b'joint', b'', lines=[b'e-_g']), x25519_stanza()))
    vector('body-blank', sealed(stanza(b'joint', b'', lines=[b'eHh5 ']), x25519_stanza()))
    vector('body-return', sealed(stanza(b'joint', b'', lines=[b'eHh5\r']), x25519_stanza()))


def macs():
    vector('mac-wrong', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(of(9)) + b'\n'), 'HMAC failure')
    vector('mac-of-other-header', header(x25519_stanza()).replace(b'-> X', b'-> joint\n\n-> X') + SHORT, 'HMAC failure')
    vector('mac-order', header(stanza(b'one', b''), stanza(b'two', b''), x25519_stanza())
           .replace(b'-> one\n\n-> two\n\n', b'-> two\n\n-> one\n\n') + SHORT, 'HMAC failure')
    vector('mac-missing', sealed(x25519_stanza(), end=lambda mac: b'\n'))
    vector('mac-empty', sealed(x25519_stanza(), end=lambda mac: b' \n'))
    vector('mac-no-blank', sealed(x25519_stanza(), end=lambda mac: text64(mac) + b'\n'))
    vector('mac-two-blanks', sealed(x25519_stanza(), end=lambda mac: b'  ' + text64(mac) + b'\n'))
    vector('mac-blank-after', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(mac) + b' \n'))
    vector('mac-return', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(mac) + b'\r\n'))
    vector('mac-filled-up', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(mac) + b'=\n'))
    vector('mac-short', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(mac[:31]) + b'\n'))
    vector('mac-long', sealed(x25519_stanza(), end=lambda mac: b' ' + text64(mac + b'x') + b'\n'))
    vector('mac-no-feed', header(x25519_stanza())[:-1])

    def last_bits(mac):
        letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
        text = text64(mac)
        return b' ' + text[:-1] + letters[letters.index(text[-1:]) + 1:][:1] + b'\n'
    vector('mac-not-canonical', sealed(x25519_stanza(), end=last_bits))


def recipients():
    share, body = wrapped_for()
    name = b'X25519 ' + text64(share)
    vector('x25519-argument-missing', sealed(stanza(b'X25519', body)))
    vector('x25519-argument-more', sealed(stanza(name + b' more', body)))
    vector('x25519-share-short', sealed(stanza(b'X25519 ' + text64(share[:31]), body)))
    vector('x25519-share-long', sealed(stanza(b'X25519 ' + text64(share + b'x'), body)))
    vector('x25519-share-filled-up', sealed(stanza(name + b'=', body)))
    vector('x25519-body-short', sealed(stanza(name, body[:31])))
    vector('x25519-body-long', sealed(stanza(name, body + b'x')))
    vector('x25519-body-wrong', sealed(stanza(name, bytes(32))), 'no match')
    vector('x25519-long-file-key', sealed(stanza(name, wrapped_for(file_key=FILE_KEY + b'x')[1])))
    nothing = derive(bytes(32), bytes(32) + RECIPIENT, b'age-encryption.org/v1/X25519')
    vector('x25519-share-nought', sealed(stanza(b'X25519 ' + text64(bytes(32)), seal(nothing, ZERO, FILE_KEY))))
    one = (1).to_bytes(32, 'little')
    nothing = derive(bytes(32), one + RECIPIENT, b'age-encryption.org/v1/X25519')
    vector('x25519-share-one', sealed(stanza(b'X25519 ' + text64(one), seal(nothing, ZERO, FILE_KEY))))


def passphrases():
    def with_words(name, file, expect='header failure', words=('password',)):
        vector('scrypt' + name, file, expect, passphrases=words, identities=())
    salt = text64(b'sixteen bytes...')
    with_words('', sealed(scrypt_stanza()), 'success')
    with_words('-work-10', sealed(scrypt_stanza(work=10)), 'success')
    with_words('-second-passphrase', sealed(scrypt_stanza()), 'success', ('parole', 'password'))
    with_words('-wrong', sealed(scrypt_stanza()), 'no match', ('Password',))
    with_words('-with-blank', sealed(scrypt_stanza()), 'no match', ('password ',))
    vector('scrypt-with-identity', sealed(scrypt_stanza()), 'no match')
    with_words('-kind-in-capitals', sealed(scrypt_stanza(b'SCRYPT ' + salt + b' 2')), 'no match')
    with_words('-twice', sealed(scrypt_stanza(), scrypt_stanza()))
    with_words('-and-unknown', sealed(scrypt_stanza(), stanza(b'joint', b'x')))
    with_words('-and-x25519', sealed(scrypt_stanza(), x25519_stanza()))
    vector('x25519-and-scrypt', sealed(x25519_stanza(), scrypt_stanza()))
    for name, arguments in (('salt-missing', b'scrypt 2'), ('work-missing', b'scrypt ' + salt),
                            ('argument-more', b'scrypt ' + salt + b' 2 3'), ('salt-filled-up', b'scrypt ' + salt + b'== 2'),
                            ('salt-short', b'scrypt ' + text64(b'fifteen bytes..') + b' 2'),
                            ('salt-long', b'scrypt ' + text64(b'seventeen bytes..') + b' 2'),
                            ('work-0', b'scrypt ' + salt + b' 0'), ('work-02', b'scrypt ' + salt + b' 02'),
                            ('work-plus', b'scrypt ' + salt + b' +2'), ('work-minus', b'scrypt ' + salt + b' -2'),
                            ('work-hex', b'scrypt ' + salt + b' 0x2'), ('work-letter', b'scrypt ' + salt + b' 2a'),
                            ('work-23', b'scrypt ' + salt + b' 23'), ('work-64', b'scrypt ' + salt + b' 64'),
                            ('work-258', b'scrypt ' + salt + b' 258'),
                            ('work-2-to-64', b'scrypt ' + salt + b' 18446744073709551618')):
        with_words('-' + name, sealed(scrypt_stanza(arguments)))
    body = scrypt_body()
    with_words('-body-short', sealed(stanza(b'scrypt ' + salt + b' 2', body[:31])))
    with_words('-body-long', sealed(stanza(b'scrypt ' + salt + b' 2', body + b'x')))
    with_words('-body-wrong', sealed(stanza(b'scrypt ' + salt + b' 2', bytes(32))), 'no match')
    with_words('-long-file-key', sealed(scrypt_stanza(file_key=FILE_KEY + b'x')))


def payloads():
    head = header(x25519_stanza())

    def content(name, data, expect='payload failure', plain=None):
        vector('stream-' + name, head + data, expect, plain)
    content('empty', payload(b''), 'success', b'')
    content('full', NONCE + LAST_FULL, 'success', FULL)
    content('full-and-short', NONCE + WHOLE_CHUNK + chunk(WORDS, 1, 1), 'success', FULL + WORDS)
    content('two-full', NONCE + WHOLE_CHUNK + chunk(FULL, 1, 1), 'success', FULL + FULL)
    content('no-nonce', b'', 'header failure')
    content('nonce-short', NONCE[:15], 'header failure')
    content('no-chunk', NONCE)
    content('chunk-cut', SHORT[:-1])
    content('tag-only-short', NONCE + bytes(15))
    content('tag-wrong', SHORT[:-1] + bytes([SHORT[-1] ^ 1]))
    content('byte-wrong', SHORT[:16] + bytes([SHORT[16] ^ 128]) + SHORT[17:])
    content('nonce-wrong', bytes(16) + SHORT[16:])
    content('not-last', NONCE + chunk(WORDS, 0, 0))
    content('full-not-last', NONCE + WHOLE_CHUNK, plain=FULL)
    content('last-byte-2', NONCE + seal(derive(FILE_KEY, NONCE, b'payload'), bytes(11) + b'\2', WORDS))
    content('number-1', NONCE + chunk(WORDS, 1, 1))
    content('empty-last', NONCE + WHOLE_CHUNK + chunk(b'', 1, 1), plain=FULL)
    content('second-wrong', NONCE + WHOLE_CHUNK + chunk(WORDS, 1, 1)[:-1] + b'x', plain=FULL)
    content('second-missing', NONCE + WHOLE_CHUNK + chunk(WORDS, 1, 1)[:15], plain=FULL)
    content('second-first', NONCE + WHOLE_CHUNK + chunk(WORDS, 0, 1), plain=FULL)
    content('twice', NONCE + WHOLE_CHUNK + WHOLE_CHUNK, plain=FULL)
    content('two-last', NONCE + LAST_FULL + chunk(WORDS, 1, 1), plain=FULL)
    content('something-after', SHORT + b'x')
    content('something-after-full', NONCE + LAST_FULL + b'x', plain=FULL)
    content('number-to-the-left', NONCE + WHOLE_CHUNK
            + seal(derive(FILE_KEY, NONCE, b'payload'), b'\1' + bytes(10) + b'\1', WORDS), plain=FULL)


def armors():
    def written(name, file, expect='armor failure'):
        vector('armor-' + name, file, expect, armored=True)
    text = armor()
    begin, *lines, end, _ = text.split(b'\n')
    written('right', text, 'success')
    written('returns', armor(feed=b'\r\n'), 'success')
    written('blanks-around', b'\n \t\n\r\n' + text + b'\n  \r\n\n', 'success')
    written('no-last-feed', text[:-1], 'success')
    pad = next(n for n in range(400) if len(header(stanza(b'j', b'', lines=[b'']), stanza(b'k' * (n + 1), b''),
                                                   x25519_stanza()) + SHORT) % 48 == 0)
    full = header(stanza(b'j', b'', lines=[b'']), stanza(b'k' * (pad + 1), b''), x25519_stanza()) + SHORT
    written('last-line-full', armor(full), 'success')
    written('before', b'something\n' + text)
    written('after', text + b'something\n')
    written('after-nul', text + b'\0')
    written('blanks-without-end', b'\n' * 1100 + text)
    written('blanks-after-without-end', text + b'\n' * 1100)
    written('no-end', text.replace(end + b'\n', b''))
    written('no-end-line-feed', text.replace(b'\n' + end, end))
    written('end-of-another', text.replace(end, b'-----END AGE FILE-----'))
    written('begin-of-another', text.replace(begin, b'-----BEGIN PGP MESSAGE-----'))
    written('begin-in-small-letters', text.replace(begin, begin.lower()))
    written('begin-with-blank', text.replace(begin, begin + b' '))
    written('begin-indented', text.replace(begin, b' ' + begin))
    written('headers', text.replace(begin + b'\n', begin + b'\nComment: none\n\n'))
    written('empty-line', text.replace(begin + b'\n', begin + b'\n\n'))
    written('empty-line-at-end', text.replace(b'\n' + end, b'\n\n' + end))
    written('blank-at-line-end', text.replace(lines[0], lines[0] + b' '))
    written('blank-at-line-start', text.replace(lines[0], b' ' + lines[0]))
    written('line-long', armor(columns=68))
    written('line-short', armor(columns=60))
    written('filled-up-within', text.replace(lines[0], lines[0][:-1] + b'='))
    written('not-filled-up', armor(header(x25519_stanza()) + payload(WORDS + b'!'), last=lambda line: line.rstrip(b'=')))
    written('filled-up-too-much', armor(GOOD, last=lambda line: line + b'='))
    written('other-letter', text.replace(lines[0], b'-' + lines[0][1:]))
    written('checksum', text.replace(b'\n' + end, b'\n=abcd\n' + end))
    written('twice', text + text)
    written('empty', begin + b'\n' + end + b'\n')
    written('garbage', armor(b'garbage'), 'header failure')


for group in (headers, macs, recipients, passphrases, payloads, armors):
    group()
for name, data in made.items():
    (pathlib.Path(sys.argv[1]) / name).write_bytes(data)
