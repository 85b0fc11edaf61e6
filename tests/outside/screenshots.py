#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots [--only PAGE,PAGE] ACCORD ACCORDCTL FOLDER [LOOK…]

Takes a picture of every page in every look, from the sample and from the worked example (for what no document of the sample
states), in the real window: FOLDER/LOOK/PAGE.png. The clock stands
still and the journal names nobody, so that the same program gives the same pictures. Each look has a display of its own."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

from PIL import Image

import review_example
import worked_example
from page_list import EXAMPLE_PAGES, PAGES

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
DISPLAY = os.path.join(HERE, os.pardir, 'ui', 'display')
REVIEW_PAGES = ('room', 'pack', 'answer')
CLOCK = {'FAKETIME': '2026-11-22 10:00:00', 'FAKETIME_DONT_FAKE_MONOTONIC': '1', 'FAKETIME_FORCE_MONOTONIC_FIX': '0',
         'ACCORD_AUTHOR': 'Accord', 'TZ': 'UTC'}
REST = 0.6    # seconds for what moves to come to rest
LOOKS_AT_MOST = 20
COLOURS = 256

# The look, the size of its window, and what the desktop says.
LOOKS = {
    'light': ((1400, 900), {}, False),
    'dark': ((1400, 900), {'ADW_DEBUG_COLOR_SCHEME': 'prefer-dark'}, False),
    'high-contrast': ((1400, 900), {'ADW_DEBUG_HIGH_CONTRAST': '1'}, False),
    'large-text': ((1400, 900), {}, True),
    'narrow': ((720, 900), {}, False),
}

def clock_library():
    for line in subprocess.run(['dpkg', '-L', 'libfaketime'], capture_output=True, text=True).stdout.splitlines():
        if line.endswith('libfaketimeMT.so.1'):
            return line
    sys.exit('screenshots: libfaketime is not there')


def window_id(program):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)],
                           check=True, capture_output=True, text=True).stdout.split()
    return found[-1]


def shrink(whole, path):
    """Few colours make small files: these are kept with the program."""
    picture_of = Image.open(whole).convert('RGB')
    picture_of.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def seen(path):
    """What is on the display, as a file and as its bytes."""
    subprocess.run(['import', '-window', 'root', '-strip', path], check=True)
    return Image.open(path).convert('RGB').tobytes()


def picture(path):
    """Of a window that has come to rest: twice in a row the same."""
    subprocess.run(['xdotool', 'mousemove', '0', '0'], check=True)
    with tempfile.NamedTemporaryFile(suffix='.png') as whole:
        before = None
        for _ in range(LOOKS_AT_MOST):
            time.sleep(REST)
            now = seen(whole.name)
            if now == before:
                break
            before = now
        shrink(whole.name, path)


def take(accord, accordctl, folder, look, only):
    """One look, on the display that this runs on; the pages named in `only`, or all."""
    wanted = only.split(',') if only else ['welcome', *(page[0] for page in PAGES), *(page[0] for page in EXAMPLE_PAGES), 'go-to', 'review',
                                               *REVIEW_PAGES]
    import person
    from pages import go_to
    size, _, large = LOOKS[look]
    if large:
        subprocess.run(['xrdb', '-merge'], input=b'Xft.dpi: 192\n', check=True)
    clock = {**CLOCK, 'LD_PRELOAD': clock_library()}
    with tempfile.TemporaryDirectory() as place:
        sample = os.path.join(place, 'Sample.accord')
        subprocess.run([accordctl, 'init', '--sample', sample], check=True, stdout=subprocess.DEVNULL,
                       env={**os.environ, **clock})
        if 'welcome' in wanted:
            welcome = person.Program(accord, environment=clock)
            person.wait(lambda: welcome.has('list item', 'Open the sample'), 'the first page')
            fit(welcome, size)
            picture(os.path.join(folder, 'welcome.png'))
            assert welcome.close() == 0
        program = person.Program(accord, sample, environment=clock)
        person.wait(lambda: program.has('list item', re.compile('^Overview')), 'the overview')
        fit(program, size)
        for name, words, heard in (page for page in PAGES if page[0] in wanted):
            if words is not None:
                go_to(program, words, heard)
            person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')
            picture(os.path.join(folder, f'{name}.png'))
        if 'go-to' in wanted:
            program.search('stockport')
            person.wait(lambda: program.has('list item', re.compile('Stockport')), 'what was found')
            picture(os.path.join(folder, 'go-to.png'))
            person.key('Escape')
        if 'review' in wanted:
            review(person, program, page_of(accordctl, sample))
            picture(os.path.join(folder, 'review.png'))
            person.key('Escape')
        assert program.close() == 0
        if any(page[0] in wanted for page in EXAMPLE_PAGES):
            take_example(accord, accordctl, folder, place, size, clock, wanted)
        if any(name in wanted for name in REVIEW_PAGES):
            take_review(accord, accordctl, folder, place, size, clock)


def take_example(accord, accordctl, folder, place, size, clock, wanted):
    import person
    from pages import go_on, go_to
    example = os.path.join(place, 'Example.accord')
    worked_example.make(accordctl, example, clock)
    program = person.Program(accord, example, environment=clock)
    person.wait(lambda: program.has('list item', re.compile('^Overview')), 'the overview')
    fit(program, size)
    for name, words, heard, button in (page for page in EXAMPLE_PAGES if page[0] in wanted):
        if button is not None:
            go_on(program, words, heard, button)
        else:
            go_to(program, words, heard)
        picture(os.path.join(folder, f'{name}.png'))
    assert program.close() == 0


def take_review(accord, accordctl, folder, place, size, clock):
    """A case that is read, and an answer that comes back: what it is, and what it brings."""
    import person
    at = review_example.make(accordctl, place, clock)
    clock = {**clock, **review_example.key('commissioner'), 'XDG_DATA_HOME': os.path.join(place, 'data')}
    program = person.Program(accord, at['reading'], environment=clock)
    person.wait(lambda: program.has('push button', 'Return…'), 'the reading room')
    fit(program, size)
    time.sleep(2)    # for the first page of the paper
    picture(os.path.join(folder, 'room.png'))
    assert program.close() == 0
    program = person.Program(accord, at['asked'], at['answer'], environment=clock)
    person.wait(lambda: program.has('push button', 'See what it brings…'), 'what the file is')
    picture(os.path.join(folder, 'pack.png'))
    program.press('push button', 'See what it brings…')
    person.wait(lambda: program.has('push button', re.compile('^Take')), 'what it brings')
    picture(os.path.join(folder, 'answer.png'))
    person.key('Escape')
    program.close()


def page_of(accordctl, sample):
    """A committee page as a council shows it, of what the sample keeps of a meeting."""
    items = json.loads(subprocess.run([accordctl, '--workspace', sample, '--json', 'list', 'item', '--where', 'meeting=Chorley Public Services Reform Executive',
                                       '--sort', 'position'], check=True, capture_output=True, text=True).stdout)
    page = 'Agenda and draft minutes\n\nChorley Public Services Reform Executive - Tuesday, 27th September 2016 4.00 pm\n\nItems\nNo. Item\n\n'
    for item in items:
        page += f'{item["number"]}.\n\n{item["title"]}\n\n{item["proposed"] or ""}\n\nMinutes:\n\n{item["minutes"] or ""}\n\n'
    return page


def review(person, program, page):
    """To what was read of a page, before it is kept."""
    person.key('ctrl+shift+m')
    entry = person.wait(lambda: program.has(None, 'The text of the page'), 'where a page is pasted')
    entry.get_editable_text_iface().set_text_contents(page)
    person.key('ctrl+Return')
    person.wait(lambda: program.has(None, 'What was found'), 'what was read')


def fit(program, size):
    window = window_id(program)
    subprocess.run(['xdotool', 'windowmove', window, '0', '0'], check=True)
    subprocess.run(['xdotool', 'windowsize', '--sync', window, str(size[0]), str(size[1])], check=True)
    time.sleep(REST)


def main():
    if sys.argv[1] == '--take':
        take(*sys.argv[2:])
        return
    only, words = '', sys.argv[1:]
    if words[0] == '--only':
        only, words = words[1], words[2:]
    accord, accordctl, folder, *looks = words

    def take_look(look):
        size, said, _ = LOOKS[look]
        into = os.path.join(folder, look)
        shutil.rmtree(into, ignore_errors=True)
        os.makedirs(into)
        subprocess.run([DISPLAY, '--like-gnome', '--composite', '--size', f'{size[0]}x{size[1]}', '/usr/bin/python3', __file__,
                        '--take', accord, accordctl, into, look, only], check=True, env={**os.environ, **said})
        print(f'{look}: {len(os.listdir(into))} pictures', flush=True)

    # Most of the time is spent on waiting for what moves to come to rest.
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(take_look, looks or LOOKS))


main()
