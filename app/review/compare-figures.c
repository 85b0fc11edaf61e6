/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-appraisal.h"

#include "comments.h"
#include "dossier-figures.h"
#include "json-read.h"
#include "money.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What was frozen with the dossier is what people saw; only where nothing was is it worked out. */
static JsonObject *
get_figures (AccordComparing *self, const AccordDossier *side, GError **error)
{
  g_autoptr (AccordCompareAppraisal) appraisal = NULL;
  g_autoptr (AccordAppraisalFile) file = NULL;

  if (side->figures != NULL)
    return json_object_ref (side->figures);
  appraisal = accord_compare_appraisal_new (self, side, error);
  file = appraisal != NULL ? accord_compare_appraisal_build (appraisal, error) : NULL;
  if (file == NULL)
    return NULL;
  return accord_dossier_figures_make (file, accord_schema_find_kind (self->schema, "organisation"), NULL);
}

static void
add_remark (AccordComparing *self, const AccordDossier *side, const char *why)
{
  g_ptr_array_add (self->outcome->remarks,
                   g_strdup_printf (side == self->before
                                        /* Translators: %s is a sentence that says why */
                                        ? _ ("The earlier version’s figures are not known: %s")
                                        : _ ("The later version’s figures are not known: %s"),
                                    why));
}

/* The options of a side by uid, in their order; what kept any of them from being worked out is remarked. */
static GPtrArray *
list_options (AccordComparing *self, const AccordDossier *side, GHashTable *by_uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) figures = get_figures (self, side, &error);
  JsonArray *options = accord_json_get_array (figures, "options"),
            *problems = accord_json_get_array (figures, "problems");
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);

  if (error != NULL)
    add_remark (self, side, error->message);
  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonNode *problem = json_array_get_element (problems, i);

      if (JSON_NODE_HOLDS_VALUE (problem) && json_node_get_value_type (problem) == G_TYPE_STRING)
        add_remark (self, side, json_node_get_string (problem));
    }
  for (guint i = 0; options != NULL && i < json_array_get_length (options); i++)
    {
      JsonObject *option = accord_json_get_row (options, i);
      const char *uid = accord_json_get_text (option, "option");

      if (uid == NULL || g_hash_table_contains (by_uid, uid))
        continue;
      g_ptr_array_add (uids, g_strdup (uid));
      g_hash_table_insert (by_uid, g_strdup (uid), json_object_ref (option));
    }
  return uids;
}

static char *
dup_pence (JsonObject *object, const char *member)
{
  gint64 pence;

  return accord_json_get_whole (object, member, &pence) ? accord_money_format (pence, ACCORD_MONEY_FULL)
                                                        : NULL;
}

static char *
dup_pence_delta (JsonObject *before, JsonObject *after, const char *member)
{
  gint64 a, b;

  return accord_json_get_whole (before, member, &a) && accord_json_get_whole (after, member, &b)
             ? accord_compare_dup_money (b - a)
             : NULL;
}

static char *
dup_words (JsonObject *option, const char *code)
{
  g_autofree char *member = g_strconcat (code, "-words", NULL);

  return g_strdup (accord_json_get_text (option, member));
}

static char *
dup_ratio_delta (JsonObject *before, JsonObject *after)
{
  const char *a = accord_json_get_text (before, "bcr"), *b = accord_json_get_text (after, "bcr");
  g_autofree char *plain = NULL;
  double delta;

  if (a == NULL || b == NULL)
    return NULL;
  delta = round ((g_ascii_strtod (b, NULL) - g_ascii_strtod (a, NULL)) * 100) / 100;
  if (!isfinite (delta))
    return NULL;
  plain = g_strdup_printf ("%.2f", fabs (delta));
  return delta == 0 ? g_steal_pointer (&plain) : g_strconcat (delta < 0 ? "−" : "+", plain, NULL);
}

static char *
dup_payback_delta (JsonObject *before, JsonObject *after)
{
  gint64 a, b, years;

  if (!accord_json_get_whole (before, "payback", &a) || !accord_json_get_whole (after, "payback", &b))
    return NULL;
  years = ABS (b - a);
  if (years == 0)
    return g_strdup (_ ("same year"));
  return g_strdup_printf (b > a ? ngettext ("%u year later", "%u years later", (gulong) years)
                                : ngettext ("%u year earlier", "%u years earlier", (gulong) years),
                          (guint) years);
}

/* A figure that is the same in both says so. */
static void
settle (AccordCompareRow *row)
{
  if (row->before == NULL || row->after == NULL)
    row->sort = row->after != NULL ? '+' : '-';
  else
    row->sort = g_str_equal (row->before, row->after) ? '=' : '~';
}

static void
add_figure (AccordComparing *self, const char *uid, const char *title, const char *code, JsonObject *before,
            JsonObject *after)
{
  const gboolean bcr = g_str_equal (code, "bcr"), payback = g_str_equal (code, "payback");
  AccordCompareRow *row = accord_compare_add_row (self->outcome->figures, "option", uid, '=');

  row->title = g_strdup (title);
  row->field = g_strdup (code);
  row->label = accord_comment_dup_figure_words (code, NULL, NULL);
  row->before = bcr || payback ? dup_words (before, code) : dup_pence (before, code);
  row->after = bcr || payback ? dup_words (after, code) : dup_pence (after, code);
  row->delta = bcr       ? dup_ratio_delta (before, after)
               : payback ? dup_payback_delta (before, after)
                         : dup_pence_delta (before, after, code);
  settle (row);
}

static JsonObject *
find_position (JsonArray *positions, const char *uid)
{
  for (guint i = 0; positions != NULL && i < json_array_get_length (positions); i++)
    {
      JsonObject *row = accord_json_get_row (positions, i);

      if (row != NULL && g_strcmp0 (accord_json_get_text (row, "organisation"), uid) == 0)
        return row;
    }
  return NULL;
}

static void
add_position (AccordComparing *self, const char *option, JsonObject *before, JsonObject *after)
{
  JsonObject *either = after != NULL ? after : before;
  const char *uid = accord_json_get_text (either, "organisation");
  const char *name = accord_json_get_text (either, "name");
  AccordCompareRow *row = accord_compare_add_row (self->outcome->figures, "organisation", uid, '=');

  row->title = g_strdup (uid == NULL ? _ ("Nobody named") : name != NULL ? name : _ ("Untitled"));
  row->within = g_strdup (option);
  row->field = uid != NULL ? g_strconcat ("net:", uid, NULL) : g_strdup ("net");
  row->label = g_strdup (_ ("Net position"));
  row->before = dup_pence (before, "net");
  row->after = dup_pence (after, "net");
  row->delta = dup_pence_delta (before, after, "net");
  settle (row);
}

static void
add_positions (AccordComparing *self, const char *option, JsonObject *before, JsonObject *after)
{
  JsonArray *now = accord_json_get_array (after, "organisations"),
            *then = accord_json_get_array (before, "organisations");

  for (guint i = 0; now != NULL && i < json_array_get_length (now); i++)
    {
      JsonObject *row = accord_json_get_row (now, i);

      if (row != NULL)
        add_position (self, option, find_position (then, accord_json_get_text (row, "organisation")), row);
    }
  for (guint i = 0; then != NULL && i < json_array_get_length (then); i++)
    {
      JsonObject *row = accord_json_get_row (then, i);

      if (row != NULL && find_position (now, accord_json_get_text (row, "organisation")) == NULL)
        add_position (self, option, row, NULL);
    }
}

/* Whether the option is the one by which a case is known. */
static guint
rank (JsonObject *option)
{
  if (accord_json_is_true (option, "preferred"))
    return 2;
  return accord_json_is_true (option, "comparator") ? 0 : 1;
}

static void
add_options (AccordComparing *self, GPtrArray *uids, GHashTable *earlier, GHashTable *later)
{
  static const char *const codes[] = { "npsv", "bcr", "pvc", "pvb", "payback" };
  const char *shown = NULL, *shown_name = NULL;
  guint best = 0;

  for (guint i = 0; i < uids->len; i++)
    {
      JsonObject *before = g_hash_table_lookup (earlier, uids->pdata[i]);
      JsonObject *after = g_hash_table_lookup (later, uids->pdata[i]);
      JsonObject *either = after != NULL ? after : before;
      const char *name = accord_json_get_text (either, "name");

      name = name != NULL ? name : _ ("Untitled");
      for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
        add_figure (self, uids->pdata[i], name, codes[j], before, after);
      if (shown == NULL || rank (either) > best)
        shown = uids->pdata[i], shown_name = name, best = rank (either);
    }
  if (shown != NULL)
    add_positions (self, shown_name, g_hash_table_lookup (earlier, shown),
                   g_hash_table_lookup (later, shown));
}

/**
 * accord_compare_add_figures:
 * @self: two dossiers
 *
 * Adds the headline figures of every option of either side, and who pays and gains in the preferred one.
 */
void
accord_compare_add_figures (AccordComparing *self)
{
  g_autoptr (GHashTable) earlier =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  g_autoptr (GHashTable) later =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  g_autoptr (GPtrArray) gone = list_options (self, self->before, earlier);
  g_autoptr (GPtrArray) uids = list_options (self, self->after, later);

  for (guint i = 0; i < gone->len; i++)
    if (!g_hash_table_contains (later, gone->pdata[i]))
      g_ptr_array_add (uids, g_strdup (gone->pdata[i]));
  add_options (self, uids, earlier, later);
}
