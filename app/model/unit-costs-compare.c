/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-costs.h"

#include <glib/gi18n-lib.h>

#include "fold.h"
#include "money.h"

static void
change_free (gpointer data)
{
  AccordUnitCostChange *self = data;

  g_clear_object (&self->used);
  g_clear_object (&self->newer);
  g_free (self);
}

static char *
dup_words (AccordRecord *line)
{
  return accord_text_fold (accord_record_get_text (line, "description"));
}

/* The lines by code, and those without a code or with one that several have by code and description. */
static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *code = accord_record_get_text (lines->pdata[i], "code");
      g_autofree char *words = dup_words (lines->pdata[i]);
      g_autofree char *whole = g_strdup_printf ("%s\n%s", code != NULL ? code : "", words);

      if (code != NULL)
        g_hash_table_insert (by_key, g_strdup (code),
                             g_hash_table_contains (by_key, code) ? NULL : (gpointer) lines->pdata[i]);
      g_hash_table_insert (by_key, g_steal_pointer (&whole), lines->pdata[i]);
    }
  return by_key;
}

static AccordRecord *
find_line (GHashTable *by_key, AccordRecord *line)
{
  const char *code = accord_record_get_text (line, "code");
  g_autofree char *words = dup_words (line);
  g_autofree char *whole = g_strdup_printf ("%s\n%s", code != NULL ? code : "", words);
  AccordRecord *found = g_hash_table_lookup (by_key, whole);

  return found != NULL || code == NULL ? found : g_hash_table_lookup (by_key, code);
}

static void
add_change (GPtrArray *changes, AccordRecord *used, AccordRecord *newer)
{
  AccordUnitCostChange *change = g_new0 (AccordUnitCostChange, 1);

  change->used = used != NULL ? g_object_ref (used) : NULL;
  change->newer = newer != NULL ? g_object_ref (newer) : NULL;
  g_ptr_array_add (changes, change);
}

/**
 * accord_unit_costs_compare:
 * @used: (element-type AccordRecord): the unit costs of one edition
 * @newer: (element-type AccordRecord): those of another
 *
 * Lines are the same one where code and description are, or the code where each edition has it once.
 *
 * Returns: (transfer full) (element-type AccordUnitCostChange): what was changed, then what is new, then what
 * is gone
 */
GPtrArray *
accord_unit_costs_compare (GPtrArray *used, GPtrArray *newer)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);
  g_autoptr (GHashTable) old = index_lines (used), later = index_lines (newer);

  for (guint i = 0; i < newer->len; i++)
    {
      AccordRecord *before = find_line (old, newer->pdata[i]);

      if (before != NULL && !accord_unit_cost_is_alike (before, newer->pdata[i]))
        add_change (changes, before, newer->pdata[i]);
    }
  for (guint i = 0; i < newer->len; i++)
    if (find_line (old, newer->pdata[i]) == NULL)
      add_change (changes, NULL, newer->pdata[i]);
  for (guint i = 0; i < used->len; i++)
    if (find_line (later, used->pdata[i]) == NULL)
      add_change (changes, used->pdata[i], NULL);
  return changes;
}

/**
 * accord_unit_cost_is_alike:
 * @a: a unit cost
 * @b: another
 *
 * Returns: whether they say the same
 */
gboolean
accord_unit_cost_is_alike (AccordRecord *a, AccordRecord *b)
{
  static const char *const texts[] = { "description", "code", "unit", "price-year" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_strcmp0 (accord_record_get_text (a, texts[i]), accord_record_get_text (b, texts[i])) != 0)
      return FALSE;
  return accord_record_get_int (a, "amount") == accord_record_get_int (b, "amount");
}

static char *
dup_name (AccordRecord *line)
{
  const char *code = accord_record_get_text (line, "code"),
             *description = accord_record_get_text (line, "description");

  return code != NULL ? g_strdup_printf ("%s %s", code, description) : g_strdup (description);
}

/**
 * accord_unit_cost_dup_value:
 * @line: a unit cost
 *
 * Returns: (transfer full): its value with the year of its prices: "£117.00 (2009/10)"
 */
char *
accord_unit_cost_dup_value (AccordRecord *line)
{
  const gint64 amount = accord_record_get_int (line, "amount");
  const char *prices = accord_record_get_text (line, "price-year");
  g_autofree char *money =
      amount != ACCORD_UNKNOWN ? accord_money_format (amount, ACCORD_MONEY_FULL) : g_strdup (_ ("no value"));

  return prices != NULL ? g_strdup_printf ("%s (%s)", money, prices) : g_steal_pointer (&money);
}

/**
 * accord_unit_cost_change_dup_sentence:
 * @self: a change
 *
 * Returns: (transfer full): it in words
 */
char *
accord_unit_cost_change_dup_sentence (const AccordUnitCostChange *self)
{
  AccordRecord *line = self->newer != NULL ? self->newer : self->used;
  g_autofree char *name = dup_name (line), *old = NULL, *value = NULL;

  if (self->used == NULL)
    {
      value = accord_unit_cost_dup_value (line);
      /* Translators: a unit cost and its value. */
      return g_strdup_printf (_ ("New: %s, %s"), name, value);
    }
  if (self->newer == NULL)
    return g_strdup_printf (_ ("Gone: %s"), name);
  old = accord_unit_cost_dup_value (self->used);
  value = accord_unit_cost_dup_value (self->newer);
  if (g_str_equal (old, value))
    return g_strdup_printf (_ ("In other words: %s, %s"), name, value);
  /* Translators: a unit cost, its old value and its new one. */
  return g_strdup_printf (_ ("%s: %s to %s"), name, old, value);
}
