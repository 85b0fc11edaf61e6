#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Says, in TAP, whether data/appraisal.schema.json describes what the program reads: that the examples are valid and
broken ones are not, that every member is described, and that the names in it are those that the sources ask for.
The little of JSON Schema 2020-12 that the file uses is done here, so that nothing has to be installed."""
import json
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(TOP / 'tests'))
sys.dont_write_bytecode = True
import tap  # noqa: E402

SCHEMA = json.loads((TOP / 'data' / 'appraisal.schema.json').read_text(encoding='utf-8'))
EXAMPLES = sorted((TOP / 'tests' / 'exchange' / 'fixtures' / 'appraisal').glob('*.json'))
SOURCES = sorted((TOP / 'app' / 'exchange').glob('appraisal-json*.c'))

TYPES = {
    'object': lambda value: isinstance(value, dict),
    'array': lambda value: isinstance(value, list),
    'string': lambda value: isinstance(value, str),
    'boolean': lambda value: isinstance(value, bool),
    'number': lambda value: isinstance(value, (int, float)) and not isinstance(value, bool),
    'integer': lambda value: isinstance(value, (int, float)) and not isinstance(value, bool) and value == int(value),
}
KNOWN = {'$schema', '$defs', '$ref', 'title', 'description', 'default', 'type', 'enum', 'required', 'properties',
         'patternProperties', 'additionalProperties', 'items', 'minItems', 'maxItems', 'minProperties', 'minimum', 'maximum',
         'exclusiveMinimum', 'pattern', 'oneOf', 'anyOf', 'not'}


def faults(value, schema):
    """What is wrong with a value, a line each."""
    found = []
    if '$ref' in schema:
        found += faults(value, SCHEMA['$defs'][schema['$ref'].rsplit('/', 1)[1]])
    if 'type' in schema and not TYPES[schema['type']](value):
        return found + [f'{value!r:.40} is no {schema["type"]}']
    if 'enum' in schema and value not in schema['enum']:
        found.append(f'{value!r:.40} is none of {schema["enum"]}')
    if 'not' in schema and not faults(value, schema['not']):
        found.append('it is what it must not be')
    for word, enough in (('oneOf', lambda n: n == 1), ('anyOf', lambda n: n > 0)):
        if word in schema and not enough(sum(not faults(value, choice) for choice in schema[word])):
            found.append(f'{value!r:.40} is not {word} the choices')
    found += number_faults(value, schema) if TYPES['number'](value) else []
    found += object_faults(value, schema) if isinstance(value, dict) else []
    found += array_faults(value, schema) if isinstance(value, list) else []
    if isinstance(value, str) and 'pattern' in schema and not re.search(schema['pattern'], value):
        found.append(f'{value!r} is not {schema["pattern"]}')
    return found


def number_faults(value, schema):
    return [f'{value} is beyond {word}' for word, wrong in (
        ('minimum', value < schema.get('minimum', value)), ('maximum', value > schema.get('maximum', value)),
        ('exclusiveMinimum', 'exclusiveMinimum' in schema and value <= schema['exclusiveMinimum'])) if wrong]


def object_faults(value, schema):
    found = [f'{name} is missing' for name in schema.get('required', ()) if name not in value]
    if len(value) < schema.get('minProperties', 0):
        found.append('it is empty')
    for name, member in value.items():
        patterns = [inner for pattern, inner in schema.get('patternProperties', {}).items() if re.search(pattern, name)]
        if name in schema.get('properties', {}):
            patterns.append(schema['properties'][name])
        elif not patterns and schema.get('additionalProperties') is False:
            found.append(f'{name} is not known')
        elif not patterns and isinstance(schema.get('additionalProperties'), dict):
            patterns.append(schema['additionalProperties'])
        found += [f'{name}: {fault}' for inner in patterns for fault in faults(member, inner)]
    return found


def array_faults(value, schema):
    found = []
    if not schema.get('minItems', 0) <= len(value) <= schema.get('maxItems', len(value)):
        found.append(f'{len(value)} elements are too few or too many')
    for index, element in enumerate(value):
        found += [f'[{index}] {fault}' for fault in faults(element, schema.get('items', {}))]
    return found


def parts(schema, name=''):
    """Every schema in the schema, with what it is of."""
    yield name, schema
    for word in ('properties', 'patternProperties', '$defs'):
        for key, inner in schema.get(word, {}).items():
            yield from parts(inner, key)
    for word in ('oneOf', 'anyOf'):
        for inner in schema.get(word, ()):
            yield from parts(inner, name)
    for word in ('items', 'additionalProperties', 'not'):
        if isinstance(schema.get(word), dict):
            yield from parts(schema[word], name)


def rule_understood():
    """the schema uses nothing that this test does not do"""
    return [f'{name}: {word}' for name, schema in parts(SCHEMA) for word in schema if word not in KNOWN]


def rule_examples():
    """the examples are what the schema describes"""
    return [f'{path.name}: {fault}' for path in EXAMPLES for fault in faults(json.loads(path.read_text()), SCHEMA)]


def rule_refused():
    """what is not an appraisal is not one by the schema"""
    line = '{"amounts_pence": [1]}'
    broken = ['[]', '{}', '{"horizon": 5}', '{"horizon": 0, "costs": []}', '{"horizon": 501, "costs": []}',
              '{"horizon": 2.5, "costs": []}', '{"horizon": 5, "costs": {}}', '{"horizon": 5, "costs": [{}]}',
              '{"horizon": 5, "costs": [{"amounts_pence": [1.5]}]}', '{"horizon": 5, "costs": [{"amounts_pence": {"x": 1}}]}',
              '{"horizon": 5, "costs": [{"amounts_pence": [1], "kind": "capitol"}]}',
              '{"horizon": 5, "outcomes": [{"need": 1}]}', '{"horizon": 5, "outcomes": [{"need": -1, "unit_value_pence": 1}]}',
              '{"horizon": 5, "outcomes": [{"need": 1, "unit_value_pence": 1, "engagement": 1.5}]}',
              '{"horizon": 5, "costs": [%s], "schedule": {"x": 1}}' % line, '{"flows_pence": []}', '{"flows_pence": ["1"]}',
              '{"horizon": 5, "costs": [%s], "grades": [2]}' % line]
    return [f'{text} is valid' for text in broken if not faults(json.loads(text), SCHEMA)]


def rule_described():
    """every member says what it is"""
    return [f'{key} is not described' for _, schema in parts(SCHEMA) for key, inner in schema.get('properties', {}).items()
            if 'description' not in inner and '$ref' not in inner]


def rule_names():
    """the members that the schema has are those that the program asks for"""
    asked = set()
    for path in SOURCES:
        asked |= set(re.findall(r'accord_json_(?:node_find|take_\w+|fail_missing)\s*\(\s*\w+,\s*"(\w+)"', path.read_text()))
        asked |= set(re.findall(r'take_(?:count|names)\s*\(\s*\w+,\s*"(\w+)"', path.read_text()))
    described = {key for _, schema in parts(SCHEMA) for key in schema.get('properties', {})}
    return [f'{name} is not in the schema' for name in sorted(asked - described)] + \
           [f'{name} is in the schema and asked for nowhere' for name in sorted(described - asked)]


sys.exit(tap.run(tap.named(globals(), 'rule_')))
