/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"

#include "accord-editions-resources.h"
#include "edition.h"
#include "financial-year.h"
#include "json-read.h"
#include "model-error.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define FOLDER "/io/github/accord_desktop/Accord/editions/"

static const char *const words[] = { "name",      "sort",    "code",    "edition", "published",
                                     "publisher", "address", "licence", "note" };

static AccordRecord *
read_shipped (const char *name, GError **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL), *content = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (accord_editions_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (JsonParser) parser = NULL;
  g_autoptr (AccordRecord) record = NULL;
  JsonObject *root;

  if (bytes == NULL)
    return NULL;
  parser = accord_json_read (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), error);
  if (parser == NULL)
    return NULL;
  root = json_node_get_object (json_parser_get_root (parser));
  record = accord_record_new (accord_kind_for_type (ACCORD_TYPE_EDITION));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    accord_record_set_text (record, words[i], accord_json_get_text (root, words[i]));
  content = json_to_string (json_object_get_member (root, "content"), FALSE);
  accord_record_set_text (record, "content", content);
  accord_record_set_boolean (record, "shipped", TRUE);
  return g_steal_pointer (&record);
}

/**
 * accord_editions_shipped:
 * @schema: the schema of the workspace
 *
 * Returns: (transfer full) (element-type AccordRecord): the editions that Accord comes with, none of them in
 *   a workspace yet
 */
GPtrArray *
accord_editions_shipped (const AccordSchema *schema)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = NULL;
  GPtrArray *editions = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (schema != NULL, editions);

  /* Naming the resources makes the linker keep them. */
  names = g_resource_enumerate_children (accord_editions_get_resource (), FOLDER,
                                         G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  for (char **name = names; error == NULL && *name != NULL; name++)
    {
      AccordRecord *record = read_shipped (*name, &error);

      if (record != NULL)
        g_ptr_array_add (editions, record);
    }
  /* They are part of the program: one that cannot be read is a fault of its own. */
  if (error != NULL)
    g_error ("%s", error->message);
  return editions;
}

/**
 * accord_editions_shipped_schedule:
 * @code: `standard`, `health` or `lower-rate`, also written like “Standard” or “lower rate”
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the discount rates of that code that Accord comes with
 */
AccordSchedule *
accord_editions_shipped_schedule (const char *code, GError **error)
{
  g_autofree char *plain = g_strdelimit (g_ascii_strdown (code, -1), " _", '-');
  g_autofree char *name = g_strdup_printf ("schedule-%s.json", plain);
  g_autoptr (AccordRecord) edition = read_shipped (name, NULL);

  if (edition == NULL)
    {
      g_set_error (error, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_NOT_KNOWN,
                   _ ("Accord comes with no discount rates called “%s”."), code);
      return NULL;
    }
  return accord_edition_get_schedule (edition, error);
}

static gboolean
is_same (AccordRecord *a, AccordRecord *b)
{
  static const char *const fields[] = { "sort", "code", "edition" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (accord_record_get_text (a, fields[i]), accord_record_get_text (b, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
add_missing (AccordWriter *writer, GPtrArray *editions, GError **error)
{
  AccordSchema *schema = accord_reader_get_schema (accord_writer_get_reader (writer));
  g_autoptr (GPtrArray) shipped = accord_editions_shipped (schema);

  for (guint i = 0; i < shipped->len; i++)
    {
      AccordRecord *edition = shipped->pdata[i];
      gboolean there = FALSE;

      for (guint j = 0; j < editions->len && !there; j++)
        there = accord_record_get_boolean (editions->pdata[j], "shipped")
                && is_same (edition, editions->pdata[j]);
      if (there)
        continue;
      if (!accord_writer_insert (writer, edition, error))
        return FALSE;
      g_ptr_array_add (editions, g_object_ref (edition));
    }
  return TRUE;
}

/* The newest edition of a sort; of that code, where one is asked for. */
static AccordRecord *
find_newest (GPtrArray *editions, const char *sort, const char *code)
{
  AccordRecord *newest = NULL;

  for (guint i = 0; i < editions->len; i++)
    {
      AccordRecord *edition = editions->pdata[i];

      if (g_strcmp0 (accord_record_get_text (edition, "sort"), sort) == 0
          && g_strcmp0 (accord_record_get_text (edition, "code"), code) == 0
          && (newest == NULL || accord_edition_compare (edition, newest) > 0))
        newest = edition;
    }
  return newest;
}

/* A price series that can be used: it knows the year whose prices the results are in. */
static AccordRecord *
find_deflator (GPtrArray *editions, AccordRecord *appraisal)
{
  const char *written = accord_record_get_text (appraisal, "price-year");
  const gint64 base = accord_record_get_int (appraisal, "base-year");
  AccordPriceYears years = ACCORD_PRICES_FINANCIAL;
  AccordRecord *newest = NULL;
  int year = base != ACCORD_UNKNOWN ? (int) base : ACCORD_NO_YEAR;

  if (written != NULL && !accord_financial_year_parse (written, &year, NULL))
    return NULL;
  if (written != NULL && strlen (written) == strlen ("2013"))
    years = ACCORD_PRICES_CALENDAR;
  for (guint i = 0; i < editions->len; i++)
    {
      AccordRecord *edition = editions->pdata[i];
      g_autoptr (AccordPriceSeries) series = NULL;
      AccordDecimal index;

      if (g_strcmp0 (accord_record_get_text (edition, "sort"), "deflator") != 0)
        continue;
      series = accord_edition_get_series (edition, NULL);
      if (series != NULL && series->years == years && accord_price_series_lookup (series, year, &index)
          && (newest == NULL || accord_edition_compare (edition, newest) > 0))
        newest = edition;
    }
  return newest;
}

static void
choose (AccordRecord *appraisal, const char *field, AccordRecord *edition)
{
  if (edition != NULL && accord_record_get_int (appraisal, field) == ACCORD_UNKNOWN)
    accord_record_set_int (appraisal, field, accord_record_get_id (edition));
}

/**
 * accord_editions_settle:
 * @writer: a change
 * @appraisal: (nullable): an appraisal, written or not, whose choices are to be made
 * @error: return location for an error
 *
 * Puts the editions that Accord comes with in the workspace, unless they are there, and sets those fields of
 * @appraisal that name an edition and are empty to the newest of each table. A price series is only chosen
 * where one knows the year whose prices the appraisal is in. Writing @appraisal is the caller's.
 *
 * Returns: %FALSE where that cannot be written
 */
gboolean
accord_editions_settle (AccordWriter *writer, AccordRecord *appraisal, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordQuery) query = accord_query_new (accord_kind_for_type (ACCORD_TYPE_EDITION));
  g_autoptr (GPtrArray) editions = accord_reader_list (reader, query, error);

  if (editions == NULL || !add_missing (writer, editions, error))
    return FALSE;
  if (appraisal == NULL)
    return TRUE;
  choose (appraisal, "schedule", find_newest (editions, "schedule", "standard"));
  choose (appraisal, "health", find_newest (editions, "schedule", "health"));
  choose (appraisal, "lower", find_newest (editions, "schedule", "lower-rate"));
  choose (appraisal, "bias", find_newest (editions, "bias", "optimism-bias"));
  choose (appraisal, "grades", find_newest (editions, "grades", "confidence"));
  choose (appraisal, "deflator", find_deflator (editions, appraisal));
  return TRUE;
}
