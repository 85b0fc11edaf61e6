#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""desktop.py LAUNCHER METAINFO MIME-FILE: says, in TAP, whether the files that tie Accord into a desktop agree with
each other, and whether a workspace is known by its content as well as by its name."""
import configparser
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree
import zipfile

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))
sys.dont_write_bytecode = True
import tap  # noqa: E402

DATA = TOP / 'data'
ID = 'io.github.accord_desktop.Accord'
MIME = 'application/x-accord-workspace'
PACK = 'application/x-accord-pack'
ACCD = 0x41434344   # application_id of a workspace
LAUNCHER, METAINFO, MIME_FILE = sys.argv[1:4]


def differences(found, wanted):
    return [f'{key} is {found.get(key)}, wanted {value}' for key, value in wanted.items() if found.get(key) != value]


def content_type(path, environment):
    said = subprocess.run(['gio', 'info', '-a', 'standard::content-type', path], env=environment, capture_output=True,
                          text=True)
    match = re.search(r'content-type: (\S+)', said.stdout)
    return match[1] if match else said.stderr


def database(path, application_id):
    connection = sqlite3.connect(path)
    connection.execute(f'pragma application_id = {application_id}')
    connection.execute('create table t (x)')
    connection.commit()
    connection.close()
    return path


def mime_database(place):
    """The types of this system and ours in a folder, as an environment; and what was complained of."""
    packages = place / 'share' / 'mime' / 'packages'
    packages.mkdir(parents=True)
    for source in (*pathlib.Path('/usr/share/mime/packages').glob('*.xml'), MIME_FILE):
        shutil.copy(source, packages)
    environment = {**os.environ, 'XDG_DATA_HOME': str(place / 'share'), 'XDG_DATA_DIRS': str(place / 'share')}
    made = subprocess.run(['update-mime-database', packages.parent], env=environment, capture_output=True, text=True)
    return environment, made.stderr.strip() or ('failed' if made.returncode else '')


def case_workspace_types():
    """a workspace is known by its content even without its name, and other databases stay what they are"""
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        environment, said = mime_database(place)
        (place / 'words.accord').write_text('not a database at all', encoding='utf-8')
        found = {name: content_type(database(place / name, number), environment)
                 for name, number in (('without-a-name', ACCD), ('other', 7), ('ours.accord', ACCD), ('ours.db', ACCD))}
        found['words.accord'] = content_type(place / 'words.accord', environment)
    if said:
        return [f'update-mime-database: {said}']
    return differences(found, {'without-a-name': MIME, 'other': 'application/vnd.sqlite3', 'ours.accord': MIME,
                               'ours.db': MIME, 'words.accord': MIME})


def pack(path, mime, age=b''):
    """The beginning of a pack, sealed or not; or a zip of another kind."""
    if age:
        path.write_bytes(age)
        return path
    with zipfile.ZipFile(path, 'w') as archive:
        archive.writestr(zipfile.ZipInfo('mimetype'), mime)
        archive.writestr(zipfile.ZipInfo('manifest.json'), '{}')
    return path


def case_pack_types():
    """a pack is known by its content even without its name, a sealed one by its name, and other zip files stay theirs"""
    sealed = b'age-encryption.org/v1\n-> X25519 '
    with tempfile.TemporaryDirectory() as folder:
        place = pathlib.Path(folder)
        environment, said = mime_database(place)
        found = {name: content_type(pack(place / name, mime, age), environment) for name, mime, age in (
            ('without-a-name', PACK, b''), ('ours.accordpack', PACK, b''), ('ours.bin', PACK, b''),
            ('sealed.accordpack', PACK, sealed), ('text.odt', 'application/vnd.oasis.opendocument.text', b''))}
    if said:
        return [f'update-mime-database: {said}']
    return differences(found, {'without-a-name': PACK, 'ours.accordpack': PACK, 'ours.bin': PACK,
                               'sealed.accordpack': PACK, 'text.odt': 'application/vnd.oasis.opendocument.text'})


def case_launcher():
    """the launcher starts accord with files, and says that it opens workspaces and packs"""
    parser = configparser.ConfigParser(interpolation=None, delimiters='=', comment_prefixes='#')
    parser.optionxform = str
    parser.read(LAUNCHER, encoding='utf-8')
    return differences(parser['Desktop Entry'], {'Exec': 'accord %F', 'Icon': ID, 'MimeType': f'{MIME};{PACK};'})


def case_metainfo():
    """metainfo, launcher and project agree on identifier, programs, type and version"""
    root = tree.parse(METAINFO).getroot()
    version = re.search(r"version: '([^']+)'", (TOP / 'meson.build').read_text(encoding='utf-8'))[1]
    found = {
        'id': root.findtext('id'), 'launchable': root.findtext('launchable'),
        'mediatypes': [node.text for node in root.findall('provides/mediatype')], 'latest release': root.find('releases/release').get('version'),
        'binaries': sorted(node.text for node in root.findall('provides/binary')),
    }
    return differences(found, {'id': ID, 'launchable': pathlib.Path(LAUNCHER).name, 'mediatypes': [MIME, PACK],
                               'latest release': version, 'binaries': ['accord', 'accordctl']})


def case_icons():
    """every icon that is named is drawn, for the screen and as a symbol, and holds no text and no picture"""
    hicolor = DATA / 'icons' / 'hicolor'
    wanted = {hicolor / 'scalable' / 'apps' / f'{ID}.svg': 128, hicolor / 'symbolic' / 'apps' / f'{ID}-symbolic.svg': 16,
              **{hicolor / 'scalable' / 'mimetypes' / f'{mime.replace("/", "-")}.svg': 128 for mime in (MIME, PACK)}}
    wrong = []
    for path, size in wanted.items():
        if not path.exists():
            wrong.append(f'{path.relative_to(TOP)} is missing')
            continue
        root = tree.parse(path).getroot()
        if root.get('viewBox') != f'0 0 {size} {size}':
            wrong.append(f'{path.name} is not drawn on {size} by {size}')
        wrong += [f'{path.name} has a {node.tag}' for node in root.iter() if node.tag.endswith(('}text', '}image'))]
        # GTK recolours what is filled in a symbolic icon and nothing else.
        if size == 16 and any(node.get('stroke') for node in root.iter()):
            wrong.append(f'{path.name} has strokes, which are not recoloured')
    return wrong


def case_settings():
    """the settings live under the application's own name"""
    schema = tree.parse(DATA / f'{ID}.gschema.xml').getroot().find('schema')
    return differences(schema.attrib, {'id': ID, 'path': '/' + ID.replace('.', '/') + '/'})


sys.exit(tap.run(tap.named(globals(), 'case_')))
