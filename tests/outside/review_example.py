# SPDX-License-Identifier: GPL-3.0-or-later
"""The worked example on its way: a case that was sent to two partners, one of whom reads it and one of whom has answered.
The keys in keys/ are for pictures and tests only; whoever has this file has their passphrase."""
import glob
import json
import os
import subprocess

import worked_example

KEYS = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'keys')
CASE, NUMBER = 'Neighbourhood teams', '1'    # the first that the worked example makes
SECTIONS = (
    ('summary', 'Teams of nurses, social workers and therapists for each neighbourhood, with one front door.'),
    ('strategic', 'People who need several services are **assessed several times**. Admissions of people over 75 rise each year.\n\n'
                  '- One assessment, one plan\n- One team for each neighbourhood\n- One point of access'),
    ('financial', 'Savings arise in the acute trust and are put back into the community: the commissioner moves the money.'),
)
OF_READER = (
    {'text': 'Who employs the team leaders, and who pays while posts are vacant?', 'sort': 'question', 'section': 'strategic',
     'quote': 'One team for each neighbourhood'},
    {'text': 'Our share of the cost has to be matched by a transfer before we can agree.', 'sort': 'caveat', 'section': 'financial'},
    {'text': 'Benefits rest on take-up that the pilot did not reach.', 'sort': 'risk', 'figure': 'bcr'},
)
OF_ANSWER = (
    {'text': 'The emergency admissions avoided should be shown by specialty.', 'sort': 'caveat', 'section': 'economic'},
    {'text': 'The year of the bed numbers is 2016/17, not 2015/16.', 'sort': 'correction', 'section': 'strategic'},
)


def key(holder):
    return {'ACCORD_KEY_FILE': os.path.join(KEYS, holder + '.accordkey'), 'ACCORD_PASSPHRASE_FILE': os.path.join(KEYS, 'passphrase')}


def make(accordctl, place, environment=None):
    """Where the workspace that asked, the reading file, the request and the answer are: all in `place`."""
    at = {name: os.path.join(place, file) for name, file in (('asked', 'Asked.accord'), ('request', 'case.accordpack'),
                                                            ('answer', 'answer.accordpack'), ('paper', 'Board paper.pdf'),
                                                            ('comments', 'comments.json'), ('key', 'key.txt'))}
    data = os.path.join(place, 'data')

    def run(*words, holder='commissioner', workspace=at['asked']):
        subprocess.run([accordctl, *(['--workspace', workspace] if workspace else []), *words], check=True,
                       stdout=subprocess.DEVNULL, env={**os.environ, **(environment or {}), **key(holder), 'XDG_DATA_HOME': data})

    def write(comments):
        with open(at['comments'], 'w', encoding='utf-8') as file:
            json.dump(comments, file)

    worked_example.make(accordctl, at['asked'], environment)
    run('edit', 'case', NUMBER, 'organisation=Commissioner', *(f'{field}={words}' for field, words in SECTIONS))
    run('report', CASE, at['paper'])
    run('attach', 'case', CASE, at['paper'])
    run('key', 'export', at['key'], holder='community-trust', workspace=None)
    run('key', 'trust', 'Community trust', at['key'])
    run('pack', 'create', CASE, '--to', 'Community trust', '--to', 'Acute trust', '--due', '2026-12-18', '-o', at['request'])
    write(OF_ANSWER)
    run('pack', 'respond', at['request'], '--as', 'Acute trust', '--decision', 'endorse-with-caveats', '--body', 'Board of the acute trust',
        '--date', '2026-11-20', '--comments', at['comments'], '-o', at['answer'], holder='acute-trust', workspace=None)
    run('pack', 'open', at['request'], '--as', 'Community trust', holder='community-trust', workspace=None)
    readings = {}
    for path in glob.glob(os.path.join(data, 'accord', 'reviews', '*.accord')):
        told = subprocess.run([accordctl, '--workspace', path, '--json', 'list', 'comment'], check=True, capture_output=True, text=True).stdout
        readings[len(json.loads(told))] = path
    at['reading'] = readings[0]
    for comment in OF_READER:
        place_of = [f'{name}={comment[name]}' for name in ('section', 'quote', 'figure') if name in comment]
        run('add', 'comment', f'text={comment["text"]}', f'sort={comment["sort"]}', f'case={CASE}', 'review=Community trust', *place_of,
            workspace=at['reading'])
    return at
