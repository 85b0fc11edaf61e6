/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ACCORD_UNKNOWN:
 *
 * The value of an integer field (money in pence, counts, years, percentages, references) that nobody knows.
 * It is kept as NULL and shown as "not known" or a dash, never as nought.
 */
#define ACCORD_UNKNOWN G_MININT64

/**
 * AccordFieldType:
 * @ACCORD_FIELD_TEXT: one line of text (#gchararray)
 * @ACCORD_FIELD_LONG_TEXT: text of several lines, or Markdown (#gchararray)
 * @ACCORD_FIELD_CODE: a code that people know, such as an ODS code or an address (#gchararray)
 * @ACCORD_FIELD_CHOICE: one of a fixed set of words (#gchararray, the word kept in the file)
 * @ACCORD_FIELD_DATE: an ISO date (#gchararray)
 * @ACCORD_FIELD_DECIMAL: an exact decimal number kept as text (#gchararray)
 * @ACCORD_FIELD_MONEY: a sum in pence (#gint64)
 * @ACCORD_FIELD_COUNT: a whole number (#gint64)
 * @ACCORD_FIELD_YEAR: a financial year by its starting year (#gint64)
 * @ACCORD_FIELD_PERCENT: hundredths of one per cent, so 97 % is 9700 (#gint64)
 * @ACCORD_FIELD_BOOLEAN: yes or no (#gboolean)
 * @ACCORD_FIELD_REFERENCE: the identifier of a record of another kind (#gint64)
 * @ACCORD_FIELD_REFERENCES: identifiers of several records (#GVariant of type `ax`, in order)
 */
typedef enum
{
  ACCORD_FIELD_TEXT,
  ACCORD_FIELD_LONG_TEXT,
  ACCORD_FIELD_CODE,
  ACCORD_FIELD_CHOICE,
  ACCORD_FIELD_DATE,
  ACCORD_FIELD_DECIMAL,
  ACCORD_FIELD_MONEY,
  ACCORD_FIELD_COUNT,
  ACCORD_FIELD_YEAR,
  ACCORD_FIELD_PERCENT,
  ACCORD_FIELD_BOOLEAN,
  ACCORD_FIELD_REFERENCE,
  ACCORD_FIELD_REFERENCES,
} AccordFieldType;

/**
 * AccordFieldFlags:
 * @ACCORD_FIELD_REQUIRED: must not be empty
 * @ACCORD_FIELD_TITLE: what the record is called; a reference here means "called as that one is"
 * @ACCORD_FIELD_SEARCHED: found by full-text search
 * @ACCORD_FIELD_INDEXED: lists of this kind grow large; sorting by this field has an index
 * @ACCORD_FIELD_LISTED: a column of the list unless the user chooses otherwise
 * @ACCORD_FIELD_SIGNED: may be below nought
 * @ACCORD_FIELD_FACT: a code or source detail, shown folded at the end of a page
 * @ACCORD_FIELD_DERIVED: worked out from other records at the end of every change, so that no form asks for
 * it
 * @ACCORD_FIELD_CONTENT: the digest of a file that the workspace keeps as long as a record or the journal
 * names it
 * @ACCORD_FIELD_OVERRULED: what the field says counts only where the record that @through names says nothing
 * @ACCORD_FIELD_LOOKED_UP: records are looked up one by one by what they refer to here, also while many are
 * being added, so that there is always an index for it; lists are sorted as without. Kinds that have such a
 * field are looked up by their source as well
 * @ACCORD_FIELD_IF_ANY: most records have no such thing, so that nobody is told that it is not known
 */
typedef enum
{
  ACCORD_FIELD_REQUIRED = 1 << 0,
  ACCORD_FIELD_TITLE = 1 << 1,
  ACCORD_FIELD_SEARCHED = 1 << 2,
  ACCORD_FIELD_INDEXED = 1 << 3,
  ACCORD_FIELD_LISTED = 1 << 4,
  ACCORD_FIELD_SIGNED = 1 << 5,
  ACCORD_FIELD_FACT = 1 << 6,
  ACCORD_FIELD_DERIVED = 1 << 7,
  ACCORD_FIELD_CONTENT = 1 << 8,
  ACCORD_FIELD_OVERRULED = 1 << 9,
  ACCORD_FIELD_LOOKED_UP = 1 << 10,
  ACCORD_FIELD_IF_ANY = 1 << 11,
} AccordFieldFlags;

/**
 * AccordChoice:
 * @value: the word kept in the file
 * @label: what people read (untranslated; pass it through gettext)
 *
 * One choice of an %ACCORD_FIELD_CHOICE; a table of them ends with a %NULL @value.
 */
typedef struct
{
  const char *value;
  const char *label;
} AccordChoice;

/**
 * AccordField:
 * @name: the property's name, in kebab-case
 * @type: what it holds
 * @label: what people read beside it (untranslated)
 * @flags: what is asked of it
 * @target: for references, the kind they point to
 * @choices: for choices, the table of them
 * @hint: a short explanation for forms, or %NULL (untranslated)
 * @initial: for choices, the word that a record begins with when nobody says otherwise, or %NULL
 * @through: another reference of the same kind, or %NULL: the record that it names has a field of the same
 * name, and what that says holds of this record too, unless it says something itself
 * @dup_words: for codes, or %NULL: makes what people read of what is kept
 *
 * A row of the one table in a record class's file. The #GParamSpec is made from it, and it says what a
 * #GParamSpec cannot.
 */
typedef struct
{
  const char *name;
  AccordFieldType type;
  const char *label;
  AccordFieldFlags flags;
  const char *target;
  const AccordChoice *choices;
  const char *hint;
  const char *initial;
  const char *through;
  char *(*dup_words) (const char *value);
} AccordField;

/**
 * accord_field_is_text:
 * @field: a field
 *
 * Returns: whether the property of @field is a string
 */
static inline gboolean
accord_field_is_text (const AccordField *field)
{
  /* Asked for every field of every row: hence here, where it costs no call. */
  switch (field->type)
    {
    case ACCORD_FIELD_TEXT:
    case ACCORD_FIELD_LONG_TEXT:
    case ACCORD_FIELD_CODE:
    case ACCORD_FIELD_CHOICE:
    case ACCORD_FIELD_DATE:
    case ACCORD_FIELD_DECIMAL:
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * accord_field_is_integer:
 * @field: a field
 *
 * Returns: whether the property of @field is a 64-bit integer, for which %ACCORD_UNKNOWN means "not known"
 */
static inline gboolean
accord_field_is_integer (const AccordField *field)
{
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
    case ACCORD_FIELD_COUNT:
    case ACCORD_FIELD_YEAR:
    case ACCORD_FIELD_PERCENT:
    case ACCORD_FIELD_REFERENCE:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *accord_field_choice_label (const AccordField *field, const char *value);
char *accord_field_column (const AccordField *field);
char *accord_field_json_key (const AccordField *field);

G_END_DECLS
