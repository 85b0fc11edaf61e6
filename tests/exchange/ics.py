#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads a calendar by the grammar of RFC 5545, without any help from what wrote it, and prints its events as JSON.
Whatever the grammar does not allow ends it with a complaint."""
import datetime
import json
import re
import sys

LINE = re.compile(r'^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)$', re.DOTALL)
TEXT = re.compile(r'^(?:[^\\;,\x00-\x08\x0a-\x1f\x7f]|\\[\\;,nN])*$')
DATE = re.compile(r'^\d{8}$')
MOMENT = re.compile(r'^\d{8}T\d{6}Z?$')
ONCE = ('UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SEQUENCE', 'LAST-MODIFIED', 'SUMMARY', 'DESCRIPTION', 'LOCATION', 'STATUS',
        'TRANSP')
CHOICES = {'STATUS': ('TENTATIVE', 'CONFIRMED', 'CANCELLED'), 'TRANSP': ('OPAQUE', 'TRANSPARENT')}


def unfolded(data):
    assert data.endswith(b'\r\n'), 'the last line does not end'
    lines = []
    for line in data[:-2].split(b'\r\n'):
        assert b'\r' not in line and b'\n' not in line, f'a bare line end in {line!r}'
        assert len(line) <= 75, f'{len(line)} octets in {line!r}'
        words = line.decode('utf-8')    # fails where a fold cuts a character
        if words[:1] in (' ', '\t'):
            lines[-1] += words[1:]
        else:
            lines.append(words)
    return lines


def properties(lines):
    for line in lines:
        found = LINE.match(line)
        assert found, f'no content line: {line!r}'
        name, rest, value = found.groups()
        yield name, dict(part.split('=', 1) for part in rest.split(';')[1:]), value


def text(value):
    assert TEXT.match(value), f'no text: {value!r}'
    return re.sub(r'\\(.)', lambda found: '\n' if found[1] in 'nN' else found[1], value)


def day(value):
    assert DATE.match(value), f'no date: {value!r}'
    return datetime.datetime.strptime(value, '%Y%m%d').date()


def moment(value):
    assert MOMENT.match(value), f'no moment: {value!r}'
    return datetime.datetime.strptime(value.rstrip('Z'), '%Y%m%dT%H%M%S')


def tree(found):
    """Components as (name, properties, components)."""
    stack = [('', [], [])]
    for name, parameters, value in found:
        if name == 'BEGIN':
            stack.append((value, [], []))
        elif name == 'END':
            closed = stack.pop()
            assert closed[0] == value, f'END:{value} within {closed[0]}'
            stack[-1][2].append(closed)
        else:
            assert len(stack) > 1, f'{name} is in no component'
            stack[-1][1].append((name, parameters, value))
    assert len(stack) == 1, f'{stack[-1][0]} has no end'
    return stack[0][2]


def read_zone(component):
    zone = dict((name, value) for name, _, value in component[1])['TZID']
    assert sorted(part[0] for part in component[2]) == ['DAYLIGHT', 'STANDARD']
    for part in component[2]:
        held = dict((name, value) for name, _, value in part[1])
        moment(held['DTSTART'])
        assert re.match(r'^[+-]\d{4}$', held['TZOFFSETFROM']) and re.match(r'^[+-]\d{4}$', held['TZOFFSETTO'])
        assert re.match(r'^FREQ=YEARLY;BYMONTH=\d+;BYDAY=-1SU$', held['RRULE'])
    return zone


def read_event(component, zones):
    assert not component[2], 'a component in an event'
    names = [name for name, _, _ in component[1]]
    for name in ('UID', 'DTSTAMP', 'DTSTART'):
        assert name in names, f'an event without {name}'
    for name in ONCE:
        assert names.count(name) < 2, f'{name} twice'
    event = {}
    for name, parameters, value in component[1]:
        if name in CHOICES:
            assert value in CHOICES[name], f'{name}:{value}'
            event[name] = value
        elif parameters.get('VALUE') == 'DATE':
            event[name] = day(value).isoformat()
        elif name == 'DTSTART':
            assert parameters['TZID'] in zones, f'{parameters} names no zone'
            assert not value.endswith('Z')
            event[name] = moment(value).isoformat()
        elif name in ('DTSTAMP', 'LAST-MODIFIED'):
            assert value.endswith('Z'), f'{name} is not in UTC'
            event[name] = moment(value).isoformat()
        elif name == 'SEQUENCE':
            assert 0 <= int(value) < 2 ** 31
            event[name] = int(value)
        else:
            event[name] = text(value)
    if 'DTEND' in event:
        assert event['DTEND'] > event['DTSTART'], 'an event that ends before it begins'
    return event


def main(path):
    with open(path, 'rb') as file:
        calendars = tree(properties(unfolded(file.read())))
    assert len(calendars) == 1 and calendars[0][0] == 'VCALENDAR'
    held = [(name, value) for name, _, value in calendars[0][1]]
    assert ('VERSION', '2.0') in held and 'PRODID' in dict(held)
    assert calendars[0][2], 'a calendar without components'
    zones = {read_zone(part) for part in calendars[0][2] if part[0] == 'VTIMEZONE'}
    events = [read_event(part, zones) for part in calendars[0][2] if part[0] == 'VEVENT']
    assert len(events) == len({event['UID'] for event in events}), 'two events have one UID'
    json.dump({'name': text(dict(held)['X-WR-CALNAME']), 'events': events}, sys.stdout, ensure_ascii=False)


main(sys.argv[1])
