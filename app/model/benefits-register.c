/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefits-register-private.h"

#include "cba-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
entry_free (gpointer data)
{
  AccordBenefitEntry *self = data;

  g_clear_object (&self->record);
  g_clear_object (&self->outcome);
  g_clear_object (&self->proposed);
  g_clear_pointer (&self->forecast, g_array_unref);
  g_clear_pointer (&self->realised, g_array_unref);
  g_array_unref (self->differences);
  g_free (self);
}

static AccordBenefitEntry *
entry_new (AccordRecord *record)
{
  AccordBenefitEntry *self = g_new0 (AccordBenefitEntry, 1);
  const char *realised = record != NULL ? accord_record_get_text (record, "realised") : NULL;

  self->record = record != NULL ? g_object_ref (record) : NULL;
  self->realised = realised != NULL ? accord_year_amounts_parse (realised, NULL) : NULL;
  self->differences = g_array_new (FALSE, FALSE, sizeof (guint));
  return self;
}

static GPtrArray *
list_benefits (AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "benefit");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  return accord_reader_list (reader, query, error);
}

static AccordBenefitEntry *
find_entry (GPtrArray *entries, gint64 outcome)
{
  for (guint i = 0; i < entries->len; i++)
    {
      AccordBenefitEntry *entry = entries->pdata[i];

      if (entry->record != NULL && accord_record_get_int (entry->record, "outcome") == outcome)
        return entry;
    }
  return NULL;
}

static void
find_differences (AccordBenefitEntry *entry)
{
  const AccordKind *kind = accord_record_get_kind (entry->record);

  for (guint i = 0; accord_benefit_told_fields[i] != NULL; i++)
    {
      guint field = (guint) accord_kind_find_field (kind, accord_benefit_told_fields[i]);

      if (!accord_record_is_empty (entry->record, field) && !accord_record_is_empty (entry->proposed, field)
          && !accord_record_field_equal (entry->record, entry->proposed, field))
        g_array_append_val (entry->differences, field);
    }
}

static void
fill_forecast (AccordBenefitEntry *entry, const AccordCba *cba, const AccordCbaLineSum *line, guint horizon)
{
  entry->forecast = g_array_new (FALSE, FALSE, sizeof (AccordYearAmount));
  for (guint t = 0; t < horizon; t++)
    {
      AccordYearAmount amount = { cba->base_year + (int) t, accord_cba_pence (line->years[t]) };

      if (amount.amount != 0)
        g_array_append_val (entry->forecast, amount);
    }
}

static void
add_lines (AccordBenefitsRegister *self)
{
  const AccordCbaOption *option = self->file->cba->options->pdata[self->result->option];
  GPtrArray *outcomes = self->file->outcomes->pdata[self->result->option];
  gint64 programme = accord_record_get_int (self->file->business_case, "programme");

  for (guint i = 0; i < outcomes->len; i++)
    {
      AccordBenefitEntry *entry = find_entry (self->entries, accord_record_get_id (outcomes->pdata[i]));

      if (entry == NULL)
        {
          entry = entry_new (NULL);
          g_ptr_array_add (self->entries, entry);
          self->n_missing++;
        }
      entry->outcome = g_object_ref (outcomes->pdata[i]);
      entry->recurrent = ((AccordCbaOutcome *) option->outcomes->pdata[i])->timing == ACCORD_TIMING_RECURRENT;
      entry->proposed = accord_benefit_propose (self->file, self->result, i, programme);
      fill_forecast (entry, self->file->cba,
                     &g_array_index (self->result->lines, AccordCbaLineSum, option->costs->len + i),
                     self->result->horizon);
      if (entry->record != NULL)
        find_differences (entry);
    }
}

static void
work_out (AccordBenefitsRegister *self)
{
  guint option = accord_appraisal_file_get_shown_option (self->file);
  g_autoptr (GArray) faults = NULL;

  if (self->file->appraisal == NULL)
    self->problem = g_strdup (_ ("The case has no appraisal yet."));
  else if (self->file->problems->len > 0)
    self->problem = g_strdup (self->file->problems->pdata[0]);
  else if (option == ACCORD_CBA_NONE)
    self->problem = g_strdup (_ ("The case has no options yet."));
  if (self->problem != NULL)
    return;
  self->result = accord_cba_evaluate (self->file->cba, option, &faults);
  if (self->result == NULL)
    self->problem =
        faults != NULL && faults->len > 0
            ? accord_cba_fault_dup_words (self->file->cba, &g_array_index (faults, AccordCbaFault, 0))
            : g_strdup (_ ("The appraisal cannot be worked out."));
}

/* "B2" before "B10". */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = (*(AccordBenefitEntry *const *) a)->record;
  AccordRecord *other = (*(AccordBenefitEntry *const *) b)->record;
  const char *first = accord_record_get_text (one, "number"),
             *second = accord_record_get_text (other, "number");
  gint64 order = 0;

  if (first == NULL || second == NULL)
    order = (first == NULL) - (second == NULL);
  else
    order = g_ascii_strtoll (first + strcspn (first, "0123456789"), NULL, 10)
            - g_ascii_strtoll (second + strcspn (second, "0123456789"), NULL, 10);
  if (order == 0)
    order = accord_record_get_id (one) - accord_record_get_id (other);
  return (order > 0) - (order < 0);
}

/**
 * accord_benefits_register_read:
 * @reader: a reader
 * @business_case: a business case
 * @error: return location for an error
 *
 * Returns: (transfer full): its benefits, forecast and realised; %NULL on failure
 */
AccordBenefitsRegister *
accord_benefits_register_read (AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (AccordBenefitsRegister) self = g_atomic_rc_box_new0 (AccordBenefitsRegister);
  g_autoptr (GPtrArray) benefits = NULL;

  self->until = ACCORD_NO_YEAR;
  self->rebased = TRUE;
  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->years = g_array_new (FALSE, FALSE, sizeof (AccordBenefitYear));
  self->file = accord_appraisal_file_read (reader, business_case, error);
  benefits = self->file != NULL ? list_benefits (reader, business_case, error) : NULL;
  if (benefits == NULL)
    return NULL;
  for (guint i = 0; i < benefits->len; i++)
    g_ptr_array_add (self->entries, entry_new (benefits->pdata[i]));
  g_ptr_array_sort (self->entries, compare_entries);
  work_out (self);
  if (self->result == NULL)
    return g_steal_pointer (&self);
  add_lines (self);
  accord_benefits_register_add_up (self);
  return g_steal_pointer (&self);
}

static void
clear_register (gpointer data)
{
  AccordBenefitsRegister *self = data;

  g_clear_pointer (&self->result, accord_cba_result_free);
  g_clear_pointer (&self->file, accord_appraisal_file_free);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->years, g_array_unref);
  g_free (self->problem);
}

AccordBenefitsRegister *
accord_benefits_register_ref (AccordBenefitsRegister *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
accord_benefits_register_unref (AccordBenefitsRegister *self)
{
  g_atomic_rc_box_release_full (self, clear_register);
}
