#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What translators get: words.py XGETTEXT

The words for people are taken out of the sources as ./po does it, and looked at."""
import pathlib
import re
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))
import tap

# As the preset "glib" of Meson has them.
KEYWORDS = ('_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3', 'ngettext:1,2')
TAKEN = subprocess.run([sys.argv[1], '--from-code=UTF-8', '--directory', TOP, '--files-from', TOP / 'po' / 'POTFILES', '--output', '-',
                        *(f'--keyword={keyword}' for keyword in KEYWORDS)], capture_output=True, text=True, check=True)
MESSAGE = re.compile(r'^msgid(?:_plural)? ((?:".*"\n)+)', re.MULTILINE)
# A lone sign of a place to fill in: what followed it was a macro, which only <inttypes.h> has the right to.
CUT = re.compile(r'(?<!%)(?:%%)*%$')


def case_extraction():
    """the words are taken out of the sources without a complaint"""
    return TAKEN.stderr.splitlines()


def case_whole():
    """no message is cut where a number goes into it"""
    messages = (''.join(re.findall(r'"(.*)"', found[1])) for found in MESSAGE.finditer(TAKEN.stdout))
    return [f'“{text}” ends there: inside _() a number of 64 bits is PRId64 or PRIu64' for text in messages
            if CUT.search(text) and not re.search(r'\d %$|\d%$', text)]


sys.exit(tap.run(tap.named(globals(), 'case_')))
