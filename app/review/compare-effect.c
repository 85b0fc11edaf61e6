/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-appraisal.h"

#include "dossier-value.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How many lines are worked out for it in all: nobody waits for more, and nobody reads as many. */
#define MOST_LINES 4000000

/* The later appraisal as it is, and what each of its options is worth. */
typedef struct
{
  AccordComparing *comparing;
  AccordCompareAppraisal *appraisal;
  AccordAppraisalFile *file;
  GHashTable *npsv; /* uid of the option to pence */
  guint n_lines;
  guint64 n_worked_out;
} Effects;

/* What no NPSV depends on: words, who pays, who gains, how sure it is, what is cash. */
static gboolean
counts (const char *field)
{
  static const char *const never[] = {
    "name",    "position",   "organisation", "spread",        "low",           "likely",
    "high",    "moves-with", "basis",        "moves-against", "spent",         "source",
    "passage", "cashable",   "unit-cost",    "note",          "groups",        "method",
    "draws",   "seed",       "health",       "lower",         "case",          "sort",
    "letter",  "item",       "description",  "preferred",     "outcome-class", NULL,
  };

  return !g_strv_contains (never, field);
}

static guint
find_option (const AccordAppraisalFile *file, const char *uid)
{
  for (guint i = 0; i < file->options->len; i++)
    if (g_strcmp0 (accord_record_get_uid (file->options->pdata[i]), uid) == 0)
      return i;
  return ACCORD_CBA_NONE;
}

static gboolean
work_out (const AccordAppraisalFile *file, const char *option, gint64 *pence)
{
  const guint index = file != NULL ? find_option (file, option) : ACCORD_CBA_NONE;
  g_autoptr (AccordCbaResult) result = NULL;

  if (index == ACCORD_CBA_NONE || file->cba == NULL)
    return FALSE;
  result = accord_cba_evaluate (file->cba, index, NULL);
  if (result == NULL)
    return FALSE;
  *pence = accord_cba_pence (result->net.npsv);
  return TRUE;
}

static gboolean
get_npsv (Effects *self, const char *option, gint64 *pence)
{
  const gint64 *known = g_hash_table_lookup (self->npsv, option);

  if (known != NULL)
    *pence = *known;
  else if (!work_out (self->file, option, pence))
    return FALSE;
  else
    g_hash_table_insert (self->npsv, g_strdup (option), g_memdup2 (pence, sizeof *pence));
  return TRUE;
}

/* Whose NPSV a difference is told by: of the line's own option; where that is what others are measured
 * against, or none, of the one that is shown first. */
static const char *
find_option_of (const Effects *self, const AccordDossierRecord *record)
{
  const guint shown = accord_appraisal_file_get_shown_option (self->file);
  g_autofree char *uid = accord_dossier_value_dup_text (accord_dossier_record_get (record, "option"));
  guint index = ACCORD_CBA_NONE;

  if (g_str_equal (record->kind, "cost") || g_str_equal (record->kind, "outcome"))
    {
      index = uid != NULL ? find_option (self->file, uid) : ACCORD_CBA_NONE;
      if (index == ACCORD_CBA_NONE)
        return NULL;
      if (accord_record_get_text (self->file->options->pdata[index], "comparator") != NULL)
        index = shown;
    }
  else
    index = shown;
  return index != ACCORD_CBA_NONE ? accord_record_get_uid (self->file->options->pdata[index]) : NULL;
}

static guint
count_lines (const AccordAppraisalFile *file)
{
  guint n_lines = 1;

  for (guint i = 0; i < file->options->len; i++)
    n_lines += ((GPtrArray *) file->costs->pdata[i])->len + ((GPtrArray *) file->outcomes->pdata[i])->len;
  return n_lines;
}

static AccordAppraisalFile *
build_undone (Effects *self, const AccordCompareRow *row, const AccordDossierRecord *before,
              const AccordDossierRecord *after)
{
  g_autoptr (AccordRecord) instead = NULL;

  if (row->sort != '+')
    {
      instead = accord_compare_appraisal_make_record (self->appraisal, row->sort == '-' ? before : after,
                                                      row->field, before, NULL);
      if (instead == NULL)
        return NULL;
    }
  return accord_compare_appraisal_build_without (self->appraisal, row->kind, row->uid, instead);
}

static void
add_effect (Effects *self, AccordCompareRow *row)
{
  const AccordDossierRecord *before = accord_compare_find (self->comparing->before, row->uid);
  const AccordDossierRecord *after = accord_compare_find (self->comparing->after, row->uid);
  const char *option = find_option_of (self, after != NULL ? after : before);
  g_autoptr (AccordAppraisalFile) undone = NULL;
  gint64 with, without;

  if (option == NULL || !get_npsv (self, option, &with))
    return;
  undone = build_undone (self, row, before, after);
  if (undone == NULL || !work_out (undone, option, &without))
    return;
  row->pence = with - without;
  row->npsv = accord_compare_dup_money (row->pence);
}

/* An option that came or went is told by its lines, and the appraisal as a whole is no difference within
 * one. */
static gboolean
is_asked (const AccordCompareRow *row)
{
  const gboolean line = g_str_equal (row->kind, "cost") || g_str_equal (row->kind, "outcome");

  if (row->sort != '~')
    return line;
  return (line || g_str_equal (row->kind, "appraisal") || g_str_equal (row->kind, "option"))
         && counts (row->field);
}

static gboolean
begin (Effects *self)
{
  self->appraisal = accord_compare_appraisal_new (self->comparing, self->comparing->after, NULL);
  if (self->appraisal != NULL)
    self->file = accord_compare_appraisal_build (self->appraisal, NULL);
  if (self->file == NULL || self->file->cba == NULL)
    return FALSE;
  self->npsv = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->n_lines = count_lines (self->file);
  return TRUE;
}

static void
effects_clear (Effects *self)
{
  g_clear_pointer (&self->npsv, g_hash_table_unref);
  g_clear_pointer (&self->file, accord_appraisal_file_free);
  g_clear_pointer (&self->appraisal, accord_compare_appraisal_free);
}

/**
 * accord_compare_add_effects:
 * @self: two dossiers with all rows of their comparison
 *
 * For each difference that the appraisal rests on: the later appraisal is worked out once more with that one
 * undone. What it cannot be worked out without has no effect that could be told. Of very many in a very large
 * appraisal the first are told, and that it is so.
 */
void
accord_compare_add_effects (AccordComparing *self)
{
  Effects effects = { .comparing = self };
  const GPtrArray *rows = self->outcome->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      if (!is_asked (rows->pdata[i]))
        continue;
      if (effects.file == NULL && !begin (&effects))
        break;
      if (effects.n_worked_out + effects.n_lines > MOST_LINES)
        {
          g_ptr_array_add (self->outcome->remarks,
                           g_strdup (_ ("There are so many differences in so large an appraisal that only of "
                                        "the first is told what each does to the NPSV.")));
          break;
        }
      effects.n_worked_out += effects.n_lines;
      add_effect (&effects, rows->pdata[i]);
    }
  effects_clear (&effects);
}
