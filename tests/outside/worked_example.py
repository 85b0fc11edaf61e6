# SPDX-License-Identifier: GPL-3.0-or-later
"""A workspace with appraisals. None of the documents of the sample states one, and the sample holds only what they say: so
this is a workspace of its own, whose figures are a worked example and whose organisations are roles."""
import json
import os
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))

# The case, what of the example's costs it asks for, and what of its outcomes it brings about.
CASES = (
    ('Neighbourhood teams', 1.0, 1.0),
    ('Rapid response at home', 0.42, 0.74),
    ('Stroke and neuro-rehabilitation', 0.63, 0.61),
    ('End of life care', 0.28, 0.49),
    ('Digital front door', 0.35, 0.2),
    ('Urgent care hub', 1.15, 1.36),
)
FUND_PENCE = 2_000_000_000


def scaled(example, costs, outcomes):
    """The example with every sum and every population by a factor."""
    copy = json.loads(json.dumps(example))
    for option in copy['options']:
        for cost in option['costs']:
            cost['amounts_pence'] = {year: round(pence * costs) for year, pence in cost['amounts_pence'].items()}
        for outcome in option['outcomes']:
            outcome['need'] = round(outcome['need'] * outcomes)
    return copy


def make(accordctl, path, environment=None):
    environment = {**os.environ, **(environment or {})}

    def run(*words):
        subprocess.run([accordctl, '--workspace', path, *words], check=True, stdout=subprocess.DEVNULL, env=environment)

    with open(os.path.join(HERE, 'worked-example.json'), encoding='utf-8') as file:
        example = json.load(file)
    subprocess.run([accordctl, 'init', path], check=True, stdout=subprocess.DEVNULL, env=environment)
    for name in ('Commissioner', 'Council', 'Acute trust', 'Community trust'):
        run('add', 'organisation', f'name={name}')
    run('add', 'fund', 'name=Transformation fund', f'amount-pence={FUND_PENCE}')
    run('add', 'programme', 'name=Care closer to home')
    for name, costs, outcomes in CASES:
        run('add', 'case', f'name={name}', 'programme=Care closer to home', 'stage=outline')
        part = path + '.json'
        with open(part, 'w', encoding='utf-8') as file:
            json.dump(scaled(example, costs, outcomes), file)
        run('import', 'appraisal', '--case', name, part)
        os.unlink(part)
