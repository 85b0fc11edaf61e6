/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim-state.h"

#include "allocation.h"
#include "claim-check.h"
#include "claim.h"
#include "fund.h"
#include "model-error.h"
#include "organisation.h"
#include "payment.h"
#include "store/error.h"

static gboolean
touches (AccordWriter *writer, GType type)
{
  return accord_writer_touches (writer, accord_kind_for_type (type));
}

/* The claims that a change may have decided otherwise, or %NULL for none. */
static const char *
find_claims_sql (AccordWriter *writer)
{
  if (touches (writer, ACCORD_TYPE_CLAIM))
    return "SELECT id FROM \"claim\" WHERE deleted IS NULL";
  if (touches (writer, ACCORD_TYPE_FUND))
    return "SELECT id FROM \"claim\" WHERE deleted IS NULL AND \"measure\" <> 'none'";
  if (touches (writer, ACCORD_TYPE_PAYMENT) || touches (writer, ACCORD_TYPE_ALLOCATION)
      || touches (writer, ACCORD_TYPE_ORGANISATION))
    return "SELECT id FROM \"claim\" WHERE deleted IS NULL AND \"measure\" IN ('share-to-organisation', "
           "'share-to-category')";
  return NULL;
}

static GArray *
read_ids (AccordReader *reader, const char *sql, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AccordRows) rows = accord_reader_query (reader, sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return NULL;
  while (accord_rows_next (rows, &failure))
    {
      gint64 id = accord_rows_int (rows, 0);

      g_array_append_val (ids, id);
    }
  if (failure == NULL)
    return g_steal_pointer (&ids);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

/* What no longer adds up, or speaks of what is gone, cannot be checked; that is no reason to refuse a
 * payment. */
static gboolean
find_verdict (AccordReader *reader, gint64 claim, AccordClaimVerdict *verdict, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (AccordClaimCheck) check = accord_claim_check (reader, claim, &failure);

  *verdict = check != NULL ? check->verdict : ACCORD_CLAIM_CANNOT_CHECK;
  if (check != NULL || g_error_matches (failure, ACCORD_MODEL_ERROR, ACCORD_MODEL_ERROR_RANGE)
      || g_error_matches (failure, ACCORD_STORE_ERROR, ACCORD_STORE_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
settle_claim (AccordWriter *writer, gint64 id, GError **error)
{
  AccordReader *reader = accord_writer_get_reader (writer);
  g_autoptr (AccordRecord) claim = NULL;
  AccordClaimVerdict verdict;
  const char *state;

  if (!find_verdict (reader, id, &verdict, error))
    return FALSE;
  claim = accord_reader_get (reader, accord_kind_for_type (ACCORD_TYPE_CLAIM), id, error);
  if (claim == NULL)
    return FALSE;
  state = accord_claim_verdict_get_state (verdict);
  if (g_strcmp0 (accord_record_get_text (claim, "state"), state) == 0)
    return TRUE;
  accord_record_set_text (claim, "state", state);
  return accord_writer_update (writer, claim, error);
}

/**
 * accord_claim_settle:
 * @writer: a change that is about to be kept
 * @error: return location for an error
 *
 * Makes the state of every claim that the change concerns what accord_claim_check() says of it now, so that
 * lists, counts and the journal never say otherwise than the page: the history of a claim then tells which
 * payment confirmed or contradicted it. An #AccordSettleFunc; runs on the writing thread.
 *
 * Returns: %FALSE when the claims cannot be read or written
 */
gboolean
accord_claim_settle (AccordWriter *writer, GError **error)
{
  const char *sql = find_claims_sql (writer);
  g_autoptr (GArray) ids = NULL;

  if (sql == NULL)
    return TRUE;
  ids = read_ids (accord_writer_get_reader (writer), sql, error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!settle_claim (writer, g_array_index (ids, gint64, i), error))
      return FALSE;
  return TRUE;
}
