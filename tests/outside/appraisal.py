#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""appraisal ACCORD ACCORDCTL

Puts an appraisal together by the keyboard alone, in the real window: begins one from a case's page, types a line, hears
the net present value follow, copies the line and pastes it, undoes that, types what cannot stand and is told so. What the
window says is held against what accordctl reads from the same file. The figures are invented for this test."""
import json
import os
import re
import subprocess
import sys
import tempfile

from pages import go_to
from person import Program, key, type_text, wait

ACCORD, ACCORDCTL = sys.argv[1:3]

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def costs(file):
    answer = subprocess.run([ACCORDCTL, '--workspace', file, '--json', 'list', 'cost'], check=True, capture_output=True,
                            text=True).stdout
    return json.loads(answer)


def amounts(file):
    return [cost['amounts'].split()[1] for cost in costs(file) if cost.get('amounts')]


def main():
    print('1..8', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        file = os.path.join(folder, 'Appraisal.accord')
        subprocess.run([ACCORDCTL, 'init', '--sample', file], check=True, stdout=subprocess.DEVNULL)
        program = Program(ACCORD, file, environment={'G_DEBUG': 'fatal-warnings'})
        wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')

        go_to(program, 'Neighbourhood Model', ('push button', 'Begin an appraisal'))
        program.tab_to(None, 'Begin an appraisal')
        key('Return')
        wait(lambda: program.has(('label', 'heading'), 'Costs, in pounds'), 'the page of the appraisal')
        ok('an appraisal is begun from the page of a case')

        program.tab_to(None, re.compile(r'^Add a cost…, Cost: empty$'))
        ok('Tab comes to the table of costs, and the cell says where it is')

        type_text('Teams')
        key('Return')
        program.at(None, re.compile(r'^Add a cost…, Cost: empty$'))
        key('Up')
        program.at(None, re.compile(r'^Teams, Cost: Teams$'))
        for _ in range(6):
            key('Right')
        program.at(None, re.compile(r'^Teams, \d{4}/\d\d: empty$'))
        type_text('1500')
        wait(lambda: program.has(None, re.compile('^Net present value: −£1,500.00')), 'the figure while it is typed')
        assert costs(file)[0].get('amounts') is None, 'what is being typed is kept already'
        ok('the net present value follows what is typed, before it is entered')

        key('Return')
        wait(lambda: amounts(file) == ['1500.00'], 'the amount in the file')
        ok('Enter keeps it')

        key('Up', 'Home')
        key('shift+End')
        key('ctrl+c')
        key('Down', 'Home')
        program.at(None, re.compile(r'^Add a cost…, Cost: empty$'))
        key('ctrl+v')
        wait(lambda: program.has(None, re.compile('^Net present value: −£3,000.00')), 'the figure of two lines')
        wait(lambda: amounts(file) == ['1500.00', '1500.00'], 'two lines in the file')
        ok('a line that is copied is pasted as another')

        key('ctrl+z')
        wait(lambda: program.has(None, re.compile('^Net present value: −£1,500.00')), 'the figure of one line')
        wait(lambda: amounts(file) == ['1500.00'], 'one line in the file')
        ok('one step undoes it')

        key('ctrl+Home')
        program.at(None, re.compile(r'^Teams, Cost: Teams$'))
        for _ in range(4):
            key('Right')
        program.at(None, re.compile(r'^Teams, Grade: empty$'))
        type_text('nine')
        key('Return')
        wait(lambda: program.has('label', re.compile('^Teams, Grade: “nine” is not a number')), 'what is wrong')
        program.at(None, re.compile(r'^Teams, Grade: nine, cannot stand$'))
        assert amounts(file) == ['1500.00'] and costs(file)[0].get('grade') is None, 'something else changed'
        ok('what cannot stand stays in its cell and is told, and nothing changes')

        status = program.close()
        assert status == 0, f'the program ended with status {status}'
        ok('it ends')


main()
