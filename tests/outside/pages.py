# SPDX-License-Identifier: GPL-3.0-or-later
"""The way to a page, as a person takes it who knows what it is called."""
import person


def choose(program, words):
    """What comes first for the words, by way of the search of everything, which is empty when it was chosen."""
    field = program.search(words)
    person.key('Return')
    person.wait(lambda: person.text_of(field) == '', f'“{words}” among what was found')


def go_to(program, words, heard):
    choose(program, words)
    person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')


def go_on(program, words, heard, button):
    """To a page by way of another, whose button leads there."""
    go_to(program, words, ('push button', button))
    program.press('push button', button)
    person.wait(lambda: program.has(*heard), f'{heard[1]} on the page')
