/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include <gio/gio.h>
#include <json-glib/json-glib.h>

struct _BenchReport
{
  GArray *results;
};

static void
clear_result (gpointer data)
{
  g_free ((char *) ((BenchResult *) data)->detail);
}

BenchReport *
bench_report_new (void)
{
  BenchReport *self = g_new0 (BenchReport, 1);

  self->results = g_array_new (FALSE, FALSE, sizeof (BenchResult));
  g_array_set_clear_func (self->results, clear_result);
  return self;
}

void
bench_report_free (BenchReport *self)
{
  g_array_unref (self->results);
  g_free (self);
}

static char *
format_number (double value, const char *unit)
{
  if (value == BENCH_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%.*f %s", g_str_equal (unit, "x") ? 2 : 1, value, unit);
}

static const char *
verdict (const BenchResult *result)
{
  if (result->limit == BENCH_NONE)
    return "reported";
  return result->value <= result->limit ? "holds" : "FALLS SHORT";
}

static void
print_result (const BenchResult *result)
{
  g_autofree char *value = format_number (result->value, result->unit);
  g_autofree char *limit = format_number (result->limit, result->unit);

  g_print ("%-12s %12s %12s  %4u  %-11s  %s\n", result->name, value, limit, result->runs, verdict (result),
           result->detail);
}

static void
print_heading (void)
{
  g_print ("\n%-12s %12s %12s  %4s  %-11s  %s\n", "what", "value", "limit", "runs", "verdict", "how");
}

/**
 * bench_report_add:
 * @self: a report
 * @result: a line of it, which is copied
 *
 * Adds a line, and shows it at once: the whole takes minutes.
 */
void
bench_report_add (BenchReport *self, const BenchResult *result)
{
  BenchResult copy = *result;

  copy.detail = g_strdup (result->detail != NULL ? result->detail : "");
  g_array_append_val (self->results, copy);
  if (self->results->len == 1)
    print_heading ();
  print_result (&copy);
}

/**
 * bench_report_add_ratio:
 * @self: a report
 * @name: what was measured
 * @ours: what Accord took, in milliseconds
 * @plain: what plain SQLite took
 * @limit: how many times as long Accord may take
 * @detail: (nullable): more about it
 *
 * Adds a line about work that both sides did in turn. The shortest times count, for a machine that does other
 * things too only ever adds to them; the medians are told beside.
 */
void
bench_report_add_ratio (BenchReport *self, const char *name, const BenchSeries *ours,
                        const BenchSeries *plain, double limit, const char *detail)
{
  const double ratio = bench_series_min (ours) / bench_series_min (plain);
  g_autofree char *how =
      g_strdup_printf ("%.1f ms, plain %.1f; medians %.1f, %.1f (%.2f)%s%s", bench_series_min (ours),
                       bench_series_min (plain), bench_series_median (ours), bench_series_median (plain),
                       bench_series_median (ours) / bench_series_median (plain), detail != NULL ? "; " : "",
                       detail != NULL ? detail : "");

  bench_report_add (self, &(BenchResult){ name, ratio, ratio, "x", limit, ours->n, how });
}

/**
 * bench_report_print:
 * @self: a report
 *
 * Shows the whole table, and how many limits hold.
 */
void
bench_report_print (BenchReport *self)
{
  guint n_limits = 0, n_hold = 0;

  print_heading ();
  for (guint i = 0; i < self->results->len; i++)
    {
      const BenchResult *result = &g_array_index (self->results, BenchResult, i);

      print_result (result);
      n_limits += result->limit != BENCH_NONE;
      n_hold += result->limit != BENCH_NONE && result->value <= result->limit;
    }
  g_print ("\n%u of %u limits hold. x: times as long as the other side did in the same run, or as the small "
           "workspace.\n",
           n_hold, n_limits);
}

static void
add_number (JsonBuilder *builder, const char *name, double value)
{
  json_builder_set_member_name (builder, name);
  if (value == BENCH_NONE)
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_result (JsonBuilder *builder, const BenchResult *result)
{
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "name");
  json_builder_add_string_value (builder, result->name);
  add_number (builder, "ratio", result->ratio);
  add_number (builder, "value", result->value);
  json_builder_set_member_name (builder, "unit");
  json_builder_add_string_value (builder, result->unit);
  add_number (builder, "limit_value", result->limit);
  json_builder_set_member_name (builder, "runs");
  json_builder_add_int_value (builder, result->runs);
  json_builder_end_object (builder);
}

/**
 * bench_report_save:
 * @self: a report
 * @path: the file to write
 * @error: return location for an error
 *
 * Writes the report as JSON: `value` holds where it is at most `limit_value`, both in `unit`; `ratio` is to
 * plain SQLite, and null where it has nothing to say.
 */
gboolean
bench_report_save (BenchReport *self, const char *path, GError **error)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "results");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->results->len; i++)
    add_result (builder, &g_array_index (self->results, BenchResult, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  return json_generator_to_file (generator, path, error);
}
