/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alliance-private.h"

/* Identifiers of organisations. */
static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

static void
add_to_set (GHashTable *set, gint64 id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

static gboolean
has (GHashTable *set, gint64 id)
{
  return g_hash_table_contains (set, &id);
}

static void
keep (GPtrArray *kept, AccordRecord *record)
{
  if (!g_ptr_array_find (kept, record, NULL))
    g_ptr_array_add (kept, g_object_ref (record));
}

static gboolean
are_opposite (AccordAllianceSide a, AccordAllianceSide b)
{
  return (a == ACCORD_ALLIANCE_SIDE_COMMISSIONS && b == ACCORD_ALLIANCE_SIDE_PROVIDES)
         || (a == ACCORD_ALLIANCE_SIDE_PROVIDES && b == ACCORD_ALLIANCE_SIDE_COMMISSIONS);
}

static void
keep_alliance (AccordAllianceFacts *self, gint64 id, GHashTable *chosen)
{
  AccordRecord *alliance = accord_alliance_facts_find (self, id);

  if (alliance == NULL || has (chosen, id))
    return;
  add_to_set (chosen, id);
  g_ptr_array_add (self->alliances, g_object_ref (alliance));
}

/* An alliance faces another across the counter when they share a partner and stand on opposite sides. */
static void
keep_opposite (AccordAllianceFacts *self, GPtrArray *all, GHashTable *partners, GHashTable *chosen)
{
  AccordAllianceSide side = accord_alliance_side_of (self->organisation);

  for (guint i = 0; i < all->len; i++)
    {
      gint64 id = accord_record_get_int (all->pdata[i], "alliance");
      AccordRecord *alliance = accord_alliance_facts_find (self, id);

      if (alliance != NULL && has (partners, accord_record_get_int (all->pdata[i], "organisation"))
          && are_opposite (side, accord_alliance_side_of (alliance)))
        keep_alliance (self, id, chosen);
    }
}

/*
 * accord_alliance_facts_choose_memberships:
 * @self: facts of which the organisations are known
 * @all: (element-type AccordRecord): all memberships
 *
 * Chooses the alliances of the system and the memberships in them.
 */
void
accord_alliance_facts_choose_memberships (AccordAllianceFacts *self, GPtrArray *all)
{
  g_autoptr (GHashTable) chosen = new_set ();
  g_autoptr (GHashTable) partners = new_set ();
  gint64 id = accord_record_get_id (self->organisation);

  add_to_set (chosen, id);
  for (guint i = 0; i < all->len; i++)
    {
      if (accord_record_refers_to (all->pdata[i], "organisation", id))
        keep_alliance (self, accord_record_get_int (all->pdata[i], "alliance"), chosen);
      if (accord_record_refers_to (all->pdata[i], "alliance", id))
        add_to_set (partners, accord_record_get_int (all->pdata[i], "organisation"));
    }
  keep_opposite (self, all, partners, chosen);
  for (guint i = 0; i < all->len; i++)
    if (has (chosen, accord_record_get_int (all->pdata[i], "alliance")))
      keep (self->memberships, all->pdata[i]);
}

static AccordRecord *
find_body (GPtrArray *all, gint64 id)
{
  for (guint i = 0; i < all->len; i++)
    if (accord_record_get_id (all->pdata[i]) == id)
      return all->pdata[i];
  return NULL;
}

/* A board, and whatever it answers to, and what that answers to. */
static void
keep_body (AccordAllianceFacts *self, GPtrArray *all, AccordRecord *body)
{
  gsize n_ids;
  const gint64 *ids;
  AccordRecord *superior;

  if (g_ptr_array_find (self->bodies, body, NULL))
    return;
  keep (self->bodies, body);
  superior = find_body (all, accord_record_get_int (body, "accountable-to"));
  if (superior != NULL)
    keep_body (self, all, superior);
  ids = accord_record_get_ids (body, "scrutinised-by", &n_ids);
  for (gsize i = 0; ids != NULL && i < n_ids; i++)
    if ((superior = find_body (all, ids[i])) != NULL)
      keep_body (self, all, superior);
}

static gboolean
answers_to (AccordRecord *body, gint64 superior)
{
  return accord_record_refers_to (body, "accountable-to", superior)
         || accord_record_refers_to (body, "scrutinised-by", superior);
}

/*
 * accord_alliance_facts_choose_bodies:
 * @self: facts of which the alliances are known
 * @all: (element-type AccordRecord): all boards and committees
 *
 * Chooses those of the system, those that they answer to, and those that answer to the ones in view.
 */
void
accord_alliance_facts_choose_bodies (AccordAllianceFacts *self, GPtrArray *all)
{
  g_autoptr (GHashTable) owners = new_set ();
  gint64 id = accord_record_get_id (self->organisation);

  add_to_set (owners, id);
  for (guint i = 0; i < self->alliances->len; i++)
    add_to_set (owners, accord_record_get_id (self->alliances->pdata[i]));
  for (guint i = 0; i < all->len; i++)
    {
      if (has (owners, accord_record_get_int (all->pdata[i], "organisation")))
        keep_body (self, all, all->pdata[i]);
      if (!accord_record_refers_to (all->pdata[i], "organisation", id))
        continue;
      for (guint j = 0; j < all->len; j++)
        if (answers_to (all->pdata[j], accord_record_get_id (all->pdata[i])))
          keep_body (self, all, all->pdata[j]);
    }
}

/*
 * accord_alliance_facts_choose_posts:
 * @self: facts of which the memberships and bodies are known
 * @all: (element-type AccordRecord): all posts
 *
 * Chooses the posts of the organisation and of its boards, and joint posts of those in the system.
 */
void
accord_alliance_facts_choose_posts (AccordAllianceFacts *self, GPtrArray *all)
{
  g_autoptr (GHashTable) near = new_set ();
  gint64 id = accord_record_get_id (self->organisation);

  for (guint i = 0; i < self->memberships->len; i++)
    {
      add_to_set (near, accord_record_get_int (self->memberships->pdata[i], "organisation"));
      add_to_set (near, accord_record_get_int (self->memberships->pdata[i], "alliance"));
    }
  for (guint i = 0; i < all->len; i++)
    {
      AccordRecord *body = find_body (self->bodies, accord_record_get_int (all->pdata[i], "body"));
      gsize n_ids, n_near = 0;
      const gint64 *ids = accord_record_get_ids (all->pdata[i], "organisations", &n_ids);

      for (gsize j = 0; ids != NULL && j < n_ids; j++)
        n_near += has (near, ids[j]);
      if (accord_record_refers_to (all->pdata[i], "organisations", id) || (n_ids > 1 && n_near > 1)
          || (body != NULL && accord_record_refers_to (body, "organisation", id)))
        keep (self->posts, all->pdata[i]);
    }
}

/*
 * accord_alliance_facts_choose_transfers:
 * @self: facts of which the memberships are known
 * @all: (element-type AccordRecord): all transfers
 *
 * Chooses those from or to the organisation, overseen by it, or between two partners of it.
 */
void
accord_alliance_facts_choose_transfers (AccordAllianceFacts *self, GPtrArray *all)
{
  g_autoptr (GHashTable) near = new_set ();
  gint64 id = accord_record_get_id (self->organisation);

  for (guint i = 0; i < self->memberships->len; i++)
    if (accord_record_refers_to (self->memberships->pdata[i], "alliance", id))
      add_to_set (near, accord_record_get_int (self->memberships->pdata[i], "organisation"));
  for (guint i = 0; i < all->len; i++)
    if (accord_record_refers_to (all->pdata[i], "from-organisation", id)
        || accord_record_refers_to (all->pdata[i], "to-organisation", id)
        || accord_record_refers_to (all->pdata[i], "overseen-by", id)
        || (has (near, accord_record_get_int (all->pdata[i], "from-organisation"))
            && has (near, accord_record_get_int (all->pdata[i], "to-organisation"))))
      keep (self->transfers, all->pdata[i]);
}
