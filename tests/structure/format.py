#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""format.py [--check]: puts every C file into the house format (.clang-format), or says in TAP which are not in it."""
import pathlib
import re
import shutil
import subprocess
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
VERSION = '14'   # Debian 12's; others lay the same rules out a little differently


def formatter():
    """The formatter to use, or None and why not."""
    for name in (f'clang-format-{VERSION}', 'clang-format'):
        path = shutil.which(name)
        if path:
            found = re.search(r'version (\d+)', subprocess.run([path, '--version'], capture_output=True, text=True).stdout)
            if found and found[1] == VERSION:
                return path, None
            return None, f'clang-format {VERSION} is wanted, this is {found[1] if found else "another"}'
    return None, f'clang-format {VERSION} is not installed'


def files():
    return sorted(str(path) for folder in ('app', 'tests') for path in (TOP / folder).rglob('*.[ch]'))


def main():
    check = sys.argv[1:] == ['--check']
    if sys.argv[1:] and not check:
        print(__doc__, file=sys.stderr)
        return 2
    program, why_not = formatter()
    if check:
        print('1..1')
    if program is None:
        print(f'ok 1 - house format # SKIP {why_not}' if check else why_not)
        return 0 if check else 1
    if not check:
        return subprocess.run([program, '-i', *files()]).returncode
    run = subprocess.run([program, '--dry-run', *files()], capture_output=True, text=True)
    wrong = sorted(set(re.findall(r'^(.+?):\d+:\d+: warning: code should be clang-formatted', run.stderr, re.MULTILINE)))
    if run.returncode:
        print(f'# {program} ended with status {run.returncode}')
    for path in wrong:
        print(f'# not in the house format: {pathlib.Path(path).relative_to(TOP)}')
    failed = bool(wrong or run.returncode)
    print(f'{"not ok" if failed else "ok"} 1 - house format')
    return 1 if failed else 0


sys.exit(main())
