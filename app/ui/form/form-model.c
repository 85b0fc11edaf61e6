/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form/form-model.h"

#include "date.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PARTS_OF_SECOND_LINE 3

/* What half of a form shows of a name in one piece. */
#define NARROW_CHARS 24

static const AccordStatus overdue = { "accord-status-overdue-symbolic", "overdue" };

void
accord_form_line_free (AccordFormLine *self)
{
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

/**
 * accord_form_section_get_label:
 * @section: a section
 *
 * Returns: (transfer none): its heading
 */
const char *
accord_form_section_get_label (AccordFormSection section)
{
  switch (section)
    {
    case ACCORD_FORM_MAIN:
      return _ ("Details");
    case ACCORD_FORM_WORDS:
      return _ ("In words");
    default:
      return _ ("Facts and source");
    }
}

/**
 * accord_form_section_of:
 * @kind: a kind
 * @field: index of a field
 *
 * Returns: the section that @field stands in
 */
AccordFormSection
accord_form_section_of (const AccordKind *kind, guint field)
{
  const AccordField *row = &kind->fields[field];

  if (row->flags & ACCORD_FIELD_FACT)
    return ACCORD_FORM_FACTS;
  return row->type == ACCORD_FIELD_LONG_TEXT ? ACCORD_FORM_WORDS : ACCORD_FORM_MAIN;
}

/**
 * accord_form_section_fields:
 * @kind: a kind
 * @section: a section
 *
 * Returns: (transfer full) (element-type guint): indices of all fields to edit there, in order
 */
GArray *
accord_form_section_fields (const AccordKind *kind, AccordFormSection section)
{
  GArray *fields = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < kind->n_fields; i++)
    if (accord_form_section_of (kind, i) == section && !(kind->fields[i].flags & ACCORD_FIELD_DERIVED))
      g_array_append_val (fields, i);
  return fields;
}

/* "2016-09-27 cleared" as people write it. A line whose date nobody knows starts with a question mark. */
static void
append_dated_line (GString *text, const char *line)
{
  g_autofree char *iso = g_strndup (line, strcspn (line, " \t"));
  g_autofree char *date = accord_date_is_iso (iso) ? accord_date_format (iso) : NULL;

  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (date != NULL)
    g_string_append_printf (text, "%s%s%s", date, line[strlen (iso)] != '\0' ? " – " : "",
                            line + strlen (iso) + strspn (line + strlen (iso), " \t"));
  else if (strcmp (iso, "?") == 0)
    g_string_append_printf (text, _ ("Date not known – %s"), line + 1 + strspn (line + 1, " \t"));
  else
    g_string_append (text, line);
}

static char *
dup_dated_lines (const char *value)
{
  g_auto (GStrv) lines = g_strsplit (value, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    append_dated_line (text, lines[i]);
  return g_string_free (text, FALSE);
}

/**
 * accord_form_dup_own_value:
 * @record: a record
 * @field: index of a field that is not empty
 *
 * Returns: (transfer full): its value as people read it: a sum with pence only where there are any, the dates
 * of dated lines in words
 */
char *
accord_form_dup_own_value (AccordRecord *record, guint field)
{
  static const char *const dated[] = { "updates", "actuals", NULL };
  gint64 pence;

  if (g_strv_contains (dated, accord_record_get_kind (record)->fields[field].name))
    return dup_dated_lines (accord_record_peek_text (record, field));
  if (accord_record_get_kind (record)->fields[field].type != ACCORD_FIELD_MONEY)
    return accord_record_dup_display (record, field);
  pence = accord_record_peek_int (record, field);
  return accord_money_format (pence, pence % 100 == 0 ? ACCORD_MONEY_POUNDS : ACCORD_MONEY_FULL);
}

/**
 * accord_form_dup_value:
 * @record: a record
 * @field: index of a field
 *
 * Returns: (transfer full) (nullable): what is known there, with the words of the source where the field has
 *   such; %NULL when nothing is
 */
char *
accord_form_dup_value (AccordRecord *record, guint field)
{
  int words_field = accord_kind_find_words (accord_record_get_kind (record), field);
  const char *words = words_field >= 0 ? accord_record_peek_text (record, words_field) : NULL;
  g_autofree char *value = NULL;

  if (accord_record_is_empty (record, field))
    return g_strdup (words);
  value = accord_form_dup_own_value (record, field);
  if (words == NULL)
    return g_steal_pointer (&value);
  /* Translators: an exact value, then the words of the source for it: “27 Sep 2016 (“autumn 2016”)”. */
  return g_strdup_printf (_ ("%s (“%s”)"), value, words);
}

/* The page says these before its sections. */
static gboolean
is_said_above (const AccordKind *kind, guint field)
{
  /* A record that is called after another one still leads to it. */
  return (field == kind->title_field && kind->fields[field].target == NULL)
         || (int) field == accord_status_find_field (kind) || accord_kind_is_words (kind, field);
}

/**
 * accord_form_lines:
 * @record: a record
 * @section: a section
 *
 * Returns: (transfer full) (element-type AccordFormLine): what the section shows when nobody edits it, what
 * is not known included
 */
GPtrArray *
accord_form_lines (AccordRecord *record, AccordFormSection section)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_form_line_free);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      AccordFormLine *line;

      if (accord_form_section_of (kind, i) != section || is_said_above (kind, i))
        continue;
      line = g_new0 (AccordFormLine, 1);
      line->field = i;
      line->label = g_strdup (_ (kind->fields[i].label));
      line->if_any = (kind->fields[i].flags & ACCORD_FIELD_IF_ANY) != 0;
      line->text = accord_form_dup_value (record, i);
      g_ptr_array_add (lines, line);
    }
  return lines;
}

/**
 * accord_form_dup_unknown:
 * @lines: (element-type AccordFormLine): lines of a section
 *
 * Returns: (transfer full) (nullable): one sentence that names what is not known, or %NULL when everything is
 */
char *
accord_form_dup_unknown (GPtrArray *lines)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      AccordFormLine *line = lines->pdata[i];

      if (line->text == NULL && !line->if_any)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", line->label);
    }
  if (names->len == 0)
    return NULL;
  /* Translators: %s is a list of labels of fields. */
  return g_strdup_printf (_ ("Not known: %s"), names->str);
}

static void
add_part (GString *line, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

/* "Council" says more than "Organisation", but "Other" says nothing without it. */
static void
add_kind (GString *line, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int type = accord_kind_find_field (kind, "type");
  /* A meeting's type is a word of its own, not one of ours. */
  const char *value =
      type >= 0 && kind->fields[type].choices != NULL ? accord_record_peek_text (record, type) : NULL;
  const char *label = value != NULL ? accord_field_choice_label (&kind->fields[type], value) : NULL;
  g_autofree char *low_label = label != NULL ? g_utf8_casefold (_ (label), -1) : NULL;
  g_autofree char *low_kind = g_utf8_casefold (_ (kind->label), -1);

  if (low_label == NULL || strstr (low_label, low_kind) == NULL)
    add_part (line, _ (kind->label));
  if (label != NULL)
    add_part (line, _ (label));
}

static void
add_dates (GString *line, AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int from = accord_kind_find_field (kind, "from");
  int until = accord_kind_find_field (kind, "until");
  g_autofree char *start = NULL, *end = NULL, *span = NULL;

  if (from < 0)
    {
      for (guint i = 0; i < kind->n_fields && start == NULL; i++)
        if (kind->fields[i].type == ACCORD_FIELD_DATE && kind->fields[i].flags & ACCORD_FIELD_LISTED)
          start = accord_form_dup_value (record, i);
      add_part (line, start);
      return;
    }
  start = accord_form_dup_value (record, from);
  end = until >= 0 ? accord_form_dup_value (record, until) : NULL;
  if (start != NULL && end != NULL)
    /* Translators: from one date to another */
    span = g_strdup_printf (_ ("%s to %s"), start, end);
  else if (start != NULL)
    span = g_strdup_printf (_ ("from %s"), start);
  else if (end != NULL)
    span = g_strdup_printf (_ ("until %s"), end);
  add_part (line, span);
}

/**
 * accord_form_dup_subtitle:
 * @record: a record
 *
 * Returns: (transfer full): the line under the name: what it is, whose, and when
 */
char *
accord_form_dup_subtitle (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GString *line = g_string_new (NULL);

  add_kind (line, record);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *value = NULL;

      if (i == kind->title_field || kind->fields[i].target == NULL
          || !(kind->fields[i].flags & ACCORD_FIELD_LISTED) || accord_record_is_empty (record, i))
        continue;
      value = accord_record_dup_display (record, i);
      add_part (line, value);
      break;
    }
  add_dates (line, record);
  return g_string_free (line, FALSE);
}

/**
 * accord_form_status:
 * @record: a record
 * @today: (nullable): today as an ISO date, to tell what is overdue
 * @words: (out) (transfer full) (nullable): what its pill says, or %NULL for no pill
 *
 * Returns: (transfer none) (nullable): the shape and colour of the pill
 */
const AccordStatus *
accord_form_status (AccordRecord *record, const char *today, char **words)
{
  const AccordKind *kind = accord_record_get_kind (record);
  int field = accord_status_find_field (kind);
  int due = accord_kind_find_field (kind, "due");
  const char *value = field >= 0 ? accord_record_peek_text (record, field) : NULL;
  const char *date = due >= 0 ? accord_record_peek_text (record, due) : NULL;

  *words = NULL;
  if (value == NULL)
    return NULL;
  if (today != NULL && date != NULL && strcmp (value, "open") == 0 && accord_date_is_past (date, today))
    {
      *words = g_strdup (_ ("Overdue"));
      return &overdue;
    }
  /* "Not known" alone does not say what. */
  *words = strcmp (value, "not-known") == 0
               ? g_strdup_printf (_ ("%s not known"), _ (kind->fields[field].label))
               : accord_record_dup_display (record, field);
  return accord_status_find (&kind->fields[field], value);
}

/**
 * accord_form_dup_row_title:
 * @record: a record in a list of those that refer to another
 * @without: index of the field that refers to it
 * @said: (out): index of the field that the name is taken from
 *
 * What is called after the very record that the list is about would only repeat its name; it is called after
 * the other that it joins to it.
 *
 * Returns: (transfer full): what to call it there
 */
char *
accord_form_dup_row_title (AccordRecord *record, guint without, guint *said)
{
  const AccordKind *kind = accord_record_get_kind (record);

  *said = kind->title_field;
  if (kind->title_field != without)
    return accord_record_dup_title (record);
  for (guint i = 0; i < kind->n_fields; i++)
    if (i != without && kind->fields[i].target != NULL && kind->fields[i].flags & ACCORD_FIELD_REQUIRED)
      {
        *said = i;
        return accord_record_dup_display (record, i);
      }
  return accord_record_dup_title (record);
}

/**
 * accord_form_dup_second_line:
 * @record: a record in a list of those that refer to another
 * @without: index of the field that refers to it and need not be said
 * @said: index of the field that the name is taken from
 * @status: (out) (nullable): the shape to stand before the words
 * @today: (nullable): today as an ISO date
 *
 * Returns: (transfer full): how it stands and what else is known, in a few words; may be empty
 */
char *
accord_form_dup_second_line (AccordRecord *record, guint without, guint said, const AccordStatus **status,
                             const char *today)
{
  const AccordKind *kind = accord_record_get_kind (record);
  GString *line = g_string_new (NULL);
  g_autofree char *state = NULL;
  guint n = 0;

  *status = accord_form_status (record, today, &state);
  add_part (line, state);
  for (guint i = 0; i < kind->n_fields && n < PARTS_OF_SECOND_LINE; i++)
    {
      const AccordField *field = &kind->fields[i];
      g_autofree char *value = NULL;

      if (!(field->flags & ACCORD_FIELD_LISTED) || is_said_above (kind, i) || i == without || i == said
          || field->type == ACCORD_FIELD_BOOLEAN || field->type == ACCORD_FIELD_COUNT
          || field->type == ACCORD_FIELD_DECIMAL)
        continue;
      value = accord_form_dup_value (record, i);
      n += value != NULL;
      add_part (line, value);
    }
  return g_string_free (line, FALSE);
}

/**
 * accord_form_find_invalid:
 * @kind: a kind
 * @message: what accord_record_validate() answered
 * @rest: (out): the sentence without the label of the field
 *
 * Returns: the index of the field that the message is about, or -1
 */
int
accord_form_find_invalid (const AccordKind *kind, const char *message, const char **rest)
{
  gsize longest = 0;
  int found = -1;

  *rest = message;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *label = _ (kind->fields[i].label);
      gsize length = strlen (label);

      if (length > longest && g_str_has_prefix (message, label) && g_str_has_prefix (message + length, ": "))
        {
          longest = length;
          found = i;
        }
    }
  if (found >= 0)
    *rest = message + longest + strlen (": ");
  return found;
}

/**
 * accord_form_is_narrow:
 * @record: a record
 * @field: index of one of its fields
 *
 * Returns: whether the field needs no more than half a row of a form, so that two share one
 */
gboolean
accord_form_is_narrow (AccordRecord *record, guint field)
{
  const AccordKind *kind = accord_record_get_kind (record);
  const char *title;

  switch (kind->fields[field].type)
    {
    case ACCORD_FIELD_REFERENCE:
      title = accord_record_peek_reference_title (record, field);
      return title == NULL || g_utf8_strlen (title, -1) <= NARROW_CHARS;
    case ACCORD_FIELD_LONG_TEXT:
    case ACCORD_FIELD_REFERENCES:
      return FALSE;
    case ACCORD_FIELD_TEXT:
      return accord_kind_is_words (kind, field);
    default:
      return field != kind->title_field;
    }
}
