# SPDX-License-Identifier: GPL-3.0-or-later
"""A person at the window: finds things by role and name on the accessibility bus, presses them, types, and waits.

Every wait is for a condition and has a bound. What is looked for by name is looked for as a screen reader hears it."""
import collections
import os
import re
import signal
import subprocess
import threading
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = float(os.environ.get('ACCORD_TEST_PATIENCE', '240' if 'ASAN_OPTIONS' in os.environ else '90'))
STEP = 5                 # seconds for a key to lead on; where it does not, the keyboard is at an end
STDERR = 2
LAST_WORDS = 20          # lines of what a program that ended had complained of
MAX_ROWS = 80            # of a list; the rest is not walked
MARKS = (Atspi.StateType.FOCUSED, Atspi.StateType.CHECKED)    # told when a wait was in vain
ENTRIES = ('entry', 'text', 'password text')
LISTS = ('list', 'table', 'tree table', 'list box')

Atspi.init()
Atspi.set_timeout(20000, 60000)


class Missing(Exception):
    """What a person would not find."""


def wait(condition, what):
    """The first true answer of `condition`, asked again and again; an assertion fails if there is none in time."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            answer = condition()
            if answer:
                return answer
        except (GLib.Error, Missing):
            pass
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}\n{picture()}')
        time.sleep(0.05)


def picture():
    """What every program that still runs shows, in words: for whoever reads why a wait was in vain."""
    lines = []
    for program in Program.running:
        if program.process.poll() is not None:
            lines.append(program.how_it_ended())
            continue
        for window in (list(children(program.app)) if program.app else [])[::-1]:
            for node in walk(window):
                try:
                    if not shown(node) or not (node.get_name() or node is window):
                        continue
                    states = node.get_state_set()
                    marks = [state.value_nick for state in MARKS if states.contains(state)]
                    lines.append(f'{node.get_role_name()} “{node.get_name()}” {" ".join(marks)}'.rstrip())
                except GLib.Error:
                    continue
    return '\n'.join(lines[:400])


def children(node, limit=None):
    try:
        count = node.get_child_count()
    except GLib.Error:
        return
    for index in range(min(count, limit) if limit else count):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def walk(node):
    yield node
    try:
        limit = MAX_ROWS if node.get_role_name() in LISTS else None
    except GLib.Error:
        return
    for child in children(node, limit):
        yield from walk(child)


def matches(node, role, name):
    try:
        if role is not None and node.get_role_name() not in (role if isinstance(role, tuple) else (role,)):
            return False
        spoken = node.get_name() or ''
    except GLib.Error:
        return False
    if name is None:
        return True
    return bool(name.search(spoken)) if isinstance(name, re.Pattern) else spoken == name


def shown(node):
    """Whether it and all around it is to be seen: GTK 4.8 keeps hidden pages in the tree, but says so of each part."""
    while node is not None and node.get_role_name() != 'application':
        states = node.get_state_set()
        if not states.contains(Atspi.StateType.VISIBLE):
            return False
        node = node.get_parent()
    return True


def find(root, role=None, name=None, visible=True):
    for node in walk(root):
        if matches(node, role, name) and (not visible or shown(node)):
            return node
    raise Missing(f'{role} {name}')


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, text.get_character_count()) if text else node.get_name()


def press(node):
    action = node.get_action_iface()
    if action is None or action.get_n_actions() == 0:
        raise AssertionError(f'{node.get_role_name()} “{node.get_name()}” cannot be pressed')
    action.do_action(0)


def key(*names):
    subprocess.run(['xdotool', 'key', *names], check=True)


def active_title():
    """The title of the window that gets what is typed: GTK 4.8 does not tell the accessibility bus which that is."""
    asked = subprocess.run(['xdotool', 'getactivewindow', 'getwindowname'], capture_output=True, text=True, check=False)
    return asked.stdout.strip()


def type_text(words):
    subprocess.run(['xdotool', 'type', '--delay', '12', words], check=True)


class Program:
    """The program, started for one sitting."""

    running = []

    def __init__(self, *command, environment=None):
        env = {**os.environ, **(environment or {})}
        if 'ASAN_OPTIONS' in env:
            # Enough of a leak's true stack to hold it against lsan.supp; slow, hence the patience.
            env['ASAN_OPTIONS'] += ':fast_unwind_on_malloc=0:malloc_context_size=8'
        self.process = subprocess.Popen(command, env=env, stderr=subprocess.PIPE)
        self.complaints = collections.deque(maxlen=LAST_WORDS)
        self.listener = threading.Thread(target=self._listen, daemon=True)
        self.listener.start()
        self.app = None
        Program.running[:] = [program for program in Program.running if program.process.poll() is None] + [self]
        self.app = wait(self._application, 'the program on the accessibility bus')

    def _listen(self):
        """Passes on what the program complains of, and keeps the last of it."""
        for line in self.process.stderr:
            os.write(STDERR, line)
            self.complaints.append(line.decode(errors='replace').rstrip())

    def how_it_ended(self):
        """A sentence about a program that is no more."""
        status = self.process.returncode
        how = f'by signal {-status}, {signal.strsignal(-status)},' if status < 0 else f'with status {status}'
        self.listener.join(STEP)
        said = '\n'.join(list(self.complaints))
        return f'the program ended {how}' + (f' and said last:\n{said}' if said else ' without a word')

    def _must_run(self):
        if self.process.poll() is not None:
            raise AssertionError(self.how_it_ended())

    def _application(self):
        self._must_run()
        desktop = Atspi.get_desktop(0)
        for node in children(desktop):
            if node.get_process_id() == self.process.pid and node.get_child_count() > 0:
                return node
        return None

    def window(self):
        """The window that was opened last."""
        def last():
            self._must_run()
            return (list(children(self.app)) or [None])[-1]

        return wait(last, 'a window')

    def find(self, role=None, name=None):
        return wait(lambda: find(self.window(), role, name), f'{role} “{getattr(name, "pattern", name)}”')

    def has(self, role=None, name=None):
        try:
            return find(self.window(), role, name)
        except (Missing, GLib.Error):
            return None

    def press(self, role, name):
        press(self.find(role, name))

    def focus(self):
        """The node that has the keyboard, or None."""
        for node in walk(self.window()):
            try:
                if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                    return node
            except GLib.Error:
                continue
        return None

    def at(self, role=None, name=None):
        """What has the keyboard, once that is of the role and called so."""
        def found():
            node = self.focus()
            return node if node is not None and matches(node, role, name) else None

        return wait(found, f'the keyboard on {role or ""} “{getattr(name, "pattern", name)}”')

    def tab(self, *keys, before=None):
        """Presses Tab, or other keys, and gives what has the keyboard once it has gone on; where it does not go on, what
        had it before."""
        before = before or wait(self.focus, 'something that has the keyboard')
        name = before.get_name()
        key(*(keys or ('Tab',)))
        end = time.monotonic() + STEP
        while time.monotonic() < end:
            try:
                if before.get_name() != name or not before.get_state_set().contains(Atspi.StateType.FOCUSED):
                    break
            except GLib.Error:
                break
            time.sleep(0.02)
        return wait(self.focus, 'something that has the keyboard')

    def tab_to(self, role, name, *keys, most=90):
        """Presses Tab, or other keys, until what has the keyboard is of the role and called so."""
        node = wait(self.focus, 'something that has the keyboard')
        for _ in range(most):
            if matches(node, role, name):
                return node
            node = self.tab(*keys, before=node)
        if matches(node, role, name):
            return node
        raise AssertionError(f'the keyboard does not get to {role or ""} “{getattr(name, "pattern", name)}”\n{picture()}')

    def wait_active(self):
        """Waits until what is typed goes to the window that was opened last."""
        wait(lambda: active_title() == self.window().get_name(), 'the keyboard in the window')

    def search(self, words):
        """Types into the search of everything, and gives its field. What comes first for all the words has been, or will
        be, chosen by Return: the field sees to that itself."""
        self.wait_active()
        key('ctrl+k')
        field = self.at(ENTRIES, 'Search everything')
        type_text(words)
        wait(lambda: text_of(field) == words, f'“{words}” in the search of everything')
        return field

    def reach(self, role, name):
        """Waits until the window is the active one, and goes to a part of it with the keyboard."""
        def has_keyboard():
            part = find(self.window(), role, name)
            if part.get_state_set().contains(Atspi.StateType.FOCUSED):
                return part
            self.tab()
            return None

        self.wait_active()
        return wait(has_keyboard, f'the keyboard in “{getattr(name, "pattern", name)}”')

    def enter(self, role, name, words):
        """Types into a field that is found by its name, once the keyboard is there."""
        self.reach(role, name)
        type_text(words)

    def close(self):
        """Ends it as a desktop does, and gives its exit status."""
        self.process.terminate()
        try:
            status = self.process.wait(PATIENCE)
            self.listener.join(STEP)
            return status
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError('the program did not end when asked to') from None
