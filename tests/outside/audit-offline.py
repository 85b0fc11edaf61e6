#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""audit-offline ACCORD ACCORDCTL

Goes through the screens of offline review with a case that was sent, one that is read and an answer that comes home, and
listens to them as auditor.py does. What GTK calls critical ends the program, and with it the test."""
import os
import re
import sys
import tempfile

import review_example
from auditor import audit
from pages import go_to
from person import Program, key, type_text, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
BUTTON = 'push button'


class Screens:
    def __init__(self, at):
        self.at = at
        self.good = True
        self.program = None

    def start(self, *arguments, heard):
        self.program = Program(ACCORD, *arguments, environment={'G_DEBUG': 'fatal-criticals'})
        self.wait_for(*heard)

    def wait_for(self, role, name):
        return wait(lambda: self.program.has(role, re.compile(name)), f'{role} “{name}”')

    def press(self, name, heard):
        self.wait_for(BUTTON, name)
        self.program.press(BUTTON, re.compile(name))
        self.wait_for(*heard)

    def listen(self, what):
        self.good &= audit(self.program, what)

    def close(self):
        self.program.close()


def hear_room(screens):
    screens.start(screens.at['reading'], heard=(BUTTON, '^Return…$'))
    screens.wait_for(BUTTON, '^Next page')
    screens.listen('the reading room')
    # A window of the usual size shows the comments in place of the documents.
    if not screens.program.has(BUTTON, re.compile('^Reply')):
        screens.press('^Comments$', (BUTTON, '^Reply'))
    screens.press('^Reply', (BUTTON, '^Done$'))
    screens.listen('a reply that is written')
    screens.press('^Done$', (BUTTON, '^Reply'))
    screens.close()


def hear_pack(screens):
    screens.start(screens.at['request'], heard=(BUTTON, 'the review$'))
    screens.listen('what a request is, without a workspace')
    screens.close()


def hear_answer(screens):
    screens.start(screens.at['asked'], screens.at['answer'], heard=(BUTTON, '^See what it brings'))
    screens.listen('what an answer is')
    screens.press('^Trust this key', ('check box', 'have compared'))
    screens.listen('whose key it is')
    screens.press('^Cancel$', (BUTTON, '^See what it brings'))
    screens.press('^See what it brings', (BUTTON, '^Take'))
    screens.listen('what comes home')
    screens.close()


def hear_case(screens):
    screens.start(screens.at['asked'], heard=('list item', '^Overview'))
    go_to(screens.program, review_example.CASE.lower(), (('label', 'heading'), re.compile('^Offline review$')))
    screens.listen('a case that was sent')
    screens.press('^Send for review', (('label', 'heading'), '^Who can open it$'))
    screens.listen('to whom it is sent')
    key('Escape')
    screens.press('^Compare ', (('label', 'heading'), '^What is held against what$'))
    screens.listen('two versions')
    key('ctrl+k')
    type_text('Your key')
    screens.wait_for('list item', '^Your key')
    key('Return')
    screens.wait_for(BUTTON, '^Make one')
    screens.listen('a key that is not there yet')
    screens.close()


def main():
    print('1..10', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        screens = Screens(review_example.make(ACCORDCTL, folder))
        hear_room(screens)
        hear_pack(screens)
        hear_answer(screens)
        hear_case(screens)
    sys.exit(not screens.good)


main()
