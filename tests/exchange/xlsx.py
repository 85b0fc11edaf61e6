#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says what is in a workbook: a line a cell with its place, type, number format and value, and what the sheet is set to."""
import sys
import xml.etree.ElementTree as tree
import zipfile

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
BUILT_IN = {0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 14: 'date', 15: 'd-mmm-yy'}


def main(path):
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        styles = tree.fromstring(book.read('xl/styles.xml'))
        sheet = tree.fromstring(book.read('xl/worksheets/sheet1.xml'))
        shared = []
        if 'xl/sharedStrings.xml' in book.namelist():
            shared = [''.join(text.itertext()) for text in tree.fromstring(book.read('xl/sharedStrings.xml'))]
        name = tree.fromstring(book.read('xl/workbook.xml')).find(f'{MAIN}sheets/{MAIN}sheet').get('name')
    patterns = dict(BUILT_IN)
    patterns.update({int(each.get('numFmtId')): each.get('formatCode') for each in styles.iter(f'{MAIN}numFmt')})
    formats = [patterns[int(each.get('numFmtId'))] for each in styles.find(f'{MAIN}cellXfs')]
    print(f'sheet {name}')
    for pane in sheet.iter(f'{MAIN}pane'):
        print(f'frozen {pane.get("ySplit")}')
    for flt in sheet.iter(f'{MAIN}autoFilter'):
        print(f'filter {flt.get("ref")}')
    assert not list(sheet.iter(f'{MAIN}f')), 'there is a formula'
    for cell in sheet.iter(f'{MAIN}c'):
        value = ''.join(cell.itertext())
        kind = {'s': 'text', 'inlineStr': 'text', 'b': 'truth'}.get(cell.get('t'), 'number')
        if cell.get('t') == 's':
            value = shared[int(value)]
        print(f'{cell.get("r")} {kind} {formats[int(cell.get("s", 0))]} {value!r}')


main(sys.argv[1])
