# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that read files: each is a function whose first line of documentation is its name, and which returns what is
wrong, a line for each fault."""


def run(cases):
    """Runs the checks, answers in TAP, and returns the exit status."""
    print(f'1..{len(cases)}')
    failed = 0
    for number, case in enumerate(cases, 1):
        wrong = case()
        failed += bool(wrong)
        for line in wrong:
            print(f'# {line}')
        print(f'{"not ok" if wrong else "ok"} {number} - {case.__doc__}')
    return 1 if failed else 0


def named(scope, prefix):
    """The checks of a module, in the order in which they stand there."""
    return [value for name, value in scope.items() if name.startswith(prefix)]
