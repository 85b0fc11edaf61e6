#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""audit ACCORD ACCORDCTL

Goes through the real window page by page, and asks of whatever the keyboard can reach there: has it a name that is
made of words, said once, and is it big enough to be hit. GTK 4.8 gives what has no name that of its class, and reads
the underline of a mnemonic out. What GTK calls critical ends the program, and with it the test."""
import re
import sys

from person import Atspi, GLib, Program, children, find, key, press, shown, type_text, wait, walk

ACCORD = sys.argv[1]
CLASS = re.compile(r'^(Gtk|Adw|Gdk|Gsk|Accord)[A-Z]\w*$')
MNEMONIC = re.compile(r'(^|\s)_\w|\w_\w')
LEAST = 24               # pixels across and down that a finger or an unsteady hand can hit
FRAMES = ('frame', 'window', 'dialog', 'scroll pane', 'filler')
ROWS = ('table row', 'list item', 'list', 'table', 'tree table', 'link')

count = 0


def size(node):
    box = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return box.width, box.height


def is_doubled(name):
    words = name.split()
    half = len(words) // 2
    return len(words) % 2 == 0 and half > 0 and words[:half] == words[half:]


def fault(node):
    """What is wrong with a node that can have the focus, or None."""
    role, name = node.get_role_name(), (node.get_name() or '').strip()
    if not name:
        return 'has no name'
    if CLASS.match(name):
        return 'is called after its class'
    if MNEMONIC.search(name):
        return 'is called with its underline'
    if is_doubled(name):
        return 'is called the same twice'
    width, height = size(node)
    if role not in ROWS and (0 < width < LEAST or 0 < height < LEAST):
        return f'is {width} by {height} pixels'
    return None


def faults(root):
    for node in walk(root):
        try:
            states = node.get_state_set()
            if not states.contains(Atspi.StateType.FOCUSABLE) or node.get_role_name() in FRAMES or not shown(node):
                continue
            wrong = fault(node)
            if wrong:
                yield f'{node.get_role_name()} “{node.get_name()}” {wrong}'
        except GLib.Error:
            continue


def audit(program, what):
    """Everything that the program shows now, in whichever window."""
    global count
    found = [f'in “{window.get_name()}”: {words}' for window in children(program.app) for words in faults(window)]
    for window in children(program.app):
        if not window.get_name() or CLASS.match(window.get_name()):
            found.append('a window has no title')
    count += 1
    print(f'{"not ok" if found else "ok"} {count} - {what}', flush=True)
    for words in found:
        print(f'# {words}', flush=True)
    return not found


def focus_is(program, *roles):
    return wait(lambda: (lambda at: at is not None and at.get_role_name() in roles)(program.focus()),
                f'the keyboard in {" or ".join(roles)}')


def open_fund(program):
    key('ctrl+k')
    focus_is(program, 'entry', 'text')
    type_text('share Greater Manchester Transf')
    wait(lambda: program.has('list item', re.compile('share of the Greater')), 'the fund among what was found')
    key('Return')
    wait(lambda: program.has('push button', 'Edit “Details”'), 'the fund’s page')


def main():
    print('1..9', flush=True)
    program = Program(ACCORD, environment={'G_DEBUG': 'fatal-criticals'})
    wait(lambda: program.has('list item', 'Open the sample'), 'the first page')
    good = audit(program, 'the first page')

    wait(lambda: (lambda at: at is not None and at.get_name() == 'Open the sample')(program.focus()),
         'the keyboard on “Open the sample”')
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
