/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "appraisal-lines.h"
#include "editions.h"
#include "json-read.h"

static AccordEditionRows *
rows_new (const char *const *headings)
{
  AccordEditionRows *self = g_new0 (AccordEditionRows, 1);

  self->headings = g_strdupv ((char **) headings);
  for (char **heading = self->headings; *heading != NULL; heading++)
    {
      char *label = g_strdup (_ (*heading));

      g_free (*heading);
      *heading = label;
    }
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  return self;
}

/**
 * accord_edition_rows_free:
 * @self: (nullable) (transfer full): rows
 */
void
accord_edition_rows_free (AccordEditionRows *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Takes the texts that end with a NULL. */
static void
add_row (AccordEditionRows *self, char *first, ...)
{
  GPtrArray *cells = g_ptr_array_new ();
  va_list arguments;

  va_start (arguments, first);
  for (char *cell = first; cell != NULL; cell = va_arg (arguments, char *))
    g_ptr_array_add (cells, cell);
  va_end (arguments);
  g_ptr_array_add (cells, NULL);
  g_ptr_array_add (self->rows, g_ptr_array_free (cells, FALSE));
}

static char *
dup_years (const AccordSchedule *schedule, guint band)
{
  const guint first = g_array_index (schedule->bands, AccordBand, band).first;

  if (band + 1 == schedule->bands->len)
    /* Translators: years counted from year 0, without an end. */
    return g_strdup_printf (_ ("%u and later"), first);
  return g_strdup_printf ("%u–%u", first, g_array_index (schedule->bands, AccordBand, band + 1).first - 1);
}

static AccordEditionRows *
read_schedule (AccordRecord *edition, GError **error)
{
  static const char *const headings[] = { N_ ("Years"), N_ ("Rate"), NULL };
  g_autoptr (AccordSchedule) schedule = accord_edition_get_schedule (edition, error);
  AccordEditionRows *rows;

  if (schedule == NULL)
    return NULL;
  rows = rows_new (headings);
  for (guint i = 0; i < schedule->bands->len; i++)
    add_row (rows, dup_years (schedule, i),
             accord_decimal_dup_percent (g_array_index (schedule->bands, AccordBand, i).rate, 2), NULL);
  return rows;
}

/* As many places as the index with the most has, so that the points stand under each other. */
static char *
dup_index (AccordDecimal index, guint places)
{
  g_autofree char *plain = accord_decimal_format (index);
  const char *point = strchr (plain, '.');
  const guint has = point != NULL ? (guint) strlen (point + 1) : 0;
  g_autofree char *zeros = g_strnfill (places - has, '0');

  return places == 0 ? g_steal_pointer (&plain) : g_strconcat (plain, point != NULL ? "" : ".", zeros, NULL);
}

static guint
count_places (const AccordPriceSeries *series)
{
  guint most = 0;

  for (guint i = 0; i < series->indices->len; i++)
    {
      g_autofree char *plain =
          accord_decimal_format (g_array_index (series->indices, AccordPriceIndex, i).index);
      const char *point = strchr (plain, '.');

      most = MAX (most, point != NULL ? (guint) strlen (point + 1) : 0);
    }
  return most;
}

/* The newest year first: it is the one that is looked for. */
static AccordEditionRows *
read_series (AccordRecord *edition, GError **error)
{
  static const char *const headings[] = { N_ ("Year"), N_ ("Index"), N_ ("Change on the year before"), NULL };
  g_autoptr (AccordPriceSeries) series = accord_edition_get_series (edition, error);
  AccordEditionRows *rows;
  guint places;

  if (series == NULL)
    return NULL;
  rows = rows_new (headings);
  places = count_places (series);
  for (guint i = series->indices->len; i-- > 0;)
    {
      const AccordPriceIndex *at = &g_array_index (series->indices, AccordPriceIndex, i);
      double ratio;

      add_row (rows, accord_price_year_format (series->years, at->year), dup_index (at->index, places),
               accord_price_series_ratio (series, at->year - 1, at->year, &ratio)
                   ? g_strdup_printf ("%.2f\xc2\xa0%%", 100 * (ratio - 1))
                   : g_strdup ("–"),
               NULL);
    }
  return rows;
}

static char *
dup_bound (AccordDecimal bound)
{
  return bound != ACCORD_DECIMAL_UNKNOWN ? accord_decimal_dup_percent (bound, 0) : g_strdup ("–");
}

static char *
dup_stage (JsonObject *type, const char *bounds, const char *stage)
{
  JsonObject *stages = accord_json_get_object (accord_json_get_object (type, bounds), "stages");
  AccordDecimal part;

  return accord_json_get_decimal (stages, stage, &part) ? dup_bound (part) : g_strdup ("–");
}

/* A table by the stage of a case is shown as it was published; %NULL where it is none. */
static AccordEditionRows *
read_stages (AccordRecord *edition)
{
  static const char *const headings[] = { N_ ("Works"),         N_ ("Costs, SOC"),
                                          N_ ("Costs, OBC"),    N_ ("Costs, FBC"),
                                          N_ ("Duration, SOC"), N_ ("Duration, OBC"),
                                          N_ ("Duration, FBC"), NULL };
  g_autoptr (JsonParser) parser = accord_json_read (accord_record_get_text (edition, "content"), -1, NULL);
  JsonArray *types = accord_json_get_array (json_node_get_object (json_parser_get_root (parser)), "types");
  AccordEditionRows *rows;

  if (accord_json_get_object (accord_json_get_object (accord_json_get_row (types, 0), "costs"), "stages")
      == NULL)
    return NULL;
  rows = rows_new (headings);
  for (guint i = 0; i < json_array_get_length (types); i++)
    {
      JsonObject *type = accord_json_get_row (types, i);

      add_row (rows, g_strdup (accord_json_get_text (type, "name")), dup_stage (type, "costs", "soc"),
               dup_stage (type, "costs", "obc"), dup_stage (type, "costs", "fbc"),
               dup_stage (type, "duration", "soc"), dup_stage (type, "duration", "obc"),
               dup_stage (type, "duration", "fbc"), NULL);
    }
  return rows;
}

static AccordEditionRows *
read_bias (AccordRecord *edition, GError **error)
{
  static const char *const headings[] = { N_ ("Works"),           N_ ("Costs, upper"),    N_ ("Costs, lower"),
                                          N_ ("Duration, upper"), N_ ("Duration, lower"), NULL };
  g_autoptr (AccordBiasTable) table = accord_edition_get_bias (edition, error);
  AccordEditionRows *rows;

  if (table == NULL)
    return NULL;
  rows = read_stages (edition);
  if (rows != NULL)
    return rows;
  rows = rows_new (headings);
  for (guint i = 0; i < table->types->len; i++)
    {
      const AccordBiasType *type = g_ptr_array_index (table->types, i);

      add_row (rows,
               type->operating ? g_strdup_printf (_ ("%s (operating costs)"), type->name)
                               : g_strdup (type->name),
               dup_bound (type->capital_upper), dup_bound (type->capital_lower),
               dup_bound (type->duration_upper), dup_bound (type->duration_lower), NULL);
    }
  return rows;
}

static AccordEditionRows *
read_grades (AccordRecord *edition, GError **error)
{
  static const char *const headings[] = { N_ ("Grade"), N_ ("Costs up, benefits down by"), NULL };
  g_autoptr (AccordGradeTable) table = accord_edition_get_grades (edition, error);
  AccordEditionRows *rows;

  if (table == NULL)
    return NULL;
  rows = rows_new (headings);
  for (guint i = 0; i < table->corrections->len; i++)
    add_row (rows, g_strdup_printf ("%u", i + 1),
             accord_decimal_dup_percent (g_array_index (table->corrections, AccordDecimal, i), 0), NULL);
  return rows;
}

/**
 * accord_edition_read_rows:
 * @edition: an edition
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): its table; %NULL without @error where it is one of unit costs, whose
 * lines are records, and with @error where it cannot be read
 */
AccordEditionRows *
accord_edition_read_rows (AccordRecord *edition, GError **error)
{
  const char *sort = accord_record_get_text (edition, "sort");

  if (g_strcmp0 (sort, "schedule") == 0)
    return read_schedule (edition, error);
  if (g_strcmp0 (sort, "deflator") == 0)
    return read_series (edition, error);
  if (g_strcmp0 (sort, "bias") == 0)
    return read_bias (edition, error);
  if (g_strcmp0 (sort, "grades") == 0)
    return read_grades (edition, error);
  return NULL;
}

/**
 * accord_edition_dup_title:
 * @edition: an edition
 *
 * Returns: (transfer full): its name and which edition it is
 */
char *
accord_edition_dup_title (AccordRecord *edition)
{
  const char *which = accord_record_get_text (edition, "edition");
  g_autofree char *title = accord_record_dup_title (edition);

  /* Translators: the name of a table and which edition of it it is. */
  return which != NULL ? g_strdup_printf (_ ("%s (%s)"), title, which) : g_steal_pointer (&title);
}

/**
 * accord_edition_dup_source:
 * @edition: an edition
 *
 * Returns: (transfer full): who published which edition, to be shown beside its figures
 */
char *
accord_edition_dup_source (AccordRecord *edition)
{
  const char *publisher = accord_record_get_text (edition, "publisher");
  const char *which = accord_record_get_text (edition, "edition");

  if (publisher == NULL)
    return g_strdup (which != NULL ? which : _ ("Nobody says who published it"));
  return which != NULL ? g_strdup_printf ("%s, %s", publisher, which) : g_strdup (publisher);
}
