#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long LibreOffice takes to work out the model that the bench of the appraisal uses: 30 lines an option, 60 years,
4 organisations, 4 options; and how long accordctl takes for 10,000 draws of it.

    tests/bench/libreoffice.py build/app/cli/accordctl

The workbook is the one that "accordctl report" writes. A macro in a profile of its own opens it and has it recalculated
in full, again and again; starting and opening are not counted. What LibreOffice would take for 10,000 draws is 10,000 times
one recalculation. Of accordctl the whole run is counted, reading the file and all. Without soffice it says so and ends."""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

LINES, YEARS, ORGANISATIONS, OPTIONS, DRAWS, ROUNDS = 30, 60, 4, 4, 10_000, 20

LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">{}</library:library>
"""
MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Bench" script:language="StarBasic">
Sub Run
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL("{book}", "_blank", 0, hidden())
  book.calculateAll()
  began = GetSystemTicks()
  For i = 1 To {rounds}
    book.calculateAll()
  Next
  took = GetSystemTicks() - began
  Open "{answer}" For Output As #1
  Print #1, took
  Close #1
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def model():
    """Figures without meaning, of the size that is measured; every line is uncertain."""
    def spread(n):
        return {'shape': 'triangular', 'low': 0.8, 'likely': 1, 'high': 1.2 + n % 3 / 10}

    names = [f'Organisation {n}' for n in range(ORGANISATIONS)]
    options = []
    for option in range(OPTIONS):
        half = LINES // 2
        costs = [{'name': f'Cost {n}', 'organisation': names[n % ORGANISATIONS], 'kind': 'revenue', 'grade': 1 + n % 6,
                  'amounts_pence': {str(year): 100_000 * (n + 1 + option) for year in range(YEARS)}, 'spread': spread(n)}
                 for n in range(half)]
        outcomes = [{'name': f'Outcome {n}', 'need': 100 + n, 'engagement': 0.6, 'impact': 0.5, 'deadweight': 0.1,
                     'unit_value_pence': 500_000 + n, 'lag_years': n % 4, 'drop_off': 0.02, 'grade': 1 + n % 6,
                     'cashable': 0.5, 'class': ('fiscal', 'economic', 'social')[n % 3], 'spread': spread(n),
                     'gains': {name: 1 / ORGANISATIONS for name in names}}
                    for n in range(LINES - half)]
        options.append({'name': f'Option {option}', 'preferred': option == 1, 'costs': costs, 'outcomes': outcomes,
                        **({'comparator': 'do-minimum'} if option == 0 else {})})
    return {'title': 'Bench', 'base_year': 2020, 'horizon': YEARS, 'schedule': 'standard', 'options': options}


def recalculate(soffice, book, folder):
    """Milliseconds for one full recalculation."""
    basic = folder / 'profile' / 'user' / 'basic' / 'Standard'
    answer = folder / 'answer'
    start = [soffice, f'-env:UserInstallation={(folder / "profile").as_uri()}', '--headless', '--norestore']
    quiet = {'check': True, 'timeout': 600, 'stdout': subprocess.DEVNULL, 'stderr': subprocess.DEVNULL}
    # The first start makes the profile, and would make it over what is there.
    subprocess.run([*start, '--terminate_after_init'], **quiet)
    basic.mkdir(parents=True, exist_ok=True)
    (basic / 'script.xlb').write_text(LIBRARY.format('<library:element library:name="Bench"/>'))
    (basic / 'Bench.xba').write_text(MODULE.format(book=book.as_uri(), answer=answer, rounds=ROUNDS))
    subprocess.run([*start, 'macro:///Standard.Bench.Run'], **quiet)
    return float(answer.read_text()) / ROUNDS


def draw(accordctl, file):
    """Milliseconds for a run of accordctl that makes the draws, the quickest of three."""
    took = []
    for _ in range(3):
        began = time.monotonic()
        subprocess.run([accordctl, 'appraise', file, '--draws', str(DRAWS), '--seed', '1', '--json'], check=True,
                       stdout=subprocess.DEVNULL)
        took.append((time.monotonic() - began) * 1000)
    return min(took)


def main(accordctl):
    soffice = shutil.which('soffice')
    if soffice is None:
        sys.exit('LibreOffice is not installed: nothing to compare with')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        file, book = folder / 'model.json', folder / 'model.xlsx'
        file.write_text(json.dumps(model()))
        subprocess.run([os.path.abspath(accordctl), 'report', file, book], check=True, stdout=subprocess.DEVNULL)
        once, draws = recalculate(soffice, book, folder), draw(os.path.abspath(accordctl), file)
    print(f'LibreOffice, one recalculation of {LINES} lines x {YEARS} years x {OPTIONS} options: {once:.1f} ms')
    print(f'LibreOffice, {DRAWS} of them: {once * DRAWS / 1000:.0f} s')
    print(f'accordctl, {DRAWS} draws, the whole run: {draws / 1000:.3f} s')
    print(f'ratio: {once * DRAWS / draws:.0f}')


main(sys.argv[1])
