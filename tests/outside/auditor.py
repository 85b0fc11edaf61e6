# SPDX-License-Identifier: GPL-3.0-or-later
"""Listens to whatever the keyboard can reach in the real window: has it a name that is made of words, said once, and is it
big enough to be hit. GTK 4.8 gives what has no name that of its class, and reads the underline of a mnemonic out."""
import re

from person import Atspi, GLib, children, shown, walk

CLASS = re.compile(r'^(Gtk|Adw|Gdk|Gsk|Accord)[A-Z]\w*$')
MNEMONIC = re.compile(r'(^|\s)_\w|\w_\w')
LEAST = 24               # pixels across and down that a finger or an unsteady hand can hit
FRAMES = ('frame', 'window', 'dialog', 'scroll pane', 'filler')
# GTK tells the size without the padding; text to be selected is no target.
ROWS = ('label', 'table row', 'list item', 'list', 'table', 'tree table', 'link')

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
