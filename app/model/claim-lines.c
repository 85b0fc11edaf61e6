/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "claim-lines.h"

#include "claim.h"
#include "date.h"
#include "fund-rows.h"

#include <glib/gi18n-lib.h>

static const char *
find_rule (const char *measure)
{
  if (g_strcmp0 (measure, "fund-amount") == 0)
    return _ ("The amount of the fund as it is recorded. A sum that is this amount in fewer digits counts as "
              "the same.");
  if (g_strcmp0 (measure, "share-to-category") == 0)
    return _ (
        "The payments from the fund that are of the category, by their allocation or, without one, by "
        "their own, out of all payments from it. A payment without a category might be of any: the claim "
        "is decided only when that makes no difference.");
  if (g_strcmp0 (measure, "share-to-organisation") == 0)
    return _ (
        "The payments from the fund that went to the organisation or to a part of it, by their "
        "allocation or, without one, by their payee, out of all payments from it. A payment whose "
        "organisation nobody recorded might have gone to any: the claim is decided only when that makes "
        "no difference.");
  return NULL;
}

/* An organisation is paid with all that is part of it. */
static const char family_sql[] =
    "WITH RECURSIVE family (id) AS (VALUES (?1) UNION SELECT o.id FROM \"organisation\" o JOIN family f "
    "ON o.\"part_of\" = f.id WHERE o.deleted IS NULL) SELECT id FROM family";

static gboolean
add_family (AccordQuery *query, AccordReader *reader, gint64 organisation, GError **error)
{
  guint field = (guint) accord_kind_find_field (accord_query_get_kind (query), "organisation");
  g_autoptr (AccordRows) rows = accord_reader_query (reader, family_sql, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, organisation);
  for (guint i = 0; accord_rows_next (rows, &failure); i++)
    {
      accord_query_add_number (query, field, ACCORD_OPERATOR_IN_EFFECT, accord_rows_int (rows, 0));
      if (i > 0)
        accord_query_join_last (query);
    }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/* The payments of the part that is claimed, or where that is nothing, those of the whole. */
static AccordQuery *
make_rows (AccordReader *reader, AccordRecord *claim, const AccordClaimCheck *check, GError **error)
{
  gint64 fund = accord_record_get_int (claim, "fund");
  g_autoptr (AccordQuery) query = NULL;

  if (check->pence == ACCORD_UNKNOWN || check->pence == 0)
    return accord_fund_payments (fund);
  if (g_str_equal (accord_record_get_text (claim, "measure"), "share-to-category"))
    return accord_fund_payments_of_category (fund, accord_record_get_text (claim, "category"));
  query = accord_fund_payments (fund);
  if (!add_family (query, reader, accord_record_get_int (claim, "organisation"), error))
    return NULL;
  return g_steal_pointer (&query);
}

static AccordClaimLine *
line_new (AccordReader *reader, AccordRecord *claim, GError **error)
{
  g_autoptr (AccordClaimLine) self = g_new0 (AccordClaimLine, 1);
  const char *measure = accord_record_get_text (claim, "measure");
  gint64 fund = accord_record_get_int (claim, "fund");

  self->claim = g_object_ref (claim);
  self->check = accord_claim_check (reader, accord_record_get_id (claim), error);
  if (self->check == NULL)
    return NULL;
  self->rule = g_strdup (find_rule (measure));
  if (fund != ACCORD_UNKNOWN && measure != NULL && g_str_has_prefix (measure, "share-to-"))
    {
      self->rows = make_rows (reader, claim, self->check, error);
      if (self->rows == NULL)
        return NULL;
    }
  return g_steal_pointer (&self);
}

void
accord_claim_line_free (AccordClaimLine *self)
{
  g_clear_object (&self->claim);
  g_clear_pointer (&self->check, accord_claim_check_free);
  g_clear_pointer (&self->rows, accord_query_unref);
  g_free (self->rule);
  g_free (self);
}

/**
 * accord_claim_line_is_tied:
 * @self: a line
 *
 * Returns: whether it is known which figure the claim rests on, and what it says of that figure
 */
gboolean
accord_claim_line_is_tied (const AccordClaimLine *self)
{
  const char *measure = accord_record_get_text (self->claim, "measure");

  if (measure == NULL || g_str_equal (measure, "none")
      || accord_record_get_int (self->claim, "fund") == ACCORD_UNKNOWN)
    return FALSE;
  if (g_str_equal (measure, "fund-amount"))
    return accord_record_get_int (self->claim, "amount") != ACCORD_UNKNOWN;
  if (accord_record_get_text (self->claim, "comparison") == NULL
      || accord_record_get_int (self->claim, "threshold") == ACCORD_UNKNOWN)
    return FALSE;
  if (g_str_equal (measure, "share-to-category"))
    return accord_record_get_text (self->claim, "category") != NULL;
  return accord_record_get_int (self->claim, "organisation") != ACCORD_UNKNOWN;
}

/**
 * accord_claim_line_dup_source:
 * @self: a line
 *
 * Returns: (transfer full): who said it, and when, as far as that is known; "" where it is not
 */
char *
accord_claim_line_dup_source (const AccordClaimLine *self)
{
  const char *by = accord_record_get_text (self->claim, "said-by");
  const char *on = accord_record_get_text (self->claim, "said-on");
  g_autofree char *date = on != NULL && accord_date_is_iso (on) ? accord_date_format (on) : NULL;
  const char *when = date != NULL ? date : accord_record_get_text (self->claim, "said-on-words");
  g_autofree char *first = NULL;

  if (by == NULL)
    return g_strdup (when != NULL ? when : "");
  /* "the Chief Executive" is how the sentence named them; here it begins a line. */
  first = g_utf8_substring (by, 0, 1);
  {
    g_autofree char *upper = g_utf8_strup (first, -1);
    const char *rest = g_utf8_next_char (by);

    return when != NULL ? g_strdup_printf ("%s%s, %s", upper, rest, when)
                        : g_strdup_printf ("%s%s", upper, rest);
  }
}

/**
 * accord_claims_read:
 * @reader: a reader
 * @kind: `fund`, `programme`, `case` or `organisation`: what the claims are about
 * @id: a record of @kind
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type AccordClaimLine): what was said of the record, in the order in which
 * it was kept, each with what the figures say of it now; %NULL on failure
 */
GPtrArray *
accord_claims_read (AccordReader *reader, const char *kind, gint64 id, GError **error)
{
  const AccordKind *claims = accord_kind_for_type (ACCORD_TYPE_CLAIM);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_claim_line_free);
  g_autoptr (AccordQuery) query = accord_query_new (claims);
  g_autoptr (GPtrArray) records = NULL;
  int field = accord_kind_find_field (claims, kind);

  g_return_val_if_fail (field >= 0, NULL);

  accord_query_add_number (query, field, ACCORD_OPERATOR_EQUAL, id);
  accord_query_set_sort (query, -1, FALSE);
  records = accord_reader_list (reader, query, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      AccordClaimLine *line = line_new (reader, records->pdata[i], error);

      if (line == NULL)
        return NULL;
      g_ptr_array_add (lines, line);
    }
  return g_steal_pointer (&lines);
}
