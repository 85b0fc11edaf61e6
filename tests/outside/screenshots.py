#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""screenshots ACCORD FOLDER

Takes the pictures that the README shows, from the sample, in the real window."""
import os
import re
import subprocess
import sys
import time

from person import Program, key, type_text, wait

ACCORD, FOLDER = sys.argv[1:3]
REST = 1.0    # seconds for what moves to come to rest


def window_id(program):
    found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)],
                           check=True, capture_output=True, text=True).stdout.split()
    return found[-1]


def picture(program, name):
    time.sleep(REST)
    subprocess.run(['import', '-window', window_id(program), os.path.join(FOLDER, name)], check=True)


def main():
    os.makedirs(FOLDER, exist_ok=True)
    program = Program(ACCORD)
    wait(lambda: (lambda at: at is not None and at.get_name() == 'Open the sample')(program.focus()),
         'the keyboard on “Open the sample”')
    picture(program, 'welcome.png')
    key('Return')
    wait(lambda: program.has('table row'), 'the first list')
    picture(program, 'list.png')
    key('ctrl+k')
    time.sleep(REST)
    type_text('Neighbourhood Model')
    wait(lambda: program.has('list item', re.compile('^Neighbourhood Model')), 'the case among what was found')
    key('Down')
    key('Return')
    wait(lambda: program.has('label', 'Neighbourhood Model'), 'the case’s page')
    picture(program, 'window.png')
    assert program.close() == 0


main()
