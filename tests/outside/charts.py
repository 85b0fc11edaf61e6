#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""charts ACCORD ACCORDCTL

Reads a chart in the real window with the keyboard alone: one stop of Tab, arrows from value to value, the picture
copied, and the same as a table."""
import os
import re
import subprocess
import sys
import tempfile

from pages import go_to
from person import Program, key, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
FUND = 'Fund for Neighbourhoods'
STOPS = 80

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def ctl(file, *words):
    subprocess.run([ACCORDCTL, '--workspace', file, *words], check=True, stdout=subprocess.DEVNULL)


def make(file):
    subprocess.run([ACCORDCTL, 'init', file], check=True, stdout=subprocess.DEVNULL)
    ctl(file, 'add', 'fund', f'name={FUND}', 'type=transformation-fund', 'amount=1200', 'last_year=2020/21')
    ctl(file, 'add', 'allocation', 'fund=1', 'year=2019/20', 'amount=600', 'category=service', 'purpose=Teams')
    for month, amount in ((4, 100), (6, 150), (9, 50)):
        ctl(file, 'add', 'payment', 'fund=1', f'date=2019-{month:02}-15', f'amount={amount}', 'payee=The Provider')


def heard(program, pattern):
    """What the keyboard is on, once it says something that matches."""
    return program.at(None, re.compile(pattern)).get_name()


def tab_to(program, pattern, *keys):
    program.tab_to(None, re.compile(pattern), *keys, most=STOPS)


def read_values(program):
    tab_to(program, r'^End of Mar 2019: £1,200 left$')
    ok('the drawing is one stop, at its first value')
    key('Right')
    heard(program, r'^End of Apr 2019: £1,100 left$')
    key('Right', 'Right')
    heard(program, r'^End of Jun 2019: £950 left$')
    ok('an arrow leads to the next value and says it')
    key('End')
    heard(program, r': £900 left$')
    key('Home')
    heard(program, r'^End of Mar 2019: £1,200 left$')
    key('Down')
    heard(program, r'^End of Mar 2019: £1,200 left, as allocated$')
    key('Right')
    heard(program, r'^End of Mar 2020: £600 left, as allocated$')
    ok('to the ends of a line, and to the line under it')


def copy(program):
    key('ctrl+c')
    wait(lambda: program.has('label', 'Copied as a picture'), 'word that it was copied')
    ok('Ctrl+C copies the picture')
    assert not program.tab().get_name().startswith('End of'), 'the keyboard stays in the drawing'
    key('shift+Tab')
    heard(program, r'^End of Mar 2020: £600 left, as allocated$')
    ok('Tab leaves the drawing, and comes back to where it was')


def table(program):
    tab_to(program, r'^Copy, save or print this picture$', 'shift+Tab')
    ok('the picture can be copied, saved and printed from the card')
    tab_to(program, r'^Table$', 'shift+Tab')
    key('space')
    wait(lambda: program.has('label', 'Jun 2019'), 'the table')
    wait(lambda: program.has('label', '£950'), 'its values')
    ok('the same is a table')


def main():
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'place.accord')
        make(file)
        program = Program(ACCORD, file)
        wait(lambda: program.has('list item', re.compile('^Overview')), 'the overview')
        go_to(program, FUND, (('label', 'heading'), 'What is left, and will it last'))
        read_values(program)
        copy(program)
        table(program)
        assert program.close() == 0
        ok('it ends well')
    print(f'1..{count}')


main()
