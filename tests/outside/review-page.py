#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""review-page ACCORD ACCORDCTL

Drives the real window with the keyboard alone: pastes a page that says neither board nor day, answers both, drops an
item, keeps the rest, sees the meeting, and takes it back."""
import json
import os
import re
import subprocess
import sys
import tempfile

from pages import choose
from person import Atspi, Program, key, press, type_text, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
PAGE = '''Venue: Room 1, Town Hall
No. | Item | |||
---|---|---|---|---|
Apologies Minutes: There were no apologies. | ||||
Shared care plan To consider the plan. Minutes: The plan was considered. RESOLVED – That the shared care plan be approved. | ||||
'''

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


class Sitting:
    def __init__(self, folder):
        self.file = os.path.join(folder, 'place.accord')
        subprocess.run([ACCORDCTL, 'init', self.file], check=True, stdout=subprocess.DEVNULL)
        self.program = Program(ACCORD, self.file)
        wait(lambda: self.program.has('list item', re.compile('^Overview')), 'the overview')

    def kept(self, kind):
        return json.loads(subprocess.run([ACCORDCTL, '--workspace', self.file, '--json', 'list', kind], check=True,
                                         capture_output=True, text=True).stdout)

    def focused(self, name):
        return self.program.at(None, re.compile(name))

    def keep_button(self):
        button = self.program.find('push button', 'Keep')
        return button if button.get_state_set().contains(Atspi.StateType.SENSITIVE) else None


def paste(sitting):
    key('ctrl+shift+m')
    sitting.focused('^The text of the page$').get_editable_text_iface().set_text_contents(PAGE)
    key('ctrl+Return')
    sitting.focused('^Board or committee$')


def answer(sitting):
    type_text('Integration Board')
    sitting.program.tab_to(None, re.compile('^Date$'), most=2)
    assert not sitting.keep_button()
    type_text('4 March 2025')
    key('Return')
    wait(sitting.keep_button, 'a page that can be kept')


def drop(sitting):
    sitting.program.tab('F6')
    sitting.program.tab_to(None, re.compile('^Apologies'), 'Down', most=12)
    sitting.focused(r'^Apologies.*\. Taken$')
    key('space')
    sitting.focused(r'^Apologies.*\. Not taken$')


def main():
    print('1..5', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        sitting = Sitting(folder)
        paste(sitting)
        assert not sitting.keep_button()
        ok('a page that says neither board nor day asks for both, and cannot be kept before')
        answer(sitting)
        ok('when both are said it can be')
        drop(sitting)
        ok('the keyboard alone comes to a line, and the line says that it is dropped')
        key('ctrl+Return')
        press(wait(lambda: sitting.program.has('push button', 'Open the meeting'), 'the way to the meeting'))
        wait(lambda: sitting.program.has('heading', re.compile('Integration Board'))
             or sitting.program.has('label', re.compile('Integration Board')), 'the meeting’s page')
        [meeting] = sitting.kept('meeting')
        assert meeting['date'] == '2025-03-04', meeting
        assert [item['title'] for item in sitting.kept('item')] == ['Shared care plan']
        ok('what was taken is kept, and the meeting is seen')
        choose(sitting.program, 'Undo')
        wait(lambda: not sitting.kept('meeting') and not sitting.kept('item') and not sitting.kept('source'),
             'nothing of it in the file')
        assert sitting.program.close() == 0
        ok('one step takes all of it back')


main()
