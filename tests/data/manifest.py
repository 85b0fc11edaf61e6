#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""manifest.py MANIFEST: says, in TAP, whether the Flatpak asks for no more than it needs and is built from nothing but
what is pinned."""
import pathlib
import re
import sys

import yaml

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))
sys.dont_write_bytecode = True
import tap  # noqa: E402

PATH = pathlib.Path(sys.argv[1])
MANIFEST = yaml.safe_load(PATH.read_text(encoding='utf-8'))
ID = 'io.github.accord_desktop.Accord'
WANTED = {'--share=ipc', '--share=network', '--socket=wayland', '--socket=fallback-x11', '--device=dri',
          '--talk-name=org.freedesktop.secrets'}


def modules(entries):
    """Every module, those inside others too."""
    for module in entries:
        if isinstance(module, dict):
            yield module
            yield from modules(module.get('modules', ()))


def is_ours(source):
    return source.get('type') == 'dir' and source.get('path') == '..'


def case_identity():
    """it is Accord, on the GNOME runtime"""
    wanted = {'id': ID, 'runtime': 'org.gnome.Platform', 'runtime-version': '51', 'sdk': 'org.gnome.Sdk',
              'command': 'accord'}
    return [f'{key} is {MANIFEST.get(key)}, wanted {value}' for key, value in wanted.items() if MANIFEST.get(key) != value]


def case_permissions():
    """it may show a window, fetch pages and ask the keyring, and nothing else: no files, no other program's bus name"""
    asked = set(MANIFEST['finish-args'])
    return [f'asks for {name}' for name in sorted(asked - WANTED)] + [f'lacks {name}' for name in sorted(WANTED - asked)]


def case_pinned():
    """every source from elsewhere comes by https and is pinned by its SHA-256"""
    wrong = [f'{module} is a reference to another file' for module in MANIFEST['modules'] if not isinstance(module, dict)]
    for module in modules(MANIFEST['modules']):
        for source in module.get('sources', ()):
            if not isinstance(source, dict):
                wrong.append(f'{module["name"]} takes its sources from {source}')
            elif not is_ours(source) and not (source.get('type') in ('archive', 'file')
                                              and str(source.get('url', '')).startswith('https://')
                                              and re.fullmatch('[0-9a-f]{64}', str(source.get('sha256', '')))):
                wrong.append(f'{module["name"]} has a source that is not pinned: {source}')
    return wrong


def case_sandboxed_build():
    """nothing is built with the network or the build machine at hand"""
    return [f'{module["name"]} is built with {argument}' for module in [MANIFEST, *modules(MANIFEST['modules'])]
            for argument in (module.get('build-options') or {}).get('build-args', ()) or ()]


def case_own_sources():
    """Accord itself is built last, from this tree, without what ./dev has built in it"""
    last = MANIFEST['modules'][-1]
    source = last['sources'][0]
    skipped = set(source.get('skip', ()))
    made = set(re.search(r'rm -rf ([^;]+);', (TOP / 'dev').read_text(encoding='utf-8').partition('cmd_clean()')[2])[1].split())
    return (['the last module is not accord from ..'] if last['name'] != 'accord' or not is_ours(source) else []) + \
        [f'{name} is not skipped' for name in sorted((made | {'.git'}) - skipped)]


sys.exit(tap.run(tap.named(globals(), 'case_')))
