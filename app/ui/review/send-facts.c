/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/send-facts.h"

#include "case/documents-card.h"
#include "caveat-steps.h"
#include "keys/key-words.h"
#include "today.h"
#include "trust.h"

void
accord_send_party_free (AccordSendParty *self)
{
  g_free (self->name);
  g_free (self->words);
  g_free (self);
}

void
accord_send_facts_free (AccordSendFacts *self)
{
  g_free (self->name);
  g_free (self->from_name);
  g_free (self->warning);
  g_clear_pointer (&self->parties, g_ptr_array_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_free (self);
}

static const AccordKind *
find_kind (AccordReader *reader, const char *name)
{
  return accord_schema_find_kind (accord_reader_get_schema (reader), name);
}

/**
 * accord_send_party_read:
 * @reader: a reader
 * @organisation: an organisation
 * @error: return location for an error
 *
 * Returns: (transfer full): what there is to know of it before a case is sent to it; %NULL on failure
 */
AccordSendParty *
accord_send_party_read (AccordReader *reader, gint64 organisation, GError **error)
{
  g_autoptr (AccordSendParty) party = g_new0 (AccordSendParty, 1);
  g_autoptr (AccordPublicKey) key = NULL;
  GError *local = NULL;

  party->id = organisation;
  party->name = accord_reader_dup_title (reader, find_kind (reader, "organisation"), organisation, &local);
  if (local == NULL)
    key = accord_trust_get_key (reader, organisation, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  party->has_key = key != NULL;
  party->words = key != NULL ? accord_key_dup_shown_words (key) : NULL;
  return g_steal_pointer (&party);
}

static gboolean
add_party (AccordSendFacts *facts, AccordReader *reader, gint64 organisation, GError **error)
{
  AccordSendParty *party;

  if (organisation == ACCORD_UNKNOWN || organisation == facts->from)
    return TRUE;
  for (guint i = 0; i < facts->parties->len; i++)
    if (((AccordSendParty *) facts->parties->pdata[i])->id == organisation)
      return TRUE;
  party = accord_send_party_read (reader, organisation, error);
  if (party != NULL)
    g_ptr_array_add (facts->parties, party);
  return party != NULL;
}

/* Who was asked before is likely to be asked again. */
static gboolean
add_asked (AccordSendFacts *facts, AccordReader *reader, gint64 business_case, GError **error)
{
  const AccordKind *kind = find_kind (reader, "review");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  g_autoptr (GPtrArray) reviews = NULL;

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  reviews = accord_reader_list (reader, query, error);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    if (!add_party (facts, reader, accord_record_get_int (reviews->pdata[i], "organisation"), error))
      return FALSE;
  return reviews != NULL;
}

/* And those whose boards are still to say what they think. */
static gboolean
add_to_come (AccordSendFacts *facts, AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT DISTINCT body.organisation FROM endorsement, json_each(endorsement.cases) AS one"
      " JOIN body ON body.id = endorsement.body"
      " WHERE one.value = ?1 AND endorsement.outcome = 'to-come' AND endorsement.deleted IS NULL"
      " AND body.deleted IS NULL AND body.organisation IS NOT NULL ORDER BY body.organisation",
      error);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, business_case);
  while (accord_rows_next (rows, &local))
    if (!add_party (facts, reader, accord_rows_int (rows, 0), error))
      return FALSE;
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

/**
 * accord_send_facts_read:
 * @reader: a reader
 * @business_case: a case
 * @error: return location for an error
 *
 * Returns: (transfer full): what sending it begins with; %NULL on failure
 */
AccordSendFacts *
accord_send_facts_read (AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (AccordSendFacts) facts = g_new0 (AccordSendFacts, 1);
  g_autofree char *today = accord_today_dup ();
  g_autoptr (AccordRecord) record =
      accord_reader_get (reader, find_kind (reader, "case"), business_case, error);
  GError *local = NULL;

  if (record == NULL)
    return NULL;
  facts->name = accord_record_dup_title (record);
  facts->from = accord_record_get_int (record, "organisation");
  if (facts->from != ACCORD_UNKNOWN)
    facts->from_name =
        accord_reader_dup_title (reader, find_kind (reader, "organisation"), facts->from, &local);
  facts->parties = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_send_party_free);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return NULL;
    }
  facts->warning = accord_case_dup_caveats_warning (reader, business_case, today);
  facts->documents = accord_documents_read (reader, "case", business_case, error);
  if (facts->documents == NULL || !add_asked (facts, reader, business_case, error)
      || !add_to_come (facts, reader, business_case, error))
    return NULL;
  return g_steal_pointer (&facts);
}
