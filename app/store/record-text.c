/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-private.h"

#include "date.h"
#include "error.h"
#include "financial-year.h"
#include "fold.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The years a financial year may lie in; beyond them it is a slip of the keys. */
#define FIRST_YEAR 1900
#define LAST_YEAR 2200

static gboolean
fail (const AccordField *field, GError **error, const char *message)
{
  g_set_error (error, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_INVALID, "%s: %s", _ (field->label), message);
  return FALSE;
}

static gboolean
fail_from (const AccordField *field, GError **error, GError *cause)
{
  fail (field, error, cause->message);
  g_error_free (cause);
  return FALSE;
}

/* Digits, at most one point, and a sign in front; so that a decimal is kept as typed and never rounded. */
static gboolean
is_decimal (const char *text)
{
  gsize digits = 0;
  gboolean point = FALSE;

  if (*text == '-')
    text++;
  for (; *text != '\0'; text++)
    {
      if (g_ascii_isdigit (*text))
        digits++;
      else if (*text == '.' && !point)
        point = TRUE;
      else
        return FALSE;
    }
  return digits > 0;
}

static char *
plain_number (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0x2212)
        g_string_append_c (plain, '-');
      else if (c != ',' && !g_unichar_isspace (c) && c != 0xA0)
        g_string_append_unichar (plain, c);
    }
  return g_string_free (plain, FALSE);
}

/* "97", "97%" and "12.5 %" in hundredths of one per cent. */
static gboolean
parse_percent (const char *text, gint64 *value)
{
  g_autofree char *plain = plain_number (text);
  gsize length = strlen (plain);
  gint64 whole;
  char *end;

  if (length > 0 && plain[length - 1] == '%')
    plain[length - 1] = '\0';
  if (!is_decimal (plain) || strlen (plain) > 12)
    return FALSE;
  whole = g_ascii_strtoll (plain, &end, 10);
  *value = whole * 100;
  if (*end == '.')
    {
      gint64 cents = 0;

      if (strlen (end + 1) > 2)
        return FALSE;
      cents = g_ascii_strtoll (end + 1, NULL, 10) * (strlen (end + 1) == 1 ? 10 : 1);
      *value += plain[0] == '-' ? -cents : cents;
    }
  return TRUE;
}

static gboolean
parse_count (const char *text, gint64 *value)
{
  g_autofree char *plain = plain_number (text);
  char *end;

  if (!is_decimal (plain) || strchr (plain, '.') != NULL || strlen (plain) > 18)
    return FALSE;
  *value = g_ascii_strtoll (plain, &end, 10);
  return *end == '\0';
}

static gboolean
parse_boolean (const char *text, gint64 *value)
{
  const char *yes[] = { "yes", "true", "1", "y", _ ("yes"), NULL };
  const char *no[] = { "no", "false", "0", "n", _ ("no"), NULL };
  g_autofree char *folded = accord_text_fold (text);

  *value = g_strv_contains (yes, folded);
  return *value == 1 || g_strv_contains (no, folded);
}

static gboolean
parse_ids (AccordRecord *self, guint index, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, ";, ", -1);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (char **word = words; *word != NULL; word++)
    {
      gint64 id;

      if (**word == '\0')
        continue;
      if (!parse_count (*word, &id) || id <= 0)
        return FALSE;
      g_array_append_val (ids, id);
    }
  accord_record_put_ids (self, index, (gint64 *) (gpointer) ids->data, ids->len);
  return TRUE;
}

static gboolean
parse_choice (AccordRecord *self, guint index, const AccordField *field, const char *text, GError **error)
{
  g_autofree char *folded = accord_text_fold (text);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (const AccordChoice *choice = field->choices; choice->value != NULL; choice++)
    {
      g_autofree char *label = accord_text_fold (_ (choice->label));

      if (strcmp (choice->value, folded) == 0 || strcmp (label, folded) == 0)
        {
          accord_record_put_text (self, index, choice->value, -1);
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", all->len > 0 ? ", " : "", choice->value);
    }
  /* Translators: the first %s is what was typed, the second a list of what is possible. */
  message = g_strdup_printf (_ ("“%s” is none of: %s."), text, all->str);
  return fail (field, error, message);
}

static gboolean
parse_integer (const AccordField *field, const char *text, gint64 *value, GError **error)
{
  GError *cause = NULL;
  g_autofree char *message = NULL;
  int year;

  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
      return accord_money_parse (text, value, &cause) || fail_from (field, error, cause);
    case ACCORD_FIELD_YEAR:
      if (!accord_financial_year_parse (text, &year, &cause))
        return fail_from (field, error, cause);
      *value = year;
      return TRUE;
    case ACCORD_FIELD_PERCENT:
      if (parse_percent (text, value))
        return TRUE;
      message = g_strdup_printf (_ ("“%s” is not a percentage."), text);
      return fail (field, error, message);
    case ACCORD_FIELD_BOOLEAN:
      if (parse_boolean (text, value))
        return TRUE;
      message = g_strdup_printf (_ ("“%s” is neither yes nor no."), text);
      return fail (field, error, message);
    default:
      if (parse_count (text, value))
        return TRUE;
      message = g_strdup_printf (_ ("“%s” is not a whole number."), text);
      return fail (field, error, message);
    }
}

/**
 * accord_record_parse_field:
 * @self: a record
 * @index: index of a field
 * @text: (nullable): what a person typed; empty or %NULL empties the field
 * @error: return location for an error
 *
 * Sets a field from text as people write it: sums as "£19.2m", dates as "1 April 2019", financial years as
 * "2019/20", choices by their word or label, references by identifier. Does not notify.
 *
 * Returns: %FALSE with %ACCORD_STORE_ERROR_INVALID and a sentence that names the field; @self is then
 * unchanged
 */
gboolean
accord_record_parse_field (AccordRecord *self, guint index, const char *text, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  g_autofree char *clean = NULL, *iso = NULL, *message = NULL;
  GError *cause = NULL;
  gint64 value;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return fail (field, error, _ ("The text is not valid UTF-8."));
  if (field->type == ACCORD_FIELD_LONG_TEXT)
    {
      accord_record_put_text (self, index, text, -1);
      return TRUE;
    }

  clean = accord_text_collapse (text != NULL ? text : "");
  if (*clean == '\0')
    {
      if (accord_field_is_text (field))
        accord_record_put_text (self, index, NULL, -1);
      else if (field->type == ACCORD_FIELD_REFERENCES)
        accord_record_put_ids (self, index, NULL, 0);
      else
        accord_record_put_int (self, index, field->type == ACCORD_FIELD_BOOLEAN ? 0 : ACCORD_UNKNOWN);
      return TRUE;
    }

  switch (field->type)
    {
    case ACCORD_FIELD_TEXT:
    case ACCORD_FIELD_CODE:
    case ACCORD_FIELD_LONG_TEXT:
      accord_record_put_text (self, index, clean, -1);
      return TRUE;
    case ACCORD_FIELD_CHOICE:
      return parse_choice (self, index, field, clean, error);
    case ACCORD_FIELD_DATE:
      if (!accord_date_parse (clean, &iso, &cause))
        return fail_from (field, error, cause);
      accord_record_put_text (self, index, iso, -1);
      return TRUE;
    case ACCORD_FIELD_DECIMAL:
      iso = plain_number (clean);
      message = g_strdup_printf (_ ("“%s” is not a number."), clean);
      if (!is_decimal (iso))
        return fail (field, error, message);
      accord_record_put_text (self, index, iso, -1);
      return TRUE;
    case ACCORD_FIELD_REFERENCES:
      message = g_strdup_printf (_ ("“%s” is not a list of identifiers."), clean);
      return parse_ids (self, index, clean) || fail (field, error, message);
    default:
      if (!parse_integer (field, clean, &value, error))
        return FALSE;
      accord_record_put_int (self, index, value);
      return TRUE;
    }
}

/**
 * accord_record_is_empty:
 * @self: a record
 * @index: index of a field
 *
 * Returns: whether nothing is known there; a yes-or-no field is never empty
 */
gboolean
accord_record_is_empty (AccordRecord *self, guint index)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  gsize n_ids;

  if (accord_field_is_text (field))
    return accord_record_peek_text (self, index) == NULL;
  if (field->type == ACCORD_FIELD_REFERENCES)
    return accord_record_peek_ids (self, index, &n_ids) == NULL;
  return field->type != ACCORD_FIELD_BOOLEAN && accord_record_peek_int (self, index) == ACCORD_UNKNOWN;
}

static char *
format_percent (gint64 value)
{
  g_autofree char *text =
      g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, ABS (value) / 100, ABS (value) % 100);
  gsize length = strlen (text);

  while (text[length - 1] == '0')
    text[--length] = '\0';
  if (text[length - 1] == '.')
    text[--length] = '\0';
  return g_strconcat (value < 0 ? "-" : "", text, NULL);
}

static char *
format_count (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (value));
  GString *text = g_string_new (value < 0 ? "−" : NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
  return g_string_free (text, FALSE);
}

static char *
join_ids (AccordRecord *self, guint index, const char *separator)
{
  gsize n_ids;
  const gint64 *ids = accord_record_peek_ids (self, index, &n_ids);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < n_ids; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? separator : "", ids[i]);
  return g_string_free (text, FALSE);
}

/**
 * accord_record_dup_display:
 * @self: a record
 * @index: index of a field
 *
 * Returns: (transfer full): the value as people read it ("£19,200,000.00", "27 Sep 2016", "2019/20", the
 * title of what a reference points to); empty text when nothing is known
 */
char *
accord_record_dup_display (AccordRecord *self, guint index)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  g_autofree char *number = NULL;
  const char *text;
  gint64 value;

  if (accord_record_is_empty (self, index))
    return g_strdup ("");
  if (accord_field_is_text (field))
    {
      text = accord_record_peek_text (self, index);
      if (field->type == ACCORD_FIELD_DATE)
        return accord_date_is_iso (text) ? accord_date_format (text) : g_strdup (text);
      if (field->type == ACCORD_FIELD_CHOICE && accord_field_choice_label (field, text) != NULL)
        return g_strdup (_ (accord_field_choice_label (field, text)));
      return field->dup_words != NULL ? field->dup_words (text) : g_strdup (text);
    }
  if (field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES)
    {
      text = accord_record_peek_reference_title (self, index);
      return text != NULL ? g_strdup (text) : accord_record_dup_plain (self, index);
    }

  value = accord_record_peek_int (self, index);
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
      return accord_money_format (value, ACCORD_MONEY_FULL);
    case ACCORD_FIELD_YEAR:
      return accord_financial_year_format (value);
    case ACCORD_FIELD_PERCENT:
      number = format_percent (value);
      return g_strconcat (number, "%", NULL);
    case ACCORD_FIELD_BOOLEAN:
      return g_strdup (value == 1 ? _ ("Yes") : _ ("No"));
    default:
      return format_count (value);
    }
}

/**
 * accord_record_dup_plain:
 * @self: a record
 * @index: index of a field
 *
 * Returns: (transfer full): the value as accord_record_parse_field() reads it back without loss, for entries
 * and files ("19200000.00", "2016-09-27"); empty text when nothing is known
 */
char *
accord_record_dup_plain (AccordRecord *self, guint index)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  gint64 value;

  if (accord_record_is_empty (self, index))
    return g_strdup ("");
  if (accord_field_is_text (field))
    return g_strdup (accord_record_peek_text (self, index));
  if (field->type == ACCORD_FIELD_REFERENCES)
    return join_ids (self, index, ";");

  value = accord_record_peek_int (self, index);
  switch (field->type)
    {
    case ACCORD_FIELD_MONEY:
      return accord_money_format (value, ACCORD_MONEY_PLAIN);
    case ACCORD_FIELD_YEAR:
      return accord_financial_year_format (value);
    case ACCORD_FIELD_PERCENT:
      return format_percent (value);
    case ACCORD_FIELD_BOOLEAN:
      return g_strdup (value == 1 ? "yes" : "no");
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value);
    }
}

/**
 * accord_record_dup_title:
 * @self: a record
 *
 * Returns: (transfer full): what it is called; "Untitled" when nobody said
 */
char *
accord_record_dup_title (AccordRecord *self)
{
  g_autofree char *title = accord_record_dup_display (self, accord_record_get_kind (self)->title_field);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (_ ("Untitled"));
}

static gboolean
validate_value (AccordRecord *self, guint index, GError **error)
{
  const AccordField *field = &accord_record_get_kind (self)->fields[index];
  const char *text;
  gint64 value;

  if (accord_field_is_text (field))
    {
      text = accord_record_peek_text (self, index);
      if (field->type == ACCORD_FIELD_CHOICE && accord_field_choice_label (field, text) == NULL)
        return fail (field, error, _ ("This is none of the choices."));
      if (field->type == ACCORD_FIELD_DATE && !accord_date_is_iso (text))
        return fail (field, error, _ ("This is not a date."));
      if (field->type == ACCORD_FIELD_DECIMAL && !is_decimal (text))
        return fail (field, error, _ ("This is not a number."));
      return TRUE;
    }
  if (field->type == ACCORD_FIELD_REFERENCES || field->type == ACCORD_FIELD_BOOLEAN)
    return TRUE;

  value = accord_record_peek_int (self, index);
  if (field->type == ACCORD_FIELD_YEAR && (value < FIRST_YEAR || value > LAST_YEAR))
    return fail (field, error, _ ("This is not a financial year."));
  if (value < 0 && !(field->flags & ACCORD_FIELD_SIGNED))
    return fail (field, error, _ ("This must not be below nought."));
  return TRUE;
}

/**
 * accord_record_validate:
 * @self: a record
 * @error: return location for an error
 *
 * Asks every rule that needs no other record: what the field table says, then the class's own.
 *
 * Returns: %FALSE with %ACCORD_STORE_ERROR_INVALID and a sentence that names the field
 */
gboolean
accord_record_validate (AccordRecord *self, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (self);
  AccordRecordClass *klass = ACCORD_RECORD_GET_CLASS (self);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!accord_record_is_empty (self, i))
        {
          if (!validate_value (self, i, error))
            return FALSE;
        }
      else if (kind->fields[i].flags & ACCORD_FIELD_REQUIRED)
        return fail (&kind->fields[i], error, _ ("This must be filled in."));
    }
  return klass->validate == NULL || klass->validate (self, error);
}
