#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py [--also-failed N] BUILD…
summary.py --to-run-again BUILD

Counts the single tests of the Meson runs logged in the build directories, shows what failing programs said, and
closes with the line `N passed, M failed, K skipped`. A program that crashed, timed out, ended badly or ran nothing is a failure
even where none of its tests said so; one that did so and was run again alone counts as it then did, and is named. N failures more are counted for what never came to run. Exit status 1 if any failed."""
import argparse
import json
import os
import re
import sys

POINT = re.compile(r'^(not )?ok\b[\s\d]*(?:- )?(?P<name>[^#]*)(?:#\s*(?P<directive>skip|todo)\S*\s*(?P<why>.*))?',
                   re.IGNORECASE)
NOTHING = re.compile(r'^1\.\.0\s*#\s*skip', re.IGNORECASE)

LINES_SHOWN = 100


def points(output):
    """The test points of a TAP stream as (what became of it, name, reason)."""
    for line in output.splitlines():
        match = POINT.match(line)
        if match:
            directive = (match['directive'] or '').lower()
            state = 'skipped' if directive == 'skip' else 'failed' if match[1] and directive != 'todo' else 'passed'
            yield state, match['name'].strip(), (match['why'] or '').strip()
        elif NOTHING.match(line):
            yield 'skipped', '', line.partition('#')[2].strip()[4:].strip()


def judge(run):
    """Every test of one program's run."""
    found = list(points(run['stdout'] or ''))
    verdict = run['result']
    if not found:
        state = 'skipped' if verdict == 'SKIP' and run['returncode'] == 77 else 'passed' if verdict == 'OK' else 'failed'
        why = 'it ran no test' if verdict == 'SKIP' and state == 'failed' else verdict.lower()
        found = [(state, '', why)]
    elif verdict not in ('OK', 'SKIP') and not any(state == 'failed' for state, _, _ in found):
        found.append(('failed', '', f'{verdict.lower()}, exit status {run["returncode"]}'))
    return [(state, ' '.join(filter(None, (run['name'], name))), why) for state, name, why in found]


def show(run):
    """What a failing program said, for whoever has to find out why."""
    print(f'\n---- {run["name"]}: {" ".join(run["command"])}')
    for stream in ('stdout', 'stderr'):
        for line in (run.get(stream) or '').splitlines()[-LINES_SHOWN:]:
            print(f'     {line}')


def read_log(build, name):
    log = os.path.join(build, 'meson-logs', name)
    return [json.loads(line) for line in open(log, encoding='utf-8')] if os.path.exists(log) else []


def has_failed(run):
    return any(state == 'failed' for state, _, _ in judge(run))


def to_run_again(build):
    """The programs that need a quiet machine and had none."""
    return [run['name'].rsplit(' / ', 1)[-1] for run in read_log(build, 'testlog.json')
            if run['name'].startswith('accord:display / ') and has_failed(run)]


def read(build):
    runs = read_log(build, 'testlog.json')
    if not runs:
        return [('failed', build, 'no test was run')]
    again = {run['name']: run for run in read_log(build, 'againlog.json')}
    found = []
    for run in runs:
        if has_failed(run):
            show(run)
            if run['name'] in again:
                run = again[run['name']]
                print(f'\n---- {run["name"]}: run again, alone: {"failed" if has_failed(run) else "passed"}')
        judged = judge(run)
        found += [(state, f'{build}: {name}', why) for state, name, why in judged]
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--also-failed', type=int, default=0)
    parser.add_argument('--to-run-again', action='store_true')
    parser.add_argument('builds', nargs='*')
    arguments = parser.parse_args()
    if arguments.to_run_again:
        print(*(name for build in arguments.builds for name in to_run_again(build)), sep='\n', end='')
        return 0
    count = {'passed': 0, 'failed': arguments.also_failed, 'skipped': 0}
    for build in arguments.builds:
        for state, name, why in read(build):
            count[state] += 1
            if state != 'passed':
                print(f'{state}: {name}' + (f' ({why})' if why else ''))
    print(f'{count["passed"]} passed, {count["failed"]} failed, {count["skipped"]} skipped')
    return 1 if count['failed'] else 0


sys.exit(main())
