#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""file-manager ACCORD ACCORDCTL

What a file manager does with a review pack: it is dragged onto the window, with a workspace and without one, and it is
opened by a double click, which a desktop makes of its type and of the launcher that says it takes that type. A second
file comes to the program that runs already."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from drag import drag
from person import Program, children, find, wait

ACCORD, ACCORDCTL = sys.argv[1:3]
DATA = pathlib.Path(__file__).resolve().parents[2] / 'data'
ID = 'io.github.accord_desktop.Accord'
PARTNER = 'Bury GP Federation'
PASSPHRASE = 'correct horse battery'

count = 0


def ok(what):
    global count
    count += 1
    print(f'ok {count} - {what}', flush=True)


def make(folder):
    """A workspace, and a request of it that is neither sealed nor known here."""
    workspace, pack = os.path.join(folder, 'Ours.accord'), os.path.join(folder, 'case & paper.accordpack')
    own = {**os.environ, 'ACCORD_KEY_FILE': os.path.join(folder, 'own.accordkey'),
           'ACCORD_PASSPHRASE_FILE': os.path.join(folder, 'passphrase')}
    pathlib.Path(own['ACCORD_PASSPHRASE_FILE']).write_text(PASSPHRASE + '\n', encoding='utf-8')
    for words in (['init', '--sample', workspace], ['key', 'new', '--name', 'Bury Council'],
                  ['--workspace', workspace, 'pack', 'create', 'Neighbourhood Model', '--to', PARTNER, '-o', pack]):
        subprocess.run([ACCORDCTL, *words], check=True, stdout=subprocess.DEVNULL, env=own)
    return workspace, pack


def windows(program):
    return list(children(program.app))


def number_of(program):
    """The window that was opened first, as the display numbers it, and a point in it."""
    said = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(program.process.pid)], check=True,
                          capture_output=True, text=True).stdout.split()
    shape = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', said[-1]], check=True, capture_output=True,
                           text=True).stdout
    place = {line.split('=')[0]: int(line.split('=')[1]) for line in shape.splitlines() if '=' in line}
    return int(said[-1]), place['X'] + place['WIDTH'] // 2, place['Y'] + place['HEIGHT'] // 2


def told(program):
    """That the pack was looked at, in whichever window says so."""
    wait(lambda: any(find(window, ('label', 'heading', 'push button'), re.compile('Bury Council')) for window in
                     windows(program)[-1:]), 'who sent the pack')


def drop(program, path, what):
    assert drag(*number_of(program), pathlib.Path(path).as_uri()), f'the drop of {path} was not taken'
    told(program)
    ok(what)


def dropped_on():
    """GTK 4.8 keeps the stream for good through which it reads what another program of the X server drops."""
    sanitizer = os.environ.get('ASAN_OPTIONS')
    return {'ASAN_OPTIONS': sanitizer + ':detect_leaks=0'} if sanitizer else {}


def dragged(folder, workspace, pack):
    program = Program(ACCORD, workspace, environment=dropped_on())
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
    drop(program, pack, 'a pack that is dropped onto a workspace is looked at')
    assert program.close() in (0, None)
    program = Program(ACCORD, environment={**dropped_on(), 'XDG_DATA_HOME': os.path.join(folder, 'nobody')})
    wait(lambda: program.has(('label', 'heading'), 'Welcome to Accord'), 'the welcome')
    drop(program, pack, 'so is one that is dropped where there is no workspace')
    assert program.close() in (0, None)


def desktop(folder):
    """A desktop on which Accord is installed: its launcher and its types, and the system’s."""
    share = os.path.join(folder, 'share')
    packages, launchers = os.path.join(share, 'mime', 'packages'), os.path.join(share, 'applications')
    os.makedirs(packages)
    os.makedirs(launchers)
    for source in (*pathlib.Path('/usr/share/mime/packages').glob('*.xml'), DATA / f'{ID}.xml'):
        shutil.copy(source, packages)
    launcher = (DATA / f'{ID}.desktop.in').read_text(encoding='utf-8').replace('@icon@', ID)
    launcher = launcher.replace('Exec=accord %F', f'Exec="{ACCORD}" %F')
    pathlib.Path(launchers, f'{ID}.desktop').write_text(launcher, encoding='utf-8')
    subprocess.run(['update-mime-database', os.path.join(share, 'mime')], check=True, stderr=subprocess.DEVNULL)
    subprocess.run(['update-desktop-database', launchers], check=True)
    return {**os.environ, 'XDG_DATA_HOME': share, 'XDG_DATA_DIRS': os.environ.get('XDG_DATA_DIRS', '/usr/share') + ':' + share}


def double_click(environment, path):
    subprocess.run(['gio', 'open', path], check=True, env=environment)


def clicked(folder, workspace, pack):
    environment = desktop(folder)
    renamed = os.path.join(folder, 'renamed')
    shutil.copy(pack, renamed)
    said = subprocess.run(['gio', 'mime', 'application/x-accord-pack'], check=True, capture_output=True, text=True,
                          env=environment).stdout
    assert re.search(rf'Default application[^\n]*{re.escape(ID)}\.desktop', said), said
    ok('the desktop has Accord for packs')
    # The program that runs is asked by the one that the desktop starts, on the bus of this session.
    program = Program(ACCORD, workspace, environment={'XDG_DATA_HOME': environment['XDG_DATA_HOME']})
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
    before = len(windows(program))
    double_click(environment, pack)
    wait(lambda: len(windows(program)) > before, 'the pack in the program that runs')
    told(program)
    ok('a pack that is opened by double click comes to the program that runs')
    assert program.close() in (0, None)
    program = Program(ACCORD, workspace, environment={'XDG_DATA_HOME': environment['XDG_DATA_HOME']})
    wait(lambda: program.has('list item', re.compile('^Overview')), 'the first place')
    before = len(windows(program))
    double_click(environment, renamed)
    wait(lambda: len(windows(program)) > before, 'the renamed pack')
    told(program)
    ok('so does one that is known by its content alone')
    other = os.path.join(folder, 'Other.accord')
    subprocess.run([ACCORDCTL, 'init', other], check=True, stdout=subprocess.DEVNULL)
    before = len(windows(program))
    double_click(environment, other)
    wait(lambda: any('Other' in (window.get_name() or '') for window in windows(program)), 'the second workspace')
    ok('so does a second workspace')
    assert program.close() in (0, None)


with tempfile.TemporaryDirectory() as place:
    print('1..6', flush=True)
    made = make(place)
    dragged(place, *made)
    clicked(place, *made)
