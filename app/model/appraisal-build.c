/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-build.h"

#include "appraisal-lines.h"
#include "model-error.h"
#include "scenario-changes.h"
#include "text-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_DRAWS 10000
#define USUAL_SEED 1

/* What appraisals are made of. */
typedef struct
{
  const AccordAppraisalGather *gather;
  AccordAppraisalTables *tables;
} Build;

static void
read_price_year (AccordAppraisalFile *file)
{
  AccordCba *cba = file->cba;
  const char *written = accord_record_get_text (file->appraisal, "price-year");
  const AccordPriceSeries *series = cba->series->len > 0 ? g_ptr_array_index (cba->series, 0) : NULL;
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  g_autoptr (GError) problem = NULL;

  if (!accord_price_year_parse (written, &years, &cba->price_year, &problem))
    g_ptr_array_add (file->problems, g_strdup (problem->message));
  else if (cba->price_year == ACCORD_NO_YEAR)
    return;
  else if (series != NULL && series->years != years)
    g_ptr_array_add (
        file->problems,
        g_strdup_printf (years == ACCORD_PRICES_CALENDAR
                             ? _ ("The appraisal’s prices are of %s, a calendar year, but “%s” goes by "
                                  "financial years.")
                             : _ ("The appraisal’s prices are of %s, a financial year, but “%s” goes by "
                                  "calendar years."),
                         written, series->name));
  else if (series == NULL && years == ACCORD_PRICES_CALENDAR)
    g_ptr_array_add (file->problems,
                     g_strdup_printf (_ ("The appraisal’s prices are of %s, a calendar year: it "
                                         "needs a price series by calendar years."),
                                      written));
}

static gboolean
take_group (const char *first, const char *rest, guint number, gpointer data, GError **error)
{
  AccordDecimal correlation;

  if (*rest != '\0' && accord_decimal_parse (first, &correlation))
    {
      accord_cba_add_group (data, rest, correlation);
      return TRUE;
    }
  g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
               _ ("Line %u is not a correlation and a name, such as 0.5 Staff costs."), number);
  return FALSE;
}

static void
build_whole (const Build *self, AccordAppraisalFile *file)
{
  AccordRecord *appraisal = file->appraisal;
  gint64 base_year = accord_record_get_int (appraisal, "base-year");
  gint64 horizon = accord_record_get_int (appraisal, "horizon");
  g_autoptr (GError) problem = NULL;

  file->cba = accord_cba_new (accord_record_get_text (file->business_case, "name"));
  file->cba->base_year = base_year == ACCORD_UNKNOWN ? ACCORD_NO_YEAR : (int) base_year;
  file->cba->horizon = horizon == ACCORD_UNKNOWN ? 0 : (guint) CLAMP (horizon, 0, G_MAXINT);
  accord_appraisal_tables_use (self->tables, file);
  read_price_year (file);
  if (!accord_text_lines_each (accord_record_get_text (appraisal, "groups"), take_group, file->cba, &problem))
    g_ptr_array_add (file->problems, g_strdup (problem->message));
}

typedef struct
{
  gint64 id;
  const AccordCbaOrganisation *organisation;
} Named;

static int
compare_named (gconstpointer one, gconstpointer other)
{
  const Named *a = one, *b = other;
  int order = strcmp (a->organisation->name, b->organisation->name);

  return order != 0 ? order : (a->id > b->id) - (a->id < b->id);
}

static void
note_organisation (const Build *self, AccordRecord *record, GHashTable *seen, GArray *named)
{
  gint64 id = accord_record_get_int (record, "organisation");
  Named found = { id, id == ACCORD_UNKNOWN ? NULL : g_hash_table_lookup (self->gather->names, &id) };

  if (found.organisation != NULL && g_hash_table_add (seen, (gpointer) found.organisation))
    g_array_append_val (named, found);
}

/* By name, so that adding a line does not move everybody about. */
static void
build_organisations (const Build *self, AccordAppraisalFile *file)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));

  for (guint i = 0; i < file->options->len; i++)
    {
      GPtrArray *costs = file->costs->pdata[i], *lines = file->gains->pdata[i];

      for (guint j = 0; j < costs->len; j++)
        note_organisation (self, costs->pdata[j], seen, named);
      for (guint j = 0; j < lines->len; j++)
        {
          GPtrArray *gains = lines->pdata[j];

          for (guint k = 0; k < gains->len; k++)
            note_organisation (self, gains->pdata[k], seen, named);
        }
    }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    {
      const Named *one = &g_array_index (named, Named, i);

      accord_cba_add_organisation (file->cba, one->organisation->uid, one->organisation->name);
      g_array_append_val (file->organisations, one->id);
    }
}

static void
build_cost (const Build *self, AccordAppraisalFile *file, AccordRecord *cost, AccordCbaOption *option)
{
  AccordCbaCost *line = accord_cba_option_add_cost (option, NULL, NULL);
  g_autoptr (GError) problem = NULL;

  if (!accord_cost_fill_line (cost, file->cba, line, &problem))
    g_ptr_array_add (file->problems, g_strdup (problem->message));
  line->organisation =
      accord_appraisal_file_find_organisation (file, accord_record_get_int (cost, "organisation"));
  line->schedule = accord_appraisal_tables_use_schedule (self->tables, file, cost, "schedule");
}

/* A population or a value that nobody stated must not look like one that is nought. */
static void
remark_on (AccordAppraisalFile *file, AccordRecord *outcome)
{
  static const char *const fields[] = { "need", "unit-value", "engagement", "impact", "deadweight" };
  const AccordKind *kind = accord_record_get_kind (outcome);
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *title = accord_record_dup_title (outcome);
  gboolean worthless = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      int index = accord_kind_find_field (kind, fields[i]);

      if (!accord_record_is_empty (outcome, (guint) index))
        continue;
      worthless = worthless || i < 2;
      g_string_append_printf (labels, "%s%s", labels->len > 0 ? ", " : "", _ (kind->fields[index].label));
    }
  if (labels->len == 0)
    return;
  /* Translators: the name of a line, and the labels of what nobody has filled in. */
  g_ptr_array_add (file->remarks,
                   g_strdup_printf (worthless
                                        ? _ ("“%s” is counted as nothing: not stated: %s.")
                                        : _ ("“%s” is counted in full, as if these changed nothing: not "
                                             "stated: %s."),
                                    title, labels->str));
}

static void
build_gains (AccordAppraisalFile *file, GPtrArray *gains, AccordRecord *outcome, AccordCbaOutcome *line)
{
  for (guint i = 0; i < gains->len; i++)
    {
      guint organisation = accord_appraisal_file_find_organisation (
          file, accord_record_get_int (gains->pdata[i], "organisation"));
      AccordDecimal share;

      if (accord_decimal_parse (accord_record_get_text (gains->pdata[i], "share"), &share))
        accord_cba_outcome_add_gain (line, organisation, share);
      else
        {
          g_autofree char *title = accord_record_dup_title (outcome);

          g_ptr_array_add (file->problems,
                           g_strdup_printf (_ ("“%s”: a share of who gains is not a number."), title));
        }
    }
}

static void
build_outcome (const Build *self, AccordAppraisalFile *file, AccordRecord *outcome, GPtrArray *gains,
               AccordCbaOption *option)
{
  AccordCbaOutcome *line = accord_cba_option_add_outcome (option, NULL, NULL);
  g_autoptr (GError) problem = NULL;

  if (!accord_outcome_fill_line (outcome, file->cba, line, &problem))
    g_ptr_array_add (file->problems, g_strdup (problem->message));
  build_gains (file, gains, outcome, line);
  line->schedule = accord_appraisal_tables_use_schedule (self->tables, file, outcome, "schedule");
  remark_on (file, outcome);
}

static void
build_option (const Build *self, AccordAppraisalFile *file, guint index)
{
  AccordRecord *record = file->options->pdata[index];
  GPtrArray *costs = file->costs->pdata[index], *outcomes = file->outcomes->pdata[index];
  GPtrArray *gains = file->gains->pdata[index];
  const char *comparator = accord_record_get_text (record, "comparator");
  AccordCbaOption *option = accord_cba_add_option (file->cba, accord_record_get_uid (record),
                                                   accord_record_get_text (record, "name"));

  option->preferred = accord_record_get_boolean (record, "preferred");
  if (g_strcmp0 (comparator, "do-nothing") == 0)
    option->comparator = ACCORD_COMPARATOR_DO_NOTHING;
  else if (g_strcmp0 (comparator, "do-minimum") == 0)
    option->comparator = ACCORD_COMPARATOR_DO_MINIMUM;
  for (guint i = 0; i < costs->len; i++)
    build_cost (self, file, costs->pdata[i], option);
  for (guint i = 0; i < outcomes->len; i++)
    build_outcome (self, file, outcomes->pdata[i], gains->pdata[i], option);
}

static void
build_scenarios (AccordAppraisalFile *file)
{
  for (guint i = 0; i < file->scenarios->len; i++)
    {
      AccordAppraisalScenario *scenario = file->scenarios->pdata[i];
      g_autoptr (GError) problem = NULL;

      scenario->changes = accord_scenario_changes_parse (accord_record_get_text (scenario->record, "changes"),
                                                         file->cba, &problem);
      if (scenario->changes != NULL)
        continue;
      scenario->changes = g_array_new (FALSE, FALSE, sizeof (AccordScenarioChange));
      scenario->problem = g_strdup (problem->message);
    }
}

static void
read_draws (AccordAppraisalFile *file)
{
  const char *method = accord_record_get_text (file->appraisal, "method");
  gint64 draws = accord_record_get_int (file->appraisal, "draws");
  gint64 seed = accord_record_get_int (file->appraisal, "seed");

  file->method = ACCORD_DRAW_SOBOL;
  if (g_strcmp0 (method, "latin-hypercube") == 0)
    file->method = ACCORD_DRAW_LATIN_HYPERCUBE;
  else if (g_strcmp0 (method, "random") == 0)
    file->method = ACCORD_DRAW_RANDOM;
  file->n_draws = draws == ACCORD_UNKNOWN ? USUAL_DRAWS : (guint) CLAMP (draws, 1, G_MAXINT);
  file->seed = seed == ACCORD_UNKNOWN ? USUAL_SEED : (guint64) seed;
}

/**
 * accord_appraisal_build:
 * @gather: records
 * @tables: what the editions among them hold
 * @file: one of the gathered files
 *
 * Makes the analysis of a case that has an appraisal. What cannot be read is told in its @problems, and then
 * there is no analysis: figures without it would be false.
 */
void
accord_appraisal_build (const AccordAppraisalGather *gather, AccordAppraisalTables *tables,
                        AccordAppraisalFile *file)
{
  const Build build = { gather, tables };

  if (file->appraisal == NULL)
    return;
  build_whole (&build, file);
  build_organisations (&build, file);
  for (guint i = 0; i < file->options->len; i++)
    build_option (&build, file, i);
  build_scenarios (file);
  read_draws (file);
  if (file->problems->len > 0)
    g_clear_pointer (&file->cba, accord_cba_free);
}
