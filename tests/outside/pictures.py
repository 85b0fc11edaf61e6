#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pictures SCREENSHOTS ACCORD ACCORDCTL REFERENCES

Takes six pages as `./dev screenshots` does and holds them against the pictures that are kept. What is compared is what an
eye compares at arm's length: both pictures a quarter of the size, so that a letter may sit a hair to the side, but a card,
a line, a colour or a word that is gone or moved is noticed."""
import os
import subprocess
import sys
import tempfile

import numpy
from PIL import Image

SCREENSHOTS, ACCORD, ACCORDCTL, REFERENCES = sys.argv[1:5]
PAGES = ('overview', 'alliance', 'fund', 'programme', 'case', 'meeting')
SMALLER = 4
NOTICED = 28          # of 255: so much darker or lighter is another picture
MOST = 0.012          # of all places may be


def load(path):
    picture = Image.open(path).convert('L')
    return numpy.asarray(picture.resize((picture.width // SMALLER, picture.height // SMALLER), Image.BOX), dtype=int)


def difference(path, reference):
    ours, theirs = load(path), load(reference)
    if ours.shape != theirs.shape:
        return 1.0
    return float((abs(ours - theirs) > NOTICED).mean())


def main():
    print(f'1..{len(PAGES) + 1}', flush=True)
    good = True
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(['/usr/bin/python3', SCREENSHOTS, '--only', ','.join(PAGES), ACCORD, ACCORDCTL, folder, 'light'],
                       check=True, stdout=subprocess.DEVNULL)
        taken = os.path.join(folder, 'light')
        for number, page in enumerate(PAGES, 1):
            apart = difference(os.path.join(taken, f'{page}.png'), os.path.join(REFERENCES, f'{page}.png'))
            good &= apart <= MOST
            print(f'{"ok" if apart <= MOST else "not ok"} {number} - {page}: {apart:.4f} of the picture differs', flush=True)
        # The measure itself must be able to say no.
        apart = difference(os.path.join(taken, 'fund.png'), os.path.join(REFERENCES, 'case.png'))
        good &= apart > MOST
        print(f'{"ok" if apart > MOST else "not ok"} {len(PAGES) + 1} - another page is another picture: {apart:.4f}', flush=True)
    sys.exit(not good)


main()
