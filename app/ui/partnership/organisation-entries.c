/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "partnership/organisation-entries.h"

#include "partnership/organisation-words.h"
#include "partnership/table-card.h"

#include <glib/gi18n-lib.h>

static const char *
choice_of (AccordRecord *record, const char *field)
{
  const AccordField *description = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *value = accord_record_get_text (record, field);

  return value != NULL ? accord_field_choice_label (description, value) : NULL;
}

static gboolean
have_one_role (GPtrArray *members)
{
  for (guint i = 1; i < members->len; i++)
    if (g_strcmp0 (accord_record_get_text (members->pdata[i], "role"),
                   accord_record_get_text (members->pdata[0], "role"))
        != 0)
      return FALSE;
  return TRUE;
}

/**
 * accord_organisation_entries_partners:
 * @now: an alliance on a day
 *
 * Returns: (transfer full) (element-type AccordTableEntry): name, what it does, role where they differ, size,
 * since when
 */
GPtrArray *
accord_organisation_entries_partners (AccordAlliance *now)
{
  GPtrArray *entries = accord_table_entries_new ();
  gboolean one_role = have_one_role (now->members);

  for (guint i = 0; i < now->members->len; i++)
    {
      AccordRecord *membership = now->members->pdata[i];
      AccordRecord *partner =
          accord_alliance_facts_find (now->facts, accord_record_get_int (membership, "organisation"));
      AccordTableEntry *entry = accord_table_entries_add (entries, partner);
      const char *brings = accord_record_get_text (membership, "what-it-brings");

      entry->cells[0] = accord_record_dup_title (partner);
      entry->cells[1] = g_strdup (brings != NULL ? brings : accord_record_get_text (partner, "what-it-does"));
      entry->cells[2] = one_role ? NULL : g_strdup (choice_of (membership, "role"));
      entry->cells[3] = accord_organisation_dup_size (partner);
      entry->cells[4] = accord_organisation_dup_since (membership);
      if (accord_alliance_is_on_both_sides (now, accord_record_get_id (partner)))
        entry->mark = _ ("on both sides");
    }
  return entries;
}

/**
 * accord_organisation_entries_alliances:
 * @now: an organisation on a day
 *
 * Returns: (transfer full) (element-type AccordTableEntry): the alliances that it is a partner in
 */
GPtrArray *
accord_organisation_entries_alliances (AccordAlliance *now)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < now->partner_in->len; i++)
    {
      AccordRecord *membership = now->partner_in->pdata[i];
      AccordRecord *alliance =
          accord_alliance_facts_find (now->facts, accord_record_get_int (membership, "alliance"));
      AccordTableEntry *entry = accord_table_entries_add (entries, alliance);

      entry->cells[0] = accord_record_dup_title (alliance);
      entry->cells[1] = g_strdup (accord_record_get_text (membership, "what-it-brings"));
      entry->cells[2] = g_strdup (choice_of (membership, "role"));
      entry->cells[3] = g_strdup (choice_of (alliance, "role"));
      entry->cells[4] = accord_organisation_dup_since (membership);
    }
  return entries;
}

static char *
dup_owners (AccordAlliance *now, AccordRecord *post, gboolean *joint)
{
  GString *names = g_string_new (NULL);
  gsize n_ids;
  const gint64 *ids = accord_record_get_ids (post, "organisations", &n_ids);

  for (gsize i = 0; ids != NULL && i < n_ids; i++)
    {
      AccordRecord *owner = accord_alliance_facts_find (now->facts, ids[i]);
      g_autofree char *name =
          owner != NULL ? accord_alliance_dup_short_name (owner) : g_strdup (_ ("not known"));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", name);
    }
  *joint = n_ids > 1;
  return g_string_free (names, n_ids == 0);
}

static void
add_post (GPtrArray *entries, AccordAlliance *now, AccordRecord *post)
{
  AccordTableEntry *entry = accord_table_entries_add (entries, post);
  const char *status = accord_record_get_text (post, "status");
  gboolean joint;

  entry->cells[0] = accord_record_dup_title (post);
  entry->cells[1] = g_strdup (accord_record_get_text (post, "holder"));
  entry->cells[2] = dup_owners (now, post, &joint);
  entry->cells[3] = g_strcmp0 (status, "not-known") != 0 ? g_strdup (choice_of (post, "status")) : NULL;
  entry->second = g_strdup (accord_record_get_text (post, "note"));
  entry->mark = joint ? _ ("Joint post") : NULL;
}

/**
 * accord_organisation_entries_posts:
 * @now: an organisation on a day
 *
 * Returns: (transfer full) (element-type AccordTableEntry): its posts, then the joint posts of its partners
 */
GPtrArray *
accord_organisation_entries_posts (AccordAlliance *now)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < now->posts->len; i++)
    add_post (entries, now, now->posts->pdata[i]);
  for (guint i = 0; i < now->joint->len; i++)
    add_post (entries, now, now->joint->pdata[i]);
  return entries;
}

static char *
dup_superiors (AccordAlliance *now, AccordRecord *body, AccordAllianceLineType type)
{
  GString *names = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; i < now->lines->len; i++)
    {
      const AccordAllianceLine *line = now->lines->pdata[i];
      g_autofree char *name = NULL;

      if (line->type != type || line->from != body)
        continue;
      name = accord_record_dup_title (line->to);
      g_string_append_printf (names, "%s%s", any ? "; " : "", name);
      any = TRUE;
    }
  return g_string_free (names, !any);
}

/**
 * accord_organisation_entries_boards:
 * @now: an organisation on a day
 *
 * Returns: (transfer full) (element-type AccordTableEntry): its boards and committees, and whom they answer
 * to
 */
GPtrArray *
accord_organisation_entries_boards (AccordAlliance *now)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < now->bodies->len; i++)
    {
      AccordRecord *body = now->bodies->pdata[i];
      AccordTableEntry *entry;

      if (!accord_record_refers_to (body, "organisation", accord_record_get_id (now->facts->organisation)))
        continue;
      entry = accord_table_entries_add (entries, body);
      entry->cells[0] = accord_record_dup_title (body);
      entry->cells[1] = dup_superiors (now, body, ACCORD_ALLIANCE_ACCOUNTABLE);
      entry->cells[2] = dup_superiors (now, body, ACCORD_ALLIANCE_SCRUTINISED);
      entry->cells[3] = accord_organisation_dup_since (body);
      entry->second = g_strdup (accord_record_get_text (body, "remit"));
    }
  return entries;
}

static char *
dup_party (AccordAllianceFacts *facts, AccordRecord *transfer, const char *field)
{
  AccordRecord *party = accord_alliance_facts_find (facts, accord_record_get_int (transfer, field));

  return party != NULL ? accord_alliance_dup_short_name (party) : NULL;
}

/**
 * accord_organisation_entries_transfers:
 * @facts: what is on record
 *
 * Returns: (transfer full) (element-type AccordTableEntry): what moves, from where, to where
 */
GPtrArray *
accord_organisation_entries_transfers (AccordAllianceFacts *facts)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < facts->transfers->len; i++)
    {
      AccordRecord *transfer = facts->transfers->pdata[i];
      AccordTableEntry *entry = accord_table_entries_add (entries, transfer);

      entry->cells[0] = accord_record_dup_title (transfer);
      entry->cells[1] = dup_party (facts, transfer, "from-organisation");
      entry->cells[2] = dup_party (facts, transfer, "to-organisation");
      entry->cells[3] = dup_party (facts, transfer, "overseen-by");
      entry->cells[4] = g_strdup (choice_of (transfer, "status"));
      entry->second = g_strdup (accord_record_get_text (transfer, "note"));
    }
  return entries;
}

static void
add_figures (GPtrArray *entries, AccordRecord *organisation)
{
  g_autofree char *people = accord_organisation_dup_count (organisation, "population");
  g_autofree char *staff = accord_organisation_dup_count (organisation, "staff");
  AccordTableEntry *entry;

  if (people == NULL && staff == NULL)
    return;
  entry = accord_table_entries_add (entries, NULL);
  if (accord_record_get_int (organisation, "source") != ACCORD_UNKNOWN)
    {
      entry->kind = "source";
      entry->id = accord_record_get_int (organisation, "source");
    }
  entry->cells[0] = accord_record_dup_title (organisation);
  entry->cells[1] = g_steal_pointer (&people);
  entry->cells[2] = g_steal_pointer (&staff);
  entry->cells[3] = g_strdup (accord_record_get_reference_title (organisation, "source"));
  entry->second = accord_organisation_dup_quote (organisation);
}

/**
 * accord_organisation_entries_figures:
 * @now: an organisation on a day
 *
 * Returns: (transfer full) (element-type AccordTableEntry): population and workforce of it and of its
 * partners, each with the document and the passage that state them; each opens its document
 */
GPtrArray *
accord_organisation_entries_figures (AccordAlliance *now)
{
  GPtrArray *entries = accord_table_entries_new ();

  add_figures (entries, now->facts->organisation);
  for (guint i = 0; i < now->members->len; i++)
    add_figures (entries, accord_alliance_facts_find (
                              now->facts, accord_record_get_int (now->members->pdata[i], "organisation")));
  return entries;
}

/**
 * accord_organisation_entries_parts:
 * @facts: what is on record
 *
 * Returns: (transfer full) (element-type AccordTableEntry): what it is part of, and what is part of it
 */
GPtrArray *
accord_organisation_entries_parts (AccordAllianceFacts *facts)
{
  GPtrArray *entries = accord_table_entries_new ();

  for (guint i = 0; i < facts->parents->len; i++)
    {
      AccordTableEntry *entry = accord_table_entries_add (entries, facts->parents->pdata[i]);

      entry->cells[0] = accord_record_dup_title (facts->parents->pdata[i]);
      entry->cells[1] = g_strdup (i == 0 ? _ ("It is part of this") : _ ("That is part of this"));
      entry->cells[2] = g_strdup (accord_record_get_text (facts->parents->pdata[i], "what-it-does"));
    }
  for (guint i = 0; i < facts->parts->len; i++)
    {
      AccordTableEntry *entry = accord_table_entries_add (entries, facts->parts->pdata[i]);

      entry->cells[0] = accord_record_dup_title (facts->parts->pdata[i]);
      entry->cells[1] = g_strdup (_ ("Part of it"));
      entry->cells[2] = g_strdup (accord_record_get_text (facts->parts->pdata[i], "what-it-does"));
    }
  return entries;
}
