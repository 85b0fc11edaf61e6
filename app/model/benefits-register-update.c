/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "benefits-register-private.h"

#include "cba-words.h"
#include "financial-year.h"
#include "model-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gint64
highest_number (const AccordBenefitsRegister *self)
{
  gint64 highest = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      AccordRecord *record = ((AccordBenefitEntry *) self->entries->pdata[i])->record;
      const char *number = record != NULL ? accord_record_get_text (record, "number") : NULL;

      if (number != NULL)
        highest = MAX (highest, g_ascii_strtoll (number + strcspn (number, "0123456789"), NULL, 10));
    }
  return highest;
}

static void
copy_field (AccordRecord *to, AccordRecord *from, guint field)
{
  const AccordField *described = &accord_record_get_kind (to)->fields[field];

  if (accord_field_is_text (described))
    accord_record_put_text (to, field, accord_record_peek_text (from, field), -1);
  else
    accord_record_put_int (to, field, accord_record_peek_int (from, field));
}

/* What is empty is filled; what says something else stays, unless it is to be overwritten. */
static gboolean
update_entry (AccordWriter *writer, AccordBenefitsUpdate *update, AccordBenefitEntry *entry, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (entry->record);
  g_autoptr (AccordRecord) record = accord_record_copy (entry->record);
  gboolean changed = FALSE;

  for (guint i = 0; accord_benefit_told_fields[i] != NULL; i++)
    {
      guint field = (guint) accord_kind_find_field (kind, accord_benefit_told_fields[i]);

      if (accord_record_field_equal (record, entry->proposed, field)
          || (!accord_record_is_empty (record, field)
              && (!update->overwrite || accord_record_is_empty (entry->proposed, field))))
        continue;
      copy_field (record, entry->proposed, field);
      changed = TRUE;
    }
  update->n_kept += entry->differences->len > 0 && !update->overwrite;
  update->n_changed += changed;
  return !changed || accord_writer_update (writer, record, error);
}

static gboolean
add_entry (AccordWriter *writer, AccordBenefitsUpdate *update, AccordBenefitEntry *entry, gint64 number,
           GError **error)
{
  g_autofree char *words = g_strdup_printf ("B%" G_GINT64_FORMAT, number);

  accord_record_set_text (entry->proposed, "number", words);
  update->n_added++;
  return accord_writer_insert (writer, entry->proposed, error);
}

/**
 * accord_benefits_update_write:
 * @writer: an open change
 * @update: (type AccordBenefitsUpdate): what is to be done; says afterwards what was
 * @error: return location for an error
 *
 * Makes a benefit of every outcome line of the option that counts, and brings those that are there in step.
 * Actual values, posts, activities and whatever else a person adds are never touched.
 *
 * Returns: %FALSE on failure; %ACCORD_MODEL_ERROR_NOT_KNOWN where the appraisal cannot be worked out
 */
gboolean
accord_benefits_update_write (AccordWriter *writer, gpointer update, GError **error)
{
  AccordBenefitsUpdate *self = update;
  g_autoptr (AccordBenefitsRegister) benefits =
      accord_benefits_register_read (accord_writer_get_reader (writer), self->business_case, error);
  gint64 number;

  if (benefits == NULL)
    return FALSE;
  if (benefits->problem != NULL)
    {
      g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN, benefits->problem);
      return FALSE;
    }
  self->n_added = self->n_changed = self->n_kept = 0;
  number = highest_number (benefits);
  for (guint i = 0; i < benefits->entries->len; i++)
    {
      AccordBenefitEntry *entry = benefits->entries->pdata[i];

      if (entry->proposed == NULL)
        continue;
      if (!(entry->record != NULL ? update_entry (writer, self, entry, error)
                                  : add_entry (writer, self, entry, ++number, error)))
        return FALSE;
    }
  return TRUE;
}

/**
 * accord_benefits_register_get_rule:
 *
 * Returns: (transfer none): how the realised benefit-cost ratio is counted
 */
const char *
accord_benefits_register_get_rule (void)
{
  return _ (
      "Realised so far: the present value of what the benefits were really worth, divided by that of what "
      "was really paid, both up to the last year for which anything is recorded and discounted as the "
      "appraisal does. Beside it the forecast up to the same year.");
}

/**
 * accord_benefits_register_dup_bcr:
 * @self: a register
 *
 * Returns: (transfer full): the realised benefit-cost ratio beside the forecast, in words
 */
char *
accord_benefits_register_dup_bcr (const AccordBenefitsRegister *self)
{
  g_autofree char *year = NULL, *real = NULL, *forecast = NULL;
  g_autoptr (GString) words = g_string_new (NULL);

  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (self->until == ACCORD_NO_YEAR)
    return g_strdup (_ ("Nothing that was paid or realised is recorded yet."));
  year = accord_financial_year_format (self->until);
  forecast = accord_cba_value_dup_display (NULL, self->forecast_bcr, ACCORD_UNIT_RATIO);
  if (!self->spent_known)
    g_string_append_printf (words,
                            _ ("What was paid is not recorded, so there is no realised ratio; the "
                               "forecast up to %s: %s."),
                            year, forecast);
  else if (!self->realised_known)
    g_string_append_printf (words,
                            _ ("What was realised is not recorded, so there is no realised ratio; the "
                               "forecast up to %s: %s."),
                            year, forecast);
  else
    {
      real = accord_cba_value_dup_display (NULL, self->bcr, ACCORD_UNIT_RATIO);
      g_string_append_printf (words, _ ("Realised BCR up to %s: %s; forecast: %s."), year, real, forecast);
    }
  if (!self->rebased)
    {
      g_string_append_c (words, ' ');
      g_string_append (words,
                       _ ("What was paid and realised is in the money of each year: the appraisal has no "
                          "price series that brings all of it to its own prices."));
    }
  return g_strdup (words->str);
}

/* What a field of a proposed benefit says: nobody has looked up what its references are called. */
static char *
dup_proposed (const AccordBenefitsRegister *self, AccordRecord *proposed, guint field)
{
  guint organisation;

  if (accord_record_get_kind (proposed)->fields[field].type != ACCORD_FIELD_REFERENCE)
    return accord_record_dup_display (proposed, field);
  organisation =
      accord_appraisal_file_find_organisation (self->file, accord_record_peek_int (proposed, field));
  if (organisation == ACCORD_CBA_NONE)
    return g_strdup ("");
  return g_strdup (((AccordCbaOrganisation *) self->file->cba->organisations->pdata[organisation])->name);
}

/**
 * accord_benefits_register_dup_differences:
 * @self: a register
 *
 * Returns: (transfer full) (nullable): a line for each benefit that says something else than its line of the
 *   appraisal: in which fields, and what both say; %NULL where none does
 */
char *
accord_benefits_register_dup_differences (const AccordBenefitsRegister *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const AccordBenefitEntry *entry = self->entries->pdata[i];

      for (guint j = 0; j < entry->differences->len; j++)
        {
          guint field = g_array_index (entry->differences, guint, j);
          g_autofree char *title = accord_record_dup_title (entry->record);
          g_autofree char *now = accord_record_dup_display (entry->record, field);
          g_autofree char *new = dup_proposed (self, entry->proposed, field);

          /* Translators: a benefit, one of its fields, what the register says, what the appraisal says. */
          g_string_append_printf (words, _ ("%s%s, %s: “%s” in the register, “%s” in the appraisal."),
                                  words->len > 0 ? "\n" : "", title,
                                  _ (accord_record_get_kind (entry->record)->fields[field].label), now, new);
        }
    }
  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/**
 * accord_benefits_update_dup_words:
 * @self: an update that was written
 *
 * Returns: (transfer full): what it did
 */
char *
accord_benefits_update_dup_words (const AccordBenefitsUpdate *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u benefit added", "%u benefits added", self->n_added),
                          self->n_added);
  g_string_append_printf (words, _ (", %u changed"), self->n_changed);
  if (self->n_kept > 0)
    g_string_append_printf (words,
                            ngettext (", %u kept as it is although the appraisal says something else",
                                      ", %u kept as they are although the appraisal says something else",
                                      self->n_kept),
                            self->n_kept);
  g_string_append_c (words, '.');
  return g_strdup (words->str);
}
