#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""pack-circle ACCORD ACCORDCTL

A business case goes out and comes home through the real windows: it is sent from its page with a key that is made on
the way, opened by a reviewer who has nothing but the file, answered, and its answer gone through and taken in; then all
of it is taken back in one step."""
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

from person import Program, active_title, key, type_text, wait
from pages import go_to

ACCORD, ACCORDCTL = sys.argv[1:3]
PASSPHRASE = 'correct horse battery'
ENTRY = ('text', 'password text', 'entry')
PARTNER = 'Bury GP Federation'

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def accordctl(*words, workspace=None, own=None):
    env = dict(os.environ)
    if own:
        env.update(ACCORD_KEY_FILE=own, ACCORD_PASSPHRASE_FILE=os.path.join(os.path.dirname(own), 'passphrase'))
    where = ['--workspace', workspace] if workspace else []
    return subprocess.run([ACCORDCTL, *where, *words], check=True, capture_output=True, text=True, env=env).stdout


def says(program, words):
    wait(lambda: program.has(('label', 'heading'), re.compile(words)), f'“{words}”')


def make_partner(folder, workspace):
    """A partner's key, which the workspace trusts."""
    own = os.path.join(folder, 'partner.accordkey')
    with open(os.path.join(folder, 'passphrase'), 'w', encoding='utf-8') as file:
        file.write(PASSPHRASE + '\n')
    accordctl('key', 'new', '--name', PARTNER, own=own)
    line = accordctl('key', 'show', own=own).strip().splitlines()[-1]
    accordctl('key', 'trust', PARTNER, line, workspace=workspace)
    return own


def make_key(program):
    """In a file, whether or not this computer could keep it better."""
    program.find(('check box', *ENTRY), re.compile('^Keep it in a file instead|^Passphrase$'))
    instead = program.has('check box', re.compile('^Keep it in a file instead'))
    if instead:
        program.reach('check box', re.compile('^Keep it in a file instead'))
        key('space')
    program.enter(ENTRY, 'Passphrase', PASSPHRASE)
    program.enter(ENTRY, 'The same passphrase again', PASSPHRASE)
    key('Return')


def send(workspace, pack):
    program = Program(ACCORD, workspace)
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
    go_to(program, 'neighbourhood model', (('label', 'heading'), re.compile('^Offline review$')))
    program.press('push button', re.compile('^Send for review'))
    says(program, '^Who can open it$')
    program.enter(ENTRY, 'Add an organisation', PARTNER)
    wait(lambda: program.has(('list item', 'label'), PARTNER), 'the partner among the proposals')
    key('Down', 'Return')
    wait(lambda: program.has('check box', re.compile(f'^{PARTNER}, ')), 'the partner with the words of its key')
    ok('whose key is trusted is told by its words')
    program.press('push button', re.compile('^Make the file'))
    wait(lambda: program.window().get_name() == 'Where the file goes' and program.focus(), 'the file dialog')
    wait(lambda: active_title() == 'Where the file goes', 'the keyboard in the file dialog')
    key('ctrl+a')
    type_text(pack)
    key('Return')
    says(program, '^With your key you sign')
    make_key(program)
    says(program, '^The file is made$')
    assert os.path.exists(pack)
    ok('a case is sent with a key that is made on the way')
    program.close()


def refuse(folder, pack):
    """Who has neither a workspace nor the key is told so."""
    program = Program(ACCORD, pack, environment={'XDG_DATA_HOME': os.path.join(folder, 'elsewhere')})
    says(program, '^This file is sealed to a key that is not here$')
    ok('who has not the key is told so')
    program.close()


def take_in(workspace, answer):
    program = Program(ACCORD, workspace, answer)
    # The answer to a sealed request is sealed to who asked.
    program.enter(ENTRY, 'Passphrase of your key', PASSPHRASE)
    key('Return')
    says(program, '^Trusted key$')
    program.press('push button', re.compile('^See what it brings'))
    says(program, 'will be taken in')
    assert accordctl('list', 'comment', '--json', workspace=workspace).strip() == '[]'
    program.press('push button', re.compile('^Take [0-9]+ in$'))
    wait(lambda: len(json.loads(accordctl('list', 'comment', '--json', workspace=workspace))) == 1, 'the comment')
    ok('an answer is gone through and taken in')
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the window')
    wait(lambda: active_title() == program.window().get_name(), 'the keyboard in the window')
    key('ctrl+z')
    wait(lambda: json.loads(accordctl('list', 'comment', '--json', workspace=workspace)) == [], 'nothing')
    ok('one step takes all of it back')
    assert program.close() in (0, None)


def main():
    print('1..6', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, 'Place.accord')
        pack, answer = os.path.join(folder, 'case.accordpack'), os.path.join(folder, 'answer.accordpack')
        accordctl('init', '--sample', workspace)
        accordctl('edit', 'case', '2', 'organisation=Bury Council', workspace=workspace)
        own = make_partner(folder, workspace)
        send(workspace, pack)
        refuse(folder, pack)
        comments = os.path.join(folder, 'comments.json')
        with open(comments, 'w', encoding='utf-8') as file:
            json.dump([{'text': 'Who runs the front door?', 'sort': 'question', 'section': 'strategic'}], file)
        accordctl('pack', 'respond', pack, '--decision', 'endorse', '--body', 'Board', '--comments', comments,
                  '-o', answer, own=own)
        assert glob.glob(os.path.join(os.environ['XDG_DATA_HOME'], 'accord', 'reviews', '*.accord'))
        ok('a partner answers with nothing but the file')
        take_in(workspace, answer)


main()
