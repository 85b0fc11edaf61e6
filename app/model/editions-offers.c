/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "editions.h"

#include <glib/gi18n-lib.h>

#include "edition.h"
#include "unit-costs.h"

static GPtrArray *
list_editions (AccordReader *reader, AccordRecord *like, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_EDITION);
  const char *code = accord_record_get_text (like, "code");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "sort"), ACCORD_OPERATOR_EQUAL,
                         accord_record_get_text (like, "sort"));
  accord_query_add_text (query, (guint) accord_kind_find_field (kind, "code"),
                         code != NULL ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_UNKNOWN, code);
  return accord_reader_list (reader, query, error);
}

/**
 * accord_editions_list_alike:
 * @reader: a reader
 * @edition: an edition, in the workspace or not
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AccordRecord): the other editions of the same table, the
 *   newest first
 */
GPtrArray *
accord_editions_list_alike (AccordReader *reader, AccordRecord *edition, GError **error)
{
  GPtrArray *editions = list_editions (reader, edition, error);

  for (guint i = editions != NULL ? editions->len : 0; i-- > 0;)
    if (accord_record_get_id (editions->pdata[i]) == accord_record_get_id (edition))
      g_ptr_array_remove_index (editions, i);
  for (guint i = 1; editions != NULL && i < editions->len; i++)
    for (guint j = i; j > 0 && accord_edition_compare (editions->pdata[j - 1], editions->pdata[j]) < 0; j--)
      {
        gpointer held = editions->pdata[j];

        editions->pdata[j] = editions->pdata[j - 1];
        editions->pdata[j - 1] = held;
      }
  return editions;
}

/**
 * accord_edition_find_newer:
 * @reader: a reader
 * @edition: an edition of the workspace
 * @newer: (out) (transfer full) (nullable): the newest edition of the same table, where @edition is not it
 * @error: return location for an error
 *
 * Returns: %FALSE where that cannot be told
 */
gboolean
accord_edition_find_newer (AccordReader *reader, AccordRecord *edition, AccordRecord **newer, GError **error)
{
  g_autoptr (GPtrArray) others = accord_editions_list_alike (reader, edition, error);

  *newer = NULL;
  if (others == NULL)
    return FALSE;
  if (others->len > 0 && accord_edition_compare (others->pdata[0], edition) > 0)
    *newer = g_object_ref (others->pdata[0]);
  return TRUE;
}

static void
offer_free (gpointer data)
{
  AccordEditionOffer *self = data;

  g_free (self->field);
  g_object_unref (self->used);
  g_object_unref (self->newer);
  g_ptr_array_unref (self->differences);
  g_free (self);
}

/**
 * accord_editions_read_differences:
 * @reader: a reader
 * @used: an edition of the workspace
 * @newer: another one of the same table
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type utf8): what @newer says otherwise, a sentence each
 */
GPtrArray *
accord_editions_read_differences (AccordReader *reader, AccordRecord *used, AccordRecord *newer,
                                  GError **error)
{
  g_autoptr (GPtrArray) old_lines = NULL, lines = NULL;

  if (g_strcmp0 (accord_record_get_text (used, "sort"), "unit-costs") == 0)
    {
      old_lines = accord_unit_costs_list (reader, accord_record_get_id (used), error);
      lines = old_lines != NULL ? accord_unit_costs_list (reader, accord_record_get_id (newer), error) : NULL;
      if (lines == NULL)
        return NULL;
    }
  return accord_editions_compare_content (used, old_lines, newer, lines, error);
}

static gboolean
look_at (AccordReader *reader, AccordRecord *appraisal, const char *field, GPtrArray *offers, GError **error)
{
  const gint64 id = accord_record_get_int (appraisal, field);
  g_autoptr (AccordRecord) used = NULL, newer = NULL;
  g_autoptr (GPtrArray) differences = NULL;
  AccordEditionOffer *offer;

  if (id == ACCORD_UNKNOWN)
    return TRUE;
  used = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_EDITION), id, error);
  if (used == NULL || !accord_edition_find_newer (reader, used, &newer, error))
    return FALSE;
  if (newer == NULL)
    return TRUE;
  differences = accord_editions_read_differences (reader, used, newer, error);
  if (differences == NULL)
    return FALSE;
  offer = g_new0 (AccordEditionOffer, 1);
  offer->field = g_strdup (field);
  offer->used = g_steal_pointer (&used);
  offer->newer = g_steal_pointer (&newer);
  offer->differences = g_steal_pointer (&differences);
  g_ptr_array_add (offers, offer);
  return TRUE;
}

/**
 * accord_edition_offers:
 * @reader: a reader
 * @appraisal: an appraisal
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type AccordEditionOffer): the newer editions of what
 *   @appraisal goes by. Accepting one is setting the field to it, which is one change
 */
GPtrArray *
accord_edition_offers (AccordReader *reader, AccordRecord *appraisal, GError **error)
{
  static const char *const fields[] = { "schedule", "health", "lower", "deflator", "bias", "grades" };
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (offer_free);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!look_at (reader, appraisal, fields[i], offers, error))
      return NULL;
  return g_steal_pointer (&offers);
}
