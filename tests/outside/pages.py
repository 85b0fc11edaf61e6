# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to a page, as a person takes it who knows what it is called."""
import re
import time

import person


def go_to(program, words, heard):
    person.key('ctrl+k')
    time.sleep(0.4)
    person.type_text(words)
    person.wait(lambda: program.has('list item', re.compile(re.escape(words), re.I)), f'“{words}” among what was found')
    time.sleep(0.3)
    person.key('Return')
    person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')


def go_on(program, words, heard, button):
    """To a page by way of another, whose button leads there."""
    go_to(program, words, ('push button', button))
    program.press('push button', button)
    person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')
