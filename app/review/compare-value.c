/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-private.h"

#include "appraisal-lines.h"
#include "dossier-value.h"
#include "financial-year.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A title may be that of what a record is of, and so on: never so far. */
#define FURTHEST 4

static char *dup_title (const AccordComparing *self, const AccordDossier *side, const char *uid, guint depth);

/* The record as @side has it, unless it was deleted there. */
const AccordDossierRecord *
accord_compare_find (const AccordDossier *side, const char *uid)
{
  const AccordDossierRecord *record = g_hash_table_lookup (side->records, uid);

  return record != NULL && !accord_dossier_record_is_deleted (record) ? record : NULL;
}

static char *
dup_title_of_record (const AccordComparing *self, const AccordDossier *side,
                     const AccordDossierRecord *record, guint depth)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, record->kind);
  const AccordField *title = kind != NULL ? &kind->fields[kind->title_field] : NULL;
  g_autofree char *text =
      title != NULL ? accord_dossier_value_dup_text (accord_dossier_record_get (record, title->name)) : NULL;

  if (text == NULL || *text == '\0')
    return g_strdup (_ ("Untitled"));
  return title->target != NULL ? dup_title (self, side, text, depth + 1) : g_steal_pointer (&text);
}

static char *
dup_title (const AccordComparing *self, const AccordDossier *side, const char *uid, guint depth)
{
  const AccordDossier *sides[] = { side, side == self->after ? self->before : self->after };

  for (guint i = 0; i < G_N_ELEMENTS (sides) && depth < FURTHEST; i++)
    {
      const AccordDossierRecord *record = g_hash_table_lookup (sides[i]->records, uid);
      const AccordDossierOther *other = g_hash_table_lookup (sides[i]->others, uid);

      if (record != NULL)
        return dup_title_of_record (self, sides[i], record, depth);
      if (other != NULL && other->name != NULL)
        return g_strdup (other->name);
    }
  return g_strdup (_ ("one that is not here"));
}

/**
 * accord_compare_dup_title:
 * @self: two dossiers
 * @side: the one that is asked first
 * @uid: a record, or one that the case refers to
 *
 * Returns: (transfer full): what it is called
 */
char *
accord_compare_dup_title (const AccordComparing *self, const AccordDossier *side, const char *uid)
{
  return dup_title (self, side, uid, 0);
}

static char *
dup_titles (const AccordComparing *self, const AccordDossier *side, const AccordField *field,
            const char *value)
{
  g_autoptr (GPtrArray) uids =
      accord_dossier_value_get_references (value, field->type == ACCORD_FIELD_REFERENCES);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; uids != NULL && i < uids->len; i++)
    {
      g_autofree char *title = accord_compare_dup_title (self, side, uids->pdata[i]);

      g_string_append_printf (titles, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free (titles, FALSE);
}

/* The sums of a line by year, where that is what the field holds; NULL where it is not. */
static GArray *
read_sums (const AccordField *field, const char *text)
{
  if (!g_str_equal (field->name, "amounts") && !g_str_equal (field->name, "spent"))
    return NULL;
  return accord_year_amounts_parse (text, NULL);
}

static char *
dup_sums (const GArray *sums)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < sums->len; i++)
    {
      const AccordYearAmount *sum = &g_array_index (sums, AccordYearAmount, i);
      g_autofree char *year = accord_financial_year_format (sum->year);
      g_autofree char *money = accord_money_format (sum->amount, ACCORD_MONEY_FULL);

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", year, money);
    }
  return g_string_free (text, FALSE);
}

/**
 * accord_compare_dup_value:
 * @self: two dossiers
 * @side: the one that the value is of
 * @field: the field that it is the value of
 * @value: (nullable): as the dossier has it
 *
 * Returns: (transfer full) (nullable): @value as people read it; %NULL where nothing is known
 */
char *
accord_compare_dup_value (const AccordComparing *self, const AccordDossier *side, const AccordField *field,
                          const char *value)
{
  const AccordKind *kind = NULL;
  g_autoptr (AccordRecord) record = NULL;
  g_autoptr (GArray) sums = NULL;
  guint index = 0;

  if (value == NULL)
    return NULL;
  if (field->type == ACCORD_FIELD_REFERENCE || field->type == ACCORD_FIELD_REFERENCES)
    return dup_titles (self, side, field, value);
  if (field->flags & ACCORD_FIELD_CONTENT)
    return g_strdup (side == self->before ? _ ("the file as it was") : _ ("another file"));
  for (guint i = 0; kind == NULL; i++)
    {
      const AccordKind *one = accord_schema_get_kind (self->schema, i);

      if (field >= one->fields && field < one->fields + one->n_fields)
        kind = one, index = (guint) (field - one->fields);
    }
  record = accord_record_new (kind);
  if (!accord_dossier_value_put (record, index, value))
    return g_strdup (value);
  sums = accord_field_is_text (field) ? read_sums (field, accord_record_peek_text (record, index)) : NULL;
  return sums != NULL ? dup_sums (sums) : accord_record_dup_display (record, index);
}

/**
 * accord_compare_dup_signed:
 * @plain: a number as people read it
 *
 * Returns: (transfer full): it with a plus sign, where it has no minus sign
 */
char *
accord_compare_dup_signed (const char *plain)
{
  if (*plain == '-')
    return g_strconcat ("−", plain + 1, NULL);
  return g_str_has_prefix (plain, "−") ? g_strdup (plain) : g_strconcat ("+", plain, NULL);
}

/**
 * accord_compare_dup_money:
 * @pence: a difference
 *
 * Returns: (transfer full): it with its sign, which nothing has none of
 */
char *
accord_compare_dup_money (gint64 pence)
{
  g_autofree char *money = accord_money_format (pence, ACCORD_MONEY_FULL);

  return pence == 0 ? g_steal_pointer (&money) : accord_compare_dup_signed (money);
}

static gboolean
get_whole (const char *value, gint64 *number)
{
  char *end;

  *number = g_ascii_strtoll (value, &end, 10);
  return end != value && *end == '\0';
}

static gboolean
sum_of (const AccordField *field, const char *value, gint64 *total)
{
  g_autofree char *text = accord_dossier_value_dup_text (value);
  g_autoptr (GArray) sums = text != NULL ? read_sums (field, text) : NULL;

  *total = 0;
  for (guint i = 0; sums != NULL && i < sums->len; i++)
    if (!accord_money_add (*total, g_array_index (sums, AccordYearAmount, i).amount, total))
      return FALSE;
  return sums != NULL;
}

static char *
dup_decimal_delta (const char *before, const char *after)
{
  g_autofree char *text_before = accord_dossier_value_dup_text (before);
  g_autofree char *text_after = accord_dossier_value_dup_text (after), *plain = NULL;
  AccordDecimal a, b;
  gint64 delta;

  if (text_before == NULL || text_after == NULL || !accord_decimal_parse (text_before, &a)
      || !accord_decimal_parse (text_after, &b) || !accord_money_subtract (b, a, &delta))
    return NULL;
  plain = accord_decimal_format (delta);
  return accord_compare_dup_signed (plain);
}

static char *
dup_whole_delta (const AccordField *field, gint64 delta)
{
  g_autofree char *plain = NULL;

  if (field->type == ACCORD_FIELD_PERCENT)
    {
      plain = g_strdup_printf ("%" G_GINT64_FORMAT ".%02d", delta / 100, (int) ABS (delta % 100));
      /* Translators: a difference of two percentages: “−1.50 points” */
      return g_strdup_printf (_ ("%s%s points"), delta < 0 ? "−" : "+", *plain == '-' ? plain + 1 : plain);
    }
  plain = g_strdup_printf ("%" G_GINT64_FORMAT, delta);
  return accord_compare_dup_signed (plain);
}

/**
 * accord_compare_dup_delta:
 * @field: a field
 * @before: (nullable): its value before, as the dossier has it
 * @after: (nullable): its value after
 *
 * What is not known is no number, so that there is no difference to it.
 *
 * Returns: (transfer full) (nullable): by how much it differs; %NULL for what is no number
 */
char *
accord_compare_dup_delta (const AccordField *field, const char *before, const char *after)
{
  gint64 a, b, delta;

  if (before == NULL || after == NULL)
    return NULL;
  if (field->type == ACCORD_FIELD_DECIMAL)
    return dup_decimal_delta (before, after);
  if (field->type == ACCORD_FIELD_LONG_TEXT)
    return sum_of (field, before, &a) && sum_of (field, after, &b) && accord_money_subtract (b, a, &delta)
               ? accord_compare_dup_money (delta)
               : NULL;
  if ((field->type != ACCORD_FIELD_MONEY && field->type != ACCORD_FIELD_COUNT
       && field->type != ACCORD_FIELD_YEAR && field->type != ACCORD_FIELD_PERCENT)
      || !get_whole (before, &a) || !get_whole (after, &b) || !accord_money_subtract (b, a, &delta))
    return NULL;
  return field->type == ACCORD_FIELD_MONEY ? accord_compare_dup_money (delta)
                                           : dup_whole_delta (field, delta);
}

/**
 * accord_compare_dup_total:
 * @self: two dossiers
 * @record: a record that only one of them has
 *
 * Returns: (transfer full) (nullable): what a line of costs comes to in all years; %NULL for other records
 */
char *
accord_compare_dup_total (const AccordComparing *self, const AccordDossierRecord *record)
{
  const AccordKind *kind = accord_schema_find_kind (self->schema, record->kind);
  const AccordField *field = kind != NULL ? accord_kind_get_field (kind, "amounts") : NULL;
  const char *value = field != NULL ? accord_dossier_record_get (record, "amounts") : NULL;
  gint64 total;

  return value != NULL && sum_of (field, value, &total) ? accord_money_format (total, ACCORD_MONEY_FULL)
                                                        : NULL;
}
