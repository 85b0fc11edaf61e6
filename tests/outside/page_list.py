# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that are pictured and listened to."""
import re

WORDS = ('label', 'heading')

# The picture, what is typed into the search of everything to get there, and what is heard when it is there.
PAGES = (
    ('overview', None, (WORDS, 'Needs an answer')),
    ('organisation', 'Bury Council', (WORDS, 'Bury Council')),
    ('alliance', 'Bury Local Care Organisation', (WORDS, 'Who answers to whom')),
    ('board', 'Strategic Commissioning Board', (WORDS, 'Strategic Commissioning Board')),
    ('accountability', 'Accountability', (WORDS, re.compile('^Who answers to whom, who scrutinises'))),
    ('fund', 'share of the Greater Manchester Transf', (WORDS, 'What was said, and what the ledger shows')),
    ('programme', 'Our Health, Our Care', (WORDS, 'Milestones')),
    ('evaluation', 'Chorley Public Service Reform Strategy', (WORDS, 'Chorley Public Service Reform Strategy')),
    ('case', 'Neighbourhood Model', (WORDS, 'Caveats')),
    ('caveat', 'Quality of care', (WORDS, re.compile('quality of care', re.I))),
    ('portfolio', 'Portfolio', (WORDS, 'Which business cases are worth most within the money')),
    ('matrix', 'Endorsement matrix', (WORDS, re.compile('^Endorsed by'))),
    ('meeting', 'Extraordinary Meeting, Cabinet', (WORDS, 'Agenda')),
    ('agenda-item', 'Stockport Together Outline Business Cases', (WORDS, 'Stockport Together Outline Business Cases')),
    ('question', 'Why the Council and its partners', (WORDS, re.compile('^Why the Council'))),
    ('benefit', 'Savings generated from the Acute Sector', (WORDS, 'Savings generated from the Acute Sector')),
    ('source', 'Start of a new health and care era', (WORDS, re.compile('^Start of a new health'))),
    ('calendar', 'Calendar', (WORDS, re.compile(r'^(From )?[A-Z][a-z]+ \d{4}$'))),
    ('list', 'Milestones', ('table row', None)),
    ('changes', 'Changes', (WORDS, 'Everything that was done in this workspace, and a way back.')),
)

# The same of the worked example (worked_example.py); last, where there is one, the button that leads on from there.
EXAMPLE_PAGES = (
    ('appraisal', 'Neighbourhood teams', (WORDS, 'Costs, in pounds'), 'Open the appraisal'),
    ('portfolio', 'Portfolio', (WORDS, 'Business cases, ranked'), None),
)
