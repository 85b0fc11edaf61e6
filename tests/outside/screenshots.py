#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots ACCORD ACCORDCTL FOLDER [LOOK…]

Takes a picture of every page in every look, from the sample, in the real window: FOLDER/LOOK/PAGE.png. The clock stands
still and the journal names nobody, so that the same program gives the same pictures. Each look has a display of its own."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
DISPLAY = os.path.join(HERE, os.pardir, 'ui', 'display')
CLOCK = {'FAKETIME': '2026-11-22 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_FORCE_MONOTONIC_FIX': '0',
         'ACCORD_AUTHOR': 'Accord', 'TZ': 'UTC'}
REST = 0.9    # seconds for what moves to come to rest
COLOURS = 256

# The look, the size of its window, and what the desktop says.
LOOKS = {
    'light': ((1400, 900), {}, False),
    'dark': ((1400, 900), {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, False),
    'high-contrast': ((1400, 900), {'ADW_DEBUG_HIGH_CONTRAST': '1'}, False),
    'large-text': ((1400, 900), {}, True),
    'narrow': ((720, 900), {}, False),
}

WORDS = ('label', 'heading')

# The picture, what is typed into the search of everything to get there, and what is heard when it is there.
PAGES = (
    ('overview', None, (WORDS, 'Needs an answer')),
    ('organisation', 'Bury Council', (WORDS, 'Bury Council')),
    ('alliance', 'Bury Local Care Organisation', (WORDS, 'Who answers to whom')),
    ('board', 'Strategic Commissioning Board', (WORDS, 'Strategic Commissioning Board')),
    ('fund', 'share of the Greater Manchester Transf', (WORDS, 'What was said, and what the ledger shows')),
    ('programme', 'Our Health, Our Care', (WORDS, 'Milestones')),
    ('evaluation', 'Chorley Public Service Reform Strategy', (WORDS, 'Chorley Public Service Reform Strategy')),
    ('case', 'Neighbourhood Model', (WORDS, 'Caveats')),
    ('caveat', 'Quality of care', (WORDS, re.compile('quality of care', re.I))),
    ('meeting', 'Extraordinary Meeting, Cabinet', (WORDS, 'Agenda')),
    ('agenda-item', 'Stockport Together Outline Business Cases', (WORDS, 'Stockport Together Outline Business Cases')),
    ('question', 'Why the Council and its partners', (WORDS, re.compile('^Why the Council'))),
    ('benefit', 'Savings generated from the Acute Sector', (WORDS, 'Savings generated from the Acute Sector')),
    ('source', 'Start of a new health and care era', (WORDS, re.compile('^Start of a new health'))),
    ('list', 'Milestones', ('table row', None)),
    ('changes', 'Changes', (WORDS, 'Everything that was done in this workspace, and a way back.')),
)


def clock_library():
    for line in subprocess.run(['dpkg', '-L', 'libfaketime'], capture_output=True, text=True).stdout.splitlines():
        if line.endswith('libfaketimeMT.so.1'):
            return line
    sys.exit('screenshots: libfaketime is not there')


def window_id(program):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)],
                           check=True, capture_output=True, text=True).stdout.split()
    return found[-1]


def picture(program, path, colours):
    time.sleep(REST)
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)
    subprocess.run(['import', '-window', 'root', '+dither', '-colors', str(colours), '-strip',
                    '-define', 'png:exclude-chunks=date,time', path], check=True)


def go_to(person, program, words, heard):
    person.key('ctrl+k')
    time.sleep(0.4)
    person.type_text(words)
    person.wait(lambda: program.has('list item', re.compile(re.escape(words), re.I)), f'“{words}” among what was found')
    time.sleep(0.3)
    person.key('Return')
    person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')


def take(accord, accordctl, folder, look):
    """One look, on the display that this runs on."""
    sys.path.insert(0, HERE)
    import person
    size, _, large = LOOKS[look]
    if large:
        subprocess.run(['xrdb', '-merge'], input=b'Xft.dpi: 192\n', check=True)
    clock = {**CLOCK, 'LD_PRELOAD': clock_library()}
    with tempfile.TemporaryDirectory() as place:
        sample = os.path.join(place, 'Sample.accord')
        subprocess.run([accordctl, 'init', '--sample', sample], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, **clock})
        welcome = person.Program(accord, environment=clock)
        person.wait(lambda: welcome.has('list item', 'Open the sample'), 'the first page')
        fit(welcome, size)
        picture(welcome, os.path.join(folder, 'welcome.png'), COLOURS)
        assert welcome.close() == 0
        program = person.Program(accord, sample, environment=clock)
        person.wait(lambda: program.has('list item', re.compile('^Overview')), 'the overview')
        fit(program, size)
        for name, words, heard in PAGES:
            if words is not None:
                go_to(person, program, words, heard)
            person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')
            picture(program, os.path.join(folder, f'{name}.png'), COLOURS)
        person.key('ctrl+k')
        time.sleep(0.4)
        person.type_text('stockport')
        person.wait(lambda: program.has('list item', re.compile('Stockport')), 'what was found')
        picture(program, os.path.join(folder, 'go-to.png'), COLOURS)
        assert program.close() == 0


def fit(program, size):
    window = window_id(program)
    subprocess.run(['xdotool', 'windowmove', window, '0', '0'], check=True)
    subprocess.run(['xdotool', 'windowsize', '--sync', window, str(size[0]), str(size[1])], check=True)
    time.sleep(REST)


def main():
    if sys.argv[1] == '--take':
        take(*sys.argv[2:])
        return
    accord, accordctl, folder, *looks = sys.argv[1:]

    def take_look(look):
        size, said, _ = LOOKS[look]
        into = os.path.join(folder, look)
        shutil.rmtree(into, ignore_errors=True)
        os.makedirs(into)
        subprocess.run([DISPLAY, '--like-gnome', '--size', f'{size[0]}x{size[1]}', '/usr/bin/python3', __file__,
                        '--take', accord, accordctl, into, look], check=True, env={**os.environ, **said})
        print(f'{look}: {len(os.listdir(into))} pictures', flush=True)

    # Most of the time is spent on waiting for what moves to come to rest.
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(take_look, looks or LOOKS))


main()
