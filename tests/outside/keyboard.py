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

from pages import go_to
from person import Program, key, shown, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
PLACES = ('Overview', 'Organisations', 'Alliances', 'Boards and committees', 'Funds', 'Programmes', 'Business cases',
          'Portfolio', 'Caveats', 'Milestones', 'Risks', 'Calendar', 'Meetings', 'Actions', 'Questions', 'Source documents', 'Changes')
LESSER = ('Partners', 'Posts', 'Allocations', 'Payments', 'What was said', 'Workstreams', 'Options', 'Endorsements',
          'Benefits', 'Engagement events', 'Service transfers', 'Evaluation findings', 'Agenda items', 'Resolutions',
          'Documents')
EMPTY = ('Overview', 'Portfolio', 'Calendar', 'Changes')      # those that are no list
ROWS = ('table row', 'list item')
TABS = 7                             # so many steps into a page
FEW = 4                              # and so many into a list like the others

count = 0


def ok(good, what):
    global count
    count += 1
    print(f'{"ok" if good else "not ok"} {count} - {what}', flush=True)
    return good


def walk_page(program, steps=TABS):
    """What the Tab key meets, in order."""
    met, node = [], None
    for _ in range(steps):
        node = program.tab(before=node)
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
            go_to(program, place, ('label', place))
            good &= ok(judge(place, walk_page(program)), f'{place}: the keyboard goes through it')
            if place in EMPTY:
                continue
            go_to(program, place, ('label', place))
            program.at(ROWS)
            key('Down')
            key('Return')
            wait(lambda: program.has(('heading', 'label'), 'History'), f'the page of the first of {place}')
            good &= ok(judge(f'a record of {place}', walk_page(program)), f'{place}: the keyboard goes through a record')
        for place in LESSER:
            go_to(program, place, ('label', place))
            good &= ok(judge(place, walk_page(program, FEW)), f'{place}: the keyboard goes through it')
        status = program.close()
        assert status == 0, f'the program ended with status {status}'
    sys.exit(not good)


main()
