/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "what-if.h"

#include "cba-numbers.h"
#include "cba-words.h"
#include "field.h"
#include "json-read.h"
#include "model-error.h"
#include "money.h"
#include "scenario-changes.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* No analysis has so many who pay or gain. */
#define MOST_ORGANISATIONS 10000

static void
net_free (gpointer data)
{
  AccordWhatIfNet *self = data;

  g_free (self->uid);
  g_free (self);
}

static AccordWhatIf *
make (const char *changes)
{
  AccordWhatIf *self = g_new0 (AccordWhatIf, 1);

  self->changes = g_strdup (changes != NULL ? changes : "");
  self->organisations = g_ptr_array_new_with_free_func (net_free);
  for (guint i = 0; i < 2; i++)
    {
      self->npsv[i] = ACCORD_UNKNOWN;
      self->bcr[i] = NAN;
    }
  return self;
}

void
accord_what_if_free (AccordWhatIf *self)
{
  g_free (self->changes);
  g_ptr_array_unref (self->organisations);
  g_free (self);
}

static void
add_net (AccordWhatIf *self, const char *uid, gint64 before, gint64 after)
{
  AccordWhatIfNet *net = g_new0 (AccordWhatIfNet, 1);

  net->uid = g_strdup (uid);
  net->before = before;
  net->after = after;
  g_ptr_array_add (self->organisations, net);
}

static void
fill (AccordWhatIf *self, const AccordCba *cba, const AccordCbaResult *before, const AccordCbaResult *after)
{
  const AccordCbaResult *both[] = { before, after };

  for (guint i = 0; i < 2; i++)
    {
      self->npsv[i] = accord_cba_pence (both[i]->net.npsv);
      self->bcr[i] = both[i]->net.bcr.defined == ACCORD_DEFINED ? both[i]->net.bcr.value : NAN;
    }
  for (guint i = 0; i < before->net.positions->len && i < after->net.positions->len; i++)
    {
      const AccordCbaPosition *one = &g_array_index (before->net.positions, AccordCbaPosition, i);
      const AccordCbaPosition *other = &g_array_index (after->net.positions, AccordCbaPosition, i);
      const AccordCbaOrganisation *who =
          one->organisation != ACCORD_CBA_NONE ? cba->organisations->pdata[one->organisation] : NULL;

      if (who != NULL)
        add_net (self, who->uid, accord_cba_pence (one->present_net), accord_cba_pence (other->present_net));
    }
}

/**
 * accord_what_if_new:
 * @cba: an analysis
 * @option: index of the option that is looked at
 * @changes: (nullable): what is assumed otherwise, as a scenario has it
 * @error: return location for %ACCORD_MODEL_ERROR_FORM, where a change cannot be read or made
 *
 * Works the option out as it is and with the changes. @cba is not changed.
 *
 * Returns: (transfer full): both; %NULL on failure
 */
AccordWhatIf *
accord_what_if_new (const AccordCba *cba, guint option, const char *changes, GError **error)
{
  g_autoptr (GArray) parsed = accord_scenario_changes_parse (changes, cba, error);
  g_autoptr (AccordCba) changed = NULL;
  g_autoptr (AccordCbaResult) before = NULL, after = NULL;
  AccordWhatIf *self;

  if (parsed == NULL)
    return NULL;
  changed = accord_cba_apply (cba, (const AccordScenarioChange *) (gpointer) parsed->data, parsed->len);
  before = accord_cba_evaluate (cba, option, NULL);
  after = changed != NULL ? accord_cba_evaluate (changed, option, NULL) : NULL;
  if (before == NULL || after == NULL)
    {
      g_set_error_literal (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_FORM,
                           before == NULL ? _ ("The appraisal has to be put right before it can be tried.")
                                          : _ ("With these assumptions the appraisal cannot be worked out."));
      return NULL;
    }
  self = make (changes);
  fill (self, cba, before, after);
  return self;
}

/* --- As a comment keeps it. */

static void
add_pence (JsonBuilder *builder, gint64 pence)
{
  if (pence != ACCORD_UNKNOWN)
    json_builder_add_int_value (builder, pence);
  else
    json_builder_add_null_value (builder);
}

static void
add_ratio (JsonBuilder *builder, double ratio)
{
  if (isfinite (ratio))
    json_builder_add_double_value (builder, ratio);
  else
    json_builder_add_null_value (builder);
}

static void
add_figures (JsonBuilder *builder, const AccordWhatIf *self)
{
  json_builder_set_member_name (builder, "npsv");
  json_builder_begin_array (builder);
  add_pence (builder, self->npsv[0]);
  add_pence (builder, self->npsv[1]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "bcr");
  json_builder_begin_array (builder);
  add_ratio (builder, self->bcr[0]);
  add_ratio (builder, self->bcr[1]);
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "organisations");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->organisations->len; i++)
    {
      const AccordWhatIfNet *net = self->organisations->pdata[i];

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "uid");
      json_builder_add_string_value (builder, net->uid);
      json_builder_set_member_name (builder, "before");
      add_pence (builder, net->before);
      json_builder_set_member_name (builder, "after");
      add_pence (builder, net->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * accord_what_if_dup_json:
 * @self: a what-if
 *
 * Returns: (transfer full): it as a comment keeps it
 */
char *
accord_what_if_dup_json (const AccordWhatIf *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "changes");
  json_builder_add_string_value (builder, self->changes);
  json_builder_set_member_name (builder, "figures");
  json_builder_begin_object (builder);
  add_figures (builder, self);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}

static double
read_number (JsonArray *array, guint index)
{
  JsonNode *node =
      array != NULL && index < json_array_get_length (array) ? json_array_get_element (array, index) : NULL;
  GType type = node != NULL && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_INT64)
    return (double) json_node_get_int (node);
  return type == G_TYPE_DOUBLE ? json_node_get_double (node) : NAN;
}

static void
read_figures (AccordWhatIf *self, JsonObject *figures)
{
  JsonArray *organisations = accord_json_get_array (figures, "organisations");
  guint n = organisations != NULL ? MIN (json_array_get_length (organisations), MOST_ORGANISATIONS) : 0;

  for (guint i = 0; i < 2; i++)
    {
      double npsv = read_number (accord_json_get_array (figures, "npsv"), i);
      double bcr = read_number (accord_json_get_array (figures, "bcr"), i);

      if (fabs (npsv) <= (double) ACCORD_CBA_LARGEST)
        self->npsv[i] = accord_cba_pence (npsv);
      self->bcr[i] = isfinite (bcr) ? bcr : NAN;
    }
  for (guint i = 0; i < n; i++)
    {
      JsonObject *row = accord_json_get_row (organisations, i);
      const char *uid = accord_json_get_text (row, "uid");
      gint64 before = ACCORD_UNKNOWN, after = ACCORD_UNKNOWN;

      accord_json_get_whole (row, "before", &before);
      accord_json_get_whole (row, "after", &after);
      if (uid != NULL)
        add_net (self, uid, before, after);
    }
}

/**
 * accord_what_if_parse:
 * @json: what a comment keeps
 * @error: return location for an error
 *
 * Reads what somebody else may have written: a figure that is none is not known.
 *
 * Returns: (transfer full): the what-if; %NULL with a sentence where @json is none
 */
AccordWhatIf *
accord_what_if_parse (const char *json, GError **error)
{
  g_autoptr (JsonParser) parser = accord_json_read (json, -1, error);
  JsonObject *root = parser != NULL ? json_node_get_object (json_parser_get_root (parser)) : NULL;
  g_autoptr (AccordWhatIf) self = NULL;

  if (root == NULL)
    return NULL;
  self = make (accord_json_get_text (root, "changes"));
  if (!accord_scenario_changes_check (self->changes, error))
    return NULL;
  read_figures (self, accord_json_get_object (root, "figures"));
  return g_steal_pointer (&self);
}

/* --- In words. */

static char *
dup_line_words (const AccordCba *cba, const AccordScenarioChange *change)
{
  const AccordCbaInput *input = &change->input;
  const AccordCbaOption *option =
      input->option != ACCORD_CBA_NONE ? cba->options->pdata[input->option] : NULL;
  const char *field = accord_cba_field_get_label (input->field);
  const char *line = NULL;

  if (option != NULL && input->line != ACCORD_CBA_NONE)
    line = input->is_outcome ? ((const AccordCbaOutcome *) option->outcomes->pdata[input->line])->name
                             : ((const AccordCbaCost *) option->costs->pdata[input->line])->name;
  if (line == NULL)
    return g_strdup (field);
  /* Translators: a line of the appraisal, then the number of it that is changed. */
  return g_strdup_printf (_ ("%s: %s"), line, field);
}

/**
 * accord_what_if_list_words:
 * @cba: an analysis
 * @changes: (nullable): what is assumed otherwise, as a scenario has it
 *
 * Returns: (transfer full) (element-type utf8): each change in words: "Fewer admissions: Deadweight = 0.4"; a
 * change of what is not in @cba as it stands written
 */
GPtrArray *
accord_what_if_list_words (const AccordCba *cba, const char *changes)
{
  g_autoptr (GArray) parsed = cba != NULL ? accord_scenario_changes_parse (changes, cba, NULL) : NULL;
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; parsed != NULL && i < parsed->len; i++)
    {
      const AccordScenarioChange *change = &g_array_index (parsed, AccordScenarioChange, i);
      g_autofree char *line = dup_line_words (cba, change);
      g_autofree char *value = change->input.field == ACCORD_CBA_FIELD_UNIT_VALUE && !change->relative
                                   ? accord_money_format ((gint64) change->value, ACCORD_MONEY_PLAIN)
                                   : accord_number_format (change->value, 4);
      const char *sign = change->relative ? "×" : change->input.field == ACCORD_CBA_FIELD_RATE ? "+" : "=";

      g_ptr_array_add (words, g_strdup_printf ("%s %s %s", line, sign, value));
    }
  if (parsed != NULL)
    return words;
  lines = g_strsplit (changes != NULL ? changes : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (words, g_strdup (lines[i]));
  return words;
}

/**
 * accord_what_if_dup_npsv:
 * @self: a what-if
 * @after: whether with the changes
 *
 * Returns: (transfer full): the NPSV in whole pounds, or that it is not known
 */
char *
accord_what_if_dup_npsv (const AccordWhatIf *self, gboolean after)
{
  gint64 pence = self->npsv[after ? 1 : 0];

  return pence != ACCORD_UNKNOWN ? accord_money_format (pence, ACCORD_MONEY_POUNDS)
                                 : g_strdup (_ ("not known"));
}

/**
 * accord_what_if_dup_bcr:
 * @self: a what-if
 * @after: whether with the changes
 *
 * Returns: (transfer full): the benefit–cost ratio with two decimals, or that there is none
 */
char *
accord_what_if_dup_bcr (const AccordWhatIf *self, gboolean after)
{
  double ratio = self->bcr[after ? 1 : 0];

  return isfinite (ratio) ? accord_number_format_places (ratio, 2) : g_strdup (_ ("none"));
}
