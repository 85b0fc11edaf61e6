/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unit-costs.h"

#include <glib/gi18n-lib.h>

#include "edition.h"
#include "editions.h"
#include "fold.h"
#include "unit-cost.h"

static void
offer_free (gpointer data)
{
  AccordUnitCostOffer *self = data;

  g_object_unref (self->outcome);
  g_object_unref (self->used);
  g_object_unref (self->newer);
  g_free (self);
}

static gboolean
is_same_text (AccordRecord *a, AccordRecord *b)
{
  g_autofree char *one = accord_text_fold (accord_record_get_text (a, "description"));
  g_autofree char *other = accord_text_fold (accord_record_get_text (b, "description"));

  return g_str_equal (one, other);
}

/* The line of an edition that @used is in another one: by code, of several with that code by description. */
static gboolean
find_line (AccordReader *reader, gint64 edition, AccordRecord *used, AccordRecord **found, GError **error)
{
  const AccordKind *kind = accord_kind_for_type (ACCORD_TYPE_UNIT_COST);
  const char *by = accord_record_get_text (used, "code") != NULL ? "code" : "description";
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) lines = NULL;

  *found = NULL;
  accord_query_add_number (query, (guint) accord_kind_find_field (kind, "edition"), ACCORD_OPERATOR_EQUAL,
                           edition);
  accord_query_add_text (query, (guint) accord_kind_find_field (kind, by), ACCORD_OPERATOR_EQUAL,
                         accord_record_get_text (used, by));
  lines = accord_reader_list (reader, query, error);
  for (guint i = 0; lines != NULL && i < lines->len; i++)
    if (lines->len == 1 || is_same_text (lines->pdata[i], used))
      *found = g_object_ref (lines->pdata[i]);
  return lines != NULL;
}

/* %FALSE with @error where it cannot be told; @newer stays %NULL where there is none. */
static gboolean
find_newer (AccordReader *reader, AccordRecord *used, AccordRecord **newer, GError **error)
{
  const gint64 id = accord_record_get_int (used, "edition");
  g_autoptr (AccordRecord) edition = NULL, later = NULL;

  *newer = NULL;
  if (id == ACCORD_UNKNOWN)
    return TRUE;
  edition = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_EDITION), id, error);
  if (edition == NULL || !accord_edition_find_newer (reader, edition, &later, error))
    return FALSE;
  return later == NULL || find_line (reader, accord_record_get_id (later), used, newer, error);
}

static gboolean
look_at (AccordReader *reader, AccordRecord *outcome, GPtrArray *offers, GError **error)
{
  const gint64 id = accord_record_get_int (outcome, "unit-cost");
  g_autoptr (AccordRecord) used = NULL, newer = NULL;
  AccordUnitCostOffer *offer;

  if (id == ACCORD_UNKNOWN)
    return TRUE;
  used = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_UNIT_COST), id, error);
  if (used == NULL || !find_newer (reader, used, &newer, error))
    return FALSE;
  if (newer == NULL || accord_unit_cost_is_alike (used, newer)
      || accord_record_get_int (newer, "amount") == ACCORD_UNKNOWN)
    return TRUE;
  offer = g_new0 (AccordUnitCostOffer, 1);
  offer->outcome = g_object_ref (outcome);
  offer->used = g_steal_pointer (&used);
  offer->newer = g_steal_pointer (&newer);
  g_ptr_array_add (offers, offer);
  return TRUE;
}

static GPtrArray *
list_by (AccordReader *reader, const char *name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, (guint) accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (reader, query, error);
}

/**
 * accord_unit_cost_offers:
 * @reader: a reader
 * @appraisal: an appraisal
 * @error: return location for an error
 *
 * Looks for outcome lines of the appraisal's case whose value was taken from an edition of unit costs that a
 * newer one says otherwise.
 *
 * Returns: (transfer full) (nullable) (element-type AccordUnitCostOffer): what could be taken over
 */
GPtrArray *
accord_unit_cost_offers (AccordReader *reader, AccordRecord *appraisal, GError **error)
{
  g_autoptr (GPtrArray) offers = g_ptr_array_new_with_free_func (offer_free);
  g_autoptr (GPtrArray) options =
      list_by (reader, "option", "case", accord_record_get_int (appraisal, "case"), error);

  if (options == NULL)
    return NULL;
  for (guint i = 0; i < options->len; i++)
    {
      g_autoptr (GPtrArray) outcomes =
          list_by (reader, "outcome", "option", accord_record_get_id (options->pdata[i]), error);

      if (outcomes == NULL)
        return NULL;
      for (guint j = 0; j < outcomes->len; j++)
        if (!look_at (reader, outcomes->pdata[j], offers, error))
          return NULL;
    }
  return g_steal_pointer (&offers);
}

/**
 * accord_unit_cost_offer_dup_sentence:
 * @self: an offer
 *
 * Returns: (transfer full): the line with its old and its new value
 */
char *
accord_unit_cost_offer_dup_sentence (const AccordUnitCostOffer *self)
{
  g_autofree char *line = accord_record_dup_title (self->outcome);
  g_autofree char *old = accord_unit_cost_dup_value (self->used);
  g_autofree char *value = accord_unit_cost_dup_value (self->newer);

  /* Translators: an outcome line, its old value and its new one. */
  return g_strdup_printf (_ ("%s: %s to %s"), line, old, value);
}
