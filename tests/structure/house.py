#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the sources and says, in TAP, whether the house still stands as the architecture draws it: which floor may
lean on which, what may be included where, how long a file may grow, what every file must carry.
With --write-potfiles it lists the files with words for people in po/POTFILES instead."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))
sys.dont_write_bytecode = True
import tap  # noqa: E402

APP = TOP / 'app'
POTFILES = TOP / 'po' / 'POTFILES'

# What each folder of app/ may lean on; '' is app/ itself, the composition root.
CAPABILITIES = ('exchange', 'committee', 'review', 'footprint', 'report', 'sync')
GROUND = ('base', 'appraisal', 'net', 'seal', 'store', 'model')
MAY_LEAN_ON = {
    'base': (),
    'appraisal': ('base',),
    'net': ('base',),
    'seal': ('base',),
    'store': ('base',),
    'model': ('base', 'appraisal', 'store', 'model'),
    **{name: GROUND for name in CAPABILITIES},
    'cli': GROUND + CAPABILITIES,
    'ui': GROUND + CAPABILITIES,
    '': GROUND + CAPABILITIES + ('ui',),
}
SHOWS_WINDOWS = ('ui', '')
LONGEST = 500

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.MULTILINE)
TRANSLATABLE = re.compile(r'(?<![\w"])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*"|translatable="(?:yes|true)"')
UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX|HACK)\b')


def folder_of(path):
    parts = path.relative_to(APP).parts
    return parts[0] if len(parts) > 1 else ''


def sources(*suffixes, under=APP):
    return sorted(path for path in under.rglob('*') if path.suffix in suffixes)


def includes(path):
    """(brackets or quotes, name) of each header that a file includes."""
    return INCLUDE.findall(path.read_text(encoding='utf-8'))


def headers(folder):
    place = APP / folder
    found = place.rglob('*.h') if folder else place.glob('*.h')
    return {str(path.relative_to(place)) for path in found}


def is_neighbour(path, name):
    """Whether a name, read from beside the file, is a header of the file's own folder of app/."""
    meant = (path.parent / name).resolve()
    return meant.exists() and meant.is_relative_to(APP) and folder_of(meant) == folder_of(path)


def generated(name):
    """Headers that the build writes: resources and enumerations."""
    return name.endswith(('-resources.h', '-enums.h')) or name == 'config.h'


def rule_folders_known():
    """every folder of app/ has its floor"""
    return [f'app/{path.name} is in no floor' for path in APP.iterdir()
            if path.is_dir() and path.name not in MAY_LEAN_ON and sources('.c', '.h', under=path)]


def rule_sqlite():
    """only app/store includes SQLite"""
    return [f'{path.relative_to(TOP)} includes <{name}>' for path in sources('.c', '.h')
            for _, name in includes(path) if name.startswith('sqlite3') and folder_of(path) != 'store']


def rule_homes_of_libraries():
    """only app/seal includes libsodium and libsecret, only app/ui/pdf Poppler"""
    homes = {'sodium': 'seal/', 'libsecret/': 'seal/', 'poppler': 'ui/pdf/'}
    return [f'{path.relative_to(TOP)} includes <{name}>' for path in sources('.c', '.h')
            for quote, name in includes(path) for start, home in homes.items()
            if quote == '<' and name.startswith(start) and not str(path.relative_to(APP)).startswith(home)]


def rule_no_windows_below():
    """only app/ui and the application include GTK"""
    window = re.compile(r'^(gtk|gdk|gsk|adwaita|libadwaita|pango|cairo|graphene)\b')
    paper = re.compile(r'^(pango|cairo)')    # what draws letters draws them on paper as well
    return [f'{path.relative_to(TOP)} includes <{name}>' for path in sources('.c', '.h')
            for _, name in includes(path) if window.match(name) and folder_of(path) not in SHOWS_WINDOWS
            and not (folder_of(path) == 'exchange' and paper.match(name))]


def rule_ground_is_bare():
    """base and appraisal know GLib and the C library only"""
    foreign = re.compile(r'^(?!glib|gio/|gobject/|gmodule|(?:assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|'
                         r'stdarg|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd)\.h$|sys/)')
    return [f'{path.relative_to(TOP)} includes <{name}>' for path in sources('.c', '.h')
            if folder_of(path) in ('base', 'appraisal') for quote, name in includes(path)
            if quote == '<' and foreign.match(name)]


def rule_appraisal_is_plain():
    """appraisal has no objects, files, clock or languages, and no mathematics whose last bit differs by machine"""
    outside = re.compile(r'^(gio/|gobject/|gmodule|glib/g(i18n|stdio)|glib-object|sys/|'
                         r'(fcntl|locale|stdio|time|unistd)\.h$)')
    inexact = re.compile(r'(?<![\w.>])(a?(?:sin|cos|tan)h?|atan2|cbrt|exp[2m]?1?|hypot|log(?:10|1p|2)?|pow|[lt]gamma|erfc?)'
                         r'[fl]?\s*\(')
    wrong = []
    for path in sources('.c', '.h', under=APP / 'appraisal'):
        name = path.relative_to(TOP)
        code = re.sub(r'/\*.*?\*/', '', path.read_text(encoding='utf-8'), flags=re.DOTALL)
        wrong += [f'{name} includes {header}' for _, header in includes(path) if outside.match(header)]
        wrong += [f'{name} calls {call}()' for call in inexact.findall(code)]
    return wrong


def rule_floors():
    """each floor includes only headers of its own and of the floors below it, and no name that means two"""
    wrong = []
    for path in sources('.c', '.h'):
        folder = folder_of(path)
        allowed = MAY_LEAN_ON.get(folder, ())
        for quote, name in includes(path):
            if quote == '<' or generated(name) or name in headers(folder) or is_neighbour(path, name):
                continue
            homes = [other for other in MAY_LEAN_ON if name in headers(other) or
                     (other and name.startswith(other + '/') and name[len(other) + 1:] in headers(other))]
            if not homes:
                wrong.append(f'{path.relative_to(TOP)} includes "{name}", which is nowhere in app/')
            elif not any(home in allowed for home in homes):
                wrong.append(f'{path.relative_to(TOP)} includes "{name}" of app/{homes[0]}')
            elif len([home for home in homes if home in allowed]) > 1:
                wrong.append(f'{path.relative_to(TOP)} includes "{name}", which app/{" and app/".join(homes)} both have')
    return wrong


def rule_threads():
    """work on threads is begun by accord_thread_run(), which lets go of windows on their own thread"""
    return [f'{path.relative_to(TOP)} calls g_task_run_in_thread()' for path in sources('.c')
            if 'g_task_run_in_thread (' in path.read_text(encoding='utf-8') and path.name != 'thread.c']


def rule_length():
    """no file in app/ is longer than a person can hold"""
    counts = ((path, len(path.read_text(encoding='utf-8').splitlines())) for path in sources('.c', '.h', '.ui', '.css'))
    return [f'{path.relative_to(TOP)} has {count} lines, {LONGEST} at most' for path, count in counts if count > LONGEST]


def rule_licence():
    """every C file begins with its licence"""
    tag = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
    return [f'{path.relative_to(TOP)} does not begin with its SPDX tag' for folder in (APP, TOP / 'tests')
            for path in sources('.c', '.h', under=folder) if not path.read_text(encoding='utf-8').startswith(tag)]


def rule_finished():
    """nothing is left for later in the sources"""
    return [f'{path.relative_to(TOP)}:{number}: {line.strip()}' for folder in (APP, TOP / 'tests')
            for path in sources('.c', '.h', '.ui', '.sql', '.css', under=folder)
            for number, line in enumerate(path.read_text(encoding='utf-8').splitlines(), 1) if UNFINISHED.search(line)]


def listed():
    return {line.strip() for line in POTFILES.read_text(encoding='utf-8').splitlines() if line.strip()}


def spoken():
    """Every file of app/ with words for people."""
    return {str(path.relative_to(TOP)) for path in sources('.c', '.h', '.ui')
            if TRANSLATABLE.search(path.read_text(encoding='utf-8'))}


def rule_translations():
    """po/POTFILES names every file with words for people, and no other"""
    named = {name for name in listed() if name.startswith('app/')}
    return ([f'po/POTFILES lacks {name}: ./dev format adds it' for name in sorted(spoken() - named)] +
            [f'po/POTFILES names {name}, which has none' for name in sorted(named - spoken())] +
            [f'po/POTFILES names {name}, which is not there' for name in sorted(listed()) if not (TOP / name).exists()])


def write_potfiles():
    kept = {name for name in listed() if not name.startswith('app/')}
    POTFILES.write_text(''.join(f'{name}\n' for name in sorted(kept | spoken())), encoding='utf-8')


if sys.argv[1:] == ['--write-potfiles']:
    sys.exit(write_potfiles())
sys.exit(tap.run(tap.named(globals(), 'rule_')))
