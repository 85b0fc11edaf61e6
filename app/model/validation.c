/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "validation.h"

#include "date.h"
#include "reader.h"
#include "store/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const AccordField *
field_of (AccordRecord *self, const char *name)
{
  const AccordField *field = accord_kind_get_field (accord_record_get_kind (self), name);

  g_assert (field != NULL);
  return field;
}

static char *
dup_display (AccordRecord *self, const char *name)
{
  return accord_record_dup_display (self, accord_kind_find_field (accord_record_get_kind (self), name));
}

/* Digits, one point at most, and a sign only in front. */
static gboolean
is_decimal (const char *text)
{
  const char *digits = *text == '-' ? text + 1 : text;

  return strpbrk (digits, "0123456789") != NULL && strspn (digits, "0123456789.") == strlen (digits)
         && strchr (digits, '.') == strrchr (digits, '.');
}

static gboolean
line_is_well_formed (const char *line, AccordLineForm form)
{
  g_autofree char *date = NULL;
  g_autofree char *rest = NULL;
  const char *space = strpbrk (line, " \t");

  if (space == NULL)
    return FALSE;
  date = g_strndup (line, space - line);
  rest = g_strstrip (g_strdup (space));
  if (form == ACCORD_LINE_ACTUAL)
    return accord_date_is_iso (date) && is_decimal (rest);
  return *rest != '\0' && (strcmp (date, "?") == 0 || accord_date_is_iso (date));
}

/**
 * accord_validation_fail:
 * @self: the record that breaks a rule
 * @field: name of the field that is to be put right
 * @error: return location for the error
 * @what: a sentence in the user's language
 *
 * Sets %ACCORD_STORE_ERROR_INVALID with the field's label and the sentence, as the rules of the field tables
 * do.
 *
 * Returns: %FALSE
 */
gboolean
accord_validation_fail (AccordRecord *self, const char *field, GError **error, const char *what)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID, "%s: %s",
               _ (field_of (self, field)->label), what);
  return FALSE;
}

/**
 * accord_validate_order:
 * @self: a record
 * @from: name of a date field
 * @until: name of the date field that must not lie before it
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether the dates are in order; they are when either is not known
 */
gboolean
accord_validate_order (AccordRecord *self, const char *from, const char *until, GError **error)
{
  const char *first = accord_record_get_text (self, from);
  const char *last = accord_record_get_text (self, until);
  g_autofree char *earlier = NULL, *later = NULL, *what = NULL;

  if (first == NULL || last == NULL || strcmp (first, last) <= 0)
    return TRUE;

  earlier = dup_display (self, until);
  later = dup_display (self, from);
  /* Translators: a date, the label of another date field, and that other date. */
  what = g_strdup_printf (_ ("%s is before “%s”, %s."), earlier, _ (field_of (self, from)->label), later);
  return accord_validation_fail (self, until, error, what);
}

/**
 * accord_validate_at_most:
 * @self: a record
 * @part: name of an integer field
 * @whole: name of the integer field that it must not exceed
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether @part is at most @whole; it is when either is not known
 */
gboolean
accord_validate_at_most (AccordRecord *self, const char *part, const char *whole, GError **error)
{
  gint64 small = accord_record_get_int (self, part);
  gint64 large = accord_record_get_int (self, whole);
  g_autofree char *is = NULL, *limit = NULL, *what = NULL;

  if (small == ACCORD_UNKNOWN || large == ACCORD_UNKNOWN || small <= large)
    return TRUE;

  is = dup_display (self, part);
  limit = dup_display (self, whole);
  /* Translators: a number or year, the label of another field, and the value of that field. */
  what = g_strdup_printf (_ ("%s is beyond “%s”, %s."), is, _ (field_of (self, whole)->label), limit);
  return accord_validation_fail (self, part, error, what);
}

/**
 * accord_validate_range:
 * @self: a record
 * @field: name of a count or percentage field
 * @low: least value that may be kept
 * @high: greatest value that may be kept
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether the field lies between @low and @high; it does when it is not known
 */
gboolean
accord_validate_range (AccordRecord *self, const char *field, gint64 low, gint64 high, GError **error)
{
  gint64 value = accord_record_get_int (self, field);
  gboolean percent = field_of (self, field)->type == ACCORD_FIELD_PERCENT;
  g_autofree char *what = NULL;

  if (value == ACCORD_UNKNOWN || (value >= low && value <= high))
    return TRUE;

  if (percent)
    what = g_strdup_printf (_ ("This must be from %d%% to %d%%."), (int) (low / 100), (int) (high / 100));
  else
    what = g_strdup_printf (_ ("This must be from %d to %d."), (int) low, (int) high);
  return accord_validation_fail (self, field, error, what);
}

/**
 * accord_validate_different:
 * @self: a record
 * @one: name of a reference field
 * @other: name of another that must not point to the same record
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether the two differ; they do when either is not known
 */
gboolean
accord_validate_different (AccordRecord *self, const char *one, const char *other, GError **error)
{
  gint64 id = accord_record_get_int (self, other);
  g_autofree char *what = NULL;

  if (id == ACCORD_UNKNOWN || id != accord_record_get_int (self, one))
    return TRUE;

  what = g_strdup_printf (_ ("This must not be the same as “%s”."), _ (field_of (self, one)->label));
  return accord_validation_fail (self, other, error, what);
}

/**
 * accord_validate_not_itself:
 * @self: a record
 * @field: name of a reference, or list of references, to records of the same kind
 * @error: return location for %ACCORD_STORE_ERROR_INVALID
 *
 * Returns: whether the field leaves out @self
 */
gboolean
accord_validate_not_itself (AccordRecord *self, const char *field, GError **error)
{
  gint64 id = accord_record_get_id (self);
  gboolean found = FALSE;
  const gint64 *ids;
  gsize n_ids;

  if (id == 0)
    return TRUE;

  if (field_of (self, field)->type == ACCORD_FIELD_REFERENCE)
    found = accord_record_get_int (self, field) == id;
  else
    {
      ids = accord_record_get_ids (self, field, &n_ids);
      for (gsize i = 0; i < n_ids && !found; i++)
        found = ids[i] == id;
    }
  return !found || accord_validation_fail (self, field, error, _ ("This must be another one than itself."));
}

/**
 * accord_validate_lines:
 * @self: a record
 * @field: name of a long text of dated lines
 * @form: what each line holds
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, whose message says which line
 *
 * Empty lines are let through.
 *
 * Returns: whether every line has the form
 */
gboolean
accord_validate_lines (AccordRecord *self, const char *field, AccordLineForm form, GError **error)
{
  const char *text = accord_record_get_text (self, field);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autofree char *what = NULL;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] == '\0' || line_is_well_formed (lines[i], form))
        continue;
      if (form == ACCORD_LINE_ACTUAL)
        what = g_strdup_printf (_ ("Line %u is not a date and a number, such as 2017-03-31 12.5."), i + 1);
      else
        what = g_strdup_printf (
            _ ("Line %u does not begin with a date such as 2016-09-27, or ?, and then words."), i + 1);
      return accord_validation_fail (self, field, error, what);
    }
  return TRUE;
}

/**
 * accord_check_no_ring:
 * @self: a record
 * @reader: the change it is part of
 * @field: name of a reference to a record of the same kind
 * @error: return location for %ACCORD_STORE_ERROR_INVALID, or the store's own error
 *
 * Follows the reference from record to record. A ring that is already there, of other records, ends the walk
 * like any other end.
 *
 * Returns: whether the way never comes back to @self
 */
gboolean
accord_check_no_ring (AccordRecord *self, AccordReader *reader, const char *field, GError **error)
{
  gint64 id = accord_record_get_id (self);
  gint64 first = accord_record_get_int (self, field);
  g_autofree char *column = accord_field_column (field_of (self, field));
  const char *table = accord_record_get_kind (self)->name;
  g_autoptr (AccordRows) rows = NULL;
  g_autoptr (GError) failure = NULL;
  g_autofree char *sql = NULL;

  if (id == 0 || first == ACCORD_UNKNOWN)
    return TRUE;

  sql = g_strdup_printf (
      "WITH RECURSIVE way (id) AS (VALUES (?1) UNION SELECT \"%s\" FROM \"%s\" JOIN way USING (id) "
      "WHERE \"%s\" IS NOT NULL) SELECT 1 FROM way WHERE id = ?2",
      column, table, column);
  rows = accord_reader_query (reader, sql, error);
  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, first);
  accord_rows_bind_int (rows, 2, id);
  if (accord_rows_next (rows, &failure))
    return accord_validation_fail (self, field, error, _ ("That one already leads back to this one."));
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  return failure == NULL;
}
