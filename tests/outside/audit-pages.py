#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""audit-pages ACCORD ACCORDCTL

Goes through every page of the sample and listens to it as auditor.py does. What GTK calls critical, or warns of, ends the
program, and with it the test."""
import os
import re
import subprocess
import sys
import tempfile

from auditor import audit
import worked_example
from page_list import EXAMPLE_PAGES, PAGES
from pages import go_on, go_to
from person import Program, wait

ACCORD, ACCORDCTL = sys.argv[1:3]


def audit_example(folder):
    example = os.path.join(folder, 'Example.accord')
    worked_example.make(ACCORDCTL, example)
    program = Program(ACCORD, example, environment={'G_DEBUG': 'fatal-warnings'})
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
    good = True
    for name, words, heard, button in EXAMPLE_PAGES:
        if button is not None:
            go_on(program, words, heard, button)
        else:
            go_to(program, words, heard)
        good &= audit(program, f'the page “{name}”')
    status = program.close()
    assert status == 0, f'the program ended with status {status}'
    return good


def main():
    print(f'1..{len(PAGES) + len(EXAMPLE_PAGES)}', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        sample = os.path.join(folder, 'Sample.accord')
        subprocess.run([ACCORDCTL, 'init', '--sample', sample], check=True, stdout=subprocess.DEVNULL)
        program = Program(ACCORD, sample, environment={'G_DEBUG': 'fatal-warnings'})
        wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
        good = True
        for name, words, heard in PAGES:
            if words is not None:
                go_to(program, words, heard)
            wait(lambda: program.has(*heard), f'{heard[1]} on the page')
            good &= audit(program, f'the page “{name}”')
        status = program.close()
        assert status == 0, f'the program ended with status {status}'
        good &= audit_example(folder)
    sys.exit(not good)


main()
