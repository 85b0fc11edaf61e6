#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""edit-and-keep ACCORD ACCORDCTL

Drives the real window as a person with a keyboard and a screen reader would: opens the sample, goes to a fund, changes
its figure, undoes that, does it again, changes another from outside, ends the program, starts it anew and finds what was
kept. What the window says is held against what accordctl reads from the same file."""
import json
import os
import re
import subprocess
import sys

from pages import go_to
from person import ENTRIES, Program, find, key, press, wait, walk

ACCORD, ACCORDCTL = sys.argv[1:3]
FUND = re.compile('share of the Greater Manchester Transformation Fund$')
BEFORE, AFTER, OUTSIDE = 1920000000, 2012345678, 1777000000

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def sample_file():
    for folder, _, names in os.walk(os.environ['XDG_DATA_HOME']):
        for name in names:
            if name.endswith('.accord'):
                return os.path.join(folder, name)
    return None


def accordctl(*words):
    return subprocess.run([ACCORDCTL, '--workspace', wait(sample_file, 'the sample’s file'), '--json', *words],
                          check=True, capture_output=True, text=True).stdout


def funds():
    return [fund for fund in json.loads(accordctl('list', 'fund')) if FUND.search(fund['name'])]


def kept_pence():
    [fund] = funds()
    return fund['amount_pence']


def open_sample(program):
    """On the first page the keyboard is on "Open the sample"."""
    program.at(None, 'Open the sample')
    program.wait_active()
    key('Return')
    wait(lambda: program.has('list item', 'Overview'), 'the first place')


def go_to_fund(program):
    go_to(program, 'share Greater Manchester Transf', ('label', FUND))


def shows(program, words):
    return wait(lambda: program.has('label', re.compile(re.escape(words))), f'“{words}” in the window')


def amount_entry(program):
    def entry():
        for node in walk(program.window()):
            if node.get_role_name() in ('text', 'entry') and node.get_name() == 'Amount':
                return node
        return None
    return wait(entry, 'an entry for the amount')


def change_amount(program, words):
    press(wait(lambda: find(program.window(), 'push button', re.compile('^Edit “Details”')), 'the pencil'))
    entry = amount_entry(program)
    program.at(ENTRIES)
    entry.get_editable_text_iface().set_text_contents(words)
    key('ctrl+s')
    wait(lambda: not program.has('push button', 'Save'), 'the end of the edit')


def main():
    print('1..8', flush=True)
    program = Program(ACCORD)
    open_sample(program)
    ok('the sample opens from the first page by one key')

    go_to_fund(program)
    shows(program, '£19.2m')
    ok('the fund is found by words and shows its figure')

    change_amount(program, '£20,123,456.78')
    shows(program, '£20.1m')
    wait(lambda: kept_pence() == AFTER, 'the new figure in the file')
    ok('a changed figure is shown and kept to the penny')

    key('ctrl+z')
    shows(program, '£19.2m')
    wait(lambda: kept_pence() == BEFORE, 'the old figure in the file')
    ok('Ctrl+Z brings the old figure back')

    key('ctrl+shift+z')
    shows(program, '£20.1m')
    wait(lambda: kept_pence() == AFTER, 'the new figure in the file again')
    ok('Ctrl+Shift+Z does it again')

    [fund] = funds()
    accordctl('set', 'fund', str(fund['id']), 'amount=£17.77m')
    shows(program, '£17.77m')
    assert kept_pence() == OUTSIDE
    ok('what accordctl changes appears in the open page')

    status = program.close()
    assert status == 0, f'the program ended with status {status}'
    ok('the program ends when asked to')

    program = Program(ACCORD)
    open_sample(program)
    go_to_fund(program)
    shows(program, '£17.77m')
    assert kept_pence() == OUTSIDE
    assert program.close() == 0
    ok('started anew, it shows what was kept')


main()
