#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""portfolio ACCORD ACCORDCTL

Chooses among business cases in the real window by the keyboard alone: goes to the place, types how much money there is,
reads the best set, says that another case must be in, ranks them otherwise and opens one. What the window says is held
against what accordctl says of the same file."""
import json
import os
import re
import subprocess
import sys
import tempfile

from person import Program, find, key, type_text, wait
from pages import go_to

ACCORD, ACCORDCTL = sys.argv[1:3]
SCHEDULE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../data/editions/schedule-standard.json')
CASES = (('Small', 60, 180), ('One', 50, 140), ('Other', 50, 140), ('Poor', 40, 10))

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def accordctl(workspace, *words):
    return subprocess.run([ACCORDCTL, '--workspace', workspace, '--json', *words], check=True, capture_output=True,
                          text=True).stdout


def added(workspace, kind, *fields):
    return json.loads(accordctl(workspace, 'add', kind, *fields))[0]['id']


def make_cases(workspace):
    subprocess.run([ACCORDCTL, 'init', workspace], check=True, stdout=subprocess.DEVNULL)
    accordctl(workspace, 'import', 'editions', SCHEDULE)
    [schedule] = [edition['id'] for edition in json.loads(accordctl(workspace, 'list', 'edition'))]
    for name, cost, worth in CASES:
        case = added(workspace, 'case', f'name={name}', 'stage=outline', 'status=draft')
        added(workspace, 'appraisal', f'case={case}', 'base_year=2019/20', 'horizon=1', f'schedule={schedule}')
        option = added(workspace, 'option', 'name=Teams', f'case={case}', 'preferred=yes')
        added(workspace, 'cost', 'name=Team', f'option={option}', f'amounts=2019/20 {cost}.00')
        added(workspace, 'outcome', 'name=Better days', f'option={option}', 'need=1', 'engagement=1', 'impact=1',
              'deadweight=0', f'unit_value={worth}.00')
    added(workspace, 'case', 'name=Bare', 'stage=outline', 'status=draft')


def has_words(program, words):
    wait(lambda: program.has('label', words), f'“{words}”')


def main():
    print('1..6', flush=True)
    with tempfile.TemporaryDirectory() as folder:
        workspace = os.path.join(folder, 'Cases.accord')
        make_cases(workspace)
        program = Program(ACCORD, workspace)
        wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
        go_to(program, 'Portfolio', ('label', 'Which business cases are worth most within the money'))
        has_words(program, 'It has no appraisal yet.')
        ok('all cases are there, those without figures too')

        program.tab_to('text', re.compile('Limit in pounds'))
        type_text('100')
        has_words(program, 'The best set has 2 cases: they cost £100 and are worth £180; £0 is left.')
        ok('a limit that is typed gives the best set')

        told = json.loads(accordctl(workspace, 'portfolio', '--limit', '10000'))
        assert sorted(told['chosen']) == ['One', 'Other'] and told['worth_pence'] == 18000, told
        assert told['next']['cost_pence'] == 1000 and told['left_pence'] == 0, told
        ok('accordctl chooses the same')

        program.tab_to('list item', re.compile('Small'))
        key('m')
        has_words(program, 'The best set has 1 case: it costs £60 and is worth £120; £40 is left.')
        has_words(program, 'Must be in')
        told = json.loads(accordctl(workspace, 'portfolio', '--limit', '10000', '--must', 'Small'))
        assert told['chosen'] == ['Small'], told
        ok('what must be in is in')

        key('m')
        has_words(program, 'The best set has 2 cases: they cost £100 and are worth £180; £0 is left.')
        ok('and is let go of with the same key')

        key('Return')
        wait(lambda: find(program.window(), 'heading', 'The five cases, and the reviewer’s checklist'), 'the case')
        ok('Return opens the case')
        program.close()


main()
