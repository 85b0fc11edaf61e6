#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""audit ACCORD ACCORDCTL

Goes through the lists, forms, menus and questions of the real window, and listens to them as auditor.py does. What GTK
calls critical ends the program, and with it the test."""
import re
import sys

from auditor import audit
from pages import go_to
from person import Atspi, Program, find, key, press, shown, wait, walk

ACCORD = sys.argv[1]


def open_fund(program):
    go_to(program, 'share Greater Manchester Transf', ('push button', 'Edit “Details”'))


def main():
    print('1..9', flush=True)
    program = Program(ACCORD, environment={'G_DEBUG': 'fatal-criticals'})
    wait(lambda: program.has('list item', 'Open the sample'), 'the first page')
    good = audit(program, 'the first page')

    program.at(None, 'Open the sample')
    program.wait_active()
    key('Return')
    wait(lambda: program.has('list item', 'Overview'), 'the first place')
    good &= audit(program, 'the overview')

    open_fund(program)
    key('Escape')
    wait(lambda: program.has('table row'), 'the list as a table')
    good &= audit(program, 'a list as a table')

    for button, item in (('Filter', 'list item'), ('Sort by', 'menu item')):
        press(find(program.window(), 'push button', button))
        wait(lambda: any(shown(node) for node in walk(program.window()) if node.get_role_name() == item
                         and node.get_state_set().contains(Atspi.StateType.FOCUSABLE)), f'what “{button}” offers')
        good &= audit(program, f'what “{button}” offers')
        key('Escape')

    open_fund(program)
    good &= audit(program, 'a page, and the list beside it')

    press(find(program.window(), 'push button', 'Edit “Details”'))
    wait(lambda: program.has('push button', 'Save'), 'the form')
    good &= audit(program, 'a page in edit')
    key('Escape')
    wait(lambda: not program.has('push button', 'Save'), 'the end of the edit')

    windows = program.app.get_child_count()
    key('ctrl+n')
    wait(lambda: program.app.get_child_count() > windows and program.has('push button', 'Add'), 'the dialog')
    good &= audit(program, 'the dialog that adds a record')

    program.find(('text', 'entry'), re.compile('^Name')).get_editable_text_iface().set_text_contents('A fund')
    program.press('push button', 'Cancel')
    wait(lambda: program.has('push button', re.compile('Discard')), 'the question whether to discard it')
    good &= audit(program, 'the question whether to discard what was typed')
    program.press('push button', re.compile('Discard'))
    wait(lambda: program.app.get_child_count() == windows, 'the end of the dialog')

    status = program.close()
    assert status == 0, f'the program ended with status {status}'
    sys.exit(not good)


main()
