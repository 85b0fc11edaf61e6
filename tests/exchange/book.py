#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a workbook, or changes it as somebody would who types into it.

values BOOK                      a line a cell: Sheet!A1, a tab, what is in it; formulas by what they come to
formulas BOOK                    the same, with the formula where there is one
edit BOOK NEW SHEET LABEL COLUMNS VALUE   types VALUE into the first numeric cell right of the text LABEL,
                                 COLUMNS columns from it (or below it, where COLUMNS is negative)"""
import re
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def sheets(book):
    """Name and file of each sheet, in the order of the tabs."""
    links = {link.get('Id'): link.get('Target')
             for link in tree.fromstring(book.read('xl/_rels/workbook.xml.rels'))}
    for sheet in tree.fromstring(book.read('xl/workbook.xml')).iter(f'{MAIN}sheet'):
        target = links[sheet.get(REL)]
        yield sheet.get('name'), target.lstrip('/') if target.startswith('/') else f'xl/{target}'


def shared(book):
    if 'xl/sharedStrings.xml' not in book.namelist():
        return []
    return [''.join(node.text or '' for node in item.iter(f'{MAIN}t'))
            for item in tree.fromstring(book.read('xl/sharedStrings.xml'))]


def cells(book, file, strings, formulas=False):
    for cell in tree.fromstring(book.read(file)).iter(f'{MAIN}c'):
        formula, value = cell.find(f'{MAIN}f'), cell.find(f'{MAIN}v')
        text = value.text or '' if value is not None else ''.join(cell.itertext())
        if cell.get('t') == 's' and text:
            text = strings[int(text)]
        if formulas and formula is not None:
            text = f'={formula.text}'
        yield cell.get('r'), cell.get('t'), text


def tell(path, formulas):
    with zipfile.ZipFile(path) as book:
        strings = shared(book)
        for name, file in sheets(book):
            for place, kind, text in cells(book, file, strings, formulas):
                if text != '':
                    print(f'{name}!{place}\t{"#" if kind == "e" else ""}{text}'.replace('\n', ' '))


def letters(number):
    text = ''
    while number > 0:
        number, rest = divmod(number - 1, 26)
        text = chr(65 + rest) + text
    return text


def number_of(column):
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def edit(path, new, sheet, label, columns, value):
    with zipfile.ZipFile(path) as book, zipfile.ZipFile(new, 'w', zipfile.ZIP_DEFLATED) as copy:
        strings = shared(book)
        file = dict(sheets(book))[sheet]
        column, row = next(re.fullmatch(r'([A-Z]+)(\d+)', place).groups()
                           for place, _, text in cells(book, file, strings) if text == label)
        down = 1 if columns < 0 else 0
        place = f'{letters(number_of(column) + abs(columns))}{int(row) + down}'
        for item in book.namelist():
            data = book.read(item)
            if item == file:
                text = data.decode('utf-8')
                text, n = re.subn(rf'(<c r="{place}"[^>]*><v>)[^<]*(</v></c>)', rf'\g<1>{value}\g<2>', text)
                assert n == 1, f'{sheet}!{place} holds no typed number'
                data = text.encode('utf-8')
            copy.writestr(item, data)


if sys.argv[1] in ('values', 'formulas'):
    tell(sys.argv[2], sys.argv[1] == 'formulas')
else:
    edit(sys.argv[2], sys.argv[3], sys.argv[4], sys.argv[5], int(sys.argv[6]), sys.argv[7])
