/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-json.h"

#include "appraisal-json-private.h"
#include "editions.h"
#include "exchange-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define USUAL_DRAWS 10000
#define LARGEST_USUAL_BIAS (3 * ACCORD_DECIMAL_ONE)
#define MOST_DRAWS 1000000
#define USUAL_SEED 1

/* In bytes. */
#define LARGEST (32 * 1024 * 1024)

/* More values than the most lines with an amount in each of the most years: nobody typed them. */
#define MOST_VALUES 6000000

static void
scenario_free (gpointer data)
{
  AccordJsonScenario *self = data;

  g_free (self->name);
  g_array_unref (self->changes);
  g_free (self);
}

/**
 * accord_appraisal_json_new:
 *
 * Returns: (transfer full): what an empty file says, to be filled in
 */
AccordAppraisalJson *
accord_appraisal_json_new (void)
{
  AccordAppraisalJson *self = g_new0 (AccordAppraisalJson, 1);

  self->scenarios = g_ptr_array_new_with_free_func (scenario_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  self->n_draws = USUAL_DRAWS;
  self->seed = USUAL_SEED;
  return self;
}

void
accord_appraisal_json_free (AccordAppraisalJson *self)
{
  if (self == NULL)
    return;
  accord_cba_free (self->cba);
  g_clear_pointer (&self->flows, g_array_unref);
  g_clear_pointer (&self->schedule, accord_schedule_free);
  g_ptr_array_unref (self->scenarios);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

/**
 * accord_appraisal_json_add_scenario:
 * @self: what a file says
 * @name: what the scenario is called
 * @changes: (element-type AccordScenarioChange): what it changes
 */
void
accord_appraisal_json_add_scenario (AccordAppraisalJson *self, const char *name, GArray *changes)
{
  AccordJsonScenario *scenario = g_new (AccordJsonScenario, 1);

  scenario->name = g_strdup (name);
  scenario->changes = g_array_ref (changes);
  g_ptr_array_add (self->scenarios, scenario);
}

/* The year that a base year is, as a number or as people write it. */
static gboolean
read_base_year (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (root, "base_year");

  return node == NULL || accord_json_read_price_year (node, NULL, &cba->base_year, error);
}

static gboolean
read_price_year (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *node = accord_json_node_find (root, "price_year");

  return node == NULL
         || accord_json_read_price_year (node, cba->series->len > 0 ? cba->series->pdata[0] : NULL,
                                         &cba->price_year, error);
}

/* Those that are named first come first; of two with one name each has a uid. */
static gboolean
read_organisations (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  AccordJsonNode *organisations;

  if (!accord_json_take_array (root, "organisations", &organisations, error))
    return FALSE;
  for (AccordJsonNode *node = organisations != NULL ? organisations->first : NULL; node != NULL;
       node = node->next)
    {
      const char *name = node->type == ACCORD_JSON_STRING ? node->text : NULL, *uid = NULL;

      if (name == NULL
          && (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
              || !accord_json_take_text (node, "uid", &uid, error)))
        return FALSE;
      if (name == NULL)
        return accord_json_fail_missing (node, "name", error);
      if (uid == NULL)
        uid = name;
      if (accord_cba_find_organisation (cba, uid) != ACCORD_CBA_NONE)
        return accord_json_fail (node, error, _ ("This organisation stands here twice."));
      accord_cba_add_organisation (cba, uid, name);
    }
  return TRUE;
}

static gboolean
read_lines (AccordJsonNode *node, AccordCba *cba, AccordCbaOption *option, GError **error)
{
  AccordJsonNode *costs, *outcomes;

  if (!accord_json_take_array (node, "costs", &costs, error)
      || !accord_json_take_array (node, "outcomes", &outcomes, error))
    return FALSE;
  for (AccordJsonNode *one = costs != NULL ? costs->first : NULL; one != NULL; one = one->next)
    if (!accord_json_read_cost (one, cba, option, error))
      return FALSE;
  for (AccordJsonNode *one = outcomes != NULL ? outcomes->first : NULL; one != NULL; one = one->next)
    if (!accord_json_read_outcome (one, cba, option, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_option (AccordJsonNode *node, AccordCba *cba, GError **error)
{
  const char *name = NULL, *uid = NULL;
  guint comparator = ACCORD_COMPARATOR_NONE;
  gboolean preferred = FALSE;
  AccordCbaOption *option;

  if (!accord_json_check_object (node, error) || !accord_json_take_text (node, "name", &name, error)
      || !accord_json_take_text (node, "uid", &uid, error)
      || !accord_json_take_word (node, "comparator", accord_json_comparators, &comparator, error)
      || !accord_json_take_boolean (node, "preferred", &preferred, error))
    return FALSE;
  if (name == NULL)
    return accord_json_fail_missing (node, "name", error);
  option = accord_cba_add_option (cba, uid, name);
  option->comparator = (AccordComparator) comparator;
  option->preferred = preferred;
  return read_lines (node, cba, option, error);
}

/* Lines that stand in no option are of the one that is proposed. */
static gboolean
read_options (AccordJsonNode *root, AccordCba *cba, GError **error)
{
  gboolean plain =
      accord_json_node_find (root, "costs") != NULL || accord_json_node_find (root, "outcomes") != NULL;
  AccordJsonNode *options;

  if (!accord_json_take_array (root, "options", &options, error))
    return FALSE;
  if (plain)
    {
      AccordCbaOption *option = accord_cba_add_option (cba, NULL, cba->title);

      option->preferred = TRUE;
      if (!read_lines (root, cba, option, error))
        return FALSE;
    }
  for (AccordJsonNode *node = options != NULL ? options->first : NULL; node != NULL; node = node->next)
    if (!read_option (node, cba, error))
      return FALSE;
  return cba->options->len > 0 || accord_json_fail_missing (root, "costs", error);
}

static gboolean
read_cba (AccordJsonNode *root, AccordAppraisalJson *self, GError **error)
{
  const char *title = _ ("Appraisal");
  gint64 horizon = -1;

  if (!accord_json_take_text (root, "title", &title, error)
      || !accord_json_take_whole (root, "horizon", 1, ACCORD_CBA_MOST_YEARS, &horizon, error))
    return FALSE;
  if (horizon < 0)
    return accord_json_fail_missing (root, "horizon", error);
  self->cba = accord_cba_new (title);
  self->cba->horizon = (guint) horizon;
  return read_base_year (root, self->cba, error) && accord_json_read_tables (root, self->cba, error)
         && read_price_year (root, self->cba, error) && read_organisations (root, self->cba, error)
         && read_options (root, self->cba, error) && accord_json_read_shipped (self->cba, error)
         && accord_json_read_scenarios (root, self, error);
}

static gboolean
read_flows (AccordJsonNode *root, AccordJsonNode *flows, AccordAppraisalJson *self, GError **error)
{
  AccordJsonNode *schedule = accord_json_node_find (root, "schedule");
  const char *title = NULL;

  if (flows->type != ACCORD_JSON_ARRAY || flows->n_children == 0)
    return accord_json_fail (flows, error, _ ("This must be an array of pence by year, from year 0."));
  if (flows->n_children > ACCORD_CBA_MOST_YEARS)
    return accord_json_fail (flows, error, _ ("More years than 500 cannot be counted."));
  self->flows = g_array_sized_new (FALSE, FALSE, sizeof (gint64), flows->n_children);
  for (AccordJsonNode *one = flows->first; one != NULL; one = one->next)
    {
      gint64 pence;

      if (!accord_json_read_pence (one, &pence, error))
        return FALSE;
      g_array_append_val (self->flows, pence);
    }
  if (!accord_json_take_text (root, "title", &title, error))
    return FALSE;
  if (schedule != NULL)
    return accord_json_read_schedule (schedule, NULL, &self->schedule, error);
  self->schedule = accord_editions_shipped_schedule ("standard", error);
  return self->schedule != NULL;
}

static gboolean
read_draws (AccordJsonNode *root, AccordAppraisalJson *self, GError **error)
{
  gint64 draws = self->n_draws, seed = (gint64) self->seed;
  guint method = ACCORD_DRAW_SOBOL;

  if (!accord_json_take_whole (root, "draws", 1, MOST_DRAWS, &draws, error)
      || !accord_json_take_whole (root, "seed", 0, G_MAXINT64, &seed, error)
      || !accord_json_take_word (root, "method", accord_json_methods, &method, error))
    return FALSE;
  self->n_draws = (guint) draws;
  self->seed = (guint64) seed;
  self->method = (AccordDrawMethod) method;
  return TRUE;
}

/* Whether any bound of a worksheet is of the line's own kind of costs; works that nobody knows are for
 * accord_cba_check() to say. */
static gboolean
is_of_sheet (const AccordCbaCost *cost, const AccordBiasTable *table)
{
  for (guint i = 0; i < cost->sheet->works->len; i++)
    {
      const AccordBiasWork *work = cost->sheet->works->pdata[i];
      const AccordBiasType *type = accord_bias_table_find (table, work->code);

      if (type == NULL
          || (cost->kind != ACCORD_COST_IN_KIND && !type->operating == (cost->kind == ACCORD_COST_CAPITAL)))
        return TRUE;
    }
  return cost->sheet->works->len == 0;
}

/* A line without a kind is revenue, which the bounds of works say nothing of. */
static void
find_idle_sheets (const AccordCba *cba, GPtrArray *warnings)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        {
          const AccordCbaCost *cost = option->costs->pdata[j];

          if (cost->sheet != NULL && cba->bias != NULL && !is_of_sheet (cost, cba->bias))
            g_ptr_array_add (
                warnings,
                g_strdup_printf (_ ("“%s” is of the kind “%s”, and the bounds of its worksheet are of "
                                    "another kind: no optimism bias is added."),
                                 cost->name, accord_json_cost_kinds[cost->kind]));
        }
    }
}

/* The Treasury's own bounds end at 200 %: what is far beyond was meant in per cent and typed as a part. */
static void
find_bias_in_per_cent (const AccordCba *cba, GPtrArray *warnings)
{
  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      for (guint j = 0; j < option->costs->len; j++)
        {
          const AccordCbaCost *cost = option->costs->pdata[j];

          if (cost->bias > LARGEST_USUAL_BIAS)
            g_ptr_array_add (warnings,
                             g_strdup_printf (_ ("“%s” has an optimism bias of %.0f %%: it is written as a "
                                                 "part of one, so that 24 %% is 0.24."),
                                              cost->name, accord_decimal_to_double (cost->bias) * 100));
        }
    }
}

/* Which of them is proposed is for people to say; the first is what is shown. */
static void
find_second_preferred (const AccordCba *cba, GPtrArray *warnings)
{
  const AccordCbaOption *first = NULL;

  for (guint i = 0; i < cba->options->len; i++)
    {
      const AccordCbaOption *option = cba->options->pdata[i];

      if (option->preferred && first != NULL)
        g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” is preferred as well as “%s”: only one option "
                                                       "can be, and the first is taken."),
                                                    option->name, first->name));
      else if (option->preferred)
        first = option;
    }
}

/* A name that means nothing may be one that is misspelt. Those that begin with $ are of the file's own form.
 */
static void
find_strange (const AccordJsonNode *node, GPtrArray *warnings)
{
  for (const AccordJsonNode *one = node->first; one != NULL; one = one->next)
    if (one->key == NULL || one->used)
      find_strange (one, warnings);
    else if (*one->key != '$')
      {
        g_autofree char *path = accord_json_node_dup_path (one);

        g_ptr_array_add (warnings, g_strdup_printf (_ ("“%s” means nothing here and was left out."), path));
      }
}

static void
pass_over (AccordJsonNode *node)
{
  node->used = TRUE;
  for (AccordJsonNode *one = node->first; one != NULL; one = one->next)
    pass_over (one);
}

static AccordJsonTree *
read_tree (const char *text, gsize length, GError **error)
{
  static const char mark[] = "\xef\xbb\xbf";
  g_autoptr (GError) reason = NULL;
  AccordJsonTree *tree;

  if (length > LARGEST)
    {
      g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT,
                   _ ("This file is larger than %d MB, which no appraisal is."), LARGEST / 1024 / 1024);
      return NULL;
    }
  /* Some programs put a mark in front that says nothing. */
  if (length >= sizeof mark - 1 && memcmp (text, mark, sizeof mark - 1) == 0)
    {
      text += sizeof mark - 1;
      length -= sizeof mark - 1;
    }
  tree = accord_json_tree_read (text, length, MOST_VALUES, &reason);
  if (tree == NULL)
    /* Translators: a line of the file, and what is wrong there, follow. */
    g_set_error (error, ACCORD_EXCHANGE_ERROR, ACCORD_EXCHANGE_ERROR_NOT_TEXT, _ ("This is not JSON: %s"),
                 reason->message);
  return tree;
}

/**
 * accord_appraisal_json_read:
 * @text: a file
 * @length: of @text in bytes
 * @error: return location for %ACCORD_EXCHANGE_ERROR_NOT_TEXT or %ACCORD_EXCHANGE_ERROR_LAYOUT, one sentence
 *   with the place
 *
 * What an analysis must be beyond that is for accord_cba_check() to say.
 *
 * Returns: (transfer full): what it says; %NULL where that cannot be read
 */
AccordAppraisalJson *
accord_appraisal_json_read (const char *text, gsize length, GError **error)
{
  g_autoptr (AccordJsonTree) tree = read_tree (text, length, error);
  g_autoptr (AccordAppraisalJson) self = NULL;
  AccordJsonNode *root, *flows, *schedules;

  if (tree == NULL)
    return NULL;
  root = accord_json_tree_get_root (tree);
  if (!accord_json_check_object (root, error))
    return NULL;
  self = accord_appraisal_json_new ();
  flows = accord_json_node_find (root, "flows_pence");
  /* A file may bring schedules that nothing in it uses. */
  schedules = accord_json_node_find (root, "schedules");
  if (!(flows != NULL ? read_flows (root, flows, self, error) : read_cba (root, self, error))
      || !read_draws (root, self, error))
    return NULL;
  for (AccordJsonNode *node = schedules != NULL ? schedules->first : NULL; node != NULL; node = node->next)
    if (!node->used)
      pass_over (node);
  find_strange (root, self->warnings);
  if (self->cba != NULL)
    {
      find_idle_sheets (self->cba, self->warnings);
      find_bias_in_per_cent (self->cba, self->warnings);
      find_second_preferred (self->cba, self->warnings);
    }
  return g_steal_pointer (&self);
}
