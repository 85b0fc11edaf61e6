#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""keyboard ACCORD ACCORDCTL

Goes through every place by the keyboard alone: to it, into its list, to its first record, through that record's page and
back. Everywhere exactly one thing has the keyboard, it can be seen, and it has a name."""
import os
import re
import subprocess
import sys
import tempfile
import time

from person import Program, key, shown, type_text, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
PLACES = ('Overview', 'Organisations', 'Alliances', 'Boards and committees', 'Funds', 'Programmes', 'Business cases',
          'Portfolio', 'Caveats', 'Milestones', 'Risks', 'Calendar', 'Meetings', 'Actions', 'Questions', 'Source documents', 'Changes')
LESSER = ('Partners', 'Posts', 'Allocations', 'Payments', 'What was said', 'Workstreams', 'Options', 'Endorsements',
          'Benefits', 'Engagement events', 'Service transfers', 'Evaluation findings', 'Agenda items', 'Resolutions',
          'Documents')
EMPTY = ('Overview', 'Portfolio', 'Calendar', 'Changes')      # those that are no list
TABS = 7                             # so many steps into a page
FEW = 4                              # and so many into a list like the others

count = 0


def ok(good, what):
    global count
    count += 1
    print(f'{"ok" if good else "not ok"} {count} - {what}', flush=True)
    return good


def focus_of(program):
    return wait(program.focus, 'something that has the keyboard')


def go_to_place(program, place):
    key('ctrl+k')
    time.sleep(0.3)
    type_text(place)
    wait(lambda: program.has('list item', re.compile('^' + re.escape(place))), f'“{place}” among what was found')
    time.sleep(0.2)
    key('Return')
    wait(lambda: program.has('label', place), f'the place {place}')


def walk_page(program, steps=TABS):
    """What the Tab key meets, in order."""
    met = []
    for _ in range(steps):
        key('Tab')
        time.sleep(0.12)
        node = focus_of(program)
        met.append((node.get_role_name(), node.get_name() or '', shown(node)))
    return met


def judge(place, met):
    nameless = [role for role, name, _ in met if not name.strip() and role not in ('list', 'table', 'tree table', 'scroll pane', 'text')]
    hidden = [name for _, name, seen in met if not seen]
    stuck = len({(role, name) for role, name, _ in met}) < 3
    for words, found in (('has no name', nameless), ('is not to be seen', hidden)):
        for what in found:
            print(f'# {place}: {what} has the keyboard and {words}')
    if stuck:
        print(f'# {place}: the keyboard stays where it is: {met}')
    return not nameless and not hidden and not stuck


def main():
    print(f'1..{2 * len(PLACES) - len(EMPTY) + len(LESSER)}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        sample = os.path.join(folder, 'Sample.accord')
        subprocess.run([ACCORDCTL, 'init', '--sample', sample], check=True, stdout=subprocess.DEVNULL)
        program = Program(ACCORD, sample, environment={'G_DEBUG': 'fatal-warnings'})
        wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
        good = True
        for place in PLACES:
            go_to_place(program, place)
            good &= ok(judge(place, walk_page(program)), f'{place}: the keyboard goes through it')
            if place in EMPTY:
                continue
            go_to_place(program, place)
            key('Down')
            key('Return')
            wait(lambda: program.has(('heading', 'label'), 'History'), f'the page of the first of {place}')
            good &= ok(judge(f'a record of {place}', walk_page(program)), f'{place}: the keyboard goes through a record')
        for place in LESSER:
            go_to_place(program, place)
            good &= ok(judge(place, walk_page(program, FEW)), f'{place}: the keyboard goes through it')
        status = program.close()
        assert status == 0, f'the program ended with status {status}'
    sys.exit(not good)


main()
