/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alliance-facts.h"

#include "date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* On a day with more changes than these the rest is counted. */
#define MOST_CHANGES 3

static void
day_free (gpointer data)
{
  AccordAllianceDay *self = data;

  g_free (self->day);
  g_free (self->words);
  g_free (self);
}

static void
phrases_free (gpointer data)
{
  g_ptr_array_unref (data);
}

/* Takes @phrase. */
static void
add_phrase (GHashTable *days, const char *day, char *phrase)
{
  GPtrArray *phrases = g_hash_table_lookup (days, day);

  if (phrases == NULL)
    {
      phrases = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (days, g_strdup (day), phrases);
    }
  g_ptr_array_add (phrases, phrase);
}

/* Takes @phrase. */
static void
add_change (GHashTable *days, AccordRecord *record, const char *field, char *phrase)
{
  const char *day = accord_record_get_text (record, field);

  if (accord_date_is_iso (day))
    add_phrase (days, day, phrase);
  else
    g_free (phrase);
}

static void
add_membership (AccordAllianceFacts *self, GHashTable *days, AccordRecord *membership)
{
  gint64 id = accord_record_get_id (self->organisation);
  const char *partner = accord_record_get_reference_title (membership, "organisation");
  const char *alliance = accord_record_get_reference_title (membership, "alliance");

  if (accord_record_refers_to (membership, "alliance", id))
    {
      add_change (days, membership, "from", g_strdup_printf (_ ("%s joined"), partner));
      add_change (days, membership, "until", g_strdup_printf (_ ("%s left"), partner));
    }
  else if (accord_record_refers_to (membership, "organisation", id))
    {
      add_change (days, membership, "from", g_strdup_printf (_ ("joined %s"), alliance));
      add_change (days, membership, "until", g_strdup_printf (_ ("left %s"), alliance));
    }
}

static void
add_named (GHashTable *days, AccordRecord *record, const char *from, const char *until)
{
  g_autofree char *name = accord_record_dup_title (record);

  /* Translators: %s is an organisation, a board or a post. */
  add_change (days, record, from, g_strdup_printf (_ ("%s began"), name));
  add_change (days, record, until, g_strdup_printf (_ ("%s ended"), name));
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return strcmp ((*(AccordAllianceDay *const *) a)->day, (*(AccordAllianceDay *const *) b)->day);
}

static AccordAllianceDay *
make_day (const char *day, GPtrArray *phrases)
{
  AccordAllianceDay *made = g_new0 (AccordAllianceDay, 1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < phrases->len && i < MOST_CHANGES; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? "; " : "", (char *) phrases->pdata[i]);
  if (phrases->len > MOST_CHANGES)
    g_string_append_printf (words, _ ("; %d more changes"), (int) phrases->len - MOST_CHANGES);
  made->day = g_strdup (day);
  made->words = g_string_free (words, FALSE);
  return made;
}

/**
 * accord_alliance_facts_days:
 * @self: the facts
 *
 * Returns: (transfer full) (element-type AccordAllianceDay): the days on which something changed, the first
 * first; only days that are on record
 */
GPtrArray *
accord_alliance_facts_days (AccordAllianceFacts *self)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, phrases_free);
  GPtrArray *sorted = g_ptr_array_new_with_free_func (day_free);
  GHashTableIter iter;
  gpointer day, phrases;

  add_named (days, self->organisation, "opened", "closed");
  for (guint i = 0; i < self->memberships->len; i++)
    add_membership (self, days, self->memberships->pdata[i]);
  for (guint i = 0; i < self->alliances->len; i++)
    add_named (days, self->alliances->pdata[i], "opened", "closed");
  for (guint i = 0; i < self->bodies->len; i++)
    add_named (days, self->bodies->pdata[i], "from", "until");
  for (guint i = 0; i < self->posts->len; i++)
    add_named (days, self->posts->pdata[i], "from", "until");
  g_hash_table_iter_init (&iter, days);
  while (g_hash_table_iter_next (&iter, &day, &phrases))
    g_ptr_array_add (sorted, make_day (day, phrases));
  g_ptr_array_sort (sorted, compare_days);
  return sorted;
}
